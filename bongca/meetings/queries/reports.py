"""What stands behind a Ban's report: its tasks, counted, so that a report is not an essay alone."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.ui.written import short_date
from bongca.meetings.models import BodyReport, Meeting
from bongca.meetings.policies import visible_meetings
from bongca.offices.models import Body
from bongca.programmes.enums import OPEN_STATES, AssignmentState
from bongca.programmes.models import Assignment
from bongca.programmes.policies import visible_assignments
from bongca.programmes.queries.summaries import QuickReport, quick_report

MONTH: Final = timedelta(days=30)
MOST: Final = 12


@dataclass(frozen=True, slots=True)
class Reported:
    """A report with the state of the tasks of the Ban that made it."""

    report: BodyReport
    under_way: int = 0
    late: int = 0
    done: int = 0

    @property
    def has_tasks(self) -> bool:
        return bool(self.under_way or self.done)


def reports_of(actor: Actor, meeting: Meeting) -> list[Reported]:
    """Return the reports of a meeting, each with its Ban's tasks of today; two statements."""
    rows = list(meeting.reports.select_related("body"))
    bodies = [row.body_id for row in rows if row.body_id is not None]
    is_open = Q(state__in=OPEN_STATES)
    tallies = (
        visible_assignments(actor)
        .filter(body__in=bodies)
        .values_list("body")
        .annotate(
            under_way=Count("pk", filter=is_open),
            late=Count("pk", filter=is_open & Q(due_on__lt=actor.today)),
            done=Count("pk", filter=Q(state=AssignmentState.ACCEPTED)),
        )
    )
    counted = {body: (under_way, late, done) for body, under_way, late, done in tallies}
    return [Reported(row, *counted.get(row.body_id or 0, (0, 0, 0))) for row in rows]


def since_of(meeting: Meeting, today: date) -> date:
    """Return the day a report begins from: that of the unit's meeting before, else a month ago."""
    day = meeting.held_on or today
    earlier = Meeting.objects.filter(unit=meeting.unit_id, held_on__lt=day).order_by("-held_on")
    before = earlier.values_list("held_on", flat=True).first()
    return before or day - MONTH


def tasks_behind(actor: Actor, meeting: Meeting, body: Body | None) -> QuickReport | None:
    """Return the tasks of a Ban of the actor's own unit: done since the last meeting, owed, late.

    Nothing for a report of somebody else's: their tasks are theirs.
    """
    if body is None or body.unit_id != actor.unit_id:
        return None
    return quick_report(actor, body, since_of(meeting, actor.today))


def drafted_words(found: QuickReport, since: date) -> str:
    """Word a quick report from its tasks: counted, named, without a claim of its own."""
    parts = [f"Từ ngày {short_date(since)} đến nay:"]
    for words, rows in (
        ("đã xong", found.done), ("đang làm", found.doing), ("quá hạn", found.late),
    ):  # fmt: skip
        parts.append(f"{words.capitalize()} {len(rows)} việc{'.' if not rows else ':'}")
        parts += [f"- {_line(one)}" for one in rows[:MOST]]
        if len(rows) > MOST:
            parts.append(f"- và {len(rows) - MOST} việc nữa.")
    return "\n".join(parts)


def _line(one: Assignment) -> str:
    said = [one.task.name.rstrip(".")]
    if one.result:
        said.append(one.result.split("\n")[0].rstrip("."))
    elif one.due_on:
        said.append(f"hạn {short_date(one.due_on)}")
    return f"{said[0]} ({said[1]})." if len(said) > 1 else f"{said[0]}."


def seen_report(actor: Actor, pk: int) -> BodyReport:
    """Return a report of a meeting one may see; raises Http404 otherwise."""
    rows = BodyReport.objects.filter(meeting__in=visible_meetings(actor).values("pk"))
    return get_object_or_404(rows.select_related("meeting__unit", "body"), pk=pk)
