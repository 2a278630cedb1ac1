"""Members: the periods of membership, the rolls that bring them in, the lists that go out.

Owns: `Membership` (person × unit × kind × during, with what was known when), `RollBatch` (a roll
brought as Excel or CSV, with what it wrote and how to undo it), kept counts per commune.
Main actions: `admit_member`, `edit_member`, `end_membership`, `bring_roll`, `undo_roll`.
Not here: the person row (`people`), reports (`reporting`).
"""
