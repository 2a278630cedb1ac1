"""Add a person to the register and correct what is known of one."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import Changed, DomainError
from bongca.core.text import name_keys, nfc, title_name
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.actions.placing import place_person
from bongca.people.enums import PersonStatus, Sex
from bongca.people.models import Person
from bongca.people.policies import visible_persons
from bongca.people.signals import person_edited

EARLIEST_BIRTH, LATEST_BIRTH = 1890, 2100  # person_birth_year_real


@dataclass(frozen=True, slots=True)
class PersonFields:
    """What an officer writes about a person; texts are taken as typed and cleaned here."""

    full_name: str
    sex: str = ""
    birth: PartialDate | None = None
    phone: str = ""
    address: str = ""
    note: str = ""


class NameMissing(DomainError):
    """A person without a name."""

    def __init__(self) -> None:
        super().__init__("name_missing", "Xin ghi họ và tên.", field="full_name")


class NameTooLong(DomainError):
    """A name that no register can hold."""

    def __init__(self) -> None:
        super().__init__(
            "name_too_long", "Họ và tên dài quá 120 chữ. Xin ghi gọn lại.", field="full_name"
        )


class BirthImplausible(DomainError):
    """A year of birth that no living person has."""

    def __init__(self, year: int) -> None:
        super().__init__(
            "birth_implausible",
            f"Năm sinh {year} không đúng với người đang sống. Xin xem lại.",
            field="birth",
        )


def build_person(unit: Unit, wanted: PersonFields, status: PersonStatus) -> Person:
    """Return a new, unsaved person of the unit. Raises NameMissing, NameTooLong, BirthImplausible.

    For the actions that write persons: one at a time or a whole roll.
    """
    person = Person(status=status)
    place_person(person, unit)
    describe(person, wanted)
    return person


def describe(person: Person, wanted: PersonFields) -> None:
    """Write the wanted fields onto an unsaved change, with the stored forms of the name.

    Raises NameMissing, NameTooLong, BirthImplausible.
    """
    name = title_name(wanted.full_name)
    if not name:
        raise NameMissing
    if len(name) > 120:
        raise NameTooLong
    person.full_name = name
    keys = name_keys(name)
    person.sort_key = keys.sort_key[:400]
    person.given_ascii = keys.given_ascii[:40]
    person.search_name = keys.search_name[:120]
    person.match_key = keys.match_key[:120]
    person.sex = Sex(wanted.sex)
    birth = wanted.birth
    if birth and not EARLIEST_BIRTH <= birth.year <= LATEST_BIRTH:
        raise BirthImplausible(birth.year)
    person.birth_year = birth.year if birth else None
    person.birth_month = birth.month if birth else None
    person.birth_day = birth.day if birth else None
    person.phone = nfc(wanted.phone)[:20]
    person.address = nfc(wanted.address)[:200]
    person.note = nfc(wanted.note)[:300]


def fields_of(person: Person) -> PersonFields:
    """Return what is written about a person, in the shape in which it is written."""
    birth = None
    if person.birth_year is not None:
        birth = PartialDate(person.birth_year, person.birth_month, person.birth_day)
    return PersonFields(
        person.full_name, person.sex, birth, person.phone, person.address, person.note
    )


@transaction.atomic
def add_person(
    *,
    actor: Actor,
    unit: Unit,
    wanted: PersonFields,
    status: PersonStatus = PersonStatus.NOT_MEMBER,
) -> Person:
    """Put a person into the register of a unit, as yet without any membership.

    Raises NameMissing, NameTooLong, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    require_writable(actor, "members.edit", unit)
    person = build_person(unit, wanted, status)
    person.save(force_insert=True)
    audit.record(actor, "people.add_person", person, person_id=person.pk, personal=readable(wanted))
    return person


@transaction.atomic
def edit_person(*, actor: Actor, person_id: UUID, wanted: PersonFields, version: int) -> Person:
    """Correct what is written about a person.

    Raises Changed when someone else wrote since `version`, with both versions; NameMissing,
    NameTooLong, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    before = fields_of(person)
    old = {name: getattr(person, name) for name in stored_names()}
    describe(person, wanted)
    after = fields_of(person)
    if before == after:
        return person
    if person.version != version:
        raise _changed(before, after)
    person.version += 1
    person.save()
    changed = {name: value for name, value in old.items() if getattr(person, name) != value}
    person_edited.send(sender=Person, actor=actor, person=person, before=changed)
    audit.record(
        actor,
        "people.edit_person",
        person,
        changes={"fields": sorted(changed)},
        person_id=person.pk,
        personal={"before": readable(before), "after": readable(after)},
    )
    return person


def locked_person(actor: Actor, person_id: UUID) -> Person:
    """Return a visible person locked for the rest of the transaction, or raise Http404."""
    persons = visible_persons(actor).select_related("unit").select_for_update(of=("self",))
    return get_object_or_404(persons, pk=person_id)


def readable(wanted: PersonFields) -> dict[str, str]:
    """Return the fields as texts, dates as people write them."""
    return {name: _text(getattr(wanted, name)) for name in field_names()}


def field_names() -> Iterable[str]:
    """Return the names of the fields an officer writes."""
    return (field.name for field in fields(PersonFields))


def stored_names() -> tuple[str, ...]:
    """Return the columns an officer's fields are stored in."""
    return (
        "full_name", "sex", "birth_year", "birth_month", "birth_day", "phone", "address", "note",
    )  # fmt: skip


def _text(value: Any) -> str:
    return value.display() if isinstance(value, PartialDate) else str(value or "")


def _changed(theirs: PersonFields, yours: PersonFields) -> Changed:
    left, right = readable(theirs), readable(yours)
    differing = [name for name in left if left[name] != right[name]]
    return Changed({n: left[n] for n in differing}, {n: right[n] for n in differing})
