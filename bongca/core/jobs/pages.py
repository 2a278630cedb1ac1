"""The page of background work, for administrators."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.errors import NotAllowed
from bongca.core.http import Request
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.queue import cancel
from bongca.core.jobs.states import JobState
from bongca.core.ui import (
    Column,
    Role,
    State,
    Table,
    Tag,
    Term,
    Tone,
    page_of,
    redirect,
    render,
    toast,
)
from bongca.core.ui.tags.filters import moment
from bongca.core.ui.written import grouped

WORD = "jobs.view"
TAGS = {
    JobState.QUEUED: State.DUE.tag("Đang chờ", Tone.PLAIN),
    JobState.RUNNING: State.DRAFTING.tag("Đang làm"),
    JobState.DONE: State.ACCEPTED.tag("Xong"),
    JobState.FAILED: State.UNREADABLE.tag("Không xong"),
    JobState.CANCELLED: State.EXEMPT.tag("Đã dừng"),
}


class JobFilters(forms.Form):
    state = forms.ChoiceField(
        label="Tình trạng", choices=[("", "Tất cả"), *JobState.choices], required=False
    )


@require_safe
def job_list(request: Request) -> HttpResponse:
    """List the latest work first, of one state when asked."""
    _require(request)
    filters = JobFilters(request.GET)
    runs = JobRun.objects.order_by("-queued_at")
    if filters.is_valid() and filters.cleaned_data["state"]:
        runs = runs.filter(state=filters.cleaned_data["state"])
    page = page_of(runs, request.GET.get("trang"), per_page=20)
    context = {"page": page, "table": _table(page.items), "filters": filters}
    return render(request, "core/job_list.html", "core/_job_list.html", context)


@require_safe
def job_detail(request: Request, run_id: UUID) -> HttpResponse:
    """Show one piece of work: how far it is, how it ended, and a button to stop it."""
    _require(request)
    run = get_object_or_404(JobRun, pk=run_id)
    context = {"run": run, "tag": _tag(run), "terms": _terms(run)}
    return render(request, "core/job_detail.html", "core/_job.html", context)


@require_POST
def job_cancel(request: Request, run_id: UUID) -> HttpResponse:
    """Ask a piece of work to stop."""
    _require(request)
    cancel(get_object_or_404(JobRun, pk=run_id))
    toast(request, "Đã yêu cầu dừng công việc.")
    return redirect(request, "core:job_detail", run_id)


def _require(request: Request) -> None:
    if not request.actor.holds(WORD):
        raise NotAllowed(WORD)


def _table(runs: Sequence[JobRun]) -> Table[JobRun]:
    columns: list[Column[JobRun]] = [
        Column("Công việc", "title", Role.NAME, link=_url),
        Column("Yêu cầu lúc", lambda run: _moment(run.queued_at), Role.PLAIN),
        Column("Tình trạng", _tag, Role.STATE),
        Column("Tiến độ", _progress, empty="Không chia bước"),
    ]
    return Table(columns, runs, "Công việc chạy nền")


def _terms(run: JobRun) -> list[Term]:
    terms = [
        Term("Yêu cầu lúc", _moment(run.queued_at)),
        Term("Bắt đầu lúc", _moment(run.started_at)),
        Term("Kết thúc lúc", _moment(run.finished_at)),
        Term("Tiến độ", _progress(run)),
        Term("Đang làm gì", run.message),
        Term("Vì sao không xong", run.error),
        Term("Số lần chạy", run.attempt_count),
        Term("Mã công việc", run.pk),
    ]
    return [term for term in terms if term.value]


def _url(run: JobRun) -> str:
    return reverse("core:job_detail", args=[run.pk])


def _moment(at: datetime | None) -> str:
    return moment(at) if at else ""


def _tag(run: JobRun) -> Tag:
    return TAGS[JobState(run.state)]


def _progress(run: JobRun) -> str:
    if not run.total_count:
        return ""
    if run.state == JobState.DONE:  # the last steps are not told one by one
        return f"{grouped(run.total_count)}/{grouped(run.total_count)} (100%)"
    return f"{grouped(run.done_count)}/{grouped(run.total_count)} ({run.percent}%)"
