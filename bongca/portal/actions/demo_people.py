"""The people of the demonstration: who may sign in, and who else holds an office."""

from datetime import date
from random import Random

from django.contrib.auth.hashers import make_password
from django.db import transaction

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.invented import invent_name
from bongca.core.scope import whole_tree
from bongca.core.text import fold
from bongca.offices.actions.appointments import Citation, appoint
from bongca.offices.actions.bodies import body_for, open_term
from bongca.offices.models import Appointment, Body, Position, Term
from bongca.org.actions.grants import give_grant
from bongca.org.models import Grant, Partner, Unit
from bongca.people.actions.persons import PersonFields, add_person
from bongca.people.models import Person, UserPerson
from bongca.portal.rules.demo_cast import (
    CAST,
    OTHERS,
    PARTNER,
    PASSWORD,
    ROLE_WITHOUT_OFFICE,
    DemoPerson,
)

ELECTED = date(2026, 1, 20)
TERMS = {
    "central": (date(2022, 1, 14), date(2027, 1, 14)),
    "province": (date(2025, 10, 15), date(2030, 10, 15)),
    "commune": (date(2026, 1, 20), date(2031, 1, 20)),
}
PAPER = Citation("05/QĐ-HNCT", date(2026, 1, 15), "Số liệu minh họa")


def open_terms(actor: Actor, units: dict[str, Unit]) -> None:
    """Begin the term of each unit of the demonstration above the branch."""
    for unit in units.values():
        if unit.tier in TERMS and not Term.objects.filter(unit=unit).exists():
            since, until = TERMS[unit.tier]
            open_term(actor=actor, unit=unit, since=since, until=until)


def let_people_in(actor: Actor, units: dict[str, Unit]) -> None:
    """Open the accounts of the cast and give each their office with its right."""
    present = set(User.objects.values_list("username", flat=True))
    hashed = make_password(PASSWORD)
    for number, person in enumerate(CAST):
        if person.username in present:
            continue
        with transaction.atomic(), whole_tree():
            user = _user(person, number, hashed)
            if person.unit == "partner":
                give_grant(
                    actor=actor, user=user, role=ROLE_WITHOUT_OFFICE[person.username],
                    partner=_partner(), title=person.title,
                )  # fmt: skip
            elif not person.position:
                give_grant(
                    actor=actor, user=user, role=ROLE_WITHOUT_OFFICE[person.username],
                    unit=units[person.unit], title=person.title,
                )  # fmt: skip
            else:
                _into_office(actor, user, person, units[person.unit])


def fill_offices(actor: Actor, units: dict[str, Unit]) -> None:
    """Fill the other offices above the branch with invented people."""
    for key, unit in units.items():
        if unit.tier not in OTHERS:
            continue
        chance = Random(f"offices/{key}")  # noqa: S311 - not a secret: the same people every time
        for position_key, count in OTHERS[unit.tier]:
            position = Position.objects.get(pk=position_key)
            held = Appointment.objects.filter(unit=unit, position=position).count()
            _fill(actor, unit, position, max(0, count - held), chance)


def fill_branch_offices(actor: Actor, units: dict[str, Unit]) -> None:
    """Make a member of each branch its head, where nobody is."""
    position = Position.objects.get(pk="branch.head")
    for unit in units.values():
        if unit.tier != "branch" or Appointment.objects.filter(unit=unit).exists():
            continue
        with transaction.atomic(), whole_tree():
            inside = Person.objects.filter(unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt)
            heads = inside.filter(status="member", birth_year__range=(1954, 1966))
            head = heads.order_by("created_at", "pk").first()
            if head is not None:
                body = _body(actor, unit, position)
                appoint(
                    actor=actor, body=body, position=position, on=ELECTED, person=head,
                    citation=PAPER,
                )  # fmt: skip


def _user(person: DemoPerson, number: int, hashed: str) -> User:
    return User.objects.create(
        username=person.username,
        display_name=person.name,
        salutation=person.salutation,
        phone=f"0900000{number:03d}",
        password=hashed,
    )


def _partner() -> Partner:
    partner, _ = Partner.objects.get_or_create(
        name=PARTNER,
        defaults={"kind": "ministry", "search_name": fold(PARTNER), "during": (ELECTED, None)},
    )
    return partner


def _into_office(actor: Actor, user: User, person: DemoPerson, unit: Unit) -> None:
    wanted = PersonFields(person.name, person.sex, PartialDate(person.birth_year), user.phone)
    known = add_person(actor=actor, unit=unit, wanted=wanted)
    UserPerson.objects.create(user=user, person=known)
    position = Position.objects.get(pk=person.position)
    body = _body(actor, unit, position)
    appoint(actor=actor, body=body, position=position, on=ELECTED, person=known, citation=PAPER)
    Grant.objects.filter(user=user).update(title=person.title)


def _fill(actor: Actor, unit: Unit, position: Position, count: int, chance: Random) -> None:
    for _ in range(count):
        sex = chance.choice("mmf")
        year = chance.randint(1955, 1966)
        name = invent_name(sex, year, chance)
        with transaction.atomic(), whole_tree():
            body = _body(actor, unit, position)
            appoint(
                actor=actor, body=body, position=position, on=ELECTED, citation=PAPER,
                new_person=PersonFields(name, sex, PartialDate(year)),
            )  # fmt: skip


def _body(actor: Actor, unit: Unit, position: Position) -> Body:
    return body_for(actor, unit, position.body_kind, ELECTED)
