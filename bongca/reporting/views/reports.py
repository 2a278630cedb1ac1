"""One report: filling it, reading it, its history."""

from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.http import Request
from bongca.core.ui import Happening, redirect, render, toast
from bongca.core.ui.written import clock_time
from bongca.indicators.models import Indicator
from bongca.indicators.rules.checks import Level, remark_on
from bongca.indicators.rules.numbers import NotANumber, parse_whole
from bongca.reporting import policies
from bongca.reporting.actions.filling import Saved, save_report
from bongca.reporting.enums import Answer, ReportState
from bongca.reporting.forms.sheets import NUMBER, SheetAnswers, read_answers
from bongca.reporting.models import Report
from bongca.reporting.queries import reports as finding
from bongca.reporting.queries.sheet import Sheet, sheet_of
from bongca.reporting.views.shown import steps_of

SUBMIT_WORD, OPEN_WORD = "nop", "mo-"
SAYS = {Level.FINE: "ok", Level.ODD: "ask", Level.WRONG: "bad"}


def report_detail(request: Request, report_id: int) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    sheet = sheet_of(request.actor, report, now=clock.now())
    if request.method == "POST":
        return _save(request, report, sheet)
    return _page(request, sheet)


def _save(request: Request, report: Report, sheet: Sheet) -> HttpResponse:
    answers = read_answers(request.POST, sheet)
    saved = save_report(
        actor=request.actor, report_id=report.pk, figures=answers.figures, words=answers.words
    )
    if answers.unread or saved.conflicts:
        fresh = finding.report_for(request.actor, report.pk)
        fresh_sheet = sheet_of(request.actor, fresh, now=clock.now())
        return _page(request, fresh_sheet, answers, saved, status=409 if saved.conflicts else 422)
    if request.POST.get("viec") == SUBMIT_WORD:
        return redirect(request, "reporting:report_submit", report.pk)
    wanted = request.POST.get("viec", "")
    if wanted.startswith(OPEN_WORD):
        code = wanted.removeprefix(OPEN_WORD)
        page = reverse("reporting:report_detail", args=[report.pk])
        return redirect(request, f"{page}?mo={code}#chi-tieu-{code}")
    toast(request, "Đã lưu. Có thể nghỉ và làm tiếp sau.")
    return redirect(request, "reporting:report_detail", report.pk)


def _page(
    request: Request,
    sheet: Sheet,
    answers: SheetAnswers | None = None,
    saved: Saved | None = None,
    status: int = 200,
) -> HttpResponse:
    report, standing = sheet.report, finding.standing_of(request.actor, sheet.report)
    steps, step = steps_of(report)
    context: dict[str, Any] = {
        "report": report,
        "sheet": sheet,
        "words": finding.words_of(report),
        "steps": steps,
        "step": step,
        "standing": standing,
        "unread": answers.unread if answers else {},
        "conflicts": {met.key: met for met in saved.conflicts} if saved else {},
        "saved_note": _saved_note(report),
        "answers": Answer.choices,
        "opened": request.GET.get("mo", ""),
        "register": _register_of_branch(request, sheet),
        **_rights(request.actor, report),
    }
    return render(request, "reporting/report_detail.html", None, context, status)


def _rights(actor: Actor, report: Report) -> dict[str, bool]:
    is_open = report.is_open_for_writing and report.round.is_open
    return {
        "may_fill": is_open and policies.can_fill(actor, report),
        "may_review": report.state == ReportState.SUBMITTED and policies.can_review(actor, report),
        "may_amend": report.is_frozen and policies.can_submit(actor, report),
        "may_print": policies.can_print(actor, report),
        "is_own": report.unit_id == actor.unit_id,
    }


def _saved_note(report: Report) -> str:
    if report.saved_at is None:
        return ""
    return f"Đã lưu lúc {clock_time(report.saved_at.astimezone(clock.VIETNAM))}"


def _register_of_branch(request: Request, sheet: Sheet) -> list[tuple[Indicator, int]]:
    """What the register of a chi hội holds now, beside its short sheet."""
    if sheet.report.tier != "branch":
        return []
    return finding.register_figures(request.actor, sheet.report, sheet.moment)


@require_POST
def report_autosave(request: Request, report_id: int) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    sheet = sheet_of(request.actor, report, now=clock.now())
    answers = read_answers(request.POST, sheet)
    saved = save_report(
        actor=request.actor, report_id=report.pk, figures=answers.figures, words=answers.words
    )
    if saved.conflicts:
        who = saved.conflicts[0].who.split(",")[0]
        words = f"{who} cũng vừa ghi ở đây. Bấm Lưu để xem cả hai số."
        return HttpResponse(words, status=409, content_type="text/plain; charset=utf-8")
    return HttpResponse(status=204)


@require_GET
def report_check(request: Request, report_id: int, code: str) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    sheet = sheet_of(request.actor, report, now=clock.now())
    line = sheet.line(code)
    if line is None or not line.may_type:
        raise Http404
    try:
        value = parse_whole(request.GET.get(NUMBER + code, ""))
    except NotANumber as problem:
        return render(request, "reporting/_check.html", None, {"kind": "bad", "words": problem})
    remark = remark_on(value, sheet.against[code])
    context = (
        {"kind": SAYS[remark.level], "words": remark.words, "cause": remark.cause} if remark else {}
    )
    return render(request, "reporting/_check.html", None, context)


@require_GET
def report_history(request: Request, report_id: int) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    happenings = [
        Happening(_said(event.get_kind_display(), event.note), _who(event.by_label, event.at))
        for event in finding.history_of(report)
    ]
    context = {"report": report, "happenings": happenings}
    return render(request, "reporting/report_history.html", None, context)


def _said(what: str, note: str) -> str:
    return f"{what}: {note}" if note else what


def _who(label: str, at: Any) -> str:
    local = at.astimezone(clock.VIETNAM)
    return f"{local:%d/%m/%Y}, {clock_time(local)}. {label}"
