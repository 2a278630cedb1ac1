"""The agenda, what was reported and what was said."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from bongca.core.http import Request, number_in
from bongca.core.ui import redirect, render, toast
from bongca.core.ui.slots import panels
from bongca.meetings.actions import meetings as acting
from bongca.meetings.forms.meetings import AgendaForm, SpeechForm
from bongca.meetings.models import Meeting
from bongca.meetings.queries import meetings as finding
from bongca.meetings.queries import reports as reporting
from bongca.meetings.queries.names import bodies_for
from bongca.offices.models import Body
from bongca.org.policies import require
from bongca.programmes.queries.summaries import bodies_with_work


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
    """Write what a Ban or a unit reported, drafted from the tasks of the Ban that is chosen."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    bodies = bodies_for(meeting, request.actor)
    form = SpeechForm(request.POST or None, initial=_drafted(request, meeting, bodies))
    if request.method == "POST" and form.is_valid():
        said_by = form.cleaned_data["said_by"]
        known = {body.name.casefold(): body for body in bodies}
        acting.record_report(
            actor=request.actor, meeting=meeting, body=known.get(said_by.casefold()),
            **form.cleaned_data,
        )  # fmt: skip
        toast(request, "Đã ghi báo cáo.")
        return redirect(request, "meetings:meeting_detail", meeting.pk)
    is_own = meeting.unit_id == request.actor.unit_id
    offered = list(bodies_with_work(request.actor)) if is_own and not form.is_bound else []
    return _shown(request, meeting, form, "Ghi báo cáo", "Ghi báo cáo", offered)


def _drafted(request: Request, meeting: Meeting, bodies: Sequence[Body]) -> dict[str, str]:
    chosen = number_in(request.GET.get("ban", ""))
    body = next((one for one in bodies if one.pk == chosen), None)
    behind = reporting.tasks_behind(request.actor, meeting, body)
    if body is None or behind is None:
        return {}
    since = reporting.since_of(meeting, request.actor.today)
    return {"said_by": body.name, "text": reporting.drafted_words(behind, since)}


@require_safe
def report_detail(request: Request, pk: int) -> HttpResponse:
    """Show a Ban's quick report: its words, the tasks behind them today, and its figures."""
    report = reporting.seen_report(request.actor, pk)
    behind = reporting.tasks_behind(request.actor, report.meeting, report.body)
    groups = [
        (title, rows)
        for title, rows in (
            ("Quá hạn", behind.late), ("Đang làm", behind.doing), ("Đã xong", behind.done),
        )
        if rows
    ] if behind else []  # fmt: skip
    context = {
        "report": report,
        "meeting": report.meeting,
        "groups": groups,
        "since": reporting.since_of(report.meeting, request.actor.today),
        "is_own": behind is not None,
        "panels": panels("meetings.report", request, report),
    }
    return render(request, "meetings/report_detail.html", None, context)


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
    request: Request,
    meeting: Meeting,
    form: AgendaForm | SpeechForm,
    title: str,
    button: str,
    bodies: Sequence[Body] = (),
) -> HttpResponse:
    status = 422 if form.is_bound else 200
    context = {
        "meeting": meeting, "form": form, "title": title, "button": button, "bodies": bodies,
    }  # fmt: skip
    return render(request, "meetings/content_form.html", None, context, status)
