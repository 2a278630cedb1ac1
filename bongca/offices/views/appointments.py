"""Recording that somebody takes or leaves an office."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request
from bongca.core.text import match_key, title_name
from bongca.core.ui import redirect, render, toast
from bongca.offices.actions.appointments import (
    Citation,
    appoint,
    end_appointment,
    void_appointment,
)
from bongca.offices.actions.bodies import body_for
from bongca.offices.forms import SOMEBODY_ELSE, AppointForm, EndForm
from bongca.offices.models import Appointment, Body, Position
from bongca.offices.policies import visible_bodies
from bongca.offices.queries import officers
from bongca.org.models import Unit
from bongca.org.policies import require
from bongca.org.queries.pages import seen_unit
from bongca.people.actions.persons import PersonFields
from bongca.people.policies import visible_persons


def appoint_person(request: Request, pk: int) -> HttpResponse:
    """Record who takes an office; asks who is meant when the register knows the name."""
    unit = seen_unit(request.actor, pk)
    require(request.actor, "offices.appoint", unit)
    typed = match_key(title_name(request.POST.get("full_name", "")))
    form = AppointForm(
        request.POST or None,
        positions=officers.offices_open_at(request.actor, unit, request.actor.today),
        namesakes=officers.namesakes(request.actor, unit, typed) if typed else [],
        initial={"on": request.actor.today},
    )
    if request.method == "POST" and form.is_valid():
        try:
            appointment = _appoint(request, unit, form.cleaned_data)
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            said = f"Đã ghi {appointment.display_name} giữ chức {appointment.position.title}."
            toast(request, said, reverse("offices:appointment_void", args=[appointment.pk]))
            return redirect(request, "org:unit_detail", unit.pk)
    status = 422 if form.is_bound else 200
    return render(request, "offices/appoint.html", None, {"unit": unit, "form": form}, status)


def appointment_end(request: Request, pk: UUID) -> HttpResponse:
    """Record that somebody leaves an office."""
    appointment = officers.seen_appointment(request.actor, pk)
    require(request.actor, "offices.appoint", appointment.unit)
    initial = {"on": request.actor.today, "version": appointment.version}
    form = EndForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            end_appointment(actor=request.actor, appointment=appointment, **form.cleaned_data)
        except Changed:
            raise
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            toast(request, f"Đã ghi {appointment.display_name} thôi giữ chức.")
            return redirect(request, "org:unit_detail", appointment.unit_id)
    status = 422 if form.is_bound else 200
    context = {"held": appointment, "unit": appointment.unit, "form": form}
    return render(request, "offices/appointment_end.html", None, context, status)


@require_POST
def appointment_void(request: Request, pk: UUID) -> HttpResponse:
    """Take back what was recorded by mistake."""
    appointment = officers.seen_appointment(request.actor, pk)
    void_appointment(actor=request.actor, appointment=appointment)
    toast(request, f"Đã bỏ việc ghi {appointment.display_name} giữ chức.")
    return redirect(request, "org:unit_detail", appointment.unit_id)


def _appoint(request: Request, unit: Unit, words: dict[str, Any]) -> Appointment:
    code, _, body_key = words["position"].partition(":")
    position = get_object_or_404(Position, pk=code)
    body = _body(request, unit, position, body_key, words)
    chosen = words.get("person", SOMEBODY_ELSE)
    known = None
    if chosen != SOMEBODY_ELSE:
        known = get_object_or_404(visible_persons(request.actor), pk=chosen)
    return appoint(
        actor=request.actor,
        body=body,
        position=position,
        on=words["on"],
        how=words["how"],
        person=known,
        new_person=PersonFields(words["full_name"], words["sex"], words["birth"]),
        until=words["until"],
        citation=Citation(words["citation_symbol"], words["citation_on"], words["citation_issuer"]),
    )


def _body(
    request: Request, unit: Unit, position: Position, key: str, words: dict[str, Any]
) -> Body:
    if not key:
        return body_for(request.actor, unit, position.body_kind, words["on"])
    if not key.isdecimal():
        raise Http404
    return get_object_or_404(visible_bodies(request.actor).select_related("unit"), pk=int(key))
