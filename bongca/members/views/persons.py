"""A member's page; adding one, correcting one, and the identity number."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_GET, require_POST

from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request
from bongca.core.models import AuditEntry
from bongca.core.ui import Happening, Term, redirect, render, toast
from bongca.core.ui.slots import panels
from bongca.core.ui.written import short_date
from bongca.members.actions.admitting import MaybeSame, admit_member
from bongca.members.enums import Act
from bongca.members.forms.persons import AdmitForm, EditForm, NumberForm
from bongca.members.models import Membership
from bongca.members.queries.acts import Dated, happenings_of
from bongca.members.queries.persons import (
    MemberPage,
    member_page,
    person_to_write,
    places_for,
    unit_to_write,
)
from bongca.members.views.lists import STATUS_TAGS, born
from bongca.members.views.periods import period_happening
from bongca.org.models import Unit
from bongca.people.actions.identity import claim_identity, show_identity
from bongca.people.actions.persons import edit_person, fields_of
from bongca.people.enums import ClaimState, NumberWarning, Sex
from bongca.people.models import IdentityClaim, Person


@require_GET
def member_detail(request: Request, pk: UUID) -> HttpResponse:
    shown = member_page(request.actor, pk)
    return render(request, "members/member_detail.html", None, _page_context(request, shown))


def member_add(request: Request) -> HttpResponse:
    own = unit_to_write(request.actor)
    places = places_for(request.actor, own)
    form = AdmitForm(request.POST or None, places=places, initial={"unit": own.pk})
    context: dict[str, Any] = {"form": form, "own": own}
    if request.method == "POST" and form.is_valid():
        try:
            return _admit(request, form, places)
        except MaybeSame as same:
            context |= {"same": same}
        except DomainError as refusal:
            _say(form, refusal)
    status = 422 if form.is_bound else 200
    return render(request, "members/member_add.html", "members/_admit_form.html", context, status)


def member_edit(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    now = fields_of(person)
    initial = {name: getattr(now, name) for name in now.__slots__} | {"version": person.version}
    form = EditForm(request.POST or None, initial=initial)
    context: dict[str, Any] = {"form": form, "person": person}
    if request.method == "POST" and form.is_valid():
        try:
            return _edit(request, form, person)
        except Changed as changed:
            context["error"] = _with_labels(changed, form)
            context["form"] = EditForm({**request.POST.dict(), "version": person.version})
        except DomainError as refusal:
            _say(form, refusal)
    status = 422 if form.is_bound else 200
    return render(request, "members/member_edit.html", "members/_edit_form.html", context, status)


@require_POST
def identity_show(request: Request, pk: UUID) -> HttpResponse:
    shown = member_page(request.actor, pk)
    number = show_identity(actor=request.actor, person=shown.person)
    context = _page_context(request, shown, number=number)
    return render(request, "members/member_detail.html", "members/_identity.html", context)


def identity_edit(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk, "people.identity")
    form = NumberForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            claim_identity(actor=request.actor, person=person, written=form.cleaned_data["number"])
            toast(request, f"Đã ghi số định danh của {person.full_name}.")
            return redirect(request, "members:member_detail", pk)
        except DomainError as refusal:
            _say(form, refusal)
    context = {"form": form, "person": person}
    status = 422 if form.is_bound else 200
    return render(request, "members/identity_edit.html", None, context, status)


def _admit(request: Request, form: AdmitForm, places: list[Unit]) -> HttpResponse:
    given = form.cleaned_data
    unit = next(one for one in places if one.pk == given["unit"])
    row = admit_member(
        actor=request.actor,
        unit=unit,
        wanted=form.person_fields(),
        beginning=form.beginning(),
        number=given["number"],
        is_someone_else=given["is_someone_else"],
    )
    undo = reverse("members:act_undo", args=[row.pk])
    toast(request, f"Đã ghi {row.full_name} vào sổ của {unit.name}.", undo_url=undo)
    return redirect(request, "members:member_detail", row.person_id)


def _edit(request: Request, form: EditForm, person: Person) -> HttpResponse:
    edited = edit_person(
        actor=request.actor,
        person_id=person.pk,
        wanted=form.person_fields(),
        version=form.cleaned_data["version"],
    )
    toast(request, f"Đã sửa thông tin của {edited.full_name}.")
    return redirect(request, "members:member_detail", person.pk)


def _say(form: Any, refusal: DomainError) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)


def _with_labels(changed: Changed, form: EditForm) -> Changed:
    def labelled(values: dict[str, str]) -> dict[str, str]:
        said = {
            key: str(Sex(value).label) if key == "sex" else value for key, value in values.items()
        }
        return {str(form.fields[name].label): value for name, value in said.items()}

    return Changed(labelled(changed.theirs), labelled(changed.yours))


def _page_context(request: Request, shown: MemberPage, number: str = "") -> dict[str, Any]:
    person = shown.person
    return {
        "shown": shown,
        "person": person,
        "state": STATUS_TAGS[person.status],
        "terms": _terms(request, shown),
        "identity": _identity(shown.claim, number),
        "warnings": _warnings(shown.claim),
        "more_acts": panels("members.person_acts", request, person),
        "panels": panels("members.person", request, person),
        "living": shown.living.words,
        "kin": _kin(shown),
        "periods": _life(request, shown),
        "history": [_happening(entry) for entry in shown.entries],
    }


def _terms(request: Request, shown: MemberPage) -> list[Term]:
    person = shown.person
    birth = fields_of(person).birth
    known = f"{birth.display()}, {born(person, request).partition(' ')[2][1:-1]}" if birth else ""
    return [
        Term("Họ và tên", person.full_name),
        Term("Ngày sinh", known.strip(", ") or "Chưa rõ"),
        Term("Nam hay nữ", Sex(person.sex).label),
        Term("Điện thoại", person.phone or "Chưa có số điện thoại", is_phone=bool(person.phone)),
        Term("Chỗ ở", person.address or "Chưa ghi"),
        *([Term("Ghi chú", person.note)] if person.note else []),
    ]


def _identity(claim: IdentityClaim | None, number: str) -> str:
    if claim is None:
        return ""
    return number or f"•••• {claim.last_digits}"


def _warnings(claim: IdentityClaim | None) -> list[str]:
    if claim is None:
        return []
    said = [str(NumberWarning(code).label) for code in claim.warnings.split(",") if code]
    if claim.state == ClaimState.DISPUTED:
        said.insert(0, "Số này còn được ghi cho một người khác. Xin xem lại giấy tờ của cả hai.")
    return said


def _life(request: Request, shown: MemberPage) -> list[Happening]:
    """The whole history of a person, the newest first."""
    life = [Dated(_day_of(row), period_happening(row)) for row in shown.periods]
    life += happenings_of(request.actor, shown.person)
    return [one.happening for one in sorted(life, key=lambda one: one.on, reverse=True)]


def _kin(shown: MemberPage) -> list[Term]:
    contact = shown.living.contact
    if contact is None:
        return []
    phone = contact.phone
    said = Term("Điện thoại", phone or "Chưa có số điện thoại", is_phone=bool(phone))
    return [Term("Người thân", shown.living.kin_words), said]


def _day_of(row: Membership) -> date:
    return row.during.upper or row.during.lower or date.min


def _happening(entry: AuditEntry) -> Happening:
    at = localtime(entry.at)
    act = Act(entry.act).label if entry.act in Act.values else entry.act
    when = f"{short_date(at.date())}, {at:%H} giờ {at:%M}"
    return Happening(str(act), f"{entry.actor_label}. {when}")
