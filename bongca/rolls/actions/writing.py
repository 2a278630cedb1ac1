"""Write the lines of a roll into the register, a chunk at a time, none of them twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.text import title_name
from bongca.members.actions.counts import count_key, record_count_changes
from bongca.members.actions.recording import Beginning, build_membership, recording_moment
from bongca.members.enums import HowBegan
from bongca.members.models import Membership
from bongca.org.actions.units import create_unit
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.people.actions.identity import build_claim, settle_claims
from bongca.people.actions.persons import PersonFields, build_person, describe
from bongca.people.actions.placing import place_person
from bongca.people.enums import PersonStatus
from bongca.people.models import IdentityClaim, Person
from bongca.people.policies import visible_persons
from bongca.rolls.actions.bringing import locked_roll, start_work
from bongca.rolls.actions.sorting import locked_preview, row_of
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.policies import visible_lines
from bongca.rolls.queries.places import places_for
from bongca.rolls.rules.questions import settle
from bongca.rolls.rules.rows import RollRow

CHUNK = 250
# Names a file may hold that no tổ hội can have; the roll goes on without them.
UNFOUNDABLE = ("name_missing", "name_too_long", "name_taken", "no_room")


class NothingToWrite(DomainError):
    """No line of the roll is ready."""

    def __init__(self) -> None:
        super().__init__("nothing_to_write", "Không có người mới nào để ghi vào sổ.")


@transaction.atomic
def write_roll(*, actor: Actor, batch_id: UUID) -> RollBatch:
    """Begin writing the new persons of a roll; the rest stays to be mended and brought again.

    One audit entry stands for the whole roll. Raises NothingToWrite, NotNow, NotAllowed, Frozen.
    """
    batch = locked_preview(actor, batch_id)
    count = RollLine.objects.filter(batch=batch, state=LineState.NEW).count()
    if not count:
        raise NothingToWrite
    start_work(actor, batch, BatchState.WRITING)
    audit.record(actor, "rolls.write_roll", batch, changes={"unit": batch.unit_id, "lines": count})
    return batch


@transaction.atomic
def found_groups(*, actor: Actor, batch_id: UUID) -> None:
    """Found the tổ hội a roll names and the tree lacks, where the officer wanted it."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.WRITING or not batch.choices.get("found_groups", True):
        return
    places = places_for(batch)
    waiting = RollLine.objects.filter(batch=batch, state=LineState.NEW, target__tier=Tier.BRANCH)
    pairs = waiting.exclude(group_key="").values_list("target_id", "group_key").distinct()
    for branch_id, key in sorted(pairs):
        group = places.groups.get((branch_id, key))
        if group is None:
            branch = Unit.objects.get(pk=branch_id)
            line = waiting.filter(target_id=branch_id, group_key=key).first()
            name = str(line.values.get("group", key)) if line else key
            try:
                group = create_unit(
                    actor=actor, parent=branch, name=name, on=actor.today, tier=Tier.GROUP
                )
            except DomainError as refusal:
                if refusal.code not in UNFOUNDABLE:
                    raise
                continue  # its people stand in the chi hội itself
        waiting.filter(target_id=branch_id, group_key=key).update(target=group)
    audit.record(actor, "rolls.found_groups", batch)


@transaction.atomic
def write_chunk(*, actor: Actor, batch_id: UUID) -> int:
    """Write the next lines and mark them written in the same transaction; returns how many."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.WRITING:
        return 0
    waiting = RollLine.objects.filter(batch=batch, state=LineState.NEW).order_by("ordinal")
    lines = list(waiting.select_related("target").select_for_update(of=("self",))[:CHUNK])
    if not lines:
        return 0
    units = {line.target_id: line.target for line in lines if line.target}
    now = recording_moment(units.values())
    writer = _Writer(actor, batch, now)
    writer.write(lines)
    batch.written_count += sum(line.state == LineState.WRITTEN for line in lines)
    batch.save(update_fields=["written_count"])
    return len(lines)


@transaction.atomic
def finish_writing(*, actor: Actor, batch_id: UUID) -> None:
    """Close the writing: the roll stands written, with what was left."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.WRITING:
        return
    batch.state = BatchState.WRITTEN
    batch.written_at = clock.now()
    batch.save(update_fields=["state", "written_at"])


