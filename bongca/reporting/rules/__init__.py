"""The arithmetic of reports: reading numbers, checking, adding up, what may follow what."""
