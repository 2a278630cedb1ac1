"""Reads of reports: what a page, the API or a paper needs."""
