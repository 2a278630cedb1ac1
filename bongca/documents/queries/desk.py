"""What the first page of papers counts: each number leads to its list."""

from dataclasses import dataclass

from django.db.models import Count, Q

from bongca.core.actor import Actor
from bongca.documents import policies
from bongca.documents.enums import IncomingState


@dataclass(frozen=True, slots=True)
class Desk:
    """What waits at a unit."""

    to_take_in: int
    to_instruct: int
    late: int
    drafts: int


def desk_of(actor: Actor) -> Desk:
    """Count what waits at the actor's unit, in three queries."""
    came = (
        policies.visible_incoming(actor)
        .filter(unit=actor.unit_id or 0)
        .aggregate(
            waiting=Count("pk", filter=Q(state=IncomingState.PRESENTED)),
            late=Count("pk", filter=~Q(state=IncomingState.DONE) & Q(due_on__lt=actor.today)),
        )
    )
    went = policies.visible_outgoing(actor).filter(unit=actor.unit_id or 0, number__isnull=True)
    offered = policies.visible_deliveries(actor).filter(received_at__isnull=True)
    return Desk(offered.count(), came["waiting"], came["late"], went.count())
