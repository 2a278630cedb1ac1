"""Việc của kỳ trước: what earlier meetings concluded that is still owed, or was done since."""

from dataclasses import dataclass
from datetime import date

from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
)

from bongca.core.actor import Actor
from bongca.core.ui import State, Tag, due_tag
from bongca.meetings.enums import MeetingKind
from bongca.meetings.models import Conclusion, ConclusionParty, Meeting
from bongca.meetings.policies import visible_meetings
from bongca.meetings.queries.conclusions import Standing, standings_among
from bongca.programmes.enums import AssignmentState, TaskState
from bongca.programmes.models import Assignment
from bongca.programmes.policies import visible_assignments

FIRST = 5
_OVER = (AssignmentState.ACCEPTED, AssignmentState.EXEMPT)
_TAGS = {
    AssignmentState.SENT: State.UNACKNOWLEDGED.tag(),
    AssignmentState.HANDED_IN: State.SUBMITTED.tag("Đã báo kết quả"),
    AssignmentState.ACCEPTED: State.ACCEPTED.tag("Đã xong"),
    AssignmentState.RETURNED: State.RETURNED.tag(),
    AssignmentState.EXEMPT: State.EXEMPT.tag(),
}


@dataclass(frozen=True)
class Opening:
    """What a meeting begins with: the first rows, and how many there are of each."""

    rows: list[Standing]
    total: int
    owed: int
    late: int

    @property
    def done(self) -> int:
        return self.total - self.owed

    @property
    def has_more(self) -> bool:
        return self.total > len(self.rows)


def earlier_meetings(actor: Actor, meeting: Meeting) -> QuerySet[Meeting]:
    """Return the published meetings before this one that its chair answers for.

    For a meeting of bodies those of the same bodies, and what came from above; for one of the
    unit itself all of its unit.
    """
    rows = visible_meetings(actor).filter(unit_id=meeting.unit_id, notice__isnull=False)
    rows = rows.exclude(pk=meeting.pk)
    if meeting.held_on is not None:
        rows = rows.filter(Q(held_on__lt=meeting.held_on) | Q(held_on__isnull=True))
    bodies = list(meeting.bodies.values_list("pk", flat=True))
    if bodies:
        same = Meeting.bodies.through.objects.filter(meeting=OuterRef("pk"), body__in=bodies)
        rows = rows.filter(Q(kind=MeetingKind.SUPERIOR) | Exists(same))
    return rows


def previous_matters(actor: Actor, meeting: Meeting) -> QuerySet[Conclusion]:
    """Return what earlier meetings concluded and is owed, or was done since the last of them.

    Owed ones first, by their day. What was withdrawn, or entered from a source without tasks, is
    nobody's business any more.
    """
    earlier = earlier_meetings(actor, meeting)
    last: date | None = earlier.aggregate(last=Max("held_on"))["last"]
    given = visible_assignments(actor).filter(task=OuterRef("task"), parent__isnull=True)
    owing = given.exclude(state__in=_OVER)
    handed_in = given.order_by(F("handed_in_on").desc(nulls_last=True)).values("handed_in_on")
    owed = Q(task__state=TaskState.OPEN) & (Q(Exists(owing)) | ~Q(Exists(given)))
    rows = (
        Conclusion.objects.filter(meeting__in=earlier.order_by().values("pk"), task__isnull=False)
        .exclude(task__state=TaskState.WITHDRAWN)
        .annotate(
            is_owed=ExpressionWrapper(owed, output_field=BooleanField()),
            last_result_on=Subquery(handed_in[:1]),
        )
    )
    since = Q(last_result_on__gte=last) if last is not None else Q(last_result_on__isnull=False)
    parties = ConclusionParty.objects.select_related("unit", "body", "partner")
    return (
        rows.filter(Q(is_owed=True) | since)
        .select_related("meeting")
        .prefetch_related(Prefetch("parties", parties))
        .order_by("-is_owed", F("due_on").asc(nulls_last=True), "-meeting__held_on", "number")
    )


def opening(actor: Actor, meeting: Meeting) -> Opening | None:
    """Return what a meeting begins with, or None when nothing is left from before."""
    rows = previous_matters(actor, meeting)
    counted = rows.order_by().aggregate(
        total=Count("pk"),
        owed=Count("pk", filter=Q(is_owed=True)),
        late=Count("pk", filter=Q(is_owed=True, due_on__lt=actor.today)),
    )
    if not counted["total"]:
        return None
    return Opening(standings_among(actor, list(rows[:FIRST])), **counted)


def given_of(standing: Standing) -> list[Assignment]:
    """Return those a conclusion was given to, those who still owe it first."""
    return sorted(standing.copies, key=lambda copy: (copy.state in _OVER, copy.unit_pos, copy.pk))


def copy_tag(copy: Assignment, today: date) -> Tag:
    """Return how far one of those a conclusion was given to has come."""
    if copy.is_open and copy.due_on is not None and copy.due_on < today:
        return due_tag((copy.due_on - today).days)
    return _TAGS.get(AssignmentState(copy.state)) or State.DRAFTING.tag(copy.get_state_display())
