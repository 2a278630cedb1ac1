"""The register of incidents."""

from django.db.models import F, QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.org.policies import require
from bongca.privacy.models import Incident
from bongca.privacy.policies import WATCH, visible_incidents


def listed_incidents(actor: Actor) -> QuerySet[Incident]:
    """Return the incidents of the actor's scope, unfinished ones first. Raises NotAllowed."""
    require(actor, WATCH)
    rows = visible_incidents(actor).select_related("unit")
    return rows.order_by(F("closed_on").desc(nulls_first=True), "-known_at", "pk")


def seen_incident(actor: Actor, pk: int) -> Incident:
    """Return one incident; raises Http404 out of sight."""
    return get_object_or_404(visible_incidents(actor).select_related("unit"), pk=pk)


def unreported(actor: Actor) -> Incident | None:
    """Return the incident whose clock runs out first, of those not reported yet."""
    rows = visible_incidents(actor).filter(reported_at=None, closed_on=None)
    return rows.select_related("unit").order_by("known_at").first()
