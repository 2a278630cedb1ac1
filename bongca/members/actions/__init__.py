"""Every write to memberships and their counts."""
