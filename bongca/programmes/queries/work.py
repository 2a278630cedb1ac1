"""What a unit has to do: its own copies as a list, by state, by month."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from bongca.core.actor import Actor
from bongca.programmes import policies
from bongca.programmes.enums import (
    DONE_STATES,
    OPEN_STATES,
    AssigneeKind,
    AssignmentState,
    TaskState,
)
from bongca.programmes.models import Assignment

SHOWN = ("task", "unit", "body", "giver")
# What a line of work says. The rest of a copy and of its task is read on its own page.
_OF_COPY = (
    "kind", "role", "state", "due_on", "person_label", "partner", "unit__name", "body__name",
)  # fmt: skip
_OF_LINE = (*SHOWN, *_OF_COPY, "task__name", "task__is_key", "giver__name")
_OF_CARD = ("task", "unit", "body", *_OF_COPY, "task__name")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "chua-xong": tuple(OPEN_STATES),
    "chua-nhan": (AssignmentState.SENT,),
    "dang-lam": (AssignmentState.RECEIVED, AssignmentState.DOING, AssignmentState.RETURNED),
    "tra-lai": (AssignmentState.RETURNED,),
    "da-bao": (AssignmentState.HANDED_IN,),
    "da-xong": (AssignmentState.ACCEPTED,),
    "duoc-mien": (AssignmentState.EXEMPT,),
}


@dataclass(frozen=True, slots=True)
class WorkFilter:
    """What a list of work is narrowed to; an empty one leaves all."""

    words: str = ""
    group: str = ""
    role: str = ""
    kind: str = ""
    is_key: bool = False
    is_late: bool = False


@dataclass(slots=True)
class BoardColumn:
    """One column of the board: how many stand in it, and the first of them."""

    count: int = 0
    copies: list[Assignment] = field(default_factory=list)


def own_work(actor: Actor) -> QuerySet[Assignment]:
    """Return the copies that the actor's own unit, its bodies and persons have to carry out."""
    copies = policies.visible_assignments(actor).filter(
        unit_id=actor.unit_id or 0, task__state=TaskState.OPEN
    )
    return copies.exclude(kind=AssigneeKind.PARTNER)


def work_list(actor: Actor, wanted: WorkFilter) -> QuerySet[Assignment]:
    """Return the unit's work as filtered: what is due first, what has no day last."""
    rows = own_work(actor)
    if wanted.words:
        rows = rows.filter(
            Q(task__name__icontains=wanted.words) | Q(task__words__icontains=wanted.words)
        )
    if wanted.group in GROUPS:
        rows = rows.filter(state__in=GROUPS[wanted.group])
    if wanted.role:
        rows = rows.filter(role=wanted.role)
    if wanted.kind:
        rows = rows.filter(kind=wanted.kind)
    if wanted.is_key:
        rows = rows.filter(task__is_key=True)
    if wanted.is_late:
        rows = rows.filter(late(actor.today))
    return rows.select_related(*SHOWN).only(*_OF_LINE).order_by("due_on", "pk")


def late(today: date) -> Q:
    """Return what makes a copy late: still owed after its day."""
    return Q(state__in=OPEN_STATES, due_on__lt=today)


def counted_by_state(actor: Actor) -> dict[str, int]:
    """Count the unit's work by state in one statement."""
    rows = own_work(actor).order_by().values_list("state").annotate(count=Count("pk"))
    return {state: count for state, count in rows}


def board(actor: Actor, most: int = 8) -> dict[str, BoardColumn]:
    """Return each column of the board, counted and with its first copies, in one statement."""
    names = ("chua-nhan", "dang-lam", "da-bao", "da-xong")
    of_state = {state: name for name in names for state in GROUPS[name]}
    # By state and not by column, which may have several: enough of each are read to fill it.
    by_state = F("state")
    rows = (
        own_work(actor)
        .filter(state__in=list(of_state))
        .annotate(
            ordinal=Window(RowNumber(), partition_by=by_state, order_by=["due_on", "pk"]),
            many=Window(Count("pk"), partition_by=by_state),
        )
    )
    shown = rows.filter(ordinal__lte=most).select_related("task", "unit", "body").only(*_OF_CARD)
    found = {name: BoardColumn() for name in names}
    for copy in shown.order_by("due_on", "pk"):
        column = found[of_state[copy.state]]
        if copy.ordinal == 1:
            column.count += copy.many
        if len(column.copies) < most:
            column.copies.append(copy)
    return found


def month_of_work(actor: Actor, first: date, after: date) -> list[Assignment]:
    """Return the unit's work due in a month, at most what a page can bear."""
    rows = own_work(actor).filter(due_on__gte=first, due_on__lt=after)
    return list(rows.select_related(*SHOWN).order_by("due_on", "pk")[:200])


def week_of_work(actor: Actor, until: date) -> list[Assignment]:
    """Return what the unit still owes up to a day, late ones first, for one printed page."""
    rows = own_work(actor).filter(state__in=OPEN_STATES, due_on__lte=until)
    return list(rows.select_related(*SHOWN).order_by("due_on", "pk")[:40])


@dataclass(frozen=True, slots=True)
class Load:
    """How much lies on one officer or body of the unit."""

    name: str
    open_count: int
    late_count: int
    done_count: int


def load_per_officer(actor: Actor) -> list[Load]:
    """Count what lies on each person and body of the actor's unit, the heaviest first."""
    rows = (
        own_work(actor)
        .exclude(kind=AssigneeKind.UNIT)
        .values("kind", "body__name", "person_label")
        .annotate(
            open_count=Count("pk", filter=Q(state__in=OPEN_STATES)),
            late_count=Count("pk", filter=late(actor.today)),
            done_count=Count("pk", filter=Q(state__in=DONE_STATES)),
        )
        .order_by("-open_count", "-late_count", "person_label", "body__name")
    )
    return [
        Load(
            row["person_label"] or row["body__name"] or "",
            row["open_count"],
            row["late_count"],
            row["done_count"],
        )
        for row in rows
    ]
