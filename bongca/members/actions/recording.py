"""How a period of membership is written down: never overwritten, always withdrawn and written anew.

Parts of the actions in this package and of the roll; not actions themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.ids import uuid7
from bongca.members import rules
from bongca.members.enums import HowBegan, MemberKind, VoidReason
from bongca.members.models import Membership
from bongca.members.queries.counting import hold_communes
from bongca.org.models import Unit
from bongca.people.models import Person

DESCRIPTION = ("full_name", "sex", "birth_year", "birth_month", "birth_day")


@dataclass(frozen=True, slots=True)
class Beginning:
    """How and when a membership began, as an officer writes it."""

    how: HowBegan = HowBegan.ADMITTED
    joined: PartialDate | None = None
    kind: MemberKind = MemberKind.REGULAR
    citation: str = ""


def recording_moment(units: Iterable[Unit]) -> datetime:
    """Return the moment to record at in these units, once nobody is counting their communes.

    A count "as known now" holds its communes (`counting_moment`), records hold them together: so
    no record is dated before a count that could not see it yet.
    """
    hold_communes(units, "pg_advisory_xact_lock_shared")
    return clock.now()


def build_membership(
    actor: Actor, person: Person, unit: Unit, beginning: Beginning, now: datetime
) -> Membership:
    """Return the unsaved open period of a person in a unit, described as the person is now."""
    joined = beginning.joined
    from_roll = beginning.how == HowBegan.ROLL
    start = rules.first_counted_day(joined, from_roll=from_roll, today=actor.today)
    return Membership(
        person=person,
        unit=unit,
        unit_pos=unit.lft,
        kind=beginning.kind,
        during=DateRange(start, None),
        joined_year=joined.year if joined else None,
        joined_month=joined.month if joined else None,
        joined_day=joined.day if joined else None,
        began_how=beginning.how,
        citation=beginning.citation[:200],
        recorded_at=now,
        recorded_by_id=actor.user_id,
        **description_of(person),
    )


def description_of(person: Person) -> dict[str, Any]:
    """Return what a period copies of its person."""
    return {name: getattr(person, name) for name in DESCRIPTION}


def void(rows: Iterable[Membership], reason: VoidReason, now: datetime) -> None:
    """Withdraw recorded periods: they were known from their recording until now."""
    keys = [row.pk for row in rows]
    Membership.objects.filter(pk__in=keys, voided_at=None).update(voided_at=now, void_reason=reason)


def copy_of(row: Membership, actor: Actor, now: datetime, **changes: Any) -> Membership:
    """Return an unsaved copy of a period, recorded now, with these changes."""
    names = (field.attname for field in Membership._meta.concrete_fields)
    values = {name: getattr(row, name) for name in names}
    fresh = {
        "id": uuid7(),
        "recorded_at": now,
        "recorded_by_id": actor.user_id,
        "voided_at": None,
        "void_reason": "",
    }
    return Membership(**(values | fresh | changes))


def rewrite(
    rows: Iterable[Membership], reason: VoidReason, actor: Actor, now: datetime, **changes: Any
) -> list[Membership]:
    """Withdraw periods and record them again with these changes; returns the new rows."""
    former = list(rows)
    void(former, reason, now)
    return Membership.objects.bulk_create(copy_of(row, actor, now, **changes) for row in former)
