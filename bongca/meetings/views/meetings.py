"""The list of meetings, one meeting, and entering it."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request
from bongca.core.ui import (
    Column,
    Role,
    State,
    Table,
    Tag,
    due_tag,
    page_of,
    redirect,
    render,
    toast,
)
from bongca.core.ui.slots import panels
from bongca.core.ui.written import weekday_date
from bongca.meetings import policies
from bongca.meetings.actions import meetings as acting
from bongca.meetings.enums import MeetingKind
from bongca.meetings.forms.filters import MeetingFilters
from bongca.meetings.forms.meetings import MeetingForm, ReplyForm, written
from bongca.meetings.models import Meeting
from bongca.meetings.queries import conclusions as concluding
from bongca.meetings.queries import meetings as finding
from bongca.meetings.queries import previous
from bongca.meetings.queries.agenda import agenda_of
from bongca.meetings.queries.known import bodies_at
from bongca.meetings.queries.names import bodies_for
from bongca.meetings.queries.papers import paper_standings
from bongca.meetings.queries.reports import reports_of
from bongca.org.enums import Tier
from bongca.org.policies import may, require
from bongca.org.queries.pages import seen_unit


@require_safe
def meeting_list(request: Request) -> HttpResponse:
    """Show the meetings of the unit and those it was called to, latest first."""
    require(request.actor, "meetings.view")
    form = MeetingFilters(request.GET or None)
    text, kind = form.chosen()
    page = page_of(finding.meetings(request.actor, text, kind), request.GET.get("trang"), 20)
    columns = [
        Column[Meeting]("Cuộc họp", "name", Role.NAME, link=_url, note=_note),
        Column[Meeting]("Ngày họp", day_words, Role.PLAIN),
        Column[Meeting]("Kết luận", "conclusion_count", Role.NUMBER),
        Column[Meeting]("Tình trạng", lambda one: _tag(request, one), Role.STATE),
    ]
    context = {
        "form": form,
        "page": page,
        "table": Table(columns, page.items, "Các cuộc họp, mới nhất ở trên"),
        "may_keep": may(request.actor, "meetings.keep"),
    }
    return render(request, "meetings/meeting_list.html", None, context)


def _url(meeting: Meeting) -> str:
    return reverse("meetings:meeting_detail", args=[meeting.pk])


def _note(meeting: Meeting) -> str:
    chair = f"{meeting.chair_words} chủ trì" if meeting.chair_words else ""
    return ". ".join(filter(None, (meeting.get_kind_display(), chair)))


def day_words(meeting: Meeting) -> str:
    """The day of a meeting with its weekday, or that the source does not tell it."""
    return weekday_date(meeting.held_on) if meeting.held_on else "Nguồn không ghi ngày"


def _tag(request: Request, meeting: Meeting) -> Tag:
    if meeting.source:
        return State.CLOSED.tag("Ghi theo nguồn")
    if hasattr(meeting, "notice"):
        return State.ACCEPTED.tag("Đã ban hành kết luận")
    if not meeting.is_past(request.actor.today):
        return due_tag(finding.days_to(meeting, request.actor.today) or 0)
    return State.DRAFTING.tag("Đã họp, chưa ban hành")


@require_safe
def meeting_detail(request: Request, pk: int) -> HttpResponse:
    """Show a meeting: who, when, agenda, reports, opinions, votes, and what to do next."""
    actor = request.actor
    meeting = finding.seen_meeting(actor, pk)
    rows = concluding.standings(actor, meeting)
    invitation = finding.own_invitation(actor, meeting)
    context = {
        "meeting": meeting,
        "day": day_words(meeting),
        "attendance": finding.attendance_of(meeting),
        "bodies": list(meeting.bodies.all()),
        "agenda": agenda_of(meeting),
        "reports": reports_of(actor, meeting),
        "opinions": list(meeting.opinions.all()),
        "outcomes": finding.outcomes_of(meeting),
        "panels": panels("meetings.meeting", request, meeting),
        "more_acts": panels("meetings.meeting_acts", request, meeting),
        "revision": finding.minutes_of(meeting),
        "summary": concluding.summary_of(rows),
        "previous": previous.opening(actor, meeting) if _is_own(request, meeting) else None,
        "invitation": invitation,
        "reply_form": ReplyForm() if invitation else None,
        "is_past": meeting.is_past(actor.today),
        "may_keep": policies.can_keep(actor, meeting),
        "may_write": policies.can_write(actor, meeting),
        "papers": paper_standings(actor, meeting),
    }
    return render(request, "meetings/meeting_detail.html", None, context)


def _is_own(request: Request, meeting: Meeting) -> bool:
    return meeting.unit_id == request.actor.unit_id and not hasattr(meeting, "notice")


def meeting_add(request: Request) -> HttpResponse:
    """Enter a meeting of the actor's unit."""
    require(request.actor, "meetings.keep")
    unit = seen_unit(request.actor, request.actor.unit_id or 0)
    usual = {"kind": MeetingKind.BRANCH} if unit.tier in (Tier.BRANCH, Tier.GROUP) else {}
    form = MeetingForm(
        request.POST or None, bodies=bodies_at(unit, request.actor.today), initial=usual
    )
    if request.method == "POST" and form.is_valid():
        try:
            meeting = acting.enter_meeting(
                actor=request.actor, unit=unit, words=form.words(), bodies=form.chosen_bodies()
            )
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            toast(request, "Đã ghi cuộc họp. Việc tiếp theo: mời người dự.")
            return redirect(request, "meetings:meeting_detail", meeting.pk)
    status = 422 if form.is_bound else 200
    return render(request, "meetings/meeting_form.html", None, {"form": form}, status)


def meeting_edit(request: Request, pk: int) -> HttpResponse:
    """Correct what is written about a meeting."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    form = MeetingForm(
        request.POST or None, bodies=bodies_for(meeting, request.actor), initial=written(meeting)
    )
    if request.method == "POST" and form.is_valid():
        try:
            acting.edit_meeting(
                actor=request.actor, meeting=meeting, words=form.words(),
                bodies=form.chosen_bodies(), version=form.cleaned_data["version"],
            )  # fmt: skip
        except Changed:
            raise
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            toast(request, "Đã sửa cuộc họp.")
            return redirect(request, "meetings:meeting_detail", meeting.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "meeting": meeting}
    return render(request, "meetings/meeting_form.html", None, context, status)


@require_POST
def invitation_answer(request: Request, pk: int) -> HttpResponse:
    """Say whether one comes."""
    meeting = finding.seen_meeting(request.actor, pk)
    invitation = finding.own_invitation(request.actor, meeting)
    form = ReplyForm(request.POST)
    if invitation is None:
        raise DomainError("not_invited", "Giấy mời này gửi cho người khác.", status=403)
    if not form.is_valid():
        context = {"form": form, "meeting": meeting, "day": day_words(meeting)}
        return render(request, "meetings/invitation_answer.html", None, context, 422)
    acting.answer_invitation(actor=request.actor, participant=invitation, **form.cleaned_data)
    toast(request, "Đã gửi câu trả lời. Có thể trả lời lại trước ngày họp.")
    return redirect(request, "meetings:meeting_detail", meeting.pk)
