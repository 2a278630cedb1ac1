"""Papers of the agenda: put there, opened by those invited, taken off."""

import io

from django.http import FileResponse, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.documents.actions.attaching import Brought
from bongca.meetings.actions.agenda_papers import add_agenda_paper, drop_agenda_paper
from bongca.meetings.forms.papers import PaperForm
from bongca.meetings.models import AgendaItem
from bongca.meetings.queries import agenda as finding
from bongca.org.policies import require


def paper_add(request: Request, pk: int, item_id: int) -> HttpResponse:
    """Put a file, or a paper of the registers, to a point of the agenda."""
    item = finding.seen_item(request.actor, pk, item_id)
    require(request.actor, "meetings.keep", item.meeting.unit)
    is_sent = request.method == "POST"
    form = PaperForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if is_sent and form.is_valid() and _added(request, item, form):
        toast(request, "Đã thêm tài liệu. Người được mời mở được ngay.")
        return redirect(request, "meetings:meeting_detail", pk)
    status = 422 if form.is_bound else 200
    context = {
        "item": item,
        "meeting": item.meeting,
        "form": form,
        "papers": finding.papers_of(item),
    }
    return render(request, "meetings/paper_form.html", None, context, status)


def _added(request: Request, item: AgendaItem, form: PaperForm) -> bool:
    given = form.cleaned_data
    upload, symbol = given["scan"], given["symbol"]
    found = form.settle(finding.registered_as(request.actor, symbol)) if symbol else None
    if form.errors:
        return False
    file = Brought(upload.name, upload.read()) if upload else None
    try:
        add_agenda_paper(
            actor=request.actor, item=item, file=file, registered=found, name=given["name"]
        )
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
    return not form.errors


@require_safe
def paper_open(request: Request, pk: int) -> FileResponse:
    """Give out a paper of the agenda to whoever sees the meeting."""
    content, kind, name = finding.bytes_of(finding.seen_paper(request.actor, pk))
    source = io.BytesIO(content) if isinstance(content, bytes) else content
    response = FileResponse(source, as_attachment=True, filename=name, content_type=kind)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
def paper_drop(request: Request, pk: int) -> HttpResponse:
    """Take a paper off the agenda."""
    paper = finding.seen_paper(request.actor, pk)
    meeting = paper.item.meeting
    drop_agenda_paper(actor=request.actor, paper=paper)
    toast(request, "Đã bỏ tài liệu khỏi chương trình.")
    return redirect(request, "meetings:meeting_detail", meeting.pk)
