"""What the registers hold for the chi hội of a commune, and the persons behind one count.

Everything is asked "of a day, as known at a moment": a membership counts when it had been
recorded by then and not yet been withdrawn. That is why a count once taken can be opened again
after its persons have moved, died or been merged.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import connection

from bongca.org.models import Unit

QUERY_VERSION: Final = 1

Counts = Mapping[int, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Moment:
    """The period of a count, the day of its stocks, and the moment whose knowledge it uses."""

    since: date
    as_of: date
    as_known: datetime


_AGE = (
    "(member.birth_year * 10000 + coalesce(member.birth_month, 1) * 100"
    " + coalesce(member.birth_day, 1))"
)
# A birthday is reached on its own day; who is known by year or month only counts from the first
# day of it on, so that nobody is left out of what he has a right to.


def _from(age: int) -> str:
    return f"{_AGE} <= %(today_number)s - {age * 10000}"


def _under(age: int) -> str:
    return f"{_AGE} > %(today_number)s - {age * 10000}"


_PRESENT = "member.during @> %(as_of)s"
_FILTERS: Final[Mapping[str, str]] = {
    "members.total": _PRESENT,
    "members.male": f"{_PRESENT} and member.sex = 'm'",
    "members.female": f"{_PRESENT} and member.sex = 'f'",
    "members.under_60": f"{_PRESENT} and {_under(60)}",
    "members.from_60": f"{_PRESENT} and {_from(60)}",
    "members.aged_60_69": f"{_PRESENT} and {_from(60)} and {_under(70)}",
    "members.aged_70_79": f"{_PRESENT} and {_from(70)} and {_under(80)}",
    "members.from_80": f"{_PRESENT} and {_from(80)}",
    "members.from_100": f"{_PRESENT} and {_from(100)}",
    "members.admitted": "member.began_how = 'admitted'"
    " and lower(member.during) between %(since)s and %(as_of)s",
    "members.deceased": "member.ended_how = 'deceased'"
    " and upper(member.during) > %(since)s and upper(member.during) <= %(after)s",
}

_KNOWN = """
    member.recorded_at <= %(as_known)s
    and (member.voided_at is null or member.voided_at > %(as_known)s)
    and member.unit_pos between %(lft)s and %(rgt)s
"""


def member_counters() -> tuple[str, ...]:
    """Return the names of the counts taken from the register of members."""
    return tuple(_FILTERS)


def counts_below(commune: Unit, moment: Moment) -> Counts:
    """Return every count for each chi hội of a commune, in one query for members.

    Members under no chi hội stand under the commune itself.
    """
    found: dict[int, dict[str, int]] = defaultdict(dict)
    columns = ", ".join(f"count(*) filter (where {rule})" for rule in _FILTERS.values())
    with connection.cursor() as cursor:
        cursor.execute(_COUNT.format(columns=columns, known=_KNOWN), _values(commune, moment))
        for unit_id, *numbers in cursor.fetchall():
            found[unit_id].update(zip(_FILTERS, numbers, strict=True))
        cursor.execute(_UNITS, _values(commune, moment))
        for unit_id, groups in cursor.fetchall():
            found[unit_id].update({"units.branches": 1, "units.groups": groups})
    return found


_COUNT = """
select coalesce(branch.id, %(unit_id)s), {columns}
from members_membership member
left join org_unit branch on branch.parent_id = %(unit_id)s and branch.tier = 'branch'
    and member.unit_pos between branch.lft and branch.rgt
where {known} group by 1
"""

_UNITS = """
select branch.id, count(team.id)
from org_unit branch
left join org_unit team on team.parent_id = branch.id and team.tier = 'group'
    and team.during @> %(as_of)s
where branch.parent_id = %(unit_id)s and branch.tier = 'branch' and branch.during @> %(as_of)s
group by branch.id
"""


def totals(counts: Counts) -> dict[str, int]:
    """Return the sum of each count over the chi hội; what nobody has is nought."""
    summed = dict.fromkeys((*_FILTERS, "units.branches", "units.groups"), 0)
    for of_unit in counts.values():
        for name, value in of_unit.items():
            summed[name] += value
    return summed


def counts_of_branch(branch: Unit, moment: Moment) -> dict[str, int]:
    """Return every count of one chi hội."""
    columns = ", ".join(f"count(*) filter (where {rule})" for rule in _FILTERS.values())
    with connection.cursor() as cursor:
        cursor.execute(_ONE.format(columns=columns, known=_KNOWN), _values(branch, moment))
        numbers = cursor.fetchone() or ()
    return dict(zip(_FILTERS, numbers, strict=True))


_ONE = """
select {columns} from members_membership member
where {known}
"""


def _values(unit: Unit, moment: Moment) -> dict[str, int | date | datetime]:
    day = moment.as_of
    return {
        "unit_id": unit.pk,
        "lft": unit.lft,
        "rgt": unit.rgt,
        "since": moment.since,
        "as_of": day,
        "after": day.fromordinal(day.toordinal() + 1),
        "as_known": moment.as_known,
        "today_number": day.year * 10000 + day.month * 100 + day.day,
    }
