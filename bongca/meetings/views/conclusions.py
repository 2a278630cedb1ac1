"""The conclusions of a meeting: their state, their words, and sending them out."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, render_question, toast
from bongca.core.ui.slots import panels
from bongca.meetings import policies
from bongca.meetings.actions import conclusions as acting
from bongca.meetings.actions.conclusions import Party
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.enums import Part
from bongca.meetings.forms.conclusions import ConclusionForm, NoticeForm, written
from bongca.meetings.models import Meeting
from bongca.meetings.queries import conclusions as concluding
from bongca.meetings.queries import meetings as finding
from bongca.meetings.queries.names import bodies_for, programmes_of
from bongca.meetings.queries.papers import notice_standings
from bongca.meetings.views.meetings import day_words
from bongca.org.policies import require


@require_safe
def conclusion_list(request: Request, pk: int) -> HttpResponse:
    """Show every conclusion of a meeting with its owner, state and days: the chair's page."""
    actor = request.actor
    meeting = finding.seen_meeting(actor, pk)
    rows = concluding.standings(actor, meeting)
    may_conclude = policies.can_conclude(actor, meeting)
    context = {
        "meeting": meeting,
        "day": day_words(meeting),
        "rows": rows,
        "summary": concluding.summary_of(rows),
        "waiting": concluding.waiting_for_chair(rows) if may_conclude else [],
        "is_published": hasattr(meeting, "notice"),
        "may_write": policies.can_write(actor, meeting) and not hasattr(meeting, "notice"),
        "may_conclude": may_conclude,
        "may_print": policies.can_write(actor, meeting),
        "papers": notice_standings(actor, meeting),
        "more_acts": panels("meetings.conclusion_acts", request, meeting),
    }
    return render(request, "meetings/conclusion_list.html", None, context)


def conclusion_add(request: Request, pk: int) -> HttpResponse:
    """Write the next conclusion."""
    meeting = finding.seen_meeting(request.actor, pk)
    policies.require_write(request.actor, meeting)
    form = ConclusionForm(request.POST or None, bodies=bodies_for(meeting, request.actor))
    if request.method == "POST" and form.is_valid():
        try:
            made = acting.write_conclusion(
                actor=request.actor, meeting=meeting, words=form.conclusion_words(),
                parties=parties_of(request, meeting, form),
            )  # fmt: skip
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            toast(request, f"Đã ghi kết luận số {made.number}.")
            return redirect(request, "meetings:conclusion_list", meeting.pk)
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form}
    return render(request, "meetings/conclusion_form.html", None, context, status)


def conclusion_edit(request: Request, pk: int) -> HttpResponse:
    """Word a conclusion anew before it goes out."""
    conclusion = concluding.seen_conclusion(request.actor, pk)
    meeting = conclusion.meeting
    policies.require_write(request.actor, meeting)
    form = ConclusionForm(
        request.POST or None, bodies=bodies_for(meeting, request.actor),
        initial=written(conclusion),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            acting.edit_conclusion(
                actor=request.actor, conclusion=conclusion, words=form.conclusion_words(),
                parties=parties_of(request, meeting, form), version=form.cleaned_data["version"],
            )  # fmt: skip
        except Changed:
            raise
        except DomainError as error:
            form.add_error(None, error.message)
        else:
            toast(request, f"Đã sửa kết luận số {conclusion.number}.")
            return redirect(request, "meetings:conclusion_list", meeting.pk)
    status = 422 if form.is_bound else 200
    context = {"meeting": meeting, "form": form, "conclusion": conclusion}
    return render(request, "meetings/conclusion_form.html", None, context, status)


@require_POST
def conclusion_drop(request: Request, pk: int) -> HttpResponse:
    """Take out a conclusion before it goes out."""
    conclusion = concluding.seen_conclusion(request.actor, pk)
    meeting = conclusion.meeting
    acting.drop_conclusion(actor=request.actor, conclusion=conclusion)
    toast(request, "Đã bỏ kết luận. Các kết luận sau được đánh số lại.")
    return redirect(request, "meetings:conclusion_list", meeting.pk)


def parties_of(request: Request, meeting: Meeting, form: ConclusionForm) -> list[Party]:
    """Return owners and helpers as the form names them."""
    found: list[Party] = []
    for part in Part:
        found += acting.parties_named(request.actor, meeting, part, *form.chosen(part))
    return found


def notice_publish(request: Request, pk: int) -> HttpResponse:
    """Ask, then send the conclusions out; each becomes a task."""
    meeting = finding.seen_meeting(request.actor, pk)
    require(request.actor, "meetings.conclude", meeting.unit)
    answering = programmes_of(request.actor, meeting)
    has_paper = bool(meeting.source) or meeting.is_superior
    posted = request.POST if request.method == "POST" else None  # it may have no field at all
    form = NoticeForm(posted, programmes=answering, has_paper=has_paper)
    back_url = reverse("meetings:conclusion_list", args=[meeting.pk])
    if request.method == "POST" and form.is_valid():
        publish_notice(
            actor=request.actor, meeting=meeting, gives_tasks=not meeting.source,
            **form.given(),
        )  # fmt: skip
        toast(request, _published_words(meeting, concluding.standings(request.actor, meeting)))
        return redirect(request, "meetings:conclusion_list", meeting.pk)
    rows = concluding.standings(request.actor, meeting)
    context = {
        "meeting": meeting,
        "form": form,
        "rows": rows,
        "unowned": [one for one in rows if not any(p.is_known for p in one.leads)],
        "back_url": back_url,
        "has_paper": has_paper,
        "act": "Giao thực hiện" if meeting.is_superior else "Ban hành",
    }
    title = f"{context['act']} {len(rows)} kết luận?"
    return render_question(request, "meetings/_publish.html", context, title=title)


def _published_words(meeting: Meeting, rows: Sequence[concluding.Standing]) -> str:
    """Say what publishing did: who sees a task now, and which conclusion is nobody's yet."""
    tasks = [row for row in rows if row.conclusion.task_id is not None]
    unowned = [str(row.conclusion.number) for row in tasks if row.is_unassigned]
    said = "Đã giao thực hiện." if meeting.is_superior else "Đã ban hành kết luận."
    if len(unowned) < len(tasks):
        said += " Nơi được giao đã thấy việc của mình."
    if unowned:
        said += f" Chưa giao cho nơi nào: kết luận số {', '.join(unowned)}."
    return said
