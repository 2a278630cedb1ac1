"""A member rests for a while and comes back."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from bongca.admissions.actions.pauses import pause_member, return_member, undo_pause
from bongca.admissions.forms.moves import PauseForm, ReturnForm
from bongca.admissions.models import Pause
from bongca.admissions.queries.lists import seen_pause
from bongca.admissions.views.parts import form_page, say
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, toast
from bongca.members.queries.persons import person_to_write


def pause_add(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    form = PauseForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            row = pause_member(
                actor=request.actor, person_id=pk, on=given["on"], reason=given["reason"]
            )
            return _done(request, row, f"Đã ghi {person.full_name} tạm nghỉ.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/pause_add.html", form, person=person)


def pause_end(request: Request, pk: UUID) -> HttpResponse:
    row = seen_pause(request.actor, pk)
    form = ReturnForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            return_member(actor=request.actor, pause_id=pk, on=form.cleaned_data["on"])
            return _done(request, row, f"Đã ghi {row.person.full_name} sinh hoạt lại.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/pause_end.html", form, person=row.person, row=row)


@require_POST
def pause_undo(request: Request, pk: UUID) -> HttpResponse:
    row = undo_pause(actor=request.actor, pause_id=pk)
    toast(request, f"Đã hoàn tác việc vừa ghi về {row.person.full_name}.")
    return redirect(request, "members:member_detail", row.person_id)


def _done(request: Request, row: Pause, words: str) -> HttpResponse:
    toast(request, words, undo_url=reverse("admissions:pause_undo", args=[row.pk]))
    return redirect(request, "members:member_detail", row.person_id)
