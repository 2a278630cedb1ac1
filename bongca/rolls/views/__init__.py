"""Pages of a roll: `steps` answers requests, `shown` lays out what they show."""
