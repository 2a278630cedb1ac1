"""What reports stand on below: a roll whose members a submitted report has counted."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, F, OuterRef

from bongca.core.actor import Actor
from bongca.members.models import Membership
from bongca.org.models import Unit
from bongca.reporting.models import Report
from bongca.reporting.rules.transitions import OPEN


def reports_standing_on(actor: Actor, batch_id: UUID, unit: Unit) -> Sequence[Report]:
    """Return the submitted commune reports that counted a period this roll wrote.

    A chi hội officer undoing her roll is told of the commune's report, which she cannot open.
    """
    communes = Unit.objects.filter(tier="commune", lft__lte=unit.lft, rgt__gte=unit.lft)
    counted = Membership.objects.filter(
        roll_batch_id=batch_id, recorded_at__lte=OuterRef("as_known")
    )
    return list(
        Report.objects.filter(unit__in=communes)
        .exclude(state__in=OPEN)
        .filter(Exists(counted))
        .select_related("unit", "round")
        .order_by(F("submitted_at").desc(), "pk")
    )
