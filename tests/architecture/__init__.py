"""The rules of the house that a linter does not know. Each shows that it can fail."""
