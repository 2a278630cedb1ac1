"""Reading a text about a meeting: plain Python, frozen at `VERSION` (ADR 0019)."""

VERSION = "2026-11-24"
