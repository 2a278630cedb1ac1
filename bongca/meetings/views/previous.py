"""Việc của kỳ trước; and one conclusion followed down to who has not and to what shows it."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, page_of, render
from bongca.core.ui.written import weekday_date
from bongca.meetings.queries import conclusions as concluding
from bongca.meetings.queries import previous
from bongca.meetings.queries.meetings import seen_meeting
from bongca.meetings.views.meetings import day_words
from bongca.org.policies import require
from bongca.programmes.models import Assignment
from bongca.programmes.queries.evidence import latest_evidence
from bongca.programmes.queries.progress import tier_counts


@require_safe
def previous_list(request: Request, pk: int) -> HttpResponse:
    """Show all that earlier meetings left to this one, owed or done since."""
    meeting = seen_meeting(request.actor, pk)
    require(request.actor, "meetings.view", meeting.unit)
    rows = previous.previous_matters(request.actor, meeting)
    page = page_of(rows, request.GET.get("trang"), 20)
    context = {
        "meeting": meeting,
        "page": page,
        "rows": concluding.standings_among(request.actor, list(page.items)),
    }
    return render(request, "meetings/previous_list.html", None, context)


@require_safe
def conclusion_detail(request: Request, pk: int) -> HttpResponse:
    """Follow one conclusion: who owes it, who has not, what was reported and what shows it."""
    actor = request.actor
    conclusion = concluding.seen_conclusion(actor, pk)
    meeting = conclusion.meeting
    one = concluding.standing_of(actor, conclusion)
    task = conclusion.task if conclusion.task_id else None
    page = page_of(previous.given_of(one), request.GET.get("trang"), 10)
    columns: list[Column[Assignment]] = [
        Column("Nơi được giao", "assignee", Role.NAME, note="get_role_display", link=_copy_url),
        Column("Hạn", lambda copy: weekday_date(copy.due_on) if copy.due_on else "Chưa định hạn"),
        Column("Kết quả", "result", empty="Chưa báo"),
        Column("Tình trạng", lambda copy: previous.copy_tag(copy, actor.today), Role.STATE),
    ]
    context = {
        "meeting": meeting,
        "day": day_words(meeting),
        "one": one,
        "page": page,
        "table": Table(columns, list(page.items), "Những nơi được giao"),
        "tiers": tier_counts(actor, task, task.unit) if task else [],
        "evidence": latest_evidence(actor, task) if task else [],
    }
    return render(request, "meetings/conclusion_detail.html", None, context)


def _copy_url(copy: Assignment) -> str:
    return reverse("programmes:copy_detail", args=[copy.pk])
