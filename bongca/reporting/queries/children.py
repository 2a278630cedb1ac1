"""Who has sent and who has not: the units right below one that owe a report in a round."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When

from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Report, Round, RoundDue
from bongca.reporting.policies import visible_reports
from bongca.reporting.queries.sums import counted_states
from bongca.reporting.rules.tiers import BELOW
from bongca.reporting.rules.transitions import OPEN, days_left, is_late

NAMES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of those who owe are in the sum, and some of those who are not."""

    included: int
    owing: int
    missing: tuple[Report, ...]
    due_on: date | None
    tier: str

    @property
    def is_complete(self) -> bool:
        return self.included >= self.owing

    @property
    def missing_count(self) -> int:
        return self.owing - self.included

    @property
    def others(self) -> int:
        """Return how many missing units are not named here."""
        return max(0, self.missing_count - len(self.missing))

    @property
    def share(self) -> int:
        return 100 * self.included // self.owing if self.owing else 100


def completeness(of_round: Round, unit: Unit) -> Completeness:
    """Return who is in the sum of a unit and who is missing, the late first; three queries."""
    owed = Report.objects.filter(round=of_round, parent_unit=unit)
    inside = Q(state__in=counted_states(unit.tier))
    numbers = owed.aggregate(owing=Count("pk"), included=Count("pk", filter=inside))
    missing = owed.exclude(inside).select_related("unit").order_by(*_LATE_FIRST)[:NAMES_SHOWN]
    tier = BELOW.get(unit.tier, "")
    return Completeness(
        included=numbers["included"],
        owing=numbers["owing"],
        missing=tuple(missing),
        due_on=due_of(of_round, tier),
        tier=tier,
    )


def gathered_from(report: Report) -> tuple[int, int]:
    """Return how many of those below are in a report, as it was handed in, and how many owe."""
    owed = Report.objects.filter(round=report.round_id, parent_unit=report.unit_id)
    inside = Q(state__in=counted_states(report.tier))
    if report.is_sent and report.submitted_at:
        inside &= Q(accepted_at__lte=report.submitted_at)
    numbers = owed.aggregate(owing=Count("pk"), included=Count("pk", filter=inside))
    return numbers["included"], numbers["owing"]


def due_of(of_round: Round, tier: str) -> date | None:
    """Return the day by which a tier has to have submitted."""
    return (
        RoundDue.objects.filter(round=of_round, tier=tier).values_list("due_on", flat=True).first()
    )


_ORDER = {
    ReportState.RETURNED: 0,
    ReportState.NOT_SUBMITTED: 1,
    ReportState.DRAFTING: 2,
    ReportState.SUBMITTED: 3,
    ReportState.ACCEPTED: 4,
    ReportState.CLOSED: 5,
}
_LATE_FIRST = (
    Case(
        *(When(state=state, then=Value(place)) for state, place in _ORDER.items()),
        output_field=IntegerField(),
    ),
    "unit__sort_key",
    "pk",
)


def children_reports(
    actor: Actor, of_round: Round, unit: Unit, states: tuple[str, ...] = ()
) -> QuerySet[Report]:
    """Return the reports right below a unit, those that owe first, optionally of some states."""
    rows = visible_reports(actor).filter(round=of_round, parent_unit=unit)
    if states:
        rows = rows.filter(state__in=states)
    return rows.select_related("unit").order_by(*_LATE_FIRST)


@dataclass(frozen=True, slots=True)
class Progress:
    """The tallies of a round right below a unit; together they are all that owe."""

    waiting: int
    late: int
    to_review: int
    done: int

    @property
    def total(self) -> int:
        return self.waiting + self.late + self.to_review + self.done


def progress_of(actor: Actor, of_round: Round, unit: Unit) -> Progress:
    """Return how many units right below are late, still in time, to be reviewed and done."""
    rows = visible_reports(actor).filter(round=of_round, parent_unit=unit)
    counts = rows.aggregate(
        open=Count("pk", filter=Q(state__in=OPEN)),
        to_review=Count("pk", filter=Q(state=ReportState.SUBMITTED)),
        done=Count("pk", filter=Q(state__in=[ReportState.ACCEPTED, ReportState.CLOSED])),
    )
    due_on = due_of(of_round, BELOW.get(unit.tier, ""))
    late = is_late(ReportState.DRAFTING, due_on, actor.today)
    return Progress(
        waiting=0 if late else counts["open"],
        late=counts["open"] if late else 0,
        to_review=counts["to_review"],
        done=counts["done"],
    )


def days_to_due(of_round: Round, tier: str, today: date) -> int | None:
    """Return the days left until a tier's due day; below zero it is late."""
    return days_left(due_of(of_round, tier), today)
