"""What stands behind a Ban's report: its tasks, counted, so that a report is not an essay alone."""

from dataclasses import dataclass

from django.db.models import Count, Q

from bongca.core.actor import Actor
from bongca.meetings.models import BodyReport, Meeting
from bongca.programmes.enums import OPEN_STATES, AssignmentState
from bongca.programmes.policies import visible_assignments


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
