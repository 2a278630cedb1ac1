"""Reading a text about a meeting: plain Python, frozen at `VERSION` (ADR 0018)."""

VERSION = "2026-11-24"
