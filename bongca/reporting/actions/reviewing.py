"""The tier right above: sending a report back with reasons, or accepting it for good."""

from collections.abc import Mapping

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.org import policies as org
from bongca.reporting import policies
from bongca.reporting.actions.refusals import RoundClosed, WrongState
from bongca.reporting.actions.writing import (
    check_parent_open,
    check_state,
    locked_report,
    note_event,
)
from bongca.reporting.enums import EventKind, ReportState
from bongca.reporting.models import Amendment, Figure, Report


@transaction.atomic
def return_report(
    *, actor: Actor, report_id: int, reason: str, figure_reasons: Mapping[str, str] | None = None
) -> Report:
    """Send a report back with a reason, and reasons at single figures.

    Raises NotAllowed for anyone but the tier right above, WrongState, ParentHasSubmitted,
    DomainError without any reason.
    """
    report = locked_report(actor, report_id)
    policies.require_review(actor, report)
    _check_returnable(report)
    check_parent_open(report)
    at_figures = {code: text.strip() for code, text in (figure_reasons or {}).items()}
    at_figures = {code: text[:300] for code, text in at_figures.items() if text}
    words = reason.strip()[:500] or ("Xin xem lý do ở từng số." if at_figures else "")
    if not words:
        raise DomainError("reason_missing", "Xin ghi lý do trả lại.", field="reason")
    now = clock.now()
    report.state = ReportState.RETURNED
    report.returned_at, report.returned_by_label = now, actor.label
    report.returned_reason = words
    report.version += 1
    report.save()
    for code, text in at_figures.items():
        Figure.objects.filter(report=report, indicator_id=code).update(returned_reason=text)
    note_event(report, EventKind.RETURNED, actor, now, words, at_figures)
    audit.record(
        actor,
        "reporting.return_report",
        report,
        changes={"reason": words, "figures": sorted(at_figures)},
    )
    return report


def _check_returnable(report: Report) -> None:
    if not report.round.is_open:
        raise RoundClosed
    taken_in = report.tier == "branch" and report.state == ReportState.ACCEPTED
    if report.state != ReportState.SUBMITTED and not taken_in:
        raise WrongState(report.get_state_display())


@transaction.atomic
def accept_report(*, actor: Actor, report_id: int) -> Report:
    """Accept a report: from now on its figures count above and can only be amended.

    Raises NotAllowed for anyone but the tier right above, WrongState, RoundClosed,
    ParentHasSubmitted.
    """
    report = locked_report(actor, report_id)
    policies.require_review(actor, report)
    check_state(report, "accept")
    check_parent_open(report)
    now = clock.now()
    report.state = ReportState.ACCEPTED
    report.accepted_at, report.accepted_by_id = now, actor.user_id
    report.accepted_by_label = actor.label
    report.version += 1
    report.save()
    note_event(report, EventKind.ACCEPTED, actor, now)
    audit.record(actor, "reporting.accept_report", report, changes={"state": report.state})
    return report


@transaction.atomic
def amend_figure(
    *, actor: Actor, report_id: int, code: str, new_value: int, reason: str
) -> Amendment:
    """Correct one figure after acceptance: a new fact that travels up and is marked.

    Raises NotAllowed, WrongState before acceptance, DomainError without a reason or a change.
    """
    report = locked_report(actor, report_id)
    org.require_writable(actor, "reports.submit", report.unit)
    check_state(report, "amend")
    figure = Figure.objects.filter(report=report, indicator_id=code, value__isnull=False).first()
    if figure is None:
        raise DomainError("no_such_figure", "Báo cáo không có số này để đính chính.")
    if not reason.strip():
        raise DomainError("reason_missing", "Xin ghi lý do đính chính.", field="reason")
    amended = sum(report.amendments.filter(indicator_id=code).values_list("difference", flat=True))
    difference = new_value - (figure.value or 0) - amended
    if difference == 0:
        raise DomainError("same_value", "Số đính chính bằng số cũ.", field="new_value")
    now = clock.now()
    amendment = Amendment.objects.create(
        report=report,
        indicator_id=code,
        difference=difference,
        reason=reason.strip()[:300],
        at=now,
        by_id=actor.user_id,
        by_label=actor.label,
    )
    note_event(report, EventKind.AMENDED, actor, now, amendment.reason, {code: difference})
    audit.record(actor, "reporting.amend_figure", report, changes={"code": code, "by": difference})
    return amendment
