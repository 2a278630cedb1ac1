"""What every act on a report begins and ends with."""

from datetime import datetime
from typing import Any

from bongca.core.actor import Actor
from bongca.reporting.actions.refusals import ParentHasSubmitted, RoundClosed, WrongState
from bongca.reporting.enums import EventKind
from bongca.reporting.models import Report, ReportEvent
from bongca.reporting.policies import visible_reports
from bongca.reporting.rules.transitions import may_follow


def locked_report(actor: Actor, report_id: int) -> Report:
    """Return the report, held for this transaction. Raises Report.DoesNotExist out of sight."""
    return (
        visible_reports(actor)
        .select_for_update(of=("self",))
        .select_related("unit", "round", "round__form")
        .get(pk=report_id)
    )


def check_state(report: Report, act: str) -> None:
    """Raise WrongState or RoundClosed when the act has no place in the report's life."""
    if not report.round.is_open and act != "amend":
        raise RoundClosed
    if not may_follow(act, report.state):
        raise WrongState(report.get_state_display())


def check_parent_open(report: Report) -> None:
    """Raise ParentHasSubmitted when the tier above has already handed its sum in."""
    if report.parent_unit_id is None:
        return
    parent = (
        Report.objects.select_for_update(of=("self",))
        .select_related("unit")
        .filter(round_id=report.round_id, unit_id=report.parent_unit_id)
        .first()
    )
    if parent is not None and parent.is_sent:
        raise ParentHasSubmitted(parent.unit.name)


def note_event(
    report: Report,
    kind: EventKind,
    actor: Actor,
    at: datetime,
    note: str = "",
    values: dict[str, Any] | None = None,
) -> None:
    """Add one line to the report's history."""
    ReportEvent.objects.create(
        report=report,
        kind=kind,
        at=at,
        by_id=actor.user_id,
        by_label=actor.label,
        note=note,
        values=values or {},
    )
