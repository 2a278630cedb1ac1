"""Reading a text of a meeting into proposals: what was concluded, by whom, until when.

Owns the rules that read, the text as it was given, what they found in it, and a person's word on
each: accepted, mended, dropped. Main actions: `read_text`, `take_proposal`, `drop_proposal`.

Not here: conclusions (an accepted one is written by `meetings`), days of a deadline and names known
near a meeting (`meetings.rules`, which reads those that are typed too).
"""
