"""Số này từ đâu ra? One figure, from the actor's own tier down to the records or the declarer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db.models import Case, QuerySet, When
from django.db.models import Value as Constant
from django.http import Http404

from bongca.core.actor import Actor
from bongca.core.ui import Page
from bongca.indicators.models import Indicator
from bongca.indicators.rules.numbers import grouped
from bongca.members.queries.counted import CountedPerson, counted_persons
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require
from bongca.reporting import policies
from bongca.reporting.models import Figure, FormLine, Report, Round
from bongca.reporting.queries import counting
from bongca.reporting.queries.children import Completeness, completeness
from bongca.reporting.queries.sheet import moment_for
from bongca.reporting.queries.sums import counted_states
from bongca.reporting.queries.values import Value, counts_of_units, value_of


@dataclass(frozen=True, slots=True)
class Step:
    """One tier of the explanation."""

    number: int
    unit: Unit
    report: Report | None
    value: Value
    part_of: str = ""
    completeness: Completeness | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """How a chi hội came from its count at the start of the period to that at its end."""

    first_day: date
    last_day: date
    opening: int
    admitted: int
    deceased: int
    closing: int

    @property
    def other(self) -> int:
        """Return what is left: moves, leaving, corrections of the roll."""
        return self.closing - self.opening - self.admitted + self.deceased


@dataclass(frozen=True, slots=True)
class Explanation:
    """A figure opened: the tiers above it, and what it is made of."""

    round: Round
    indicator: Indicator
    steps: Sequence[Step]
    moment: counting.Moment | None = None
    ledger: Ledger | None = None
    persons: Page[CountedPerson] | None = None
    hides_names: bool = False
    is_asked_of_branches: bool = False
    counted_here: Mapping[int, int] = field(default_factory=dict)

    @property
    def last(self) -> Step:
        return self.steps[-1]

    @property
    def opens_further(self) -> bool:
        """Tell whether a commune's figure is made of those of its chi hội."""
        is_commune = self.last.unit.tier == Tier.COMMUNE
        return not is_commune or self.indicator.is_counted or self.is_asked_of_branches


def explain_figure(
    actor: Actor,
    of_round: Round,
    indicator: Indicator,
    unit: Unit,
    *,
    now: datetime,
    page: int = 1,
) -> Explanation:
    """Open one figure of one unit. Raises Http404 out of sight, NotAllowed without the word."""
    require(actor, "figures.view", unit)
    asked = _Asked(actor, of_round, indicator, now)
    chain = _chain(actor, unit)
    reports = {
        report.unit_id: report
        for report in policies.visible_reports(actor)
        .filter(round=of_round, unit__in=chain)
        .select_related("unit", "round", "round__form")
    }
    commune = _commune_report(of_round, chain[-1])
    steps: list[Step] = []
    for tier_unit in chain:
        report = reports.get(tier_unit.pk)
        value = asked.value(tier_unit, report, commune)
        steps.append(_step(tier_unit, report, value, steps, of_round))
    return asked.opened(steps, commune, page)


def _chain(actor: Actor, unit: Unit) -> list[Unit]:
    """Return the units from the actor's own tier down to this one, groups left out."""
    above = Unit.objects.filter(
        lft__lte=unit.lft, rgt__gte=unit.rgt, lft__gte=actor.lft, rgt__lte=actor.rgt
    )
    chain = list(above.exclude(tier=Tier.GROUP).order_by("lft"))
    if not chain:
        raise Http404
    return chain


def _commune_report(of_round: Round, unit: Unit) -> Report | None:
    """Return the report whose moment a chi hội is counted by; its own officer needs it too."""
    if unit.tier not in (Tier.BRANCH, Tier.COMMUNE):
        return None
    commune_id = unit.parent_id if unit.tier == Tier.BRANCH else unit.pk
    return (
        Report.objects.filter(round=of_round, unit=commune_id or 0)
        .select_related("unit", "round", "round__form")
        .first()
    )


