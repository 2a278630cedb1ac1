"""Members: the periods of membership, the lists that go out, and kept counts.

Owns: `Membership` (person × unit × kind × during, with what was known when), `MemberCount`.
Main actions: `admit_member`, `end_membership`, `move_group`, `undo_last_act`; `count_members` and
`counted_persons` answer for every figure.
Not here: the person row (`people`), rolls that come in (`rolls`), reports (`reporting`).
"""
