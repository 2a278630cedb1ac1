"""Answering an application, and taking the answer back."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from bongca.admissions.actions.applications import withdraw_application
from bongca.admissions.actions.deciding import (
    deciders_for,
    recognise,
    refuse,
    reopen_application,
)
from bongca.admissions.forms.applications import RecogniseForm, RefuseForm
from bongca.admissions.models import Application
from bongca.admissions.queries.lists import seen_application
from bongca.admissions.views.parts import form_page, say
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, toast
from bongca.org.policies import require


def recognise_page(request: Request, pk: UUID) -> HttpResponse:
    row = _to_answer(request, pk)
    deciders = deciders_for(row.unit)
    initial = {"on": request.actor.today, "decided_by": deciders[0].pk}
    form = RecogniseForm(request.POST or None, deciders=deciders, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        by = next(one for one in deciders if one.pk == given["decided_by"])
        try:
            recognise(
                actor=request.actor,
                application_id=pk,
                on=given["on"],
                decided_by=by,
                citation=given["citation"],
            )
            return _done(request, row, f"{row.person.full_name} đã là hội viên {row.unit.name}.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/application_recognise.html", form, row=row)


def refuse_page(request: Request, pk: UUID) -> HttpResponse:
    row = _to_answer(request, pk)
    form = RefuseForm(request.POST or None, initial={"on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            refuse(actor=request.actor, application_id=pk, on=given["on"], reason=given["reason"])
            return _done(request, row, f"Đã ghi chưa công nhận {row.person.full_name}.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/application_refuse.html", form, row=row)


@require_POST
def withdraw(request: Request, pk: UUID) -> HttpResponse:
    row = withdraw_application(actor=request.actor, application_id=pk)
    return _done(request, row, f"Đã rút đơn của {row.person.full_name}.")


@require_POST
def reopen(request: Request, pk: UUID) -> HttpResponse:
    row = reopen_application(actor=request.actor, application_id=pk)
    toast(request, f"Đơn của {row.person.full_name} lại chờ công nhận.")
    return redirect(request, "admissions:application_detail", row.pk)


def _to_answer(request: Request, pk: UUID) -> Application:
    row = seen_application(request.actor, pk)
    require(request.actor, "members.edit", row.unit)
    return row


def _done(request: Request, row: Application, words: str) -> HttpResponse:
    undo = reverse("admissions:application_reopen", args=[row.pk])
    toast(request, words, undo_url=undo)
    return redirect(request, "admissions:application_detail", row.pk)
