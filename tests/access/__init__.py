"""Who gets which answer at every address: written by hand, from what is meant, not from the code.

`rows.py` says how a row is written; `table_*.py` hold the rows, an app a file; `world.py` holds
the things they name; `test_pages.py` and `test_operations.py` go through them, and fail for an
address without a row. `test_database.py` asks the tables themselves, as the app's role.
`test_mutations.py` takes every filter and every policy away once, and wants a test to notice.
"""
