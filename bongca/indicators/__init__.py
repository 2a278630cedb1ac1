"""The catalogue of figures: definitions only.

Owns: `Indicator` (code, name, unit of measure, how obtained, how it sums, legal or report
source, dates) and its table `rules.CATALOGUE`, loaded by `actions.load_indicators`.
Terms: a pair is a count and an amount of money (most real lines come so); a ratio is computed
from two others and never typed. Codes are those of domain.md 3.5 and are never shown to officers.
Not here: values (`reporting`) and the queries that count (the app of the noun).
"""
