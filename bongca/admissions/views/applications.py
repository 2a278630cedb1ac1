"""Those who ask to come in: the list, a new application, one application."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bongca.admissions.actions.applications import record_application, record_known_application
from bongca.admissions.enums import ApplicationState, AskedHow, UnderSixty
from bongca.admissions.forms.applications import ApplicationForm, AskingForm
from bongca.admissions.models import Application
from bongca.admissions.policies import can_decide
from bongca.admissions.queries.lists import applications, places_in, seen_application
from bongca.admissions.views.parts import APPLICATION_TAGS, PER_PAGE, form_page, say
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import Column, Role, Table, Term, page_of, redirect, render, toast
from bongca.core.ui.written import short_date
from bongca.members.actions.admitting import MaybeSame
from bongca.members.queries.persons import person_to_write, unit_to_write
from bongca.members.rules import age_on
from bongca.org.models import Unit


@require_safe
def application_list(request: Request) -> HttpResponse:
    is_waiting = request.GET.get("xem") != "da-tra-loi"
    rows = applications(request.actor, is_waiting=is_waiting)
    page = page_of(rows, request.GET.get("trang"), per_page=PER_PAGE)
    columns = [
        Column("Họ và tên", "person.full_name", Role.NAME, link=_url),
        Column("Xin vào", "unit.name", Role.PLAIN),
        Column("Ngày xin", lambda row: short_date(row.asked_on)),
        Column("Tình trạng", lambda row: APPLICATION_TAGS[row.state], Role.STATE),
    ]
    context = {
        "is_waiting": is_waiting,
        "page": page,
        "table": Table(columns, page.items, "Đơn xin vào Hội"),
        "may_add": request.actor.holds("members.edit"),
    }
    return render(request, "admissions/application_list.html", None, context)


def application_add(request: Request) -> HttpResponse:
    own = unit_to_write(request.actor)
    places = places_in(request.actor, own)
    initial = {"unit": own.pk, "asked_on": request.actor.today}
    form = ApplicationForm(request.POST or None, places=places, initial=initial)
    more: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            return _added(request, _record(request, form, places))
        except MaybeSame as same:
            more = {"same": same}
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/application_add.html", form, **more)


def application_of(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    places = places_in(request.actor, person.unit)
    initial = {"unit": person.unit_id, "asked_on": request.actor.today}
    form = AskingForm(request.POST or None, places=places, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            unit = _chosen(places, form.cleaned_data["unit"])
            row = record_known_application(
                actor=request.actor, person_id=pk, unit=unit, asking=form.asking()
            )
            return _added(request, row)
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/application_of.html", form, person=person)


@require_safe
def application_detail(request: Request, pk: UUID) -> HttpResponse:
    row = seen_application(request.actor, pk)
    may_write = can_decide(request.actor, row.unit)
    is_waiting = row.state == ApplicationState.WAITING
    context = {
        "row": row,
        "state": APPLICATION_TAGS[ApplicationState(row.state)],
        "terms": _terms(request, row),
        "may_answer": may_write and is_waiting,
        "may_reopen": may_write and not is_waiting,
    }
    return render(request, "admissions/application_detail.html", None, context)


def _record(request: Request, form: ApplicationForm, places: list[Unit]) -> Application:
    given = form.cleaned_data
    return record_application(
        actor=request.actor,
        unit=_chosen(places, given["unit"]),
        wanted=form.person_fields(),
        asking=form.asking(),
        number=given["number"],
        is_someone_else=given["is_someone_else"],
    )


def _added(request: Request, row: Application) -> HttpResponse:
    toast(request, f"Đã ghi đơn của {row.person.full_name}. Đơn chờ công nhận.")
    return redirect(request, "admissions:application_detail", row.pk)


def _chosen(places: list[Unit], pk: int) -> Unit:
    return next(one for one in places if one.pk == pk)


def _url(row: Application) -> str:
    return reverse("admissions:application_detail", args=[row.pk])


def _terms(request: Request, row: Application) -> list[Term]:
    person = row.person
    age = age_on(person.birth_year, person.birth_month, person.birth_day, request.actor.today)
    said = [
        Term("Sinh năm", f"{person.birth_year}, {age} tuổi" if age else "Chưa rõ"),
        Term("Xin vào", row.unit.name),
        Term("Xin làm", row.get_kind_display()),
        Term("Ngày xin", f"{short_date(row.asked_on)}. {AskedHow(row.asked_how).label}"),
    ]
    if row.under_sixty:
        said.append(Term("Vì sao được xét khi chưa đủ 60", UnderSixty(row.under_sixty).label))
    if row.note:
        said.append(Term("Ghi chú", row.note))
    if row.decided_on:
        by = f", {row.decided_by.name}" if row.decided_by else ""
        said.append(Term("Ngày trả lời", f"{short_date(row.decided_on)}{by}"))
    if row.citation:
        said.append(Term("Biên bản", row.citation))
    if row.refusal:
        said.append(Term("Vì sao chưa công nhận", row.refusal))
    return said
