"""Places in the tree of today: handing them out, shifting them, closing gaps (design.md 14.3).

Whoever changes the shape of the tree holds one lock for the length of the transaction, so that
no unit is added to a subtree while it moves.
"""

from django.db import connection
from django.db.models import F, Max

from bongca.core.errors import DomainError
from bongca.org import rules
from bongca.org.models import Unit
from bongca.org.signals import unit_positions_moved

TREE_LOCK = 0x626F6E67  # any number that nobody else takes


class NoRoom(DomainError):
    """The parent has as many units directly below it as the tree can hold."""

    status = 409

    def __init__(self, parent: Unit):
        super().__init__(
            "no_room", f"{parent.name} đã có đủ số đơn vị trực thuộc, không thêm được nữa."
        )


def lock_tree() -> None:
    """Wait until nobody else is changing the shape of the tree, and keep others waiting."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [TREE_LOCK])


def free_slot(parent: Unit) -> tuple[int, int]:
    """Return (lft, rgt) for one more unit below `parent`, closing gaps when the end is reached.

    Raises NoRoom when there are no gaps left to close.
    """
    tier = rules.CHILD_TIER.get(parent.tier, "kept")
    try:
        return _after_last(parent, tier)
    except rules.SlotsExhausted:
        renumber_children(parent)
    try:
        return _after_last(parent, tier)
    except rules.SlotsExhausted as error:
        raise NoRoom(parent) from error


def _after_last(parent: Unit, tier: str) -> tuple[int, int]:
    last = Unit.objects.filter(parent=parent).aggregate(last=Max("lft"))["last"]
    return rules.next_slot(parent.lft, parent.rgt, tier, last)


def renumber_children(parent: Unit) -> int:
    """Close the gaps between the units directly below `parent`; return how many moved."""
    tier = rules.CHILD_TIER.get(parent.tier, "kept")
    children = Unit.objects.filter(parent=parent)
    moves = rules.compacted(parent.lft, tier, list(children.values_list("lft", flat=True)))
    for old_lft, new_lft in moves:
        shift(old_lft, old_lft + rules.WIDTH[tier] - 1, new_lft - old_lft)
    return len(moves)


def shift(
    old_lft: int,
    old_rgt: int,
    delta: int,
    *,
    province_id: int | None = None,
    commune_id: int | None = None,
) -> None:
    """Move every unit of an interval by `delta`, and have the apps above move their rows.

    `province_id` and `commune_id` are what the units of the interval belong to from now on; None
    leaves them as they are.
    """
    moved = Unit.objects.filter(lft__gte=old_lft, lft__lte=old_rgt)
    belongs = {"province_id": province_id, "commune_id": commune_id}
    changed = {word: value for word, value in belongs.items() if value is not None}
    moved.update(lft=F("lft") + delta, rgt=F("rgt") + delta, **changed)
    unit_positions_moved.send(
        sender=Unit,
        old_lft=old_lft,
        old_rgt=old_rgt,
        delta=delta,
    )
