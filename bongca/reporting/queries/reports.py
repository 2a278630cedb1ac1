"""Finding rounds and reports for a page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from bongca.core.actor import Actor
from bongca.indicators.models import Indicator
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.reporting.models import Report, ReportEvent, Round
from bongca.reporting.policies import visible_reports
from bongca.reporting.queries import counting
from bongca.reporting.queries.children import Completeness, completeness, due_of
from bongca.reporting.rules.tiers import TierWords, words_between
from bongca.reporting.rules.transitions import days_left, is_late


def rounds(actor: Actor) -> QuerySet[Round]:
    """Return every round, the latest first: which rounds there are is no secret within the Hội."""
    require(actor, "reports.view")
    return Round.objects.select_related("form")


def round_for(actor: Actor, round_id: int) -> Round:
    """Return one round. Raises Http404 when there is none, NotAllowed without the word."""
    found = rounds(actor).filter(pk=round_id).first()
    if found is None:
        raise Http404
    return found


def report_for(actor: Actor, report_id: int) -> Report:
    """Return a report in the actor's scope. Raises Http404 out of it."""
    found = (
        visible_reports(actor)
        .select_related("unit", "parent_unit", "round", "round__form")
        .filter(pk=report_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def unit_for(actor: Actor, unit_id: int) -> Unit:
    """Return a unit in the actor's scope. Raises Http404 out of it."""
    found = visible_units(actor).filter(pk=unit_id).first()
    if found is None:
        raise Http404
    return found


def words_of(report: Report) -> TierWords:
    """Return how this report speaks of its own unit and of the one above."""
    above = report.parent_unit
    return words_between(report.tier, report.unit.name, above.name if above else "")


@dataclass(frozen=True, slots=True)
class Owed:
    """One round as the actor's own unit stands in it."""

    round: Round
    report: Report | None
    due_on: date | None
    days_left: int | None
    is_late: bool


def own_reports(actor: Actor, most: int = 40) -> list[Owed]:
    """Return the rounds with what the actor's unit owes in each; two queries and one for dues."""
    listed = list(rounds(actor).prefetch_related("dues")[:most])
    reports = {
        report.round_id: report
        for report in visible_reports(actor)
        .filter(unit=actor.unit_id or 0, round__in=listed)
        .select_related("unit", "parent_unit")
    }
    return [_owed(actor, one, reports.get(one.pk)) for one in listed]


def _owed(actor: Actor, of_round: Round, report: Report | None) -> Owed:
    dues = {due.tier: due.due_on for due in of_round.dues.all()}
    due_on = dues.get(report.tier) if report else None
    late = bool(report and of_round.is_open) and is_late(
        report.state if report else "", due_on, actor.today
    )
    return Owed(of_round, report, due_on, days_left(due_on, actor.today), late)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a report stands: its due day, who above reviews it, who below is in it."""

    due_on: date | None
    days_left: int | None
    below: Completeness | None


def standing_of(actor: Actor, report: Report) -> Standing:
    """Return the due day and the completeness of a report."""
    due_on = due_of(report.round, report.tier)
    below = completeness(report.round, report.unit) if report.tier != "branch" else None
    return Standing(due_on, days_left(due_on, actor.today), below)


def history_of(report: Report) -> QuerySet[ReportEvent]:
    """Return what happened to a report, the latest first."""
    return report.events.all()


REGISTER_CODES = ("A5", "A5M", "A5F", "A6", "A17")


def register_figures(
    actor: Actor, report: Report, moment: counting.Moment
) -> list[tuple[Indicator, int]]:
    """Return what the register of a chi hội holds at a moment, for the side of its short sheet."""
    shown = Indicator.objects.filter(code__in=REGISTER_CODES)
    counts = counting.counts_of_branch(actor, report.unit, moment)
    return [(indicator, counts.get(indicator.counted_by, 0)) for indicator in shown]


def own_report(actor: Actor, of_round: Round, unit: Unit) -> Report | None:
    """Return a unit's report in a round, or None when it owes none or the actor sees none."""
    own = visible_reports(actor).filter(round=of_round, unit=unit)
    return own.select_related("unit", "round", "round__form").first()
