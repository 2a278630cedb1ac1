"""The catalogue of positions, brought up to the table in rules."""

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.offices import rules
from bongca.offices.models import Position

_FIELDS = ("title", "tier", "body_kind", "rank", "role", "is_single")


@transaction.atomic
def seed_positions(*, actor: Actor) -> int:
    """Add the positions that are missing and return how many; what is there stays as it is.

    Only the installation itself may do it: raises NotAllowed.
    """
    if not actor.is_system:
        raise NotAllowed("positions.seed")
    known = set(Position.objects.values_list("code", flat=True))
    fresh = [
        Position(code=title.code, **{field: getattr(title, field) for field in _FIELDS})
        for title in rules.TITLES
        if title.code not in known
    ]
    Position.objects.bulk_create(fresh)
    if fresh:
        changes = {"codes": [position.code for position in fresh]}
        audit.record(actor, "offices.seed_positions", ("offices.position", "*"), changes=changes)
    return len(fresh)
