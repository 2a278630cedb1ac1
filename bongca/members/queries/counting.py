"""Members counted as of a day, as known at a moment, and the persons who make up each figure.

One statement counts everything for all branches of a commune, from the recorded periods alone:
what was counted once is counted again the same. A figure belongs to a *bucket*: a branch with
its groups, or the members a commune has outside any branch. Buckets follow the tree of today.

A flow counts on the days of `rules.first_counted_day` and `rules.end_day`; an age is that of
`rules.age_on`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import connection
from django.db.models import Q

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.members.enums import Counter
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units

QUERY_VERSION: Final = "members/1"
_COUNTING_LOCKS: Final = 7_401  # a namespace of advisory locks, any number of our own

# What counts a period row `m` with age `age`; `of`, `since` are the two ends of the time asked.
_STOCK = "m.during @> %(as_of)s::date"
_IN_PERIOD = "> %(since)s::date and {day} <= %(as_of)s::date"
_ADMITTED = (
    "m.began_how in ('admitted', 'readmitted', 'roll') and lower(m.during) "
    + _IN_PERIOD.format(day="lower(m.during)")
)
_DECEASED = "m.ended_how = 'deceased' and upper(m.during) " + _IN_PERIOD.format(
    day="upper(m.during)"
)
CONDITIONS: Final[dict[Counter, str]] = {
    Counter.TOTAL: _STOCK,
    Counter.MALE: f"{_STOCK} and m.sex = 'm'",
    Counter.FEMALE: f"{_STOCK} and m.sex = 'f'",
    Counter.SEX_UNKNOWN: f"{_STOCK} and m.sex = ''",
    Counter.UNDER_60: f"{_STOCK} and age < 60",
    Counter.FROM_60: f"{_STOCK} and age >= 60",
    Counter.FROM_60_TO_69: f"{_STOCK} and age between 60 and 69",
    Counter.FROM_70_TO_79: f"{_STOCK} and age between 70 and 79",
    Counter.FROM_80_TO_89: f"{_STOCK} and age between 80 and 89",
    Counter.FROM_90_TO_99: f"{_STOCK} and age between 90 and 99",
    Counter.FROM_80: f"{_STOCK} and age >= 80",
    Counter.FROM_100: f"{_STOCK} and age >= 100",
    Counter.AGE_UNKNOWN: f"{_STOCK} and age is null",
    Counter.HONORARY: f"{_STOCK} and m.kind = 'honorary'",
    Counter.ADMITTED: _ADMITTED,
    Counter.ADMITTED_INEXACT: f"{_ADMITTED} and m.joined_day is null",
    Counter.DECEASED: _DECEASED,
    Counter.DECEASED_INEXACT: f"{_DECEASED} and m.ended_day is null",
}
FLOWS: Final = frozenset(
    {Counter.ADMITTED, Counter.ADMITTED_INEXACT, Counter.DECEASED, Counter.DECEASED_INEXACT}
)

# rules.age_on: completed years with a whole birth date, else the difference of years.
AGE: Final = """
    cross join lateral (select extract(year from %(as_of)s::date)::int - m.birth_year
        - case when m.birth_day is not null
                and (m.birth_month, m.birth_day) > (extract(month from %(as_of)s::date),
                                                    extract(day from %(as_of)s::date))
               then 1 else 0 end as age) aged
"""
KNOWN: Final = """
    m.recorded_at <= %(as_known)s and (m.voided_at is null or m.voided_at > %(as_known)s)
"""


@dataclass(frozen=True, slots=True)
class Bucket:
    """A part of a unit that figures are kept for: its id and its interval of today."""

    unit_id: int
    lft: int
    rgt: int


def bucket_of(unit: Unit) -> Bucket:
    """Return the bucket that carries a unit's id: all of a branch, a commune's own members."""
    whole = unit.tier in (Tier.BRANCH, Tier.GROUP)
    return Bucket(unit.pk, unit.lft, unit.rgt if whole else unit.lft)


def buckets_of(actor: Actor, unit: Unit) -> list[Bucket]:
    """Return every bucket of a unit: its branches, and each commune's members outside them.

    Raises Http404 through `require` when the unit is out of sight.
    """
    require(actor, "units.view", unit)
    if unit.tier in (Tier.BRANCH, Tier.GROUP):
        return [bucket_of(unit)]
    below = visible_units(actor).filter(lft__gte=unit.lft, lft__lte=unit.rgt)
    # A closed branch stands inside the one that keeps it and is counted there, not once more.
    below = below.filter(Q(tier=Tier.COMMUNE) | Q(tier=Tier.BRANCH, parent__tier=Tier.COMMUNE))
    return [bucket_of(one) for one in below.order_by("lft")]


def counting_moment(units: Iterable[Unit]) -> datetime:
    """Return the moment to count "as known at", after every record under way is finished.

    Holds the communes of the units for the rest of the transaction. Without it a record of the
    same second may be known later only.
    """
    hold_communes(units, "pg_advisory_xact_lock")
    return clock.now()


def hold_communes(units: Iterable[Unit], lock: str) -> None:
    """Take an advisory lock on each commune of these units, in one order for everybody.

    Not the rows of the units: foreign keys to them are checked at commit and would wait crosswise.
    """
    keys = sorted({unit.commune_id or unit.pk for unit in units})
    with connection.cursor() as cursor:
        for key in keys:
            cursor.execute(f"select {lock}(%s, %s)", [_COUNTING_LOCKS, key])


def count_members(
    actor: Actor,
    unit: Unit | Sequence[Bucket],
    *,
    as_of: date,
    as_known: datetime,
    since: date | None = None,
) -> dict[int, dict[Counter, int]]:
    """Return every counter for every bucket of a unit (or for these buckets), by unit id.

    `since` is the last day before the period of the flows; without it they are 0. A bucket
    without a single recorded period has zeros throughout. Raises Http404 outside the scope.
    """
    buckets = buckets_of(actor, unit) if isinstance(unit, Unit) else list(unit)
    buckets = [one for one in buckets if actor.is_system or actor.lft <= one.lft <= actor.rgt]
    figures = {bucket.unit_id: dict.fromkeys(Counter, 0) for bucket in buckets}
    if not buckets:
        return figures
    columns = ", ".join(f"count(*) filter (where {condition})" for condition in CONDITIONS.values())
    with connection.cursor() as cursor:
        cursor.execute(
            f"""select bucket.id, {columns}
                from unnest(%(ids)s::bigint[], %(lfts)s::bigint[], %(rgts)s::bigint[])
                     as bucket (id, lft, rgt)
                join members_membership m on m.unit_pos between bucket.lft and bucket.rgt
                {AGE}
                where {KNOWN}
                group by bucket.id""",  # noqa: S608 - our own constants
            {
                "ids": [bucket.unit_id for bucket in buckets],
                "lfts": [bucket.lft for bucket in buckets],
                "rgts": [bucket.rgt for bucket in buckets],
                "as_of": as_of,
                "as_known": as_known,
                "since": since,
            },
        )
        for unit_id, *counts in cursor.fetchall():
            figures[unit_id] = dict(zip(CONDITIONS, counts, strict=True))
    return figures


def sum_figures(figures: Iterable[dict[Counter, int]]) -> dict[Counter, int]:
    """Return the sum over buckets, counter by counter."""
    total = dict.fromkeys(Counter, 0)
    for one in figures:
        for counter, count in one.items():
            total[counter] += count
    return total
