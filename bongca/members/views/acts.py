"""Ending, moving, taking in again, and taking back the last of these."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.members.actions.admitting import admit_known_person
from bongca.members.actions.ending import end_membership
from bongca.members.actions.moving import move_group
from bongca.members.actions.undoing import undo_last_act
from bongca.members.enums import HowBegan, HowEnded
from bongca.members.forms.acts import EndForm, MoveForm
from bongca.members.forms.persons import ReadmitForm
from bongca.members.models import Membership
from bongca.members.queries.persons import person_to_write, places_for
from bongca.people.models import Person

ENDED_WORDS = {
    HowEnded.DECEASED: "Đã ghi {name} qua đời.",
    HowEnded.LEFT: "Đã ghi {name} xin ra khỏi Hội.",
    HowEnded.MOVED_AWAY: "Đã ghi {name} chuyển đi nơi khác.",
    HowEnded.STRUCK_OFF: "Đã ghi {name} bị xóa tên.",
}


def member_end(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = end_membership(actor=request.actor, person_id=pk, ending=form.ending())
            words = ENDED_WORDS[HowEnded(row.ended_how)].format(name=person.full_name)
            return _done(request, row, words)
        except DomainError as refusal:
            _say(form, refusal)
    return _form_page(request, "members/member_end.html", form, person)


def member_move(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    places = [one for one in places_for(request.actor, person.unit) if one != person.unit]
    form = MoveForm(request.POST or None, places=places, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        unit = next(one for one in places if one.pk == form.cleaned_data["unit"])
        try:
            on = form.cleaned_data["on"]
            row = move_group(actor=request.actor, person_id=pk, to_unit=unit, on=on)
            return _done(request, row, f"Đã chuyển {person.full_name} sang {unit.name}.")
        except DomainError as refusal:
            _say(form, refusal)
    return _form_page(request, "members/member_move.html", form, person, places=places)


def member_readmit(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    places = places_for(request.actor, person.unit)
    initial = {"unit": person.unit_id, "how": HowBegan.READMITTED}
    form = ReadmitForm(request.POST or None, places=places, initial=initial)
    if request.method == "POST" and form.is_valid():
        unit = next(one for one in places if one.pk == form.cleaned_data["unit"])
        try:
            row = admit_known_person(
                actor=request.actor, person_id=pk, unit=unit, beginning=form.beginning()
            )
            return _done(request, row, f"Đã ghi {person.full_name} vào {unit.name}.")
        except DomainError as refusal:
            _say(form, refusal)
    return _form_page(request, "members/member_readmit.html", form, person)


@require_POST
def act_undo(request: Request, pk: UUID) -> HttpResponse:
    person = undo_last_act(actor=request.actor, membership_id=pk)
    toast(request, f"Đã hoàn tác việc vừa ghi về {person.full_name}.")
    return redirect(request, "members:member_detail", person.pk)


def _done(request: Request, row: Membership, words: str) -> HttpResponse:
    toast(request, words, undo_url=reverse("members:act_undo", args=[row.pk]))
    return redirect(request, "members:member_detail", row.person_id)


def _say(form: forms.Form, refusal: DomainError) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)


def _form_page(
    request: Request, template: str, form: forms.Form, person: Person, **more: Any
) -> HttpResponse:
    context = {"form": form, "person": person, **more}
    return render(request, template, None, context, 422 if form.is_bound else 200)
