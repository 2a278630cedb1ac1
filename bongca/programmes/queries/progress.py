"""How far a task is, counted from the copies below and never typed; who has not."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.programmes import policies
from bongca.programmes.enums import DONE_STATES, OPEN_STATES, AssigneeKind, AssignmentState
from bongca.programmes.models import Assignment, Programme, Task
from bongca.programmes.queries.threads import Sum
from bongca.programmes.queries.work import late
from bongca.programmes.rules.tiers import ORDER, words_of_tier


@dataclass(frozen=True, slots=True)
class TierCount:
    """The copies of one tier below a unit, by how far they are."""

    tier: str
    states: dict[str, int] = field(default_factory=dict)
    late: int = 0

    @property
    def total(self) -> int:
        """Return how many are to do it; exempted ones are not counted."""
        return sum(self.states.values()) - self.states.get(AssignmentState.EXEMPT, 0)

    @property
    def done(self) -> int:
        return sum(self.states.get(state, 0) for state in DONE_STATES)

    @property
    def unreceived(self) -> int:
        return self.states.get(AssignmentState.SENT, 0)

    @property
    def doing(self) -> int:
        owed = sum(self.states.get(state, 0) for state in OPEN_STATES)
        return owed - self.unreceived

    @property
    def waiting(self) -> int:
        return self.states.get(AssignmentState.HANDED_IN, 0)

    @property
    def words(self) -> str:
        """Return the counts as one sentence: "40/63 tỉnh, thành phố đã xong"."""
        counted = words_of_tier(self.tier).counted
        said = f"{self.done}/{self.total} {counted} đã báo kết quả"
        if self.doing:
            said += f"; {self.doing} đang làm"
        if self.unreceived:
            said += f"; {self.unreceived} chưa báo đã nhận"
        return said


def below(actor: Actor, task: Task, unit: Unit) -> QuerySet[Assignment]:
    """Return the copies of a task at the units under this one."""
    return policies.visible_assignments(actor).filter(
        task=task, kind=AssigneeKind.UNIT, unit_pos__gt=unit.lft, unit_pos__lte=unit.rgt
    )


def tier_counts(actor: Actor, task: Task, unit: Unit) -> list[TierCount]:
    """Count a task's copies under a unit by tier and state, in one statement."""
    rows = (
        below(actor, task, unit)
        .order_by()
        .values_list("tier", "state")
        .annotate(count=Count("pk"), late=Count("pk", filter=late(actor.today)))
    )
    found: dict[str, dict[str, int]] = {}
    overdue: dict[str, int] = {}
    for tier, state, count, late_count in rows:
        found.setdefault(tier, {})[state] = count
        overdue[tier] = overdue.get(tier, 0) + late_count
    return [TierCount(tier, found[tier], overdue[tier]) for tier in ORDER if tier in found]


def copies_of_tier(
    actor: Actor, task: Task, unit: Unit, tier: str, states: Sequence[str] = ()
) -> QuerySet[Assignment]:
    """Return one tier's copies under a unit: the late first, then in the order of the tree."""
    rows = below(actor, task, unit).filter(tier=tier)
    if states:
        rows = rows.filter(state__in=states)
    return rows.select_related("unit", "task", "giver").order_by("unit_pos", "pk")


def sums_of_tasks(actor: Actor, tasks: Sequence[Task]) -> dict[int, Sum]:
    """Count for each task of a page the copies its own unit gave and those done."""
    rows = (
        policies.visible_assignments(actor)
        .filter(task__in=[task.pk for task in tasks], parent__isnull=True)
        .exclude(state=AssignmentState.EXEMPT)
        .order_by()
        .values_list("task_id")
        .annotate(done=Count("pk", filter=Q(state__in=DONE_STATES)), total=Count("pk"))
    )
    return {task: Sum(done, total) for task, done, total in rows}


def sums_of_programmes(actor: Actor, programmes: Sequence[Programme]) -> dict[int, Sum]:
    """Count for each programme of a page its tasks and those that are over."""
    rows = (
        policies.visible_tasks(actor)
        .filter(programme__in=[programme.pk for programme in programmes])
        .exclude(state="withdrawn")
        .order_by()
        .values_list("programme_id")
        .annotate(done=Count("pk", filter=Q(state="closed")), total=Count("pk"))
    )
    return {one: Sum(done, total) for one, done, total in rows if one is not None}
