"""Pages of papers: the desk, in, out, books, secret entries, rules in force."""
