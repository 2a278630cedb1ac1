"""The giver's side: what was handed in, sent back or accepted; later days granted or not."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, page_of, redirect, render, toast
from bongca.core.ui.written import short_date, weekday_date
from bongca.org.policies import require
from bongca.programmes import policies
from bongca.programmes.actions.reviewing import accept, answer_extension, exempt, return_
from bongca.programmes.forms.copies import Answer, Reason
from bongca.programmes.models import Assignment, ExtensionRequest
from bongca.programmes.queries import given, threads
from bongca.programmes.views.shown import copy_tag, copy_url, day_or, posted, put_beside


@require_safe
def judge_list(request: Request) -> HttpResponse:
    require(request.actor, "tasks.assign")
    page = page_of(given.to_judge(request.actor), request.GET.get("trang"), per_page=20)
    columns: list[Column[Assignment]] = [
        Column("Nơi báo", "assignee", Role.NAME, note="task.name", link=copy_url),
        Column("Kết quả", "result", Role.WIDE),
        Column("Báo ngày", lambda copy: _day(copy)),
        Column("Tình trạng", lambda copy: copy_tag(copy, request.actor.today), Role.STATE),
    ]
    asked: list[Column[ExtensionRequest]] = [
        Column(
            "Nơi xin", "assignment.assignee", Role.NAME, note="assignment.task.name",
            link=lambda one: reverse("programmes:extension_answer", args=[one.pk]),
        ),
        Column("Xin lùi đến", lambda one: weekday_date(one.wanted_on)),
        Column("Lý do", "reason", Role.WIDE),
    ]  # fmt: skip
    requests = list(given.extensions_asked(request.actor)[:50])
    context = {
        "page": page,
        "table": Table(columns, page.items, "Kết quả chờ xem, báo trước xem trước"),
        "requests": requests,
        "asked_table": Table(asked, requests, "Những nơi xin lùi hạn"),
    }
    return render(request, "programmes/judge_list.html", None, context)


def _day(copy: Assignment) -> str:
    return short_date(copy.handed_in_on) if copy.handed_in_on else ""


@require_POST
def copy_accept(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    accept(actor=request.actor, assignment=copy)
    toast(request, f"Đã công nhận kết quả của {copy.assignee}.")
    return redirect(request, "programmes:copy_detail", copy.pk)


def copy_return(request: Request, pk: int) -> HttpResponse:
    return _with_reason(request, pk, is_return=True)


def copy_exempt(request: Request, pk: int) -> HttpResponse:
    return _with_reason(request, pk, is_return=False)


def _with_reason(request: Request, pk: int, *, is_return: bool) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    policies.require_review(request.actor, copy)
    form = Reason(posted(request))
    if request.method == "POST" and form.is_valid():
        act = return_ if is_return else exempt
        try:
            act(actor=request.actor, assignment=copy, reason=form.cleaned_data["reason"])
        except DomainError as refusal:
            put_beside(form, refusal)
        else:
            done = "Đã trả lại, kèm lý do." if is_return else "Đã cho miễn, kèm lý do."
            toast(request, done)
            return redirect(request, "programmes:copy_detail", copy.pk)
    context = {"copy": copy, "form": form, "is_return": is_return, "back_url": copy_url(copy)}
    status = 422 if form.is_bound else 200
    return render(request, "programmes/copy_reason.html", None, context, status)


def extension_answer(request: Request, pk: int) -> HttpResponse:
    asked = threads.extension_for(request.actor, pk)
    policies.require_review(request.actor, asked.assignment)
    form = Answer(posted(request))
    if request.method == "POST" and form.is_valid():
        is_granted = form.cleaned_data["granted"] == "co"
        answer_extension(
            actor=request.actor, request=asked, is_granted=is_granted,
            answer=form.cleaned_data["answer"],
        )  # fmt: skip
        toast(request, "Đã cho lùi hạn." if is_granted else "Đã trả lời: giữ nguyên hạn.")
        return redirect(request, "programmes:copy_detail", asked.assignment_id)
    context = {
        "asked": asked,
        "copy": asked.assignment,
        "due": day_or(asked.assignment.due_on),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "programmes/extension_answer.html", None, context, status)
