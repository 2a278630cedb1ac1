"""Take a written roll back, leaving alone what has changed since."""

from typing import cast
from uuid import UUID

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.members.actions.counts import count_key, record_count_changes
from bongca.members.actions.recording import recording_moment, void
from bongca.members.enums import VoidReason
from bongca.members.models import Membership
from bongca.offices.models import Appointment
from bongca.org.policies import require_writable
from bongca.people.enums import PersonStatus
from bongca.people.models import IdentityClaim, Person
from bongca.people.policies import visible_persons
from bongca.rolls.actions.bringing import NotNow, locked_roll, start_work
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.policies import WORD, visible_lines
from bongca.rolls.signals import Blocker, roll_undo_requested

CHUNK = 250
EDITED = "Đã sửa sau khi ghi, nên giữ lại."
IN_OFFICE = "Đã được ghi giữ chức vụ, nên giữ lại."
GONE = "Không còn ở đơn vị này, nên giữ lại."


class RollHeld(DomainError):
    """Something above stands on this roll."""

    status = 409

    def __init__(self, blockers: list[Blocker]) -> None:
        names = "; ".join(blocker.name for blocker in blockers)
        super().__init__("roll_held", f"Chưa hoàn tác được vì đã dùng vào: {names}.")
        self.blockers = blockers


def blockers_of(actor: Actor, batch: RollBatch) -> list[Blocker]:
    """Ask every app above what stands on this roll."""
    lines = visible_lines(actor, batch).filter(state=LineState.WRITTEN)
    person_ids = list(lines.values_list("person_id", flat=True))
    answers = roll_undo_requested.send(
        sender=RollBatch, actor=actor, batch=batch, person_ids=person_ids
    )
    found: list[Blocker] = []
    for _, named in answers:
        found += cast(list[Blocker], named or [])
    return found


@transaction.atomic
def undo_roll(*, actor: Actor, batch_id: UUID) -> RollBatch:
    """Begin taking back everything a roll wrote that nobody has changed since.

    Raises RollHeld with the names of what depends on it, NotNow, NotAllowed, Frozen; Http404.
    """
    batch = locked_roll(actor, batch_id)
    require_writable(actor, WORD, batch.unit)
    if batch.state != BatchState.WRITTEN:
        raise NotNow(batch)
    blockers = blockers_of(actor, batch)
    if blockers:
        raise RollHeld(blockers)
    start_work(actor, batch, BatchState.UNDOING)
    audit.record(actor, "rolls.undo_roll", batch, changes={"unit": batch.unit_id})
    return batch


@transaction.atomic
def undo_chunk(*, actor: Actor, batch_id: UUID) -> int:
    """Take the next lines back, or keep them with the reason; returns how many were looked at."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.UNDOING:
        return 0
    waiting = visible_lines(actor, batch).filter(state=LineState.WRITTEN).order_by("ordinal")
    lines = list(waiting.select_for_update()[:CHUNK])
    if not lines:
        return 0
    persons = _locked_persons(actor, lines)
    officers = set(
        Appointment.objects.filter(person__in=persons).values_list("person_id", flat=True)
    )
    going: list[tuple[RollLine, Person]] = []
    for line in lines:
        person = persons.get(line.person_id) if line.person_id else None
        line.kept_reason = _why_kept(line, person, officers)
        line.state = LineState.KEPT if line.kept_reason else LineState.UNDONE
        if person is not None and not line.kept_reason:
            going.append((line, person))
    _take_back(going)
    RollLine.objects.bulk_update(lines, ["state", "kept_reason"])
    return len(lines)


@transaction.atomic
def finish_undoing(*, actor: Actor, batch_id: UUID) -> None:
    """Close the undoing."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.UNDOING:
        return
    batch.state = BatchState.UNDONE
    batch.undone_at = clock.now()
    batch.save(update_fields=["state", "undone_at"])


def _locked_persons(actor: Actor, lines: list[RollLine]) -> dict[UUID, Person]:
    ids = [line.person_id for line in lines if line.person_id]
    persons = visible_persons(actor).filter(pk__in=ids).select_for_update(of=("self",))
    return {person.pk: person for person in persons.order_by("pk")}


def _why_kept(line: RollLine, person: Person | None, officers: set[UUID]) -> str:
    if person is None:
        return GONE
    if person.pk in officers:
        return IN_OFFICE
    if person.version != line.person_version or person.status != PersonStatus.MEMBER:
        return EDITED
    return ""


def _take_back(going: list[tuple[RollLine, Person]]) -> None:
    """Withdraw periods and claims; the persons stay known, as no members, without their number."""
    persons = [person for _, person in going]
    before = [count_key(person) for person in persons]
    rows = Membership.objects.filter(
        pk__in=[line.membership_id for line, _ in going], voided_at=None
    ).select_related("unit")
    now = recording_moment([row.unit for row in rows])
    void(rows, VoidReason.ROLL_UNDONE, now)
    claims = IdentityClaim.objects.filter(person__in=persons, voided_at=None)
    claims.update(voided_at=now)
    for person in persons:
        person.status = PersonStatus.NOT_MEMBER
        person.version += 1
    Person.objects.bulk_update(persons, ["status", "version"])
    record_count_changes(before, [count_key(person) for person in persons])
