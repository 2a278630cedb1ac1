"""Lists of tasks as spreadsheets, exactly as they are filtered on the screen."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render
from bongca.org.policies import require
from bongca.programmes.actions.exporting import CONTENT_TYPE, order_export, record_export
from bongca.programmes.exports import (
    Record,
    place_records,
    task_records,
    work_records,
    write_records,
)
from bongca.programmes.forms.tasks import WorkFilters
from bongca.programmes.models import Task
from bongca.programmes.queries import given, threads, work
from bongca.programmes.queries.exported import AT_ONCE, EXPORT
from bongca.programmes.views.progress import Asked, asked_for
from bongca.programmes.views.work import wanted_of

TOO_MANY = "Danh sách dài quá 5.000 dòng. Xin lọc bớt rồi xuất."


@dataclass(frozen=True)
class Leaving:
    """A list about to leave: what it is, how long, where it is seen on the screen."""

    what: str
    title: str
    count: int
    back: str
    task: Task | None = None


def work_export(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    rows = work.work_list(request.actor, wanted_of(WorkFilters(request.GET or None)))
    leaving = Leaving("work", "Nhiệm vụ của đơn vị", rows.count(), reverse("programmes:work_list"))
    if request.method != "POST" or leaving.count > AT_ONCE:
        return _page(request, leaving)
    return _file(request, leaving, work_records(request.actor, rows.select_related("partner")))


def task_export(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    group, words = request.GET.get("nhom", ""), request.GET.get("q", "")[:100]
    rows = given.given_tasks(request.actor, words, group if group == "cham" else "")
    leaving = Leaving("tasks", "Việc đơn vị đã giao", rows.count(), reverse("programmes:task_list"))
    if request.method != "POST" or leaving.count > AT_ONCE:
        return _page(request, leaving)
    return _file(request, leaving, task_records(request.actor, list(rows)))


def progress_export(request: Request, pk: int) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    asked = asked_for(request, task)
    back = reverse("programmes:task_progress", args=[task.pk])
    leaving = Leaving("places", f"Nơi được giao: {task.name}", asked.rows.count(), back, task)
    if request.method != "POST":
        return _page(request, leaving, is_queued=leaving.count > AT_ONCE)
    if leaving.count > AT_ONCE:
        return _queue(request, task, asked, leaving.count)
    return _file(request, leaving, place_records(request.actor, asked.rows))


def _queue(request: Request, task: Task, asked: Asked, count: int) -> HttpResponse:
    run = order_export(
        actor=request.actor, task=task, unit=asked.unit, tier=asked.tier, group=asked.group,
        part=asked.part, count=count,
    )  # fmt: skip
    return redirect(request, "programmes:export_state", run.pk)


def _page(request: Request, leaving: Leaving, *, is_queued: bool = False) -> HttpResponse:
    if leaving.count > AT_ONCE and not is_queued:
        raise DomainError("too_many", TOO_MANY)
    query = request.GET.urlencode()
    context = {
        "leaving": leaving,
        "is_queued": is_queued,
        "back_url": f"{leaving.back}?{query}" if query else leaving.back,
    }
    return render(request, "programmes/export_ask.html", None, context)


def _file(request: Request, leaving: Leaving, records: Iterable[Record]) -> HttpResponse:
    record_export(actor=request.actor, what=leaving.what, count=leaving.count, task=leaving.task)
    target = io.BytesIO()
    write_records(records, target, "Nhiệm vụ")
    name = f"nhiem-vu-{request.actor.today:%d-%m-%Y}.xlsx"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(target.getvalue(), content_type=CONTENT_TYPE, headers=headers)


@require_safe
def export_state(request: Request, run_id: UUID) -> HttpResponse:
    run = EXPORT.run(request.actor, run_id)
    context = {"run": run, "file": EXPORT.finished(request.actor, run_id)}
    return render(request, "programmes/export_state.html", "programmes/_export_state.html", context)
