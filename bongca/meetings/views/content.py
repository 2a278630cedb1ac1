"""The agenda, what was reported and what was said."""

from django.http import HttpResponse

from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.meetings.actions import meetings as acting
from bongca.meetings.forms.meetings import AgendaForm, SpeechForm
from bongca.meetings.models import Meeting
from bongca.meetings.queries import meetings as finding
from bongca.meetings.queries.names import bodies_for
from bongca.org.policies import require


def agenda_add(request: Request, pk: int) -> HttpResponse:
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    form = AgendaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        acting.add_agenda_item(actor=request.actor, meeting=meeting, **form.cleaned_data)
        toast(request, "Đã thêm vào chương trình.")
        return redirect(request, "meetings:meeting_detail", meeting.pk)
    return _shown(request, meeting, form, "Thêm vào chương trình", "Thêm vào chương trình")


def report_add(request: Request, pk: int) -> HttpResponse:
    """Write what a Ban or a unit reported; a Ban of the unit is recognised by its name."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    form = SpeechForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said_by = form.cleaned_data["said_by"]
        bodies = {body.name.casefold(): body for body in bodies_for(meeting, request.actor)}
        acting.record_report(
            actor=request.actor, meeting=meeting, body=bodies.get(said_by.casefold()),
            **form.cleaned_data,
        )  # fmt: skip
        toast(request, "Đã ghi báo cáo.")
        return redirect(request, "meetings:meeting_detail", meeting.pk)
    return _shown(request, meeting, form, "Ghi báo cáo", "Ghi báo cáo")


def opinion_add(request: Request, pk: int) -> HttpResponse:
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    form = SpeechForm(request.POST or None)
    del form.fields["papers"]
    if request.method == "POST" and form.is_valid():
        acting.record_opinion(actor=request.actor, meeting=meeting, **form.cleaned_data)
        toast(request, "Đã ghi ý kiến.")
        return redirect(request, "meetings:meeting_detail", meeting.pk)
    return _shown(request, meeting, form, "Ghi ý kiến", "Ghi ý kiến")


def _shown(
    request: Request, meeting: Meeting, form: AgendaForm | SpeechForm, title: str, button: str
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form, "title": title, "button": button}
    return render(request, "meetings/content_form.html", None, context, status)
