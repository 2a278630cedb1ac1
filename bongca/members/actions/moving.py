"""Move a member to another group or branch of the same commune."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.members.actions.admitting import HOLDS_MEMBERS, HoldsNoMembers, NotYet
from bongca.members.actions.ending import ended_range, open_membership
from bongca.members.actions.recording import (
    copy_of,
    description_of,
    recording_moment,
    rewrite,
    void,
)
from bongca.members.enums import HowBegan, HowEnded, VoidReason
from bongca.members.models import Membership
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.actions.persons import locked_person
from bongca.people.actions.placing import place_person


class SameUnit(DomainError):
    """Already there."""

    def __init__(self, unit: Unit) -> None:
        super().__init__("same_unit", f"Người này đang ở {unit.name}.", field="unit")


class OtherCommune(DomainError):
    """Another commune takes a member in by a transfer of its own."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(
            "other_commune",
            f"{unit.name} thuộc xã khác. Việc này làm bằng chuyển sinh hoạt.",
            field="unit",
        )


@transaction.atomic
def move_group(*, actor: Actor, person_id: UUID, to_unit: Unit, on: date) -> Membership:
    """Let a member take part in another group or branch of the commune from a day on.

    Raises SameUnit, OtherCommune, HoldsNoMembers, NotAMember, NotYet, EndedBeforeBegun,
    NotAllowed, Frozen; Http404 when the person or the unit is outside the actor's scope.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    require_writable(actor, "members.edit", to_unit)
    if to_unit.tier not in HOLDS_MEMBERS:
        raise HoldsNoMembers(to_unit)
    if to_unit.pk == person.unit_id:
        raise SameUnit(to_unit)
    if to_unit.commune_id != person.commune_id:
        raise OtherCommune(to_unit)
    if on > actor.today:
        raise NotYet("on")
    row = open_membership(person)
    now = recording_moment([person.unit, to_unit])
    opened = _reopen(actor, row, to_unit, on, now)
    place_person(person, to_unit)
    person.version += 1
    person.save()
    audit.record(
        actor,
        "members.move_group",
        opened,
        changes={"from": str(row.unit_id), "to": str(to_unit.pk), "on": on.isoformat()},
        person_id=person.pk,
    )
    return opened


def _reopen(actor: Actor, row: Membership, unit: Unit, on: date, now: datetime) -> Membership:
    """Close the period on that day and open one in the new unit; or only rename a first day's."""
    if row.during.lower is not None and row.during.lower == on:
        void([row], VoidReason.MOVED, now)
        opened = copy_of(row, actor, now, unit_id=unit.pk, unit_pos=unit.lft)
        opened.save(force_insert=True)
        return opened
    rewrite(
        [row],
        VoidReason.MOVED,
        actor,
        now,
        during=ended_range(row, on),
        ended_how=HowEnded.MOVED_GROUP,
        ended_year=on.year,
        ended_month=on.month,
        ended_day=on.day,
    )
    opened = copy_of(
        row,
        actor,
        now,
        unit_id=unit.pk,
        unit_pos=unit.lft,
        during=DateRange(on, None),
        began_how=HowBegan.MOVED_GROUP,
        **description_of(row.person),
    )
    opened.save(force_insert=True)
    return opened
