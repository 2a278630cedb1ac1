"""Rolls: the Excel lists officers bring, read with every doubt asked, written and taken back.

Owns: `ingest` (plain Python: from a file to rows), `RollBatch` (one roll brought in, from the
upload to its undoing), `RollLine` (one line of it and what became of it), `ColumnMemory`.
Main actions: `bring_roll`, `answer_columns`, `write_roll`, `undo_roll`.
Not here: persons (`people`), memberships (`members`), lists that go out (`members`).
"""
