"""Tasks that a unit gives: the list, wording one, giving it, ending it, next year's."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import (
    Column,
    Role,
    State,
    Table,
    Tag,
    page_of,
    redirect,
    render,
    render_question,
    toast,
)
from bongca.core.ui.slots import panels
from bongca.org.models import Unit
from bongca.org.policies import require
from bongca.programmes import policies
from bongca.programmes.actions.cascading import Given, give_down
from bongca.programmes.actions.repeating import copy_to_next_year
from bongca.programmes.actions.tasks import Assignee, create_task, end_task, give_task
from bongca.programmes.enums import Part, Repeats, TaskState
from bongca.programmes.forms.tasks import GiveForm, TaskForm, picked_of
from bongca.programmes.models import Assignment, Task
from bongca.programmes.queries import given, progress, threads
from bongca.programmes.queries.choices import Choices, choices_at
from bongca.programmes.queries.cited import paper_url
from bongca.programmes.queries.milestones import part_counts
from bongca.programmes.queries.programmes import may_open, own_programmes
from bongca.programmes.queries.revisions import changes_of_task
from bongca.programmes.queries.threads import Sum
from bongca.programmes.views.shown import (
    copy_tag,
    copy_url,
    day_or,
    due_words,
    posted,
    put_beside,
)

_STATES = {
    TaskState.OPEN: State.DRAFTING.tag("Đang thực hiện"),
    TaskState.CLOSED: State.CLOSED.tag("Đã kết thúc"),
    TaskState.WITHDRAWN: State.EXEMPT.tag("Đã rút"),
}
_ENDS = {"ket-thuc": TaskState.CLOSED, "rut": TaskState.WITHDRAWN}


def task_tag(task: Task) -> Tag:
    """Return the state of a task."""
    return _STATES[TaskState(task.state)]


@require_safe
def task_list(request: Request) -> HttpResponse:
    require(request.actor, "tasks.view")
    group, words = request.GET.get("nhom", ""), request.GET.get("q", "")[:100]
    tasks = given.given_tasks(request.actor, words, group if group == "cham" else "")
    page = page_of(tasks, request.GET.get("trang"), per_page=20)
    sums = progress.sums_of_tasks(request.actor, list(page.items))
    columns: list[Column[Task]] = [
        Column("Nhiệm vụ", "name", Role.NAME, note="programme", link=_task_url),
        Column("Hạn", lambda task: day_or(task.due_on)),
        Column("Đã báo kết quả", lambda task: _sum_words(sums.get(task.pk, Sum()))),
        Column("Tình trạng", task_tag, Role.STATE),
    ]
    context = {
        "page": page,
        "table": Table(columns, page.items, "Nhiệm vụ đơn vị đã giao, mới nhất trước"),
        "is_late_only": group == "cham",
        "export_url": reverse("programmes:task_export"),
        "may_give": request.actor.holds("tasks.assign"),
    }
    return render(request, "programmes/task_list.html", None, context)


def _task_url(task: Task) -> str:
    return reverse("programmes:task_detail", args=[task.pk])


def _sum_words(counted: Sum) -> str:
    return f"{counted.done}/{counted.total}" if counted.total else "Chưa giao cho ai"


def task_add(request: Request) -> HttpResponse:
    require(request.actor, "tasks.assign")
    unit = Unit.objects.filter(pk=request.actor.unit_id or 0).first()
    if unit is None:
        raise Http404
    form = TaskForm(posted(request), programmes=own_programmes(request.actor))
    if request.method == "POST" and form.is_valid():
        try:
            task = create_task(actor=request.actor, unit=unit, **form.cleaned_data)
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, "Đã ghi nhiệm vụ. Bây giờ chọn giao cho ai.")
            return redirect(request, "programmes:task_give", task.pk)
    status = 422 if form.is_bound else 200
    return render(request, "programmes/task_add.html", None, {"form": form}, status)


@require_safe
def task_detail(request: Request, pk: int) -> HttpResponse:
    actor = request.actor
    task = threads.task_for(actor, pk)
    page = page_of(threads.given_copies(actor, task), request.GET.get("trang"), per_page=20)
    sums = threads.sums_of_children(actor, list(page.items))
    columns: list[Column[Assignment]] = [
        Column("Giao cho", "assignee", Role.NAME, note="get_role_display", link=copy_url),
        Column("Hạn", lambda copy: day_or(copy.due_on)),
        Column("Cấp dưới đã báo", lambda copy: _below_words(sums.get(copy.pk)), empty="Không có"),
        Column("Tình trạng", lambda copy: copy_tag(copy, actor.today), Role.STATE),
    ]
    may_give = policies.can_give(actor, task)
    context = {
        "task": task,
        "tag": task_tag(task),
        "due": due_words(task),
        "page": page,
        "table": Table(columns, page.items, "Những nơi được giao"),
        "changes": changes_of_task(task)[:10],
        "paper_url": paper_url(actor, task.citation_symbol, task.citation_on),
        **_counted(request, task),
        "own": [one for one in threads.own_copies(actor, task) if one.giver_id != actor.unit_id],
        "may_give": may_give and task.state == TaskState.OPEN,
        "may_repeat": may_give and task.repeats == Repeats.YEARLY and task.due_on is not None,
        "next_year": task.copies.first(),
        "runs": threads.cascade_runs(task) if may_give else [],
        "may_open_programme": may_open(actor, task.programme),
        "panels": panels("programmes.task", request, task),
    }
    return render(request, "programmes/task_detail.html", None, context)


def _counted(request: Request, task: Task) -> dict[str, object]:
    """How far the task is below its unit, and each part of it that is counted by itself."""
    tiers = progress.tier_counts(request.actor, task, task.unit)
    first = tiers[0] if tiers else None
    return {"tiers": tiers, "parts": part_counts(request.actor, task, task.unit, first)}


def _below_words(counted: Sum | None) -> str:
    return f"{counted.done}/{counted.total}" if counted else ""


def task_give(request: Request, pk: int) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    policies.require_give(request.actor, task)
    choices = choices_at(request.actor, task.unit)
    form = GiveForm(posted(request), choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            told = _give(request, task, form, choices)
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, told.words)
            if told.run_id:
                return redirect(request, "programmes:cascade_run", task.pk, told.run_id)
            return redirect(request, "programmes:task_detail", task.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "task": task, "due": due_words(task)}
    return render(request, "programmes/task_give.html", None, context, status)


class _Told:
    """What to say after giving: how many, or which job writes the copies."""

    def __init__(self, count: int, down: Given | None) -> None:
        self.run_id = down.run.pk if down and down.run else None
        self.count = count + (down.count if down else 0)

    @property
    def words(self) -> str:
        if self.run_id:
            return "Đang giao xuống các cấp. Có thể rời trang này, việc vẫn chạy tiếp."
        return f"Đã giao cho {self.count} nơi." if self.count else "Không có nơi nào mới để giao."


def _give(request: Request, task: Task, form: GiveForm, choices: Choices) -> _Told:
    due = form.cleaned_data.get("due_on")
    addition = form.cleaned_data.get("addition", "")
    lead = picked_of(form, "lead", choices.bodies)
    helping = [one for one in picked_of(form, "bodies", choices.bodies) if one not in lead]
    assignees = [
        *(Assignee(body=one, role=Part.LEAD, due_on=due) for one in lead),
        *(Assignee(body=one, role=Part.COOPERATE, due_on=due) for one in helping),
        *(Assignee(user=one, due_on=due) for one in picked_of(form, "persons", choices.users)),
        *(
            Assignee(partner=one, role=Part.COOPERATE, due_on=due)
            for one in picked_of(form, "partners", choices.partners)
        ),
    ]
    count = give_task(actor=request.actor, task=task, assignees=assignees) if assignees else 0
    down = None
    if form.is_for_some:
        picked = [unit for unit in choices.units if unit.pk in form.picked]
        down = give_down(actor=request.actor, task=task, to=picked, due_on=due, addition=addition)
    elif form.is_for_all:
        down = give_down(
            actor=request.actor, task=task, due_on=due, addition=addition, down_to=form.down_to
        )
    if down is None and not assignees:
        raise DomainError("nobody", "Xin chọn giao cho ai.", field="to")
    return _Told(count, down)


def task_end(request: Request, pk: int, how: str) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    policies.require_give(request.actor, task)
    if how not in _ENDS:
        raise Http404
    if request.method == "POST":
        end_task(actor=request.actor, task=task, state=_ENDS[how])
        toast(request, "Đã kết thúc nhiệm vụ." if how == "ket-thuc" else "Đã rút nhiệm vụ.")
        return redirect(request, "programmes:task_detail", task.pk)
    context = {
        "task": task,
        "how": how,
        "tiers": progress.tier_counts(request.actor, task, task.unit),
        "back_url": _task_url(task),
    }
    title = "Kết thúc nhiệm vụ?" if how == "ket-thuc" else "Rút nhiệm vụ?"
    return render_question(request, "programmes/_end.html", context, title=title)


def task_repeat(request: Request, pk: int) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    policies.require_give(request.actor, task)
    if request.method == "POST":
        fresh = copy_to_next_year(actor=request.actor, task=task)
        toast(request, f"Đã lập nhiệm vụ cho năm sau, hạn {day_or(fresh.due_on)}.")
        return redirect(request, "programmes:task_detail", fresh.pk)
    context = {"task": task, "back_url": _task_url(task)}
    return render_question(request, "programmes/_repeat.html", context, title="Lập cho năm sau?")
