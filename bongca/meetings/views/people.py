"""Who is called to a meeting, and who came."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from bongca.core.errors import DomainError
from bongca.core.http import Request, number_in
from bongca.core.ui import redirect, render, toast
from bongca.meetings.actions import meetings as acting
from bongca.meetings.actions.meetings import Called
from bongca.meetings.forms.meetings import CallForm, ParticipantForm
from bongca.meetings.models import Meeting, Participant
from bongca.meetings.queries import meetings as finding
from bongca.meetings.queries.names import bodies_for, named, people_at, users_among
from bongca.org.policies import require


def participant_add(request: Request, pk: int) -> HttpResponse:
    """Call people, bodies, units and guests to a meeting."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    people = people_at(meeting.unit, meeting, request.actor)
    form = CallForm(
        request.POST or None, people=people, bodies=bodies_for(meeting, request.actor),
        initial={"members": "\n".join(finding.sitting_without_account(request.actor, meeting))},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        called = _called(request, meeting, form)
        if called and form.is_valid():
            try:
                acting.call_participants(actor=request.actor, meeting=meeting, called=called)
            except DomainError as error:
                form.add_error(None, error.message)
            else:
                toast(request, f"Đã thêm {len(called)} vào thành phần dự họp.")
                return redirect(request, "meetings:meeting_detail", meeting.pk)
        elif not called and not form.errors:
            form.add_error(None, "Xin chọn hoặc ghi ít nhất một người, một nơi.")
    status = 422 if form.is_bound else 200
    context = {"form": form, "meeting": meeting}
    return render(request, "meetings/participant_add.html", None, context, status)


def _called(request: Request, meeting: Meeting, form: CallForm) -> list[Called]:
    given = form.cleaned_data
    vote, delegation = given["has_vote"], given["delegation"]
    users = users_among(meeting.unit, request.actor, given.get("people", []))
    titles = dict(people_at(meeting.unit, meeting, request.actor))
    found = [
        Called(
            user=user,
            name=user.display_name,
            office=_title(titles.get(str(user.pk), "")),
            counts_for_quorum=vote,
            delegation=delegation,
        )
        for user in users
    ]
    bodies = {str(body.pk): body for body in bodies_for(meeting, request.actor)}
    found += [Called(body=bodies[key]) for key in given.get("bodies", [])]
    for one in named(request.actor, meeting, form.unit_names()):
        if one.unit is None and one.body is None and one.partner is None:
            form.add_error("units", f"Không thấy đơn vị “{one.said}”. Khách thì xin ghi ở dưới.")
        else:
            found.append(
                Called(unit=one.unit, body=one.body, partner=one.partner, delegation=delegation)
            )
    return found + form.named_called()


def _title(words: str) -> str:
    return words.partition(", ")[2]


def participant_edit(request: Request, pk: int, participant_id: int) -> HttpResponse:
    """Mend the office and the vote of one on the list, or lead to taking them off."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    one = _on_list(meeting, participant_id)
    initial = {"office": one.office, "has_vote": one.counts_for_quorum}
    posted = request.POST if request.method == "POST" else None  # it may have no field at all
    form = ParticipantForm(posted, initial=initial)
    if request.method == "POST" and form.is_valid():
        acting.edit_participant(actor=request.actor, participant=one, **form.cleaned_data)
        toast(request, f"Đã sửa {one.words}.")
        return redirect(request, "meetings:meeting_detail", meeting.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "meeting": meeting, "participant": one}
    return render(request, "meetings/participant_edit.html", None, context, status)


def _on_list(meeting: Meeting, participant_id: int) -> Participant:
    found = meeting.participants.select_related("unit", "body", "partner")
    return get_object_or_404(found, pk=participant_id)


@require_POST
def participant_drop(request: Request, pk: int, participant_id: int) -> HttpResponse:
    """Take somebody off the list."""
    meeting = finding.seen_meeting(request.actor, pk)
    participant = _on_list(meeting, participant_id)
    acting.drop_participant(actor=request.actor, participant=participant)
    toast(request, "Đã bỏ khỏi thành phần dự họp.")
    return redirect(request, "meetings:meeting_detail", meeting.pk)


def attendance(request: Request, pk: int) -> HttpResponse:
    """Write who was there, from a list of boxes."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    listed = finding.attendance_of(meeting)
    if request.method == "POST":
        ticked = {number_in(key) for key in request.POST.getlist("co_mat")}
        present = {one.pk: one.pk in ticked for one in listed.participants}
        acting.record_attendance(actor=request.actor, meeting=meeting, present=present)
        toast(request, f"Đã ghi {sum(present.values())} người, nơi có mặt.")
        return redirect(request, "meetings:meeting_detail", meeting.pk)
    context = {"meeting": meeting, "attendance": listed}
    return render(request, "meetings/attendance.html", None, context)
