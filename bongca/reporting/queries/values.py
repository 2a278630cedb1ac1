"""The value of one indicator at one unit in one round, and how it came about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from bongca.core.actor import Actor
from bongca.indicators.models import Indicator
from bongca.indicators.rules.numbers import grouped
from bongca.indicators.rules.sums import made_from_below, made_from_count
from bongca.reporting.models import Amendment, CountedFigure, Figure, Report
from bongca.reporting.queries import counting, sums
from bongca.reporting.queries.sheet import moment_for


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of one unit: what it is, and from what it was made."""

    value: int | None
    figure: Figure | None = None
    counted: int | None = None
    gathered: int | None = None
    gathered_units: int = 0
    amendments: Sequence[Amendment] = ()
    is_settled: bool = False

    @property
    def own(self) -> int | None:
        """Return what the unit added to the sum of those below, or None."""
        return self.figure.typed if self.figure and self.counted is None else None

    @property
    def from_below(self) -> int | None:
        """Return the number that those right below add up to."""
        return self.value if self.counted is None else self.counted

    @property
    def amended(self) -> int:
        return sum(amendment.difference for amendment in self.amendments)

    @property
    def said(self) -> str:
        return grouped(self.value)


def value_of(actor: Actor, report: Report, indicator: Indicator, now: datetime) -> Value:
    """Return one figure of a report: as submitted, or as it stands while it is being filled."""
    figure = Figure.objects.filter(report=report, indicator=indicator).first()
    if report.is_sent:
        return _settled(report, indicator, figure)
    if indicator.is_counted and report.tier == "commune":
        return _counted_now(actor, report, indicator, figure, now)
    below = sums.sums_below(report.round, report.unit).get(indicator.code)
    typed = figure.typed if figure else None
    gathered = below.value if below else None
    return Value(
        value=made_from_below(gathered, typed).value,
        figure=figure,
        gathered=gathered,
        gathered_units=below.units if below else 0,
    )


def _settled(report: Report, indicator: Indicator, figure: Figure | None) -> Value:
    amendments = amendments_below(report, indicator)
    value = figure.value if figure else None
    amended = sum(amendment.difference for amendment in amendments)
    return Value(
        value=None if value is None else value + amended,
        figure=figure,
        counted=figure.counted if figure else None,
        gathered=figure.gathered if figure else None,
        amendments=amendments,
        is_settled=True,
    )


def _counted_now(
    actor: Actor, report: Report, indicator: Indicator, figure: Figure | None, now: datetime
) -> Value:
    counts = counting.counts_below(actor, report.unit, moment_for(report, actor.today, now))
    counted = counting.totals(counts).get(indicator.counted_by, 0)
    typed, answer = (figure.typed, figure.answer) if figure else (None, "")
    return Value(made_from_count(counted, typed, answer).value, figure=figure, counted=counted)


def amendments_below(report: Report, indicator: Indicator) -> list[Amendment]:
    """Return what was corrected in this unit or below it since it submitted."""
    if report.submitted_at is None:
        return []
    inside = Q(report__unit__lft__gte=report.unit.lft, report__unit__lft__lte=report.unit.rgt)
    return list(
        Amendment.objects.filter(inside, report__round_id=report.round_id, indicator=indicator)
        .filter(at__gt=report.submitted_at)
        .select_related("report__unit")
    )


def counts_of_units(report: Report, indicator: Indicator) -> dict[int, int]:
    """Return what was counted for each chi hội when the commune submitted, by unit."""
    return dict(
        CountedFigure.objects.filter(report=report, indicator=indicator).values_list(
            "unit_id", "value"
        )
    )
