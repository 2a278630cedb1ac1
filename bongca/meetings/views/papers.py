"""Thông báo kết luận, biên bản and giấy mời as files: PDF to keep, Word to edit."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET, require_POST

from bongca.core import audit
from bongca.core.http import Request, number_in
from bongca.core.ui import redirect, toast
from bongca.documents.queries.composing import composed
from bongca.meetings import policies
from bongca.meetings.actions.papers import draft_minutes_paper
from bongca.meetings.models import Meeting
from bongca.meetings.queries import composing
from bongca.meetings.queries import conclusions as concluding
from bongca.meetings.queries import meetings as finding
from bongca.meetings.queries.signing import office_chief_of
from bongca.papers.queries import render_pdf, render_word
from bongca.papers.rules.paper import OfficialPaper

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMATS = {"pdf": (render_pdf, "application/pdf"), "docx": (render_word, WORD)}
_KINDS = {"ket-luan": "ket luan", "bien-ban": "bien ban", "giay-moi": "giay moi"}


@require_GET
def paper(request: Request, pk: int, kind: str, extension: str) -> HttpResponse:
    """Print one of the papers of a meeting, for those who keep or conclude it."""
    if kind not in _KINDS or extension not in _FORMATS:
        raise Http404
    meeting = finding.seen_meeting(request.actor, pk)
    policies.require_write(request.actor, meeting)
    composed = _composed(request, meeting, kind)
    draw, content_type = _FORMATS[extension]
    response = HttpResponse(draw(composed), content_type=content_type)
    name = composing.file_name(meeting, _KINDS[kind], extension)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    audit.record(request.actor, "meetings.print_paper", meeting, changes={"paper": kind})
    return response


@require_POST
def minutes_paper(request: Request, pk: int) -> HttpResponse:
    """Draft the minutes into the register, to be signed there."""
    meeting = finding.seen_meeting(request.actor, pk)
    paper = draft_minutes_paper(actor=request.actor, meeting=meeting)
    toast(request, "Biên bản đã có trong Văn bản đi. Việc tiếp theo: xem lại rồi ký nháy.")
    return redirect(request, "documents:outgoing_detail", paper.pk)


def _composed(request: Request, meeting: Meeting, kind: str) -> OfficialPaper:
    signer = office_chief_of(request.actor, meeting)
    attendance = finding.attendance_of(meeting)
    if kind == "giay-moi":
        wanted = number_in(request.GET.get("nguoi", ""))
        guest = next((one for one in attendance.participants if one.pk == wanted), None)
        return composing.invitation_paper(meeting, guest, signer)
    rows = concluding.standings(request.actor, meeting)
    if kind == "ket-luan" and meeting.is_superior:
        raise Http404  # the superior's notice is his own paper, registered as it came
    if kind == "ket-luan":
        notice = getattr(meeting, "notice", None)
        if notice is not None and notice.document is not None:
            return composed(notice.document)
        return composing.notice_paper(meeting, rows, attendance, signer)
    return composing.minutes_paper(
        meeting, finding.minutes_of(meeting), attendance, rows, finding.outcomes_of(meeting)
    )
