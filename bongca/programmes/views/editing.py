"""What was worded is mended: a task, a programme, a target."""

from typing import Any

from django.http import HttpResponse

from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.indicators.models import Indicator
from bongca.org.policies import require
from bongca.programmes import policies
from bongca.programmes.actions.editing import (
    PROGRAMME_FIELDS,
    TASK_FIELDS,
    drop_target,
    edit_programme,
    edit_target,
    edit_task,
)
from bongca.programmes.forms.programmes import ProgrammeEditForm, TargetEditForm
from bongca.programmes.forms.tasks import TaskEditForm
from bongca.programmes.models import Programme, Task
from bongca.programmes.queries import programmes as finding
from bongca.programmes.queries import threads
from bongca.programmes.views.shown import posted, put_beside

WORD = "programmes.edit"


def task_edit(request: Request, pk: int) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    policies.require_give(request.actor, task)
    form = TaskEditForm(
        posted(request),
        initial=_task_begun(task),
        programmes=finding.own_programmes(request.actor, task.programme_id),
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            edit_task(actor=request.actor, task=task, version=said.pop("version"), said=said)
        except Changed:
            raise
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, "Đã sửa nhiệm vụ. Những nơi đang làm được báo một lần.")
            return redirect(request, "programmes:task_detail", task.pk)
    status = 422 if form.is_bound else 200
    return render(request, "programmes/task_edit.html", None, {"form": form, "task": task}, status)


def _task_begun(task: Task) -> dict[str, Any]:
    begun = {name: getattr(task, name) for name in TASK_FIELDS}
    shown = f"{task.due_on:%d/%m/%Y}" if task.due_on else ""
    return begun | {"due_said": task.due_said or shown, "version": task.version}


def programme_edit(request: Request, pk: int) -> HttpResponse:
    actor = request.actor
    programme = finding.programme_for(actor, pk)
    require(actor, WORD, programme.unit)
    form = ProgrammeEditForm(
        posted(request),
        initial=_programme_begun(programme),
        programmes=finding.own_programmes(actor, programme.parent_id).exclude(pk=programme.pk),
        partners=finding.partners_today(actor.today, programme.partner_id),
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        days = {name: said.pop(name) for name in ("since", "until", "version")}
        try:
            edit_programme(actor=actor, programme=programme, said=said, **days)
        except Changed:
            raise
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, "Đã sửa chương trình.")
            return redirect(request, "programmes:programme_detail", programme.pk)
    context = {"form": form, "programme": programme}
    status = 422 if form.is_bound else 200
    return render(request, "programmes/programme_edit.html", None, context, status)


def _programme_begun(programme: Programme) -> dict[str, Any]:
    begun = {name: getattr(programme, name) for name in PROGRAMME_FIELDS}
    return begun | {
        "since": programme.during.lower,
        "until": programme.during.upper,
        "version": programme.version,
    }


def target_edit(request: Request, pk: int) -> HttpResponse:
    actor = request.actor
    target = finding.target_for(actor, pk)
    require(actor, WORD, target.programme.unit)
    fields = ("indicator", "words", "value", "measure", "due_on")
    form = TargetEditForm(
        posted(request),
        initial={name: getattr(target, name) for name in fields}
        | {"version": target.programme.version},
        indicators=Indicator.objects.all(),  # reads-all: a catalogue, also what is no longer asked
    )
    if request.method == "POST" and form.is_valid():
        try:
            if "bo" in request.POST:
                drop_target(actor=actor, target=target, version=form.cleaned_data["version"])
            else:
                edit_target(actor=actor, target=target, **form.cleaned_data)
        except Changed:
            raise
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, "Đã bỏ chỉ tiêu." if "bo" in request.POST else "Đã sửa chỉ tiêu.")
            return redirect(request, "programmes:programme_detail", target.programme_id)
    context = {"form": form, "programme": target.programme}
    status = 422 if form.is_bound else 200
    return render(request, "programmes/target_edit.html", None, context, status)
