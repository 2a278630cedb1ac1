"""Minutes and ballots."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.meetings import policies
from bongca.meetings.actions import ballots as voting
from bongca.meetings.actions import minutes as writing
from bongca.meetings.forms.decisions import (
    BallotForm,
    ConfirmForm,
    HallCountForm,
    MinutesForm,
    VoteForm,
)
from bongca.meetings.queries import meetings as finding
from bongca.meetings.queries.papers import minutes_standings
from bongca.meetings.queries.voting import majorities, majority_for
from bongca.org.policies import require


def minutes(request: Request, pk: int) -> HttpResponse:
    """Show the latest minutes with who confirmed them; a POST confirms or objects."""
    actor = request.actor
    meeting = finding.seen_meeting(actor, pk)
    revision = finding.minutes_of(meeting)
    was_there = policies.attended(actor, meeting)
    said = revision is not None and finding.has_confirmed(actor, revision)
    form = ConfirmForm(request.POST or None) if was_there and revision and not said else None
    if request.method == "POST":
        if revision is None or form is None:
            raise DomainError(
                "not_there", "Chỉ người dự họp mới xác nhận, mỗi người một lần.", status=403
            )
        if form.is_valid():
            writing.confirm_minutes(actor=actor, revision=revision, **form.given())
            toast(request, "Đã ghi ý kiến của ông bà về biên bản.")
            return redirect(request, "meetings:minutes", meeting.pk)
    context = {
        "meeting": meeting,
        "revision": revision,
        "earlier": list(meeting.minutes.all()[1:]),
        "form": form,
        "may_keep": policies.can_keep(actor, meeting),
        "is_past": meeting.is_past(actor.today),
        "papers": minutes_standings(actor, meeting),
        "needs_paper": revision is not None and revision.document_id is None and not meeting.source,
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "meetings/minutes.html", None, context, status)


def minutes_write(request: Request, pk: int) -> HttpResponse:
    """Write the minutes, or a new revision of them."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    last = finding.minutes_of(meeting)
    initial = {"text": last.text if last else "", "based_on": last.number if last else 0}
    form = MinutesForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            made = writing.write_minutes(actor=request.actor, meeting=meeting, **form.cleaned_data)
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            toast(request, f"Đã ghi biên bản, bản thứ {made.number}. Người dự họp được hỏi ý kiến.")
            return redirect(request, "meetings:minutes", meeting.pk)
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form}
    return render(request, "meetings/minutes_write.html", None, context, status)


def ballot_add(request: Request, pk: int) -> HttpResponse:
    """Put a question to the vote, or ask in writing."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    form = BallotForm(request.POST or None, majorities=_majority_choices(request))
    if request.method == "POST" and form.is_valid():
        try:
            ballot = voting.open_ballot(actor=request.actor, meeting=meeting, **form.cleaned_data)
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            toast(request, "Đã gửi hỏi ý kiến.")
            return redirect(request, "meetings:ballot_detail", ballot.pk)
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form}
    return render(request, "meetings/ballot_add.html", None, context, status)


def _majority_choices(request: Request) -> list[tuple[str, str]]:
    rules = majorities(request.actor.today)
    return [(code, f"{one.rule.title} ({one.rule.basis_words})") for code, one in rules.items()]


def ballot_count(request: Request, pk: int) -> HttpResponse:
    """Write down a vote that was counted in the hall, for those who vote without an account."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.keep", meeting.unit)
    form = HallCountForm(request.POST or None, majorities=_majority_choices(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = voting.record_count(actor=request.actor, meeting=meeting, **form.given())
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            toast(request, f"Đã ghi: {'được thông qua' if made.is_adopted else 'chưa đủ đa số'}.")
            return redirect(request, "meetings:ballot_detail", made.pk)
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form, "attendance": finding.attendance_of(meeting)}
    return render(request, "meetings/ballot_count.html", None, context, status)


def ballot_detail(request: Request, pk: int) -> HttpResponse:
    """Show a question; those on its list vote here, once."""
    actor = request.actor
    ballot = finding.seen_ballot(actor, pk)
    may_vote = ballot.is_open and policies.may_vote(actor, ballot.pk)
    form = VoteForm(request.POST or None) if may_vote else None
    if form is not None and ballot.is_secret:
        del form.fields["words"]
    if request.method == "POST":
        if form is None:
            raise DomainError("not_on_list", "Cuộc biểu quyết này hỏi người khác.", status=403)
        if form.is_valid():
            voting.cast_vote(actor=actor, ballot=ballot, **form.cleaned_data)
            toast(request, "Đã nhận ý kiến của ông bà.")
            return redirect(request, "meetings:ballot_detail", ballot.pk)
    context = {
        "ballot": ballot,
        "meeting": ballot.meeting,
        "outcome": finding.outcome_of(ballot),
        "majority": majority_for(ballot),
        "voices": finding.voices_of(ballot),
        "form": form,
        "may_keep": policies.can_keep(actor, ballot.meeting),
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "meetings/ballot_detail.html", None, context, status)


@require_POST
def ballot_close(request: Request, pk: int) -> HttpResponse:
    """Count and close."""
    ballot = finding.seen_ballot(request.actor, pk)
    closed = voting.close_ballot(actor=request.actor, ballot=ballot)
    toast(request, "Đã đếm: được thông qua." if closed.is_adopted else "Đã đếm: chưa đủ đa số.")
    return redirect(request, "meetings:ballot_detail", ballot.pk)