@dataclass(slots=True)
class _Writer:
    """Writes a chunk: persons, periods, claims, counts, and the lines that say so."""

    actor: Actor
    batch: RollBatch
    now: datetime

    def write(self, lines: list[RollLine]) -> None:
        again_ids = [line.match_id for line in lines if line.is_again and line.match_id]
        known = visible_persons(self.actor).filter(pk__in=again_ids).select_for_update(of=("self",))
        again = {person.pk: person for person in known}
        lines = self._without_known(lines, again)
        before = [count_key(person) for person in again.values()]
        fresh, memberships, claims = [], [], []
        persons: list[Person] = []
        for line in lines:
            row = settle(row_of(line), line.answers, self.actor.today).row
            person = again.pop(line.match_id, None) if line.is_again and line.match_id else None
            if person is None:
                person = self._build(line, row)
                fresh.append(person)
            else:
                self._take_again(person, line, row)
            membership = self._membership(person, line, row)
            persons.append(person)
            memberships.append(membership)
            if row.citizen_id:
                claims.append(build_claim(person, row.citizen_id))
            line.state = LineState.WRITTEN
            line.person_id, line.membership_id = person.pk, membership.pk
            line.person_version = person.version
        Person.objects.bulk_create(fresh)
        Membership.objects.bulk_create(memberships)
        self._claim(claims)
        record_count_changes(before, [count_key(person) for person in persons])
        _mark_written(lines)

    def _without_known(self, lines: list[RollLine], again: dict[UUID, Person]) -> list[RollLine]:
        """Leave out whoever came to stand in the register otherwise since the preview."""
        taken = {pk for pk, one in again.items() if one.status != PersonStatus.NOT_MEMBER}
        known = [line for line in lines if line.is_again and line.match_id in taken]
        for line in known:
            line.state = LineState.KNOWN
        RollLine.objects.bulk_update(known, ["state"])
        for pk in taken:
            del again[pk]
        return [line for line in lines if line.state != LineState.KNOWN]

    def _build(self, line: RollLine, row: RollRow) -> Person:
        assert line.target is not None
        return build_person(line.target, _fields(row), PersonStatus.MEMBER)

    def _take_again(self, person: Person, line: RollLine, row: RollRow) -> None:
        assert line.target is not None
        place_person(person, line.target)
        describe(person, _fields(row))
        person.status = PersonStatus.MEMBER
        person.version += 1
        person.save()

    def _membership(self, person: Person, line: RollLine, row: RollRow) -> Membership:
        assert line.target is not None
        beginning = Beginning(HowBegan.ROLL, row.joined)
        membership = build_membership(self.actor, person, line.target, beginning, self.now)
        membership.roll_batch_id = self.batch.pk
        return membership

    def _claim(self, claims: list[IdentityClaim]) -> None:
        owners = [claim.person_id for claim in claims]
        IdentityClaim.objects.filter(person__in=owners, voided_at=None).update(voided_at=self.now)
        IdentityClaim.objects.bulk_create(claims)
        settle_claims(self.actor, [bytes(claim.number_hash) for claim in claims])


def _mark_written(lines: list[RollLine]) -> None:
    """Say in each line what writing it made: one plain statement, not a case for every line."""
    with connection.cursor() as cursor:
        cursor.execute(
            _MARK,
            [
                LineState.WRITTEN,
                [line.pk for line in lines],
                [line.person_id for line in lines],
                [line.membership_id for line in lines],
                [line.person_version for line in lines],
            ],
        )


_MARK = """
    update rolls_rollline line
    set state = %s, person_id = made.person, membership_id = made.membership,
        person_version = made.version
    from unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::int[])
         made(line, person, membership, version)
    where line.id = made.line
"""


def _fields(row: RollRow) -> PersonFields:
    return PersonFields(
        full_name=title_name(row.full_name),
        sex=row.sex,
        birth=row.birth,
        phone=row.phone,
        address=", ".join(filter(None, [row.address, row.hamlet]))[:200],
        note=row.notes,
    )


def count_waiting(actor: Actor, batch: RollBatch) -> int:
    """Count the lines still to be written."""
    return visible_lines(actor, batch).filter(state=LineState.NEW).count()
