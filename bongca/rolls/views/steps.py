"""The way of a roll on pages: bring, columns, preview, result; every step one address."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bongca.core import jobs
from bongca.core.http import Request
from bongca.core.ui import page_of, redirect, render, render_question, toast
from bongca.org.policies import require
from bongca.rolls import exports
from bongca.rolls.actions import bringing, sorting, undoing, writing
from bongca.rolls.enums import BatchState
from bongca.rolls.forms import (
    BringForm,
    chosen_choices,
    chosen_columns,
    chosen_reading,
    given_answers,
    given_places,
    given_to_all,
)
from bongca.rolls.models import RollBatch
from bongca.rolls.policies import WORD, visible_rolls
from bongca.rolls.queries.progress import job_of
from bongca.rolls.views import shown


def roll_list(request: Request) -> HttpResponse:
    """Bring a file, and see the rolls brought before."""
    require(request.actor, WORD)
    is_sent = request.method == "POST"
    form = BringForm(request.actor, request.POST or None, request.FILES or None)
    if is_sent and form.is_valid():
        file = form.cleaned_data["file"]
        batch = bringing.bring_roll(
            actor=request.actor,
            unit=form.cleaned_data["unit"],
            chunks=file.chunks(),
            file_name=file.name,
            content_type=file.content_type or "",
        )
        return redirect(request, "rolls:roll_detail", batch.pk)
    rolls = visible_rolls(request.actor).select_related("unit").order_by("-brought_at")
    page = page_of(rolls, request.GET.get("trang"))
    context = {"form": form, "page": page, "table": shown.past_rolls(page.items)}
    context |= shown.bringing_steps()
    return render(request, "rolls/roll_list.html", None, context, 422 if is_sent else 200)


@require_safe
def roll_detail(request: Request, pk: UUID) -> HttpResponse:
    """Show a roll where it stands."""
    batch = _roll(request, pk)
    if batch.state not in bringing.WORKING and request.htmx and not request.htmx.boosted:
        return redirect(request, "rolls:roll_detail", pk)  # the work is over: leave its page
    if batch.state == BatchState.COLUMNS or _wants_columns(request, batch):
        return render(request, "rolls/roll_columns.html", None, shown.columns(batch))
    if batch.state == BatchState.PREVIEW:
        context = shown.preview(request.actor, batch, request.GET)
        return render(request, "rolls/roll_preview.html", None, context)
    if batch.state in bringing.WORKING:
        context = shown.work(batch, job_of(batch))
        return render(request, "rolls/roll_work.html", "rolls/_roll_work.html", context)
    context = shown.result(request.actor, batch, request.GET)
    return render(request, "rolls/roll_result.html", None, context)


def _wants_columns(request: Request, batch: RollBatch) -> bool:
    return batch.state == BatchState.PREVIEW and "cot" in request.GET


@require_POST
def roll_columns(request: Request, pk: UUID) -> HttpResponse:
    """Take what the columns are."""
    batch = _roll(request, pk)
    mapping, is_whole = chosen_columns(request.POST)
    if not is_whole:
        context = shown.columns(batch, mapping, is_short=True)
        return render(request, "rolls/roll_columns.html", None, context, 422)
    choices = chosen_choices(request.POST)
    bringing.answer_columns(actor=request.actor, batch_id=pk, mapping=mapping, choices=choices)
    return redirect(request, "rolls:roll_detail", pk)


@require_POST
def roll_lettering(request: Request, pk: UUID) -> HttpResponse:
    """Read the file again: in the letters, or with the lists, that the officer says."""
    _roll(request, pk)
    wanted = chosen_reading(request.POST)
    bringing.read_again(actor=request.actor, batch_id=pk, choices=wanted)
    return redirect(request, "rolls:roll_detail", pk)


@require_POST
def roll_answers(request: Request, pk: UUID) -> HttpResponse:
    """Take the answers given so far."""
    _take_answers(request, pk)
    toast(request, "Đã lưu câu trả lời. Chưa ghi gì vào sổ.")
    return redirect(request, "rolls:roll_detail", pk)


@require_POST
def roll_write(request: Request, pk: UUID) -> HttpResponse:
    """Take the answers and write what is ready."""
    _take_answers(request, pk)
    writing.write_roll(actor=request.actor, batch_id=pk)
    return redirect(request, "rolls:roll_detail", pk)


def _take_answers(request: Request, pk: UUID) -> None:
    _roll(request, pk)
    answers = given_answers(request.POST.dict())
    if answers:
        sorting.answer_lines(actor=request.actor, batch_id=pk, answers=answers)
    to_all = given_to_all(request.POST.dict())
    if to_all:
        sorting.answer_alike(actor=request.actor, batch_id=pk, answers=to_all)
    places = given_places(request.POST.dict())
    if places or "lap_to" in request.POST:
        sorting.answer_places(
            actor=request.actor,
            batch_id=pk,
            branches=places,
            found_groups=request.POST.get("lap_to", "lap") == "lap",
        )


def roll_drop(request: Request, pk: UUID) -> HttpResponse:
    """Ask, then leave the roll without writing anything."""
    batch = _roll(request, pk)
    if request.method == "POST":
        bringing.drop_roll(actor=request.actor, batch_id=pk)
        toast(request, f"Đã bỏ tệp {batch.file_name}. Không ghi gì vào sổ.")
        return redirect(request, "rolls:roll_list")
    context = {"batch": batch, "back_url": _url(batch)}
    return render_question(request, "rolls/_drop.html", context, title="Bỏ tệp này?")


def roll_undo(request: Request, pk: UUID) -> HttpResponse:
    """Ask, saying what stands on the roll, then take it back."""
    batch = _roll(request, pk)
    if request.method == "POST":
        undoing.undo_roll(actor=request.actor, batch_id=pk)
        return redirect(request, "rolls:roll_detail", pk)
    blockers = undoing.blockers_of(request.actor, batch)
    context = {"batch": batch, "blockers": blockers, "back_url": _url(batch)}
    return render_question(request, "rolls/_undo.html", context, title="Hoàn tác danh sách?")


@require_POST
def roll_stop(request: Request, pk: UUID) -> HttpResponse:
    """Stop the work at its next step; what is done stays done and can be gone on with."""
    batch = _roll(request, pk)
    run = job_of(batch)
    if run is not None:
        jobs.cancel(run)
    return redirect(request, "rolls:roll_detail", pk)


@require_POST
def roll_resume(request: Request, pk: UUID) -> HttpResponse:
    """Go on with work that was stopped or broke off."""
    _roll(request, pk)
    bringing.resume_roll(actor=request.actor, batch_id=pk)
    return redirect(request, "rolls:roll_detail", pk)


@require_safe
def roll_rest(request: Request, pk: UUID) -> HttpResponse:
    """Give back the lines not written, with the reason beside each, to mend and bring again."""
    batch = _roll(request, pk)
    content = exports.rest_of(request.actor, batch)
    response = HttpResponse(content, content_type=exports.XLSX)
    name = exports.rest_name(batch)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    response["Cache-Control"] = "private, no-store"
    return response


def _roll(request: Request, pk: UUID) -> RollBatch:
    require(request.actor, WORD)
    rolls = visible_rolls(request.actor).select_related("unit")
    return get_object_or_404(rolls, pk=pk)


def _url(batch: RollBatch) -> str:
    return reverse("rolls:roll_detail", args=[batch.pk])
