"""The list of members of a unit and everything below, on the index that fits its scope.

A branch is read through its interval, a commune and a province through their own column in name
order (design.md 14.4, 14.5). Above a province nobody holds a roll, and there is no such list.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Replace

from bongca.core import crypto
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.text import fold
from bongca.members import rules
from bongca.members.policies import visible_members
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.people.policies import visible_claims
from bongca.people.rules import read_number

NAME_ORDER = ("sort_key", "id")
FOUND_ORDER = ("given_ascii", "sort_key", "id")
SMALL = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)
PHONE_DIGITS = 4
EVERY_STATUS = "tat-ca"
TAKING_PART = (PersonStatus.MEMBER, PersonStatus.TRANSFERRING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is narrowed to; everything empty is everybody taking part today.

    `only` names those who were picked, whatever their state.
    """

    words: str = ""
    sex: str = ""
    band: str = ""
    status: str = PersonStatus.MEMBER
    only: tuple[UUID, ...] = ()


class UnitTooWide(DomainError):
    """A list of more than a province."""

    def __init__(self) -> None:
        super().__init__("unit_too_wide", "Xin chọn một tỉnh, thành phố để xem danh sách.")


def members_of(
    actor: Actor, unit: Unit, wanted: Wanted, *, is_loose: bool = False
) -> QuerySet[Person]:
    """Return the members of a unit and below, narrowed, in the order of the list.

    With `is_loose` the words may stand anywhere in the name: ask so when nothing was found.
    Raises UnitTooWide, NotAllowed; Http404 outside the actor's scope.
    """
    require(actor, "members.view", unit)
    rows = _inside(actor, unit).select_related("unit__parent")
    if wanted.only:
        rows = rows.filter(pk__in=wanted.only)
    elif wanted.status == PersonStatus.MEMBER:
        rows = rows.filter(status__in=TAKING_PART)
    elif wanted.status and wanted.status != EVERY_STATUS:
        rows = rows.filter(status=wanted.status)
    if wanted.sex:
        rows = rows.filter(sex=wanted.sex)
    if wanted.band:
        rows = rows.filter(age_condition(wanted.band, actor.today))
    if wanted.words.strip():
        rows = rows.filter(_found(actor, unit, wanted.words, is_loose=is_loose))
    is_by_given_name = unit.tier == Tier.PROVINCE and wanted.words.strip() and not is_loose
    return rows.order_by(*(FOUND_ORDER if is_by_given_name else NAME_ORDER))


def parts_of(actor: Actor, unit: Unit) -> list[Unit]:
    """Return the open units directly below, to choose one from."""
    below = visible_units(actor).filter(parent=unit, is_open=True)
    return list(below.order_by("sort_key", "pk"))


def age_condition(band: str, on: date) -> Q:
    """Return who is of an age band on a day, by the very rule of the figures (rules.age_on)."""
    low, high = _ages(band)
    return _has_reached(low, on) & ~_has_reached(high + 1, on) & Q(birth_year__isnull=False)


def band_codes() -> list[str]:
    """Return the age bands a list can be narrowed to."""
    return [*(code for code, _, _ in rules.AGE_BANDS), "from_80"]


def _ages(band: str) -> tuple[int, int]:
    if band == "from_80":
        return rules.ELDER, 200
    return next((low, high) for code, low, high in rules.AGE_BANDS if code == band)


def _has_reached(age: int, on: date) -> Q:
    year = on.year - age
    birthday = Q(birth_month__lt=on.month) | Q(birth_month=on.month, birth_day__lte=on.day)
    return Q(birth_year__lt=year) | Q(birth_year=year) & (Q(birth_day__isnull=True) | birthday)


def _inside(actor: Actor, unit: Unit) -> QuerySet[Person]:
    rows = visible_members(actor)
    if unit.tier == Tier.PROVINCE:
        return rows.filter(province_id=unit.pk)
    if unit.tier == Tier.COMMUNE:
        return rows.filter(commune_id=unit.pk)
    if unit.tier in (Tier.BRANCH, Tier.GROUP):
        return rows.filter(unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt)
    raise UnitTooWide


def _found(actor: Actor, unit: Unit, words: str, *, is_loose: bool) -> Q:
    digits = "".join(character for character in words if character.isdigit())
    if len(digits) >= PHONE_DIGITS and not any(c.isalpha() for c in words):
        return _by_number(actor, unit, digits)
    folded = fold(words)
    if is_loose:
        return Q(search_name__contains=folded)
    *before, given = folded.split() or [""]
    condition = Q(given_ascii__gte=given, given_ascii__lt=_after(given))
    if before:
        condition &= Q(search_name__contains=" ".join(before) + " ")
    return condition


def _by_number(actor: Actor, unit: Unit, digits: str) -> Q:
    """By telephone inside a commune, by identity number for those who may see one."""
    keys: list[UUID] = []
    number = read_number(digits)
    if number is not None:
        claims = visible_claims(actor).filter(
            number_hash=crypto.lookup_hash(number), voided_at=None
        )
        keys = list(claims.values_list("person_id", flat=True))
    condition = Q(pk__in=keys)
    if unit.tier in SMALL:
        plain = Replace(Replace("phone", Value(" ")), Value("."))
        by_phone = Person.objects.annotate(plain=plain).filter(
            plain__contains=digits, unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt
        )
        condition |= Q(pk__in=by_phone.values("pk"))
    return condition


def _after(prefix: str) -> str:
    """Return the first text after all that begin with the prefix: the upper end of a range."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1) if prefix else "\U0010ffff"
