"""The pages of applications, transfers and pauses."""
