"""What was reported of the targets of a programme: accepted figures of its unit in its days."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.indicators.enums import OverTime
from bongca.programmes.models import Programme
from bongca.programmes.queries.targets import Reported
from bongca.reporting import policies
from bongca.reporting.enums import ReportState
from bongca.reporting.models import Figure, Report
from bongca.reporting.queries.sums import ACCEPTED, amended_since

MOST_ROUNDS = 12


def reported_for(
    actor: Actor, programme: Programme, codes: Sequence[str]
) -> Mapping[str, Reported]:
    """Return by code what the programme's unit reported so far within the programme's days.

    A stock is the last figure; a flow is added up over the rounds that do not overlap. A unit
    with nobody above it sends its report to nobody: there a submitted one counts. Two statements,
    and one for each report that a figure was taken from.
    """
    if not actor.holds("figures.view"):
        return {}
    reports = {one.pk: one for one in _reports(actor, programme)[:MOST_ROUNDS]}
    figures = Figure.objects.filter(
        report__in=list(reports), indicator__in=codes, value__isnull=False
    ).select_related("indicator")
    by_code: dict[str, list[tuple[Report, Figure]]] = {}
    for figure in figures:
        by_code.setdefault(figure.indicator_id, []).append((reports[figure.report_id], figure))
    amended: dict[int, Mapping[str, int]] = {}
    return {code: _reported(code, said, amended) for code, said in by_code.items()}


def _reports(actor: Actor, programme: Programme) -> QuerySet[Report]:
    states = [*ACCEPTED] if programme.unit.parent_id else [*ACCEPTED, ReportState.SUBMITTED]
    last = programme.during.upper
    # The last day of a programme belongs to it; a range leaves its upper end out.
    days = DateRange(programme.during.lower, last + timedelta(days=1) if last else None)
    return (
        policies.visible_reports(actor)
        .filter(unit=programme.unit_id, state__in=states, round__period__contained_by=days)
        .select_related("round", "unit")
        .order_by("-round__period", "-pk")
    )


def _reported(
    code: str, said: list[tuple[Report, Figure]], amended: dict[int, Mapping[str, int]]
) -> Reported:
    latest_first = sorted(said, key=lambda one: one[0].round.since, reverse=True)
    taken: list[Report] = []
    value = 0
    for report, figure in latest_first:
        if taken and figure.indicator.over_time != OverTime.FLOW:
            break
        if any(_overlap(report, other) for other in taken):
            continue
        if report.pk not in amended:
            amended[report.pk] = amended_since(report)
        taken.append(report)
        value += (figure.value or 0) + amended[report.pk].get(code, 0)
    last = taken[0]
    return Reported(
        value=Decimal(value),
        said_in=" và ".join(report.round.name for report in taken),
        url=reverse("reporting:figure_explain", args=[last.round_id, code, last.unit_id]),
    )


def _overlap(one: Report, other: Report) -> bool:
    return one.round.since <= other.round.last_day and other.round.since <= one.round.last_day
