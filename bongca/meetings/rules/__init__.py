"""Plain Python of meetings: majorities, and the days a deadline spans (ADR 0019)."""
