"""What people announces upward."""

from django.dispatch import Signal

# Sent inside the transaction that corrected a person. Arguments: actor, person, before (the
# former values of the changed fields by name).
person_edited = Signal()

# Sent inside the transaction that put a known person into another unit, before the person row is
# saved. Arguments: person, unit. Rows that follow the person take the position of that unit.
person_placed = Signal()

# Sent inside the transaction in which a definer function moved a person across scopes, after the
# row has moved. Argument: person_id. Rows that follow the person are out of sight by now: a
# receiver calls the definer function of its table (`actions.placing.let_follow`).
person_crossed = Signal()

# Sent inside the transaction of a merge, after the rows were joined. Arguments: actor, kept, gone,
# before (former columns of "kept" and of "gone"). What a receiver returns (plain JSON) is kept
# under the name of its module and given back when the merge is undone.
persons_merged = Signal()

# Sent inside the transaction that took a merge back. Arguments: actor, kept, gone, before, notes
# (by module of the receiver: what it returned for persons_merged).
merge_undone = Signal()
