"""Every write to applications, transfers and pauses."""
