"""Reading a text about a meeting: plain Python, as of `VERSION` (ADR 0019).

The version counts the rules of days as well. They stand in `meetings.rules.deadlines`, since a
conclusion written by hand has a deadline too.
"""

VERSION = "2026-11-24.3"
