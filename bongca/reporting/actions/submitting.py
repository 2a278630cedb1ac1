"""Handing a report up: the moment at which its figures become what was said."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.indicators.rules.sums import made_from_below, made_from_count
from bongca.members.queries.counting import counting_moment
from bongca.org import policies as org
from bongca.org.enums import Tier
from bongca.org.policies import visible_units
from bongca.reporting.actions.refusals import ChildrenMissing, NotReady
from bongca.reporting.actions.writing import (
    check_parent_open,
    check_state,
    locked_report,
    note_event,
)
from bongca.reporting.enums import EventKind, Origin, ReportState
from bongca.reporting.models import CountedFigure, Figure, Report, ReportEvent
from bongca.reporting.queries.children import completeness
from bongca.reporting.queries.counting import version_of
from bongca.reporting.queries.lines import Line
from bongca.reporting.queries.sheet import Sheet, sheet_of
from bongca.reporting.rules.tiers import BELOW


@transaction.atomic
def submit_report(*, actor: Actor, report_id: int, missing_note: str = "") -> Report:
    """Hand a report up: keep what was counted, per chi hội, and what was said, as of now.

    A commune takes in the sheets of its chi hội by this act. Raises NotAllowed, WrongState,
    RoundClosed, ParentHasSubmitted; NotReady with each open place; ChildrenMissing when units
    below have not sent and no reason is given.
    """
    report = locked_report(actor, report_id)
    org.require_writable(actor, "reports.submit", report.unit)
    check_state(report, "submit")
    if report.tier == "branch":
        check_parent_open(report)
    now = _moment(actor, report)
    sheet = sheet_of(actor, report, now=now)
    if sheet.troubles:
        raise NotReady(sheet.troubles)
    _check_children(report, missing_note)
    _take_in_branches(actor, report, now)
    keep_figures(sheet)
    _mark_submitted(actor, report, sheet, missing_note, now)
    audit.record(
        actor,
        "reporting.submit_report",
        report,
        changes={"state": report.state, "missing": missing_note},
    )
    return report


def _moment(actor: Actor, report: Report) -> datetime:
    """Return the moment of submission, after every record under way in what is counted."""
    if report.tier != Tier.COMMUNE:
        return clock.now()
    inside = visible_units(actor).filter(lft__gte=report.unit.lft, lft__lte=report.unit.rgt)
    return counting_moment(inside)


def _check_children(report: Report, missing_note: str) -> None:
    if report.tier not in BELOW:
        return
    found = completeness(report.round, report.unit)
    if found.missing_count and not missing_note.strip():
        raise ChildrenMissing(found.missing_count, Tier(found.tier).label.lower())


def _take_in_branches(actor: Actor, report: Report, now: datetime) -> None:
    if report.tier != "commune":
        return
    sent = Report.objects.filter(
        round_id=report.round_id, parent_unit_id=report.unit_id, state=ReportState.SUBMITTED
    )
    ReportEvent.objects.bulk_create(
        ReportEvent(
            report_id=pk, kind=EventKind.ACCEPTED, at=now, by_id=actor.user_id, by_label=actor.label
        )
        for pk in sent.values_list("pk", flat=True)
    )
    sent.update(
        state=ReportState.ACCEPTED,
        accepted_at=now,
        accepted_by_id=actor.user_id,
        accepted_by_label=actor.label,
        version=F("version") + 1,
    )


def keep_figures(sheet: Sheet) -> None:
    """Write the snapshot of a sheet: every value of the report, and each chi hội's counts."""
    report = sheet.report
    lines = [line for line in sheet.lines if not line.parts]
    Figure.objects.bulk_create(
        [_kept(report, line) for line in lines],
        update_conflicts=True,
        unique_fields=["report", "indicator"],
        update_fields=["counted", "gathered", "value", "origin", "returned_reason"],
    )
    report.counted_figures.all().delete()
    CountedFigure.objects.bulk_create(_kept_counts(sheet))


def _kept(report: Report, line: Line) -> Figure:
    if line.counted is not None:
        made = made_from_count(line.counted, line.typed, line.answer)
    else:
        made = made_from_below(line.gathered, line.typed)
    return Figure(
        report=report,
        indicator=line.indicator,
        counted=line.counted,
        gathered=line.gathered,
        value=made.value,
        origin=Origin(made.origin),
    )


def _kept_counts(sheet: Sheet) -> list[CountedFigure]:
    counted = [line.indicator for line in sheet.lines if line.counted is not None]
    return [
        CountedFigure(
            report=sheet.report,
            unit_id=unit_id,
            indicator=indicator,
            value=of_unit[indicator.counted_by],
            query_version=version_of(indicator.counted_by),
        )
        for unit_id, of_unit in sheet.counts.items()
        for indicator in counted
        if of_unit.get(indicator.counted_by) is not None
    ]


def _mark_submitted(
    actor: Actor, report: Report, sheet: Sheet, missing_note: str, now: datetime
) -> None:
    moment = sheet.moment
    report.state = ReportState.SUBMITTED
    report.submitted_at, report.submitted_by_id = now, actor.user_id
    report.submitted_by_label = actor.label
    report.missing_note = missing_note.strip()[:300]
    report.since, report.as_of, report.as_known = moment.since, moment.as_of, moment.as_known
    report.returned_reason = ""
    report.version += 1
    report.save()
    values = {line.code: line.value for line in sheet.lines if not line.parts}
    note_event(report, EventKind.SUBMITTED, actor, now, report.missing_note, values)
