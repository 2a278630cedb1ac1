"""What can be said of a unit's tasks in a few lines: hints to combine, a Ban's quick report."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bongca.core.actor import Actor
from bongca.offices.models import Body
from bongca.programmes import policies
from bongca.programmes.enums import DONE_STATES, TaskState
from bongca.programmes.models import Assignment
from bongca.programmes.queries.work import SHOWN, own_work
from bongca.programmes.rules.combining import Gathering, Hint, hints


@dataclass(frozen=True, slots=True)
class QuickReport:
    """A Ban's state on one page: done, under way, late, with the words reported."""

    done: list[Assignment]
    doing: list[Assignment]
    late: list[Assignment]
    until: date

    @property
    def total(self) -> int:
        return len(self.done) + len(self.doing) + len(self.late)


def combining_hints(actor: Actor) -> list[Hint]:
    """Return which conferences and visits to come might be held together; one statement."""
    tasks = policies.visible_tasks(actor).filter(
        unit_id=actor.unit_id or 0, state=TaskState.OPEN, due_on__gte=actor.today
    )
    rows = tasks.exclude(gathering="").order_by("due_on", "pk")[:500]
    return hints(
        Gathering(task.pk, task.name, task.due_on, task.place, task.guests, task.budget_vnd)
        for task in rows
        if task.due_on is not None
    )


def bodies_with_work(actor: Actor) -> QuerySet[Body]:
    """Return the bodies of the actor's unit that have tasks."""
    return Body.objects.filter(
        unit_id=actor.unit_id or 0, pk__in=own_work(actor).order_by().values("body_id")
    ).order_by("name", "pk")


def quick_report(actor: Actor, body: Body | None, since: date) -> QuickReport:
    """Draft a Ban's quick report from its tasks: what was done since a day, what is owed.

    Without a body it is that of the whole unit. One statement.
    """
    rows = own_work(actor)
    if body is not None:
        rows = rows.filter(body=body)
    done: list[Assignment] = []
    doing: list[Assignment] = []
    late: list[Assignment] = []
    for copy in rows.select_related(*SHOWN).order_by("due_on", "pk")[:300]:
        if copy.state in DONE_STATES:
            if copy.handed_in_on is not None and copy.handed_in_on >= since:
                done.append(copy)
        elif copy.is_open:
            is_late = copy.due_on is not None and copy.due_on < actor.today
            (late if is_late else doing).append(copy)
    return QuickReport(done, doing, late, actor.today)
