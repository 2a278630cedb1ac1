"""Kept counts: each change of persons writes its difference, a job folds them in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db import connection, transaction

from bongca.core.scope import whole_tree
from bongca.members.models import MemberCountDelta
from bongca.org.models import Unit
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

UNCOUNTED = (PersonStatus.NOT_MEMBER, PersonStatus.MERGED)


class CountKey(NamedTuple):
    """Under what a person is counted: the columns of MemberCount."""

    commune_id: int
    birth_year: int
    sex: str
    status: str


def count_key(person: Person) -> CountKey | None:
    """Return under what this person is counted now, or None for those who are not."""
    return count_key_before(person, {})


def count_key_before(person: Person, before: Mapping[str, Any]) -> CountKey | None:
    """Return under what a person was counted, given the former values of changed columns."""
    status = before.get("status", person.status)
    commune_id = before.get("commune_id", person.commune_id)
    if status in UNCOUNTED or commune_id is None:
        return None
    birth_year = before.get("birth_year", person.birth_year) or 0
    return CountKey(commune_id, birth_year, before.get("sex", person.sex), status)


def record_count_changes(
    before: Iterable[CountKey | None], after: Iterable[CountKey | None]
) -> None:
    """Write what changed between two states of the same persons; part of every writing action."""
    changes: Counter[CountKey] = Counter(key for key in after if key)
    changes.subtract(key for key in before if key)
    changed = {key: change for key, change in changes.items() if change}
    if not changed:
        return
    communes = Unit.objects.filter(pk__in={key.commune_id for key in changed})
    positions = dict(communes.values_list("pk", "lft"))
    MemberCountDelta.objects.bulk_create(
        MemberCountDelta(**key._asdict(), commune_pos=positions[key.commune_id], change=change)
        for key, change in changed.items()
    )


_FOLD = """
    with taken as (delete from members_membercountdelta returning *),
    summed as (
        select commune_id, birth_year, sex, status, sum(change) as change
        from taken group by commune_id, birth_year, sex, status having sum(change) <> 0)
    insert into members_membercount as kept
        (commune_id, commune_pos, birth_year, sex, status, count)
    select summed.commune_id, commune.lft, birth_year, sex, status, change
    from summed join org_unit commune on commune.id = summed.commune_id
    order by summed.commune_id, birth_year, sex, status
    on conflict on constraint member_count_once
        do update set count = kept.count + excluded.count
"""

_RECOUNT = """
    with real as (
        select commune_id, coalesce(birth_year, 0)::smallint as birth_year, sex, status,
               count(*)::int as count
        from people_person
        where status not in ('not_member', 'merged') and commune_id is not null
          and {which}
        group by 1, 2, 3, 4),
    said as (
        select commune_id, birth_year, sex, status, sum(count)::int as count
        from (select commune_id, birth_year, sex, status, count from members_membercount
              where {which}
              union all
              select commune_id, birth_year, sex, status, change from members_membercountdelta
              where {which}) both_tables
        group by 1, 2, 3, 4)
    insert into members_membercountdelta
        (id, commune_id, commune_pos, birth_year, sex, status, change)
    select gen_random_uuid(), wrong.commune_id, unit.lft, birth_year, sex, status, difference
    from (select commune_id, birth_year, sex, status,
                 coalesce(real.count, 0) - coalesce(said.count, 0) as difference
          from real full join said using (commune_id, birth_year, sex, status)) wrong
    join org_unit unit on unit.id = wrong.commune_id
    where difference <> 0
    returning commune_id
"""


@transaction.atomic
def fold_counts() -> None:
    """Add the waiting changes to the kept counts; the installation's own work."""
    with connection.cursor() as cursor:
        cursor.execute(_FOLD)
        cursor.execute("delete from members_membercount where count = 0")


@transaction.atomic
def recount_members(commune_ids: Iterable[int] | None = None) -> list[int]:
    """Count the persons again and put right what differs, everywhere or in these communes.

    Returns the communes whose kept counts were wrong; the installation's own work.
    """
    which = "true" if commune_ids is None else "commune_id = any(%(communes)s)"
    with whole_tree(), connection.cursor() as cursor:
        wanted = {"communes": list(commune_ids or ())}
        cursor.execute(_RECOUNT.format(which=which), wanted)
        return sorted({row[0] for row in cursor.fetchall()})
