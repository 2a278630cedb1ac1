"""Figures of today: live below a commune, from kept counts above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Count, Q, Sum

from bongca.core.actor import Actor
from bongca.members.policies import visible_count_changes, visible_counts
from bongca.members.queries.lists import age_condition
from bongca.members.rules import CENTENARIAN, ELDER
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

TODAY = (PersonStatus.MEMBER, PersonStatus.TRANSFERRING)
KEPT_FROM = (Tier.CENTRAL, Tier.PROVINCE, Tier.COMMUNE)


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """The members of a unit today."""

    total: int
    female: int
    from_80: int
    from_100: int


def unit_figures(actor: Actor, unit: Unit) -> UnitFigures:
    """Return the members of a unit today, with women, those of 80 and those of 100 and more.

    From a commune upward from kept counts, where age goes by the year of birth alone. Raises
    NotAllowed; Http404 outside the actor's scope.
    """
    require(actor, "figures.view", unit)
    return _kept(actor, unit) if unit.tier in KEPT_FROM else _live(unit, actor.today)


def count_members_of_units(actor: Actor, units: Sequence[Unit]) -> dict[int, int]:
    """Return how many members each of these units has today, in two statements for all of them."""
    figures = dict.fromkeys((unit.pk for unit in units), 0)
    kept = [unit for unit in units if unit.tier in KEPT_FROM]
    small = [unit for unit in units if unit.tier not in KEPT_FROM]
    if kept and (actor.is_system or actor.holds("figures.view")):
        figures |= _sums(_KEPT_SUMS, kept)
    if small and (actor.is_system or actor.holds("figures.view")):
        figures |= _sums(_LIVE_SUMS, small)
    return figures


def members_standing_in(unit: Unit) -> int:
    """Return how many members a unit and those below it have today, for what is about to change.

    Asked within a change of the tree, which has asked for the rights.
    """
    statement = _KEPT_SUMS if unit.tier in KEPT_FROM else _LIVE_SUMS
    return _sums(statement, [unit])[unit.pk]


_SPANS = "unnest(%s::bigint[], %s::bigint[], %s::bigint[]) as span (id, lft, rgt)"
_KEPT_SUMS = f"""
    select span.id, coalesce(kept.count, 0) + coalesce(waiting.count, 0)
    from {_SPANS}
    left join lateral (
        select sum(count) as count from members_membercount
        where commune_pos between span.lft and span.rgt
          and status in ('member', 'transferring')) kept on true
    left join lateral (
        select sum(change) as count from members_membercountdelta
        where commune_pos between span.lft and span.rgt
          and status in ('member', 'transferring')) waiting on true
"""  # noqa: S608 - our own constants
_LIVE_SUMS = f"""
    select span.id, count(person.unit_pos)
    from {_SPANS}
    left join people_person person
        on person.unit_pos between span.lft and span.rgt
       and person.status in ('member', 'transferring')
    group by span.id
"""  # noqa: S608 - our own constants


def _sums(statement: str, units: Sequence[Unit]) -> dict[int, int]:
    columns = [[unit.pk for unit in units], [u.lft for u in units], [u.rgt for u in units]]
    with connection.cursor() as cursor:
        cursor.execute(statement, columns)
        return {key: int(count) for key, count in cursor.fetchall()}


def _live(unit: Unit, today: date) -> UnitFigures:
    people = Person.objects.filter(unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt, status__in=TODAY)
    found = people.aggregate(
        total=Count("pk"),
        female=Count("pk", filter=Q(sex="f")),
        from_80=Count("pk", filter=age_condition("from_80", today)),
        from_100=Count("pk", filter=age_condition("from_100", today)),
    )
    return UnitFigures(**found)


def _kept(actor: Actor, unit: Unit) -> UnitFigures:
    inside = {"commune_pos__gte": unit.lft, "commune_pos__lte": unit.rgt, "status__in": TODAY}
    year = actor.today.year
    sums = []
    for rows, column in (
        (visible_counts(actor), "count"),
        (visible_count_changes(actor), "change"),
    ):
        found = rows.filter(**inside).aggregate(
            total=Sum(column),
            female=Sum(column, filter=Q(sex="f")),
            from_80=Sum(column, filter=Q(birth_year__range=(1, year - ELDER))),
            from_100=Sum(column, filter=Q(birth_year__range=(1, year - CENTENARIAN))),
        )
        sums.append(found)
    return UnitFigures(**{name: sum(one[name] or 0 for one in sums) for name in sums[0]})
