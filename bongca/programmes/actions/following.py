"""Follow the tree: copies move with the unit at which they stand."""

from django.db import transaction
from django.db.models import F

from bongca.programmes.models import Assignment


@transaction.atomic
def shift_assignments(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move every copy in this interval of the tree by `delta`.

    Part of a change of the tree, which has asked for the rights and leaves the audit entry.
    """
    rows = Assignment.objects.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
    rows.update(unit_pos=F("unit_pos") + delta)
