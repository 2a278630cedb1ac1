"""One copy, at the one it was given to: received, handed in, put off; given on below."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.views.decorators.http import require_POST, require_safe

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.programmes import policies
from bongca.programmes.actions.carrying import (
    EvidenceFile,
    add_evidence,
    hand_in,
    receive,
    report_progress,
)
from bongca.programmes.actions.cascading import cascade
from bongca.programmes.actions.reviewing import request_extension
from bongca.programmes.enums import AssignmentState, TaskState
from bongca.programmes.forms.copies import EvidenceForm, Extension, HandIn, Progress
from bongca.programmes.forms.tasks import DownForm
from bongca.programmes.models import Assignment
from bongca.programmes.queries import progress, threads
from bongca.programmes.queries.choices import units_to_pick
from bongca.programmes.queries.cited import paper_url
from bongca.programmes.queries.judges import others_who_judge, wrote_it
from bongca.programmes.queries.milestones import own_parts
from bongca.programmes.queries.programmes import may_open
from bongca.programmes.queries.revisions import changes_since
from bongca.programmes.rules.tiers import tier_below
from bongca.programmes.views.shown import (
    copy_tag,
    day_or,
    due_words,
    happening,
    posted,
    steps_of,
)


@require_safe
def copy_detail(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    form = HandIn(initial={"version": copy.version})
    return _page(request, copy, form)


def _page(request: Request, copy: Assignment, form: HandIn, status: int = 200) -> HttpResponse:
    actor = request.actor
    steps, step = steps_of(copy)
    with_names = policies.sees_words(actor, copy)
    context = {
        "copy": copy,
        "task": copy.task,
        "tag": copy_tag(copy, actor.today),
        "due": day_or(copy.due_on),
        "task_due": due_words(copy.task),
        "steps": steps,
        "step": step,
        "links": threads.thread_up(copy),
        "tiers": progress.tier_counts(actor, copy.task, copy.unit) if copy.kind == "unit" else [],
        "form": form,
        "parts": own_parts(copy),
        "changes": changes_since(copy),
        "keeps_due": copy.due_on != copy.task.due_on,
        "paper_url": paper_url(actor, copy.task.citation_symbol, copy.task.citation_on),
        "may_open_programme": may_open(actor, copy.task.programme),
        "with_names": with_names,
        "evidence": list(copy.evidence.select_related("attachment")) if with_names else [],
        "happenings": [happening(one) for one in threads.events_of(copy)[:50]]
        if with_names
        else [],
        "extension": threads.waiting_extension(copy) if with_names else None,
        **_rights(request, copy),
    }
    return render(request, "programmes/copy_detail.html", None, context, status)


def _rights(request: Request, copy: Assignment) -> dict[str, object]:
    actor = request.actor
    is_on = copy.task.state == TaskState.OPEN
    may_review = policies.can_review(actor, copy)
    carries = is_on and policies.can_carry(actor, copy)
    may_carry = carries and copy.is_open
    may_judge = may_review and copy.state == AssignmentState.HANDED_IN
    return {
        "may_carry": may_carry,
        "for_another": may_carry and policies.writes_for_another(actor, copy),
        "may_judge": may_judge,
        "judges": others_who_judge(actor, copy) if may_judge and wrote_it(actor, copy) else [],
        "may_mark": carries
        and copy.state not in (AssignmentState.ACCEPTED, AssignmentState.EXEMPT),
        "may_exempt": may_review and copy.is_open,
        "may_cascade": is_on
        and bool(tier_below(copy.tier))
        and copy.state != AssignmentState.EXEMPT
        and policies.can_cascade(actor, copy),
    }


@require_POST
def copy_receive(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    receive(actor=request.actor, assignment=copy)
    toast(request, "Đã báo là đơn vị nhận việc này.")
    return redirect(request, "programmes:copy_detail", copy.pk)


@require_POST
def copy_hand_in(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    policies.require_carry(request.actor, copy)
    form = HandIn(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            hand_in(
                actor=request.actor,
                assignment=copy,
                result=form.cleaned_data["result"],
                files=[_file(file)] if file else [],
                version=form.cleaned_data["version"],
            )
        except DomainError as refusal:
            _put(form, refusal, file="files")
        else:
            toast(request, f"Đã báo kết quả lên {copy.giver.name}.")
            return redirect(request, "programmes:copy_detail", copy.pk)
    return _page(request, copy, form, 422)


def _file(file: "UploadedFile[bytes]", caption: str = "") -> EvidenceFile:
    return EvidenceFile(file.name or "tep", file.size or 0, file.chunks(), caption)


def _put(form: Any, refusal: DomainError, **renamed: str) -> None:
    """Put a refusal beside its field; `renamed` says which field stands for which name."""
    names = {name: field for field, name in renamed.items()}
    field = names.get(refusal.field, refusal.field)
    form.add_error(field if field in form.fields else None, refusal.message)


def copy_progress(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    policies.require_carry(request.actor, copy)
    form = Progress(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            report_progress(actor=request.actor, assignment=copy, **form.cleaned_data)
        except DomainError as refusal:
            _put(form, refusal)
        else:
            toast(request, "Đã báo tiến độ.")
            return redirect(request, "programmes:copy_detail", copy.pk)
    context = {"copy": copy, "form": form, "is_late": copy_tag(copy, request.actor.today)}
    return render(
        request, "programmes/copy_progress.html", None, context, 422 if form.is_bound else 200
    )


def copy_evidence(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    policies.require_carry(request.actor, copy)
    form = EvidenceForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = _file(form.cleaned_data["file"], form.cleaned_data["caption"])
        try:
            add_evidence(actor=request.actor, assignment=copy, file=file)
        except DomainError as refusal:
            _put(form, refusal, file="files")
        else:
            toast(request, "Đã thêm minh chứng.")
            return redirect(request, "programmes:copy_detail", copy.pk)
    status = 422 if form.is_bound else 200
    return render(
        request, "programmes/copy_evidence.html", None, {"copy": copy, "form": form}, status
    )


def extension_ask(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    policies.require_carry(request.actor, copy)
    form = Extension(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            request_extension(actor=request.actor, assignment=copy, **form.cleaned_data)
        except DomainError as refusal:
            _put(form, refusal)
        else:
            toast(request, f"Đã gửi đơn xin lùi hạn lên {copy.giver.name}.")
            return redirect(request, "programmes:copy_detail", copy.pk)
    context = {"copy": copy, "form": form, "due": day_or(copy.due_on)}
    status = 422 if form.is_bound else 200
    return render(request, "programmes/extension_ask.html", None, context, status)


def copy_cascade(request: Request, pk: int) -> HttpResponse:
    copy = threads.copy_for(request.actor, pk)
    policies.require_cascade(request.actor, copy)
    units = units_to_pick(copy.unit)
    form = DownForm(posted(request), tier=copy.tier, units=units)
    if request.method == "POST" and form.is_valid():
        picked = [unit for unit in units if unit.pk in form.picked]
        try:
            given = cascade(
                actor=request.actor,
                assignment=copy,
                to=picked if form.is_for_some else "all",
                due_on=form.cleaned_data["due_on"],
                addition=form.cleaned_data["addition"],
                down_to=form.down_to,
            )
        except DomainError as refusal:
            _put(form, refusal)
        else:
            if given.run is not None:
                toast(request, "Đang giao xuống các cấp. Có thể rời trang này.")
                return redirect(request, "programmes:cascade_run", copy.task_id, given.run.pk)
            toast(request, f"Đã giao cho {given.count} nơi.")
            return redirect(request, "programmes:copy_detail", copy.pk)
    status = 422 if form.is_bound else 200
    context = {"copy": copy, "form": form, "due": day_or(copy.due_on), "has_below": bool(units)}
    return render(request, "programmes/copy_cascade.html", None, context, status)
