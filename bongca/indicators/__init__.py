"""The catalogue of figures: definitions only.

Owns: `Indicator` (code, name, unit of measure, how obtained, how it sums, legal or report
source, dates). Not here: values (`reporting`) and the queries that count (the app of the noun).
"""
