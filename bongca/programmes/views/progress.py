"""Who has and who has not, a tier at a time; and the job that gives a task down."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.http import Request, number_in
from bongca.core.jobs.pages import TAGS
from bongca.core.jobs.states import JobState
from bongca.core.ui import Column, Role, Table, Tally, page_of, redirect, render, toast
from bongca.org.models import Unit
from bongca.org.policies import visible_units
from bongca.org.queries.contacts import contacts_of
from bongca.programmes import policies
from bongca.programmes.actions.cascading import resume_cascade, stop_cascade
from bongca.programmes.enums import AssignmentState
from bongca.programmes.models import Assignment, Task
from bongca.programmes.queries import progress, threads
from bongca.programmes.queries.exported import places_asked
from bongca.programmes.queries.milestones import (
    DONE,
    NOT_DONE,
    NOT_TAKEN,
    TAKEN,
    PartCount,
    part_counts,
)
from bongca.programmes.queries.progress import TierCount
from bongca.programmes.rules.tiers import words_of_tier
from bongca.programmes.views.shown import copy_tag, zalo_words


@dataclass(frozen=True)
class Asked:
    """Which places of a task are asked for: under which unit, of which tier and group."""

    unit: Unit
    tiers: Sequence[TierCount]
    group: str
    parts: Sequence[PartCount]
    part: int | None
    rows: QuerySet[Assignment]

    @property
    def tier(self) -> str:
        return self.tiers[0].tier if self.tiers else ""

    @property
    def counted_part(self) -> PartCount | None:
        return next((one for one in self.parts if one.part.pk == self.part), None)


def asked_for(request: Request, task: Task) -> Asked:
    """Read which places are asked for; a unit out of sight is not found."""
    actor = request.actor
    unit = _unit_asked(request, task)
    tiers = progress.tier_counts(actor, task, unit)
    parts = part_counts(actor, task, unit, tiers[0] if tiers else None)
    wanted = number_in(request.GET.get("phan", ""))
    part = wanted if wanted in {one.part.pk for one in parts} else None
    group = request.GET.get("nhom", "chua")
    rows = places_asked(actor, task, unit, tiers[0].tier if tiers else "", group, part)
    return Asked(unit, tiers, group, parts, part, rows)


@require_safe
def task_progress(request: Request, pk: int) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    asked = asked_for(request, task)
    unit, part = asked.unit, asked.counted_part
    context = {"task": task, "asked": asked, "unit": unit, "is_top": unit.pk == task.unit_id}
    if asked.tiers:
        first = asked.tiers[0]
        page = page_of(asked.rows, request.GET.get("trang"), per_page=20)
        context |= {
            "page": page,
            "table": _table(request, task, first, page.items),
            "tallies": _part_tallies(part, unit, asked.group)
            if part
            else _tallies(first, unit, asked.group),
            "words": words_of_tier(first.tier),
            "to_copy": zalo_words(task, page.items, request.actor.today),
            "export_url": reverse("programmes:progress_export", args=[task.pk]),
        }
    return render(request, "programmes/task_progress.html", None, context)


def _part_tallies(counted: PartCount, unit: Unit, group: str) -> list[Tally]:
    listed = [
        (NOT_DONE, counted.owed - counted.done, "chưa làm xong", "clock"),
        (DONE, counted.done, "đã làm xong", "done"),
    ]
    if not counted.part.is_for_all:
        listed += [
            (TAKEN, counted.taken, "đã nhận phần này", "half"),
            (NOT_TAKEN, counted.total - counted.taken, "không nhận phần này", "equals"),
        ]
    here = f"?don-vi={unit.pk}&phan={counted.part.pk}"
    return [
        Tally(number, words, icon, url=f"{here}&nhom={key}", is_current=key == group)
        for key, number, words, icon in listed
    ]


def _unit_asked(request: Request, task: Task) -> Unit:
    """The unit opened, the task's own at first; out of scope there is none to find."""
    asked = number_in(request.GET.get("don-vi", ""))
    own = task.unit_id if request.actor.lft <= task.unit.lft else request.actor.unit_id or 0
    return get_object_or_404(visible_units(request.actor), pk=asked or own)


def _table(
    request: Request, task: Task, counted: TierCount, rows: Sequence[Assignment]
) -> Table[Assignment]:
    listed = list(rows)
    sums = threads.sums_of_children(request.actor, listed)
    contacts = contacts_of([copy.unit for copy in listed], request.actor.today)
    here = reverse("programmes:task_progress", args=[task.pk])
    columns: list[Column[Assignment]] = [
        Column(
            words_of_tier(counted.tier).head,
            "unit.name",
            Role.NAME,
            note=lambda copy: contacts[copy.unit_id].name,
            link=lambda copy: (
                f"{here}?don-vi={copy.unit_id}"
                if copy.pk in sums
                else reverse("programmes:copy_detail", args=[copy.pk])
            ),
        ),
        Column("Điện thoại", lambda copy: contacts[copy.unit_id].phone, Role.PHONE),
        Column("Cấp dưới đã báo", lambda copy: _below(sums.get(copy.pk)), empty="Chưa giao xuống"),
        Column("Tình trạng", lambda copy: copy_tag(copy, request.actor.today), Role.STATE),
    ]
    if policies.sees_figures_only(request.actor):
        columns = [column for column in columns if column.role is not Role.PHONE]
        columns[0] = Column(columns[0].label, "unit.name", Role.NAME, link=columns[0].link)
    return Table(columns, listed, "Những nơi được giao")


def _below(counted: threads.Sum | None) -> str:
    return f"{counted.done}/{counted.total}" if counted else ""


def _tallies(counted: TierCount, unit: Unit, group: str) -> list[Tally]:
    owing = counted.total - counted.done
    exempt = counted.states.get(AssignmentState.EXEMPT, 0)
    listed = [
        ("chua", owing, "chưa báo kết quả", "clock"),
        ("chua-nhan", counted.unreceived, "chưa báo đã nhận", "envelope"),
        ("da", counted.done, "đã báo kết quả", "done"),
        ("mien", exempt, "được miễn", "equals"),
    ]
    return [
        Tally(number, words, icon, url=f"?don-vi={unit.pk}&nhom={key}", is_current=key == group)
        for key, number, words, icon in listed
    ]


@require_safe
def cascade_run(request: Request, pk: int, run_id: UUID) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    run = threads.cascade_run(request.actor, task, run_id)
    context = {
        "task": task,
        "run": run,
        "tag": TAGS[JobState(run.state)],
        "tiers": progress.tier_counts(request.actor, task, task.unit),
    }
    return render(request, "programmes/cascade_run.html", "programmes/_cascade_run.html", context)


@require_POST
def cascade_stop(request: Request, pk: int, run_id: UUID) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    run = threads.cascade_run(request.actor, task, run_id)
    stop_cascade(actor=request.actor, task=task, run=run)
    toast(request, "Đã yêu cầu dừng. Những nơi đã giao vẫn giữ việc.")
    return redirect(request, "programmes:cascade_run", task.pk, run.pk)


@require_POST
def cascade_resume(request: Request, pk: int, run_id: UUID) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    run = threads.cascade_run(request.actor, task, run_id)
    again = resume_cascade(actor=request.actor, task=task, run=run)
    toast(request, "Đang giao tiếp những nơi còn lại.")
    return redirect(request, "programmes:cascade_run", task.pk, again.pk)
