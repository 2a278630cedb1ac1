"""Take in a member whom another commune sends, or say no; and take the answer back."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.shortcuts import get_object_or_404

from bongca.admissions.actions.crossing import (
    CannotCross,
    counted_as,
    give_back,
    joined_of,
    pass_on,
    take_over,
)
from bongca.admissions.enums import TransferSide, TransferState
from bongca.admissions.models import Transfer
from bongca.admissions.policies import visible_transfers
from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.ids import uuid7
from bongca.members.actions.admitting import NotYet
from bongca.members.actions.counts import count_key, record_count_changes
from bongca.members.actions.recording import (
    Beginning,
    build_membership,
    recording_moment,
    void,
)
from bongca.members.enums import HowBegan, MemberKind, VoidReason
from bongca.members.models import Membership
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.actions.persons import locked_person
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.people.signals import person_crossed


class ReasonMissing(DomainError):
    """Whoever says no says why."""

    def __init__(self) -> None:
        super().__init__(
            "reason_missing", "Xin ghi vì sao, để nơi gửi và người xin biết.", field="reason"
        )


@transaction.atomic
def accept_transfer(*, actor: Actor, transfer_id: UUID, place: Unit, on: date) -> Membership:
    """Take a sent member into a branch or group of this commune from a day on.

    The period in the old unit ends on that day, in one transaction with the new one, so nobody has
    two or none. Raises CannotCross, NotYet, NotAllowed, Frozen; Http404 outside the scope.
    """
    row = _received(actor, transfer_id)
    require_writable(actor, "members.edit", place)
    if on > actor.today:
        raise NotYet("on")
    if row.state != TransferState.SENT:
        raise CannotCross("answered")
    now = recording_moment([row.from_unit, place])
    said = take_over(actor, row, place, on, now, uuid7())
    person_crossed.send(sender=Person, person_id=row.person_id)
    person = locked_person(actor, row.person_id)
    beginning = Beginning(
        HowBegan.TRANSFERRED, joined_of(said), MemberKind(said["kind"]), row.citation
    )
    membership = build_membership(actor, person, place, beginning, now)
    membership.during = DateRange(on, None)
    membership.save(force_insert=True)
    row.state = TransferState.ACCEPTED
    row.answered_on, row.answered_by, row.moved_on = actor.today, actor.label[:200], on
    row.opened_membership_id = membership.pk
    row.save()
    record_count_changes([counted_as(said, PersonStatus.TRANSFERRING)], [count_key(person)])
    audit.record(
        actor,
        "admissions.accept_transfer",
        row,
        changes={"place": str(place.pk), "on": on.isoformat()},
        person_id=person.pk,
    )
    return membership


@transaction.atomic
def decline_transfer(*, actor: Actor, transfer_id: UUID, reason: str) -> Transfer:
    """Say no to a sent member, with the reason; they stay a member where they are.

    Raises ReasonMissing, CannotCross, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    row = _received(actor, transfer_id)
    if not reason.strip():
        raise ReasonMissing
    if row.state != TransferState.SENT:
        raise CannotCross("answered")
    row.state = TransferState.DECLINED
    row.refusal = reason.strip()[:300]
    row.answered_on, row.answered_by = actor.today, actor.label[:200]
    row.save()
    said = pass_on(row)
    record_count_changes(
        [counted_as(said, PersonStatus.TRANSFERRING)], [counted_as(said, PersonStatus.MEMBER)]
    )
    audit.record(
        actor,
        "admissions.decline_transfer",
        row,
        person_id=row.person_id,
        personal={"reason": row.refusal},
    )
    return row


@transaction.atomic
def take_answer_back(*, actor: Actor, transfer_id: UUID) -> Transfer:
    """Undo the answer to a transfer, when nothing was recorded after it: it waits again.

    Raises CannotCross, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    row = _received(actor, transfer_id)
    if row.state not in (TransferState.ACCEPTED, TransferState.DECLINED):
        raise CannotCross("answered")
    was_accepted = row.state == TransferState.ACCEPTED
    former = []
    now = recording_moment([row.from_unit, row.to_unit])
    if was_accepted:
        person = locked_person(actor, row.person_id)
        require_writable(actor, "members.edit", person.unit)
        opened = Membership.objects.filter(person=person, voided_at=None, during__upper_inf=True)
        period = opened.first()
        if period is None or period.pk != row.opened_membership_id:
            raise CannotCross("changed")
        former = [count_key(person)]
        void([period], VoidReason.UNDONE, now)
    said = give_back(actor, row, now)
    person_crossed.send(sender=Person, person_id=row.person_id)
    row.state = TransferState.SENT
    row.refusal = row.answered_by = ""
    row.answered_on = row.moved_on = row.opened_membership_id = None
    row.save()
    before = former or [counted_as(said, PersonStatus.MEMBER)]
    record_count_changes(before, [counted_as(said, PersonStatus.TRANSFERRING)])
    audit.record(actor, "admissions.take_answer_back", row, person_id=row.person_id)
    return row


def _received(actor: Actor, transfer_id: UUID) -> Transfer:
    """Return the receiving side of a transfer, locked, for whoever may answer it."""
    rows = visible_transfers(actor).filter(side=TransferSide.IN).select_for_update(of=("self",))
    row = get_object_or_404(rows.select_related("from_unit", "to_unit"), pk=transfer_id)
    require_writable(actor, "members.edit", row.to_unit)
    return row
