"""Who is celebrated in a year: persons by name up to a province, counts above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from bongca.care.queries.scope import HERE, living_persons
from bongca.care.rules.longevity import ages_of, birth_years, congratulator, round_age, round_ages
from bongca.core.actor import Actor
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require
from bongca.people.models import Person

ORDER = ("birth_year", "sort_key", "id")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which year, and what the list is narrowed to; `month` is that of the birthday."""

    year: int
    by: str = ""
    age: int = 0
    extra: int = 0
    month: int = 0

    @property
    def ages(self) -> list[int]:
        """Return the ages that are wanted, the oldest first."""
        ages = ages_of(self.by, self.year)
        return [age for age in ages if not self.age or age == self.age]


def celebrated(actor: Actor, unit: Unit, wanted: Wanted) -> QuerySet[Person]:
    """Return the living of a unit and below who reach a round age in the year, the oldest first.

    Raises UnitTooWide above a province, NotAllowed; Http404 outside the actor's scope.
    """
    years = birth_years(wanted.year, wanted.ages, wanted.extra)
    rows = living_persons(actor, unit).filter(birth_year__in=years)
    if wanted.month:
        rows = rows.filter(birth_month=wanted.month)
    return rows.select_related("unit__parent", "commune").order_by(*ORDER)


def age_of(person: Person, wanted: Wanted) -> int:
    """Return the age at which a person of the list is celebrated (101: above one hundred)."""
    age = round_age(wanted.year, person.birth_year or 0, wanted.extra)
    assert age is not None
    return age


@dataclass(frozen=True, slots=True)
class AgeCounts:
    """How many of one unit reach each age, and of how many the year of birth is not known."""

    unit: Unit
    by_age: Mapping[int, int]
    unknown: int = 0

    @property
    def total(self) -> int:
        """Return all of them together."""
        return sum(self.by_age.values())

    def by(self, who: str, year: int) -> int:
        """Return how many this one congratulates."""
        return sum(n for age, n in self.by_age.items() if congratulator(age, year) == who)


def counts_of(actor: Actor, units: Sequence[Unit], year: int) -> list[AgeCounts]:
    """Count the celebrated of each unit in one statement: kept counts, never person by person.

    Below a commune the register itself is counted. Raises NotAllowed.
    """
    require(actor, "figures.view")
    kept = [unit for unit in units if unit.tier in _KEPT]
    small = [unit for unit in units if unit.tier not in _KEPT]
    found = _sums(_KEPT_SUMS, kept, year) | _sums(_LIVE_SUMS, small, year)
    return [AgeCounts(unit, *found.get(unit.pk, ({}, 0))) for unit in units]


_KEPT = (Tier.CENTRAL, Tier.PROVINCE, Tier.COMMUNE)
_SPANS = "unnest(%(ids)s::bigint[], %(lfts)s::bigint[], %(rgts)s::bigint[]) as span (id, lft, rgt)"
_KEPT_SUMS = f"""
    select span.id, row.birth_year, sum(row.count)
    from {_SPANS}
    join lateral (
        select birth_year, count from members_membercount
        where commune_pos between span.lft and span.rgt
          and status = any(%(here)s) and birth_year = any(%(years)s)
        union all
        select birth_year, change from members_membercountdelta
        where commune_pos between span.lft and span.rgt
          and status = any(%(here)s) and birth_year = any(%(years)s)) row on true
    group by 1, 2
"""  # noqa: S608 - our own constants
_LIVE_SUMS = f"""
    select span.id, coalesce(person.birth_year, 0), count(*)
    from {_SPANS}
    join people_person person
        on person.unit_pos between span.lft and span.rgt
       and person.status = any(%(here)s)
       and coalesce(person.birth_year, 0) = any(%(years)s)
    group by 1, 2
"""  # noqa: S608 - our own constants


def _sums(
    statement: str, units: Sequence[Unit], year: int
) -> dict[int, tuple[dict[int, int], int]]:
    if not units:
        return {}
    asked: dict[str, Any] = {
        "ids": [unit.pk for unit in units],
        "lfts": [unit.lft for unit in units],
        "rgts": [unit.rgt for unit in units],
        "here": list(HERE),
        "years": [0, *birth_years(year, round_ages(year))],
    }
    found: dict[int, tuple[dict[int, int], int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        for key, birth_year, count in cursor.fetchall():
            by_age, unknown = found.get(key, ({}, 0))
            age = round_age(year, birth_year) if birth_year else None
            if age is None:
                unknown += int(count)
            else:
                by_age[age] = by_age.get(age, 0) + int(count)
            found[key] = (by_age, unknown)
    return found


def rule_day(year: int, today: date) -> date:
    """Return the day whose rules speak for a year: today within it, else its last day."""
    return today if today.year == year else date(year, 12, 31)
