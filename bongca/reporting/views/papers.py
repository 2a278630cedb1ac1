"""The report as a paper: PDF to keep, Word to edit."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from bongca.core import audit, clock
from bongca.core.http import Request
from bongca.core.models import Installation
from bongca.org.policies import require
from bongca.org.queries.contacts import signer_of
from bongca.papers.queries import render_pdf, render_word
from bongca.papers.rules.paper import OfficialPaper
from bongca.reporting import policies
from bongca.reporting.exports import file_name, paper_of
from bongca.reporting.models import Report
from bongca.reporting.queries import reports as finding
from bongca.reporting.queries.children import gathered_from
from bongca.reporting.queries.sheet import sheet_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_GET
def report_pdf(request: Request, report_id: int) -> HttpResponse:
    report, paper = _composed(request, report_id)
    return _file(render_pdf(paper), "application/pdf", file_name(report, "pdf"))


@require_GET
def report_word(request: Request, report_id: int) -> HttpResponse:
    report, paper = _composed(request, report_id)
    return _file(render_word(paper), WORD, file_name(report, "docx"))


def _composed(request: Request, report_id: int) -> tuple[Report, OfficialPaper]:
    actor = request.actor
    report = finding.report_for(actor, report_id)
    if not policies.can_print(actor, report):
        require(actor, "reports.print", report.unit)
    sheet = sheet_of(actor, report, now=clock.now())
    paper = paper_of(
        sheet,
        signer=signer_of(report.unit, actor.today),
        gathered=gathered_from(report),
        is_demonstration=Installation.objects.filter(is_demonstration=True).exists(),
    )
    audit.record(actor, "reporting.print_report", report)
    return report, paper


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
