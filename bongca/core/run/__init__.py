"""`make run`: prepare what is missing, then keep PostgreSQL, web and worker running."""
