"""Việc cần làm of reports: what this unit owes, what it has to review, what it waits for."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from bongca.core.actor import Actor
from bongca.core.ui import State, Tag, due_tag
from bongca.core.ui.home import HomeTask, WaitingLine
from bongca.core.ui.written import short_date
from bongca.org.models import Unit
from bongca.reporting.enums import ReportState, RoundState
from bongca.reporting.models import Report, Round
from bongca.reporting.policies import visible_reports
from bongca.reporting.queries.reports import Owed, own_reports, words_of
from bongca.reporting.rules.tiers import BELOW, tier_words
from bongca.reporting.rules.transitions import OPEN

NEAR_DAYS = 7
LATE, NEAR, QUIET = 30, 20, 10
_BUTTONS = {ReportState.RETURNED: "Sửa báo cáo", ReportState.DRAFTING: "Làm tiếp báo cáo"}


def home_tasks(actor: Actor) -> list[HomeTask]:
    """Return what this person owes in the open rounds; a constant number of queries."""
    if not actor.holds("reports.view"):
        return []
    tasks: list[HomeTask] = []
    if actor.holds("reports.fill") and actor.holds("reports.submit"):
        tasks += [_owed_task(one) for one in own_reports(actor) if _is_owed(one)]
    if actor.holds("reports.review") and actor.tier in BELOW:
        tasks += _review_tasks(actor)
    return tasks


def _is_owed(one: Owed) -> bool:
    return one.round.is_open and one.report is not None and one.report.is_open_for_writing


def _owed_task(one: Owed) -> HomeTask:
    report = one.report
    assert report is not None
    above = words_of(report).above
    is_returned = report.state == ReportState.RETURNED
    return HomeTask(
        title=f"Sửa và nộp lại: {one.round.name}"
        if is_returned
        else f"Làm {_lower(one.round.name)}",
        detail=report.returned_reason if is_returned else _begun_words(report, above),
        state=State.RETURNED.tag() if is_returned else _due_state(one),
        url=reverse("reporting:report_detail", args=[report.pk]),
        button=_BUTTONS.get(ReportState(report.state), "Làm báo cáo"),
        due=one.due_on,
        urgency=LATE if is_returned else _urgency(one.days_left),
    )


def _begun_words(report: Report, above: str) -> str:
    if report.saved_at is None:
        return f"Chưa ghi gì. Ghi xong thì nộp lên {above}."
    return f"Đang lập, lưu lần cuối {short_date(report.saved_at)}. Chưa nộp lên {above}."


def _due_state(one: Owed) -> Tag:
    if one.days_left is None:
        return State.NOT_SUBMITTED.tag()
    return due_tag(one.days_left)


def _urgency(left: int | None) -> int:
    if left is None:
        return QUIET
    return LATE if left < 0 else NEAR if left <= NEAR_DAYS else QUIET


def _review_tasks(actor: Actor) -> Iterator[HomeTask]:
    words = tier_words(actor.tier)
    if actor.tier == "commune":
        return
    for of_round, waiting in _counted(actor, Q(state=ReportState.SUBMITTED)):
        url = reverse("reporting:round_detail", args=[of_round.pk])
        yield HomeTask(
            title=f"Duyệt báo cáo của {waiting} {words.below}",
            detail=of_round.name,
            state=State.SUBMITTED.tag("Chờ duyệt"),
            url=f"{url}?nhom=cho-duyet",
            button="Xem và duyệt",
            urgency=NEAR,
        )


def home_waiting(actor: Actor) -> list[WaitingLine]:
    """Return who below has not sent yet, and what lies with the tier above; two queries."""
    if not actor.holds("reports.view"):
        return []
    lines = [
        WaitingLine(
            who=f"{count} {tier_words(actor.tier).below}",
            words=f"chưa gửi {_lower(of_round.name)}.",
            url=reverse("reporting:round_detail", args=[of_round.pk]) + "?nhom=con-no",
            link="Xem nơi nào",
        )
        for of_round, count in (_counted(actor, Q(state__in=OPEN)) if actor.tier in BELOW else ())
    ]
    return lines + [_sent_line(report) for report in _with_tier_above(actor)]


def _counted(actor: Actor, which: Q) -> list[tuple[Round, int]]:
    """Return each open round with how many reports right below are of this kind."""
    rows = (
        visible_reports(actor)
        .filter(which, parent_unit=actor.unit_id or 0, round__state=RoundState.OPEN)
        .values("round")
        .annotate(count=Count("pk"))
    )
    counts = {row["round"]: row["count"] for row in rows}
    return [(one, counts[one.pk]) for one in Round.objects.filter(pk__in=counts)]


def _with_tier_above(actor: Actor) -> list[Report]:
    rows = visible_reports(actor).filter(
        unit=actor.unit_id or 0, state=ReportState.SUBMITTED, round__state=RoundState.OPEN
    )
    return list(rows.select_related("round", "parent_unit"))


def _sent_line(report: Report) -> WaitingLine:
    above = report.parent_unit.name if report.parent_unit else ""
    return WaitingLine(
        who=above,
        words=f"đang xem {_lower(report.round.name)} của ta.",
        url=reverse("reporting:report_detail", args=[report.pk]),
        link="Xem lại",
    )


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


def unit_panel(request: HttpRequest, unit: Unit) -> SafeString | str:
    """Lead from the page of a unit to its reports of the open rounds, each with its state."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    rows = visible_reports(actor).filter(unit=unit, round__state=RoundState.OPEN)
    return format_html_join(
        "",
        '<p><a class="govuk-link bc-target" href="{}">{}</a>'
        ' <span class="bc-quiet">({})</span></p>',
        (
            (
                reverse("reporting:report_detail", args=[report.pk]),
                report.round.name,
                report.get_state_display().lower(),
            )
            for report in rows.select_related("round")
        ),
    )
