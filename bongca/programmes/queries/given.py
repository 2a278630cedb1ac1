"""What a unit gave: its tasks with their counts; what waits for its judgement."""

from django.db.models import Exists, OuterRef, QuerySet

from bongca.core.actor import Actor
from bongca.programmes import policies
from bongca.programmes.enums import AssignmentState
from bongca.programmes.models import Assignment, ExtensionRequest, Task
from bongca.programmes.queries.work import SHOWN, late


def given_tasks(actor: Actor, words: str = "", group: str = "") -> QuerySet[Task]:
    """Return the tasks of the actor's unit, latest first; `cham` leaves those with late copies."""
    tasks = policies.visible_tasks(actor).filter(unit_id=actor.unit_id or 0)
    if words:
        tasks = tasks.filter(name__icontains=words)
    if group == "cham":
        behind = Assignment.objects.filter(
            late(actor.today), task=OuterRef("pk"), giver_id=actor.unit_id or 0
        )
        tasks = tasks.filter(Exists(behind))
    elif group:
        tasks = tasks.filter(state=group)
    return tasks.select_related("programme").order_by("-created_at", "-pk")


def to_judge(actor: Actor) -> QuerySet[Assignment]:
    """Return what was handed in to the actor's unit, oldest first."""
    given = policies.visible_assignments(actor).filter(
        giver_id=actor.unit_id or 0, state=AssignmentState.HANDED_IN
    )
    return given.select_related(*SHOWN, "partner").order_by("handed_in_on", "pk")


def extensions_asked(actor: Actor) -> QuerySet[ExtensionRequest]:
    """Return the requests for a later day that wait for the actor's unit, oldest first."""
    copies = policies.visible_assignments(actor).filter(giver_id=actor.unit_id or 0)
    requests = ExtensionRequest.objects.filter(is_granted__isnull=True, assignment__in=copies)
    return requests.select_related(
        "assignment__task", "assignment__unit", "assignment__body", "assignment__partner"
    ).order_by("asked_at")
