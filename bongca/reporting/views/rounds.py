"""Rounds: what the unit owes, who below has sent, opening and closing."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import (
    Column,
    Page,
    Role,
    Table,
    Tally,
    page_of,
    redirect,
    render,
    render_question,
    toast,
)
from bongca.core.ui.written import short_date
from bongca.offices.queries.branch_heads import branch_heads
from bongca.org.models import Unit
from bongca.org.policies import may, require
from bongca.org.queries import contacts
from bongca.org.queries.contacts import Contact
from bongca.reporting.actions.rounds import close_round, open_round
from bongca.reporting.enums import ReportState
from bongca.reporting.forms.rounds import OpenRound
from bongca.reporting.models import Report
from bongca.reporting.queries import children
from bongca.reporting.queries import reports as finding
from bongca.reporting.rules.tiers import BELOW, SUMMING_TIERS, tier_words
from bongca.reporting.views.shown import posted, state_tag

GROUPS = {
    "con-no": (ReportState.NOT_SUBMITTED, ReportState.DRAFTING, ReportState.RETURNED),
    "cho-duyet": (ReportState.SUBMITTED,),
    "da-duyet": (ReportState.ACCEPTED, ReportState.CLOSED),
}


@require_safe
def round_list(request: Request) -> HttpResponse:
    actor = request.actor
    context = {
        "owed": [(one, state_tag(one.report, one.days_left) if one.report else None)
                 for one in finding.own_reports(actor)],
        "may_open": may(actor, "reports.open"),
        "has_below": actor.tier in BELOW,
        "is_central": actor.tier == "central",
    }  # fmt: skip
    return render(request, "reporting/round_list.html", None, context)


def round_open(request: Request) -> HttpResponse:
    require(request.actor, "reports.open")
    form = OpenRound(posted(request), today=request.actor.today)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            opened = open_round(
                actor=request.actor,
                form=given["form"],
                name=given["name"],
                first_day=given["first_day"],
                last_day=given["last_day"],
                dues=form.dues,
            )
        except DomainError as refusal:
            form.add_error(refusal.field or None, refusal.message)
        else:
            toast(request, f"Đã mở kỳ “{opened.name}” cho cả nước.")
            return redirect(request, "reporting:round_detail", opened.pk)
    status = 422 if form.is_bound else 200
    return render(request, "reporting/round_open.html", None, {"form": form}, status)


def round_close(request: Request, round_id: int) -> HttpResponse:
    require(request.actor, "reports.open")
    closing = finding.round_for(request.actor, round_id)
    if request.method == "POST":
        close_round(actor=request.actor, round_id=closing.pk)
        toast(request, f"Đã chốt kỳ “{closing.name}”.")
        return redirect(request, "reporting:round_detail", closing.pk)
    unit = finding.unit_for(request.actor, request.actor.unit_id or 0)
    context = {
        "round": closing,
        "progress": children.progress_of(request.actor, closing, unit),
        "back_url": reverse("reporting:round_detail", args=[closing.pk]),
    }
    return render_question(request, "reporting/_close.html", context, title="Chốt kỳ báo cáo?")


@require_safe
def round_detail(request: Request, round_id: int) -> HttpResponse:
    return round_unit(request, round_id, request.actor.unit_id or 0)


@require_safe
def round_unit(request: Request, round_id: int, unit_id: int) -> HttpResponse:
    actor = request.actor
    of_round = finding.round_for(actor, round_id)
    unit = finding.unit_for(actor, unit_id)
    if unit.tier not in SUMMING_TIERS:
        raise Http404
    progress = children.progress_of(actor, of_round, unit)
    group = request.GET.get("nhom", "")
    rows = children.children_reports(actor, of_round, unit, GROUPS.get(group, ()))
    page = page_of(rows, request.GET.get("trang"), per_page=20)
    left = children.days_to_due(of_round, BELOW.get(unit.tier, ""), actor.today)
    own = finding.own_report(actor, of_round, unit)
    context = {
        "round": of_round,
        "unit": unit,
        "own": own,
        "words": tier_words(unit.tier),
        "below": children.completeness(of_round, unit),
        "progress": progress,
        "tallies": _tallies(progress, group),
        "page": page,
        "table": _table(request, unit, page, left),
        "may_close": may(actor, "reports.open") and of_round.is_open and unit.tier == "central",
    }
    return render(request, "reporting/round_detail.html", None, context)


def _tallies(progress: children.Progress, group: str) -> list[Tally]:
    owing = progress.waiting + progress.late
    late = bool(progress.late)
    return [
        Tally(owing, "quá hạn" if late else "chưa nộp, còn hạn", "triangle" if late else "half",
              "bad" if late and owing else "", "?nhom=con-no", group == "con-no"),
        Tally(progress.to_review, "chờ duyệt", "up", "ask" if progress.to_review else "",
              "?nhom=cho-duyet", group == "cho-duyet"),
        Tally(progress.done, "đã duyệt", "done", "done", "?nhom=da-duyet", group == "da-duyet"),
        Tally(progress.total, "tất cả", "sum", "", "?", not group),
    ]  # fmt: skip


def _table(request: Request, unit: Unit, page: Page[Report], left: int | None) -> Table[Report]:
    called = _called(request.actor, unit, page.items)
    words = tier_words(unit.tier)
    columns: Sequence[Column[Report]] = [
        Column(words.below.capitalize(), "unit.name", Role.NAME, link=_report_url),
        Column("Tình trạng", lambda report: state_tag(report, left), Role.STATE, note=_sent_on),
        Column(
            "Người phụ trách",
            lambda report: called[report.unit_id].name,
            card_label="Phụ trách",
            empty="Chưa có tên",
        ),
        Column(
            "Điện thoại",
            lambda report: called[report.unit_id].phone,
            Role.PHONE,
            empty="Chưa có số điện thoại",
        ),
    ]
    return Table(columns, page.items, f"{words.below.capitalize()}, nơi chưa nộp ở trên")


def _called(actor: Actor, unit: Unit, reports: Sequence[Report]) -> dict[int, Contact]:
    """Whom to call at each unit: who signs in for it, else who heads the chi hội by its paper."""
    called = contacts.contacts_of([report.unit for report in reports], actor.today)
    if unit.tier != "commune" or not (actor.holds("offices.view") and actor.holds("members.view")):
        return called
    for head in branch_heads(actor, unit):
        found = called.get(head.branch.pk)
        if found and not found.name and head.appointment:
            person = head.appointment.person
            called[head.branch.pk] = Contact(person.full_name, person.phone or found.phone)
    return called


def _report_url(report: Report) -> str:
    return reverse("reporting:report_detail", args=[report.pk])


def _sent_on(report: Report) -> str:
    if not report.submitted_at or not report.is_sent:
        return ""
    return f"nộp {short_date(report.submitted_at)}"
