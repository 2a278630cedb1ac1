"""Handing a report up: first what is open, then the question, then the act."""

from django.http import HttpResponse
from django.urls import reverse

from bongca.core import clock
from bongca.core.http import Request
from bongca.core.ui import redirect, render_question, toast
from bongca.org.policies import require
from bongca.reporting.actions.refusals import ChildrenMissing, NotReady
from bongca.reporting.actions.submitting import submit_report
from bongca.reporting.forms.rounds import Submitting
from bongca.reporting.models import Report
from bongca.reporting.queries import reports as finding
from bongca.reporting.queries.reports import Standing
from bongca.reporting.queries.sheet import Sheet, sheet_of
from bongca.reporting.views.shown import posted

MAIN_CODES = ("A5", "A6", "A17", "A1", "C12", "C14", "D3")


def report_submit(request: Request, report_id: int) -> HttpResponse:
    report = finding.report_for(request.actor, report_id)
    require(request.actor, "reports.submit", report.unit)
    standing = finding.standing_of(request.actor, report)
    is_short = bool(standing.below and not standing.below.is_complete)
    form = Submitting(posted(request), is_short=is_short)
    if request.method == "POST" and form.is_valid():
        try:
            submit_report(
                actor=request.actor,
                report_id=report.pk,
                missing_note=form.cleaned_data["missing_note"],
            )
        except ChildrenMissing as refusal:
            form.add_error("missing_note", refusal.message)
            return _question(request, report, form, standing, status=422)
        except NotReady:
            return _question(request, report, form, standing, status=422)
        else:
            above = finding.words_of(report).above
            toast(request, f"Đã nộp lên {above}. Không còn gì phải làm ở đây.")
            return redirect(request, "reporting:report_detail", report.pk)
    return _question(request, report, form, standing, status=422 if form.is_bound else 200)


def _question(
    request: Request, report: Report, form: Submitting, standing: Standing, status: int = 200
) -> HttpResponse:
    sheet = sheet_of(request.actor, report, now=clock.now())
    words = finding.words_of(report)
    context = {
        "report": report,
        "form": form,
        "words": words,
        "open_places": sheet.troubles,
        "main_lines": _main_lines(sheet),
        "standing": standing,
        "back_url": reverse("reporting:report_detail", args=[report.pk]),
    }
    title = f"{words.submit}?"
    return render_question(request, "reporting/_submit.html", context, title=title, status=status)


def _main_lines(sheet: Sheet) -> list[tuple[str, str, str]]:
    lines = [line for line in sheet.lines if line.code in MAIN_CODES]
    return [
        (line.indicator.name, line.said, line.indicator.get_measure_display()) for line in lines
    ]
