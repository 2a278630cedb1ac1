"""One task, one copy: found through scope, with the thread up and down."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Q, QuerySet, When
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.states import UNFINISHED
from bongca.org.models import Unit
from bongca.programmes import policies
from bongca.programmes.enums import DONE_STATES, AssigneeKind, AssignmentState, Part
from bongca.programmes.models import Assignment, AssignmentEvent, ExtensionRequest, Task

_ABOVE = (
    "parent", "parent__unit", "parent__parent__unit", "parent__parent__parent__unit"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the thread from the giver down: which unit, what it added, by when."""

    unit: Unit
    addition: str
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Sum:
    """How many copies there are, how many are done; exempted ones are not counted."""

    done: int = 0
    total: int = 0


def task_for(actor: Actor, pk: int) -> Task:
    """Return a task the actor may see; raises Http404 otherwise."""
    tasks = policies.visible_tasks(actor).select_related("unit", "programme", "copied_from")
    return get_object_or_404(tasks, pk=pk)


def copy_for(actor: Actor, pk: int) -> Assignment:
    """Return a copy the actor may see, with its thread; raises Http404 otherwise."""
    copies = policies.visible_assignments(actor).select_related(
        "task__unit", "task__programme", "unit", "body", "partner", "giver", *_ABOVE
    )
    return get_object_or_404(copies, pk=pk)


def thread_up(copy: Assignment) -> list[Link]:
    """Return the way the task came down, from its unit to this copy; what stands above is
    addressed to those below.
    """
    links: list[Link] = []
    one: Assignment | None = copy
    while one is not None:
        links.append(Link(one.unit, one.addition, one.due_on))
        one = one.parent
    if links[-1].unit.pk != copy.task.unit_id:
        links.append(Link(copy.task.unit, "", copy.task.due_on))
    return links[::-1]


def given_copies(actor: Actor, task: Task) -> QuerySet[Assignment]:
    """Return the copies given by the unit of the task itself: leaders first."""
    copies = policies.visible_assignments(actor).filter(task=task, parent__isnull=True)
    leaders_first = Case(When(role=Part.LEAD, then=0), default=1)
    return copies.select_related("unit", "body", "partner", "task").order_by(
        leaders_first, "kind", "unit_pos", "pk"
    )


def own_copies(actor: Actor, task: Task) -> list[Assignment]:
    """Return the copies of a task that stand at the actor's own unit."""
    copies = policies.visible_assignments(actor).filter(task=task, unit_id=actor.unit_id or 0)
    return list(copies.select_related("unit", "body", "partner", "task", "giver")[:20])


def sums_of_children(actor: Actor, copies: list[Assignment]) -> dict[int, Sum]:
    """Count below each copy of a page how many of those right below are done; one statement."""
    rows = (
        policies.visible_assignments(actor)
        .filter(parent__in=[copy.pk for copy in copies], kind=AssigneeKind.UNIT)
        .exclude(state=AssignmentState.EXEMPT)
        .order_by()
        .values_list("parent_id")
        .annotate(done=Count("pk", filter=Q(state__in=DONE_STATES)), total=Count("pk"))
    )
    return {parent: Sum(done, total) for parent, done, total in rows if parent is not None}


def events_of(copy: Assignment) -> QuerySet[AssignmentEvent]:
    """Return what happened to a copy, latest first."""
    return AssignmentEvent.objects.filter(assignment=copy).order_by("-at", "-pk")


def waiting_extension(copy: Assignment) -> ExtensionRequest | None:
    """Return the request for a later day that waits for an answer."""
    return ExtensionRequest.objects.filter(assignment=copy, is_granted__isnull=True).first()


def extension_for(actor: Actor, pk: int) -> ExtensionRequest:
    """Return a request for a later day the actor may see; raises Http404 otherwise."""
    copies = policies.visible_assignments(actor)
    requests = ExtensionRequest.objects.filter(assignment__in=copies)
    return get_object_or_404(
        requests.select_related("assignment__task", "assignment__unit", "assignment__parent"),
        pk=pk,
    )


def cascade_runs(task: Task) -> list[JobRun]:
    """Return the jobs that give this task down and have not ended."""
    runs = JobRun.objects.filter(
        name="programmes.cascade", kwargs__task_id=task.pk, state__in=UNFINISHED
    )
    return list(runs.order_by("-queued_at")[:3])


def cascade_run(actor: Actor, task: Task, run_id: object) -> JobRun:
    """Return one job that gives this task down, to those who gave it; raises Http404."""
    runs = JobRun.objects.filter(name="programmes.cascade", kwargs__task_id=task.pk)
    return get_object_or_404(runs.filter(unit_id=actor.unit_id or 0), pk=run_id)
