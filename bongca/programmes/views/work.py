"""My unit's work: a list, a board, a month, a week on paper, who carries how much."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.http import Request, number_in
from bongca.core.lunar import lunar_of
from bongca.core.ui import Column, Role, Table, Tally, page_of, render
from bongca.core.ui.written import WEEKDAYS, short_date
from bongca.org.policies import require
from bongca.programmes.enums import AssigneeKind
from bongca.programmes.forms.tasks import WorkFilters
from bongca.programmes.models import Assignment
from bongca.programmes.policies import sees_figures_only
from bongca.programmes.queries import summaries, work
from bongca.programmes.views.shown import copy_tag, work_columns

ON_ONE_PAGE = 10
_COLUMNS = (
    ("chua-nhan", "Chưa báo đã nhận"),
    ("dang-lam", "Đang làm"),
    ("da-bao", "Đã báo kết quả"),
    ("da-xong", "Đã xong"),
)


@dataclass(frozen=True)
class Day:
    """A day of the month page: solar, lunar, what is due."""

    date: date
    weekday: str
    lunar: str
    copies: Sequence[Assignment]
    is_today: bool
    is_inside: bool


@require_safe
def work_list(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    form = WorkFilters(request.GET or None)
    rows = work.work_list(request.actor, wanted_of(form))
    page = page_of(rows, request.GET.get("trang"), per_page=20)
    table = Table(work_columns(request.actor.today), page.items, "Nhiệm vụ, việc gần hạn trước")
    counts = work.counted_by_state(request.actor)
    context = {
        "form": form,
        "page": page,
        "table": table,
        "tallies": _tallies(counts, request.GET.get("nhom", "")),
        "has_any": bool(counts),
        "may_give": request.actor.holds("tasks.assign"),
        "export_url": reverse("programmes:work_export"),
    }
    return render(request, "programmes/work_list.html", None, context)


def wanted_of(form: WorkFilters) -> work.WorkFilter:
    """Return what the list is narrowed to; nothing where the words of the address are wrong."""
    given = form.cleaned_data if form.is_valid() else {}
    return work.WorkFilter(
        words=given.get("q", ""),
        group=given.get("nhom", ""),
        role=given.get("vai", ""),
        kind=given.get("ai", ""),
        is_key=given.get("rieng") == "trong-tam",
        is_late=given.get("rieng") == "cham",
    )


def _tallies(counts: dict[str, int], current: str) -> list[Tally]:
    icons = {"chua-nhan": "envelope", "dang-lam": "half", "da-bao": "up", "da-xong": "done"}
    return [
        Tally(
            sum(counts.get(state, 0) for state in work.GROUPS[group]),
            label,
            icons[group],
            url=f"?nhom={group}",
            is_current=group == current,
        )
        for group, label in _COLUMNS
    ]


@require_safe
def work_board(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    today = request.actor.today
    board = work.board(request.actor)
    columns = [
        {
            "group": group,
            "label": label,
            "count": board[group].count,
            "cards": [(copy, copy_tag(copy, today)) for copy in board[group].copies],
        }
        for group, label in _COLUMNS
    ]
    return render(request, "programmes/work_board.html", None, {"columns": columns})


@require_safe
def work_month(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    first = _month_asked(request.GET.get("thang", ""), request.actor.today)
    after = (first + timedelta(days=31)).replace(day=1)
    copies = work.month_of_work(request.actor, first, after)
    context = {
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": after,
        "days": _days(first, copies, request.actor.today),
        "weekdays": WEEKDAYS,
        "count": len(copies),
    }
    return render(request, "programmes/work_month.html", None, context)


def _month_asked(text: str, today: date) -> date:
    year, _, month = text.partition("-")
    asked_year, asked_month = number_in(year), number_in(month)
    if asked_year and asked_month and 1990 <= asked_year <= 2100 and 1 <= asked_month <= 12:
        return date(asked_year, asked_month, 1)
    return today.replace(day=1)


def _days(first: date, copies: Sequence[Assignment], today: date) -> list[Day]:
    due: dict[date, list[Assignment]] = {}
    for copy in copies:
        if copy.due_on is not None:
            due.setdefault(copy.due_on, []).append(copy)
    days = calendar.Calendar().itermonthdates(first.year, first.month)
    return [
        Day(
            date=day,
            weekday=WEEKDAYS[day.weekday()],
            lunar=lunar.short_words if (lunar := lunar_of(day)) else "",
            copies=due.get(day, []),
            is_today=day == today,
            is_inside=day.month == first.month,
        )
        for day in days
    ]


@require_safe
def work_week(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    today = request.actor.today
    until = today + timedelta(days=13 - today.weekday())
    copies = work.week_of_work(request.actor, until)
    shown = copies[:ON_ONE_PAGE]
    context = {
        "lines": [(copy, _paper_note(copy), _paper_due(copy, today)) for copy in shown],
        "left_out": len(copies) - len(shown),
        "today": today,
        "until": until,
    }
    return render(request, "programmes/work_week.html", None, context)


def _paper_note(copy: Assignment) -> str:
    """Who in the unit has it, unless it is the unit as a whole."""
    return "" if copy.kind == AssigneeKind.UNIT else str(copy.assignee)


def _paper_due(copy: Assignment, today: date) -> str:
    if copy.due_on is None:
        return ""
    if copy.due_on < today:
        return f"{short_date(copy.due_on)}, quá hạn"
    lunar = lunar_of(copy.due_on)
    return f"{short_date(copy.due_on)}{f' ({lunar.short_words})' if lunar else ''}"


@require_safe
def work_load(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    columns: list[Column[work.Load]] = [
        Column("Ai", "name", Role.NAME),
        Column("Chưa xong", "open_count", Role.NUMBER),
        Column("Quá hạn", "late_count", Role.NUMBER),
        Column("Đã báo kết quả", "done_count", Role.NUMBER),
    ]
    rows = work.load_per_officer(request.actor)
    context = {
        "table": Table(columns, rows, "Việc của từng ban và từng người"),
        "rows": rows,
        "is_without_names": sees_figures_only(request.actor),
    }
    return render(request, "programmes/work_load.html", None, context)


@require_safe
def combining(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    context = {"hints": summaries.combining_hints(request.actor)}
    return render(request, "programmes/combining.html", None, context)


@require_safe
def quick_report(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    bodies = list(summaries.bodies_with_work(request.actor))
    asked = number_in(request.GET.get("ban", ""))
    body = next((one for one in bodies if one.pk == asked), None)
    since = request.actor.today - timedelta(days=30)
    report = summaries.quick_report(request.actor, body, since)
    context = {"bodies": bodies, "body": body, "report": report, "since": since}
    return render(request, "programmes/quick_report.html", None, context)
