"""Reading a text about a meeting: plain Python, as of `VERSION` (ADR 0019)."""

VERSION = "2026-11-24.3"
