"""The register of requests, and what of it is owed."""

from uuid import UUID

from django.db.models import Count, F, Min, Q, QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.org.policies import require
from bongca.privacy.models import PersonRequest
from bongca.privacy.policies import VIEW, visible_requests

OPEN, LATE, CLOSED = "mo", "tre", "xong"


def listed_requests(actor: Actor, group: str = "") -> QuerySet[PersonRequest]:
    """Return the requests of the actor's scope, what is owed first. Raises NotAllowed."""
    require(actor, VIEW)
    rows = visible_requests(actor).select_related("person__unit")
    if group == OPEN:
        rows = rows.filter(due_on__isnull=False)
    elif group == LATE:
        rows = rows.filter(due_on__lt=actor.today)
    elif group == CLOSED:
        rows = rows.filter(due_on__isnull=True)
    return rows.order_by(F("due_on").asc(nulls_last=True), "-received_on", "pk")


def seen_request(actor: Actor, pk: UUID, word: str = VIEW) -> PersonRequest:
    """Return one request. Raises NotAllowed without `word`; Http404 out of sight."""
    rows = visible_requests(actor).select_related("person__unit")
    row = get_object_or_404(rows, pk=pk)
    require(actor, word, row.person.unit)
    return row


def owed(actor: Actor) -> dict[str, object]:
    """Return how many requests are open and late, and the next day, in one statement."""
    rows = visible_requests(actor).filter(due_on__isnull=False)
    return rows.aggregate(
        open=Count("pk"), late=Count("pk", filter=Q(due_on__lt=actor.today)), next=Min("due_on")
    )
