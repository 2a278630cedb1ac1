"""Parts of a task counted by themselves: named by the giver, taken and done at each place."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.programmes import policies
from bongca.programmes.actions.milestones import (
    add_milestone,
    finish_milestone,
    give_milestone_back,
    take_milestone,
)
from bongca.programmes.forms.tasks import MilestoneForm
from bongca.programmes.queries import threads
from bongca.programmes.queries.milestones import part_of
from bongca.programmes.views.shown import posted, put_beside

_ACTS = {
    "nhan": (take_milestone, "Đã ghi là nhận phần này."),
    "xong": (finish_milestone, "Đã ghi là làm xong phần này."),
    "thoi": (give_milestone_back, "Đã bỏ điều vừa ghi."),
}


def milestone_add(request: Request, pk: int) -> HttpResponse:
    task = threads.task_for(request.actor, pk)
    policies.require_give(request.actor, task)
    form = MilestoneForm(posted(request), initial={"who": "all"})
    if request.method == "POST" and form.is_valid():
        is_for_all = form.cleaned_data["who"] == "all"
        try:
            add_milestone(
                actor=request.actor, task=task, name=form.cleaned_data["name"],
                is_for_all=is_for_all,
            )  # fmt: skip
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            toast(request, "Đã thêm phần việc đếm riêng.")
            return redirect(request, "programmes:task_detail", task.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "task": task}
    return render(request, "programmes/milestone_add.html", None, context, status)


@require_POST
def milestone_mark(request: Request, pk: int, part: int, how: str) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    if how not in _ACTS:
        raise Http404
    act, said = _ACTS[how]
    act(actor=request.actor, assignment=copy, milestone=part_of(copy.task, part))
    toast(request, said)
    return redirect(request, "programmes:copy_detail", copy.pk)