def _step(
    unit: Unit, report: Report | None, value: Value, above: Sequence[Step], of_round: Round
) -> Step:
    whole = above[-1].value.from_below if above else None
    part_of = f"Trong {grouped(whole)} có" if whole else ""
    found = completeness(of_round, unit) if unit.tier != Tier.BRANCH else None
    return Step(len(above) + 1, unit, report, value, part_of, found)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: whose question, which figure, at what moment."""

    actor: Actor
    round: Round
    indicator: Indicator
    now: datetime

    @property
    def is_of_units(self) -> bool:
        return self.indicator.is_counted and counting.counter_of(self.indicator.counted_by) is None

    def value(self, unit: Unit, report: Report | None, commune: Report | None) -> Value:
        if unit.tier == Tier.BRANCH and self.indicator.is_counted:
            return self._counted_in_branch(unit, commune)
        return (
            Value(None)
            if report is None
            else value_of(self.actor, report, self.indicator, self.now)
        )

    def _counted_in_branch(self, branch: Unit, commune: Report | None) -> Value:
        if commune is None:
            return Value(None)
        if commune.is_sent:
            counted = counts_of_units(commune, self.indicator).get(branch.pk)
            return Value(counted, is_settled=True)
        return Value(self._counts_now(branch, commune).get(self.indicator.counted_by, 0))

    def _counts_now(self, branch: Unit, commune: Report) -> Mapping[str, int]:
        moment = self.moment(commune)
        if self.is_of_units:
            return {counting.BRANCHES: 1, counting.GROUPS: groups_on(branch, moment.as_of)}
        return counting.counts_of_branch(self.actor, branch, moment)

    def moment(self, commune: Report) -> counting.Moment:
        return moment_for(commune, self.actor.today, self.now)

    def opened(self, steps: Sequence[Step], commune: Report | None, page: int) -> Explanation:
        found = Explanation(
            self.round, self.indicator, steps, is_asked_of_branches=self._is_asked_of_branches()
        )
        if commune is None or not self.indicator.is_counted:
            return found
        moment, unit = self.moment(commune), steps[-1].unit
        found = replace(found, moment=moment)
        if unit.tier == Tier.COMMUNE:
            return replace(found, counted_here=self._counts_here(commune, moment))
        if self.is_of_units:
            return found
        return self._with_persons(found, unit, moment, page)

    def _is_asked_of_branches(self) -> bool:
        lines = FormLine.objects.filter(form_id=self.round.form_id, tier=Tier.BRANCH)
        return lines.filter(indicator=self.indicator).exists()

    def _counts_here(self, commune: Report, moment: counting.Moment) -> dict[int, int]:
        if commune.is_sent:
            return counts_of_units(commune, self.indicator)
        counts = counting.counts_below(self.actor, commune.unit, moment)
        return {pk: of_unit.get(self.indicator.counted_by, 0) for pk, of_unit in counts.items()}

    def _with_persons(
        self, found: Explanation, branch: Unit, moment: counting.Moment, page: int
    ) -> Explanation:
        ledger = self._ledger(branch, moment)
        if not policies.can_name_members(self.actor, branch):
            return replace(found, ledger=ledger, hides_names=True)
        counter = counting.counter_of(self.indicator.counted_by)
        assert counter is not None
        persons = counted_persons(
            self.actor,
            branch,
            counter,
            as_of=moment.as_of,
            as_known=moment.as_known,
            since=moment.day_before,
            number=page,
        )
        return replace(found, ledger=ledger, persons=persons)

    def _ledger(self, branch: Unit, moment: counting.Moment) -> Ledger | None:
        if self.indicator.counted_by != "members.total":
            return None
        before = replace(moment, as_of=moment.day_before)
        opening = counting.counts_of_branch(self.actor, branch, before)
        closing = counting.counts_of_branch(self.actor, branch, moment)
        return Ledger(
            first_day=moment.since,
            last_day=moment.as_of,
            opening=opening["members.total"],
            admitted=closing["members.admitted"],
            deceased=closing["members.deceased"],
            closing=closing["members.total"],
        )


def groups_on(branch: Unit, day: date) -> int:
    """Return how many tổ hội a chi hội had on a day."""
    below = branch.descendance.filter(depth=1, unit__tier=Tier.GROUP)
    return int(below.filter(during__contains=day).count())


def reports_below(actor: Actor, of_round: Round, unit: Unit) -> QuerySet[Report]:
    """Return the reports right below a unit, to walk on from a figure: by name, those in the
    sum before those that are not; every chi hội is counted from the register."""
    rows = (
        policies.visible_reports(actor)
        .filter(round=of_round, parent_unit=unit)
        .select_related("unit")
        .order_by("unit__sort_key", "pk")
    )
    if unit.tier == Tier.COMMUNE:
        return rows
    inside = When(state__in=counted_states(unit.tier), then=Constant(0))
    return rows.order_by(Case(inside, default=Constant(1)), "unit__sort_key", "pk")


def values_below(
    reports: Sequence[Report], indicator: Indicator, counted_here: Mapping[int, int]
) -> list[tuple[Report, int | None]]:
    """Return these reports each with its value: as submitted, or as counted for a chi hội."""
    if counted_here:
        return [(report, counted_here.get(report.unit_id)) for report in reports]
    said = dict(
        Figure.objects.filter(report__in=reports, indicator=indicator).values_list(
            "report_id", "value"
        )
    )
    return [(report, said.get(report.pk) if report.is_sent else None) for report in reports]
