"""Programmes of a unit; one of them with its targets, its parts and its tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.org.models import Partner
from bongca.programmes import policies
from bongca.programmes.enums import TaskState
from bongca.programmes.models import Programme, Target, Task
from bongca.programmes.queries.progress import sums_of_tasks
from bongca.programmes.queries.threads import Sum


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task of a programme with how many of those it was given to are done."""

    task: Task
    sum: Sum

    @property
    def is_done(self) -> bool:
        return self.task.state == TaskState.CLOSED or 0 < self.sum.total == self.sum.done


@dataclass(frozen=True, slots=True)
class Quarter:
    """A stretch of a programme's timeline: its words and its tasks in order of their days."""

    name: str
    rows: list[TaskRow]


def programme_list(actor: Actor) -> QuerySet[Programme]:
    """Return the programmes of the actor's own unit, or all that were addressed to a liaison."""
    found = policies.visible_programmes(actor).select_related("unit", "partner", "parent")
    if actor.unit_id is not None:
        found = found.filter(unit_id=actor.unit_id)
    return found.order_by("-during", "pk")


def programme_for(actor: Actor, pk: int) -> Programme:
    """Return a programme the actor may see; raises Http404 otherwise."""
    found = policies.visible_programmes(actor).select_related("unit", "partner", "parent")
    return get_object_or_404(found, pk=pk)


def may_open(actor: Actor, programme: Programme | None) -> bool:
    """Tell whether the page of this programme is there for the actor."""
    if programme is None:
        return False
    return policies.visible_programmes(actor).filter(pk=programme.pk).exists()


def own_programmes(actor: Actor, besides: int | None = None) -> QuerySet[Programme]:
    """Return the programmes of the actor's unit under which a task may be given today, and the
    one under which it stands already.
    """
    mine = policies.visible_programmes(actor).filter(unit_id=actor.unit_id or 0)
    still = Q(during__contains=actor.today) | Q(during__startswith__gt=actor.today)
    return mine.filter(still | Q(pk=besides or 0)).order_by("-during", "pk")


def partners_today(today: date, besides: int | None = None) -> QuerySet[Partner]:
    """Return the partners of today, by name; they are public within the Association."""
    still = Q(during__contains=today) | Q(pk=besides or 0)
    return Partner.objects.filter(still).order_by("name")


def target_for(actor: Actor, pk: int) -> Target:
    """Return a target of a programme the actor may see; raises Http404 otherwise."""
    found = Target.objects.filter(programme__in=policies.visible_programmes(actor))
    return get_object_or_404(found.select_related("programme__unit", "indicator"), pk=pk)


def children_of(actor: Actor, programme: Programme) -> Sequence[Programme]:
    """Return the programmes and plans under this one."""
    found = policies.visible_programmes(actor).filter(parent=programme)
    return list(found.order_by("during", "pk"))


def tasks_of(actor: Actor, programme: Programme, most: int = 200) -> list[TaskRow]:
    """Return a programme's tasks in order of their days, each counted; two statements."""
    tasks = policies.visible_tasks(actor).filter(programme=programme)
    shown = list(tasks.exclude(state=TaskState.WITHDRAWN).order_by("due_on", "pk")[:most])
    sums = sums_of_tasks(actor, shown)
    return [TaskRow(task, sums.get(task.pk, Sum())) for task in shown]


def timeline_of(rows: Sequence[TaskRow]) -> list[Quarter]:
    """Lay tasks out by quarter, those without a day at the end."""
    quarters: dict[str, list[TaskRow]] = {}
    for row in rows:
        quarters.setdefault(_quarter(row.task.due_on), []).append(row)
    return [Quarter(name, listed) for name, listed in quarters.items()]


def _quarter(day: date | None) -> str:
    if day is None:
        return "Chưa có hạn"
    return f"Quý {('I', 'II', 'III', 'IV')[(day.month - 1) // 3]} năm {day.year}"
