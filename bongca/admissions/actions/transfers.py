"""Send a member to a unit of another commune, and take the sending back."""

from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.admissions.actions.crossing import CannotCross, pass_on
from bongca.admissions.enums import TransferSide, TransferState
from bongca.admissions.models import Transfer
from bongca.admissions.policies import receiving_units, visible_transfers
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.ids import uuid7
from bongca.members.actions.counts import count_key, record_count_changes
from bongca.members.actions.ending import NotAMember, open_membership
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.actions.persons import locked_person
from bongca.people.enums import PersonStatus
from bongca.people.models import Person


class AlreadyOnTheWay(DomainError):
    """One transfer at a time."""

    status = 409

    def __init__(self, person: Person) -> None:
        super().__init__(
            "already_on_the_way",
            f"{person.full_name} đang chuyển rồi. Muốn chuyển nơi khác, xin rút lại lượt trước.",
        )


class NowhereToSend(DomainError):
    """The unit named takes nobody in, or is not there."""

    def __init__(self) -> None:
        super().__init__(
            "nowhere_to_send", "Xin chọn một xã, phường hoặc chi hội trong danh sách.", field="unit"
        )


class SameCommune(DomainError):
    """Inside a commune a member moves group, and nobody has to accept (members.move_group)."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(
            "same_commune",
            f"{unit.name} ở cùng xã. Trong cùng xã thì dùng Chuyển tổ hội, không phải chờ ai.",
            field="unit",
        )


@transaction.atomic
def send_transfer(
    *, actor: Actor, person_id: UUID, to_unit_id: int, reason: str = "", citation: str = ""
) -> Transfer:
    """Send a member to a unit of another commune; until it answers both read "đang chuyển".

    The member is counted where they are until they are taken in. Raises NotAMember,
    AlreadyOnTheWay, NowhereToSend, SameCommune, NotAllowed, Frozen; Http404 out of scope.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    if person.status == PersonStatus.TRANSFERRING:
        raise AlreadyOnTheWay(person)
    if person.status != PersonStatus.MEMBER:
        raise NotAMember(person)
    open_membership(person)
    to_unit = receiving_units(actor).filter(pk=to_unit_id).first()
    if to_unit is None:
        raise NowhereToSend
    if to_unit.commune_id == person.commune_id:
        raise SameCommune(to_unit)
    _set_status(person, PersonStatus.TRANSFERRING)
    row = Transfer.objects.create(
        transfer=uuid7(),
        side=TransferSide.OUT,
        person=person,
        unit_pos=person.unit_pos,
        full_name=person.full_name,
        sex=person.sex,
        birth_year=person.birth_year,
        from_unit=person.unit,
        to_unit=to_unit,
        sent_on=actor.today,
        sent_by=actor.label[:200],
        reason=reason[:200],
        citation=citation[:200],
        recorded_at=clock.now(),
    )
    pass_on(row)
    audit.record(
        actor,
        "admissions.send_transfer",
        row,
        changes={"from": str(row.from_unit_id), "to": str(to_unit.pk)},
        person_id=person.pk,
    )
    return row


@transaction.atomic
def withdraw_transfer(*, actor: Actor, transfer_id: UUID) -> Transfer:
    """Take a sending back while nobody has answered it: the member stays where they are.

    Raises CannotCross, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    rows = visible_transfers(actor).filter(side=TransferSide.OUT)
    row = get_object_or_404(rows.select_for_update(), pk=transfer_id)
    person = locked_person(actor, row.person_id)
    require_writable(actor, "members.edit", person.unit)
    if row.state != TransferState.SENT:
        raise CannotCross("answered")
    row.state = TransferState.WITHDRAWN
    row.answered_on = actor.today
    row.save(update_fields=["state", "answered_on"])
    _set_status(person, PersonStatus.MEMBER)
    pass_on(row)
    audit.record(actor, "admissions.withdraw_transfer", row, person_id=person.pk)
    return row


def _set_status(person: Person, status: PersonStatus) -> None:
    before = count_key(person)
    person.status = status
    person.version += 1
    person.save()
    record_count_changes([before], [count_key(person)])
