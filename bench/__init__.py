"""Measured claims: each file prints ratios against a named baseline of the same run."""
