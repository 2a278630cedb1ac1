"""Persons: one row per human being known to a unit, member or not.

Owns: `Person` with the current state that lists and scope need, identity claims (`IdentityClaim`:
encrypted, found by keyed hash, a clash is put to people and never blocks a roll), sensitive data
apart (`SensitiveRecord`), merging of two rows that are one human being.
Main actions: `add_person`, `edit_person`, `claim_identity`, `merge_persons`.
Not here: membership and its periods (`members`), offices held (`offices`).
"""
