"""A branch or a commune at a glance: how many, who is new, who died, who turns sixty."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from bongca.admissions.models import Pause
from bongca.admissions.policies import visible_pauses
from bongca.admissions.rules import sixtieth_birthday
from bongca.core.actor import Actor
from bongca.members.enums import HowBegan, HowEnded
from bongca.members.models import Membership
from bongca.members.policies import visible_memberships
from bongca.members.queries.figures import UnitFigures, unit_figures
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.people.policies import visible_persons

FEW = 10
MOST = 500
SMALL = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)
NEW = (HowBegan.ADMITTED, HowBegan.READMITTED, HowBegan.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class Invited:
    """Someone who may be asked to join: who, where, and when they are sixty."""

    person: Person
    on: date
    is_exact: bool


@dataclass(frozen=True)
class Glance:
    """What a page says of a unit in this year; each list is its first few."""

    unit: Unit
    year: int
    figures: UnitFigures
    new_count: int
    new: list[Membership]
    dead_count: int
    dead: list[Membership]
    resting_count: int
    resting: list[Pause]
    invited: list[Invited]


def glance_at(actor: Actor, unit_id: int | None) -> Glance:
    """Return what a branch officer or a commune's chair wants to know first.

    Raises NotAllowed for those who do not see members; Http404 for units out of sight, and above
    a commune, where nobody reads names at a glance.
    """
    require(actor, "members.view")
    units = visible_units(actor).filter(tier__in=SMALL)
    unit = get_object_or_404(units, pk=unit_id or actor.unit_id or 0)
    require(actor, "members.view", unit)
    year = actor.today.year
    inside = Q(unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt)
    rows = visible_memberships(actor).filter(inside, voided_at=None).select_related("unit")
    since = date(year, 1, 1)
    new = rows.filter(began_how__in=NEW, during__startswith__gte=since).order_by("-during", "pk")
    dead = rows.filter(ended_how=HowEnded.DECEASED, during__endswith__gte=since)
    resting = visible_pauses(actor).filter(inside, voided_at=None, during__upper_inf=True)
    return Glance(
        unit=unit,
        year=year,
        figures=unit_figures(actor, unit),
        new_count=new.count(),
        new=list(new[:FEW]),
        dead_count=dead.count(),
        dead=list(dead.order_by("-during__endswith", "pk")[:FEW]),
        resting_count=resting.count(),
        resting=list(resting.select_related("person", "unit").order_by("-during", "pk")[:FEW]),
        invited=invited_in(actor, unit),
    )


def invited_in(actor: Actor, unit: Unit) -> list[Invited]:
    """Return those of a unit who turn sixty within a year and are no members.

    A list to invite from: nobody becomes a member by it (domain.md 3.1).
    """
    today = actor.today
    found = [_invited(person) for person in _nearly_sixty(actor, unit)[:MOST]]
    ahead = [one for one in found if _is_ahead(one, today)]
    return sorted(ahead, key=lambda one: (one.on, one.person.sort_key))


def _nearly_sixty(actor: Actor, unit: Unit) -> QuerySet[Person]:
    year = actor.today.year
    people = visible_persons(actor).filter(
        unit_pos__gte=unit.lft,
        unit_pos__lte=unit.rgt,
        status=PersonStatus.NOT_MEMBER,
        birth_year__in=(year - 60, year - 59),
    )
    return people.select_related("unit").order_by("birth_year", "sort_key", "pk")


def _invited(person: Person) -> Invited:
    assert person.birth_year is not None
    on = sixtieth_birthday(person.birth_year, person.birth_month, person.birth_day)
    return Invited(person, on, person.birth_day is not None)


def _is_ahead(one: Invited, today: date) -> bool:
    """Within a year from today; someone known by the year alone counts for that whole year."""
    if not one.is_exact:
        return one.on >= today
    return today < one.on <= date(today.year + 1, today.month, min(today.day, 28))
