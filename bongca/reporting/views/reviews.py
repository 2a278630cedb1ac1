"""The tier above: accepting, sending back; and amending what was accepted."""

from django.http import Http404, HttpResponse
from django.urls import reverse

from bongca.core import clock
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, render_question, toast
from bongca.org.policies import require
from bongca.reporting import policies
from bongca.reporting.actions.reviewing import accept_report, amend_figure, return_report
from bongca.reporting.forms.rounds import Amending, Returning
from bongca.reporting.forms.sheets import read_reasons
from bongca.reporting.models import Report
from bongca.reporting.queries import reports as finding
from bongca.reporting.queries.sheet import sheet_of
from bongca.reporting.views.shown import posted


def report_accept(request: Request, report_id: int) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    policies.require_review(request.actor, report)
    if request.method == "POST":
        accept_report(actor=request.actor, report_id=report.pk)
        toast(request, f"Đã duyệt báo cáo của {report.unit.name}.")
        return _back_to_round(request, report)
    context = {"report": report, "back_url": _report_url(report)}
    return render_question(request, "reporting/_accept.html", context, title="Duyệt báo cáo?")


def report_return(request: Request, report_id: int) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    policies.require_review(request.actor, report)
    form = Returning(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            return_report(
                actor=request.actor,
                report_id=report.pk,
                reason=form.cleaned_data["reason"],
                figure_reasons=read_reasons(request.POST),
            )
        except DomainError as refusal:
            if refusal.field not in form.fields:
                raise
            form.add_error(refusal.field, refusal.message)
        else:
            toast(request, f"Đã trả báo cáo về {report.unit.name}, kèm lý do.")
            return _back_to_round(request, report)
    context = {"report": report, "form": form, "back_url": _report_url(report)}
    status = 422 if form.is_bound else 200
    return render(request, "reporting/report_return.html", None, context, status)


def figure_amend(request: Request, report_id: int, code: str) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    require(request.actor, "reports.submit", report.unit)
    line = sheet_of(request.actor, report, now=clock.now()).line(code)
    if line is None or line.parts:
        raise Http404
    form = Amending(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            amend_figure(actor=request.actor, report_id=report.pk, code=code, **form.cleaned_data)
        except DomainError as refusal:
            if refusal.field not in form.fields:
                raise
            form.add_error(refusal.field, refusal.message)
        else:
            toast(request, "Đã đính chính. Số cũ, số mới và lý do đều được giữ.")
            return redirect(request, "reporting:report_detail", report.pk)
    context = {
        "report": report,
        "line": line,
        "form": form,
        "words": finding.words_of(report),
        "back_url": _report_url(report),
    }
    status = 422 if form.is_bound else 200
    return render(request, "reporting/figure_amend.html", None, context, status)


def _report_url(report: Report) -> str:
    return reverse("reporting:report_detail", args=[report.pk])


def _back_to_round(request: Request, report: Report) -> HttpResponse:
    return redirect(
        request, "reporting:round_unit", report.round_id, report.parent_unit_id or report.unit_id
    )
