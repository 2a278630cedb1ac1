"""Someone asks to become a member: the asking is written down, and may be taken back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.admissions import rules
from bongca.admissions.enums import ApplicationState, AskedHow, UnderSixty
from bongca.admissions.models import Application
from bongca.admissions.policies import visible_applications
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.members.actions.admitting import (
    HOLDS_MEMBERS,
    AlreadyMember,
    HasDied,
    HoldsNoMembers,
    MaybeSame,
    Merged,
    NotYet,
    TooYoung,
    check_waited,
)
from bongca.members.enums import MemberKind
from bongca.members.queries.same_person import lookalikes
from bongca.members.rules import age_on, may_be_regular
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.actions.identity import write_claim
from bongca.people.actions.persons import PersonFields, build_person, locked_person, readable
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

WAITING_ALREADY = {
    "application_one_waiting": "Người này đã có một đơn đang chờ. Xin trả lời đơn ấy trước."
}


@dataclass(frozen=True, slots=True)
class Asking:
    """What someone asks for, and how."""

    asked_on: date
    kind: MemberKind = MemberKind.REGULAR
    how: AskedHow = AskedHow.WRITTEN
    under_sixty: str = ""
    note: str = ""


class UnderSixtyUnexplained(DomainError):
    """Someone from 55 to under 60 is taken in for a reason (domain.md 3.1)."""

    def __init__(self) -> None:
        super().__init__(
            "under_sixty_unexplained",
            "Người từ 55 đến dưới 60 tuổi: xin ghi vì sao được xét.",
            field="under_sixty",
        )


class AlreadyDecided(DomainError):
    """The application has its answer."""

    status = 409

    def __init__(self) -> None:
        super().__init__("already_decided", "Đơn này đã được trả lời hoặc đã rút.")


@transaction.atomic
def record_application(
    *,
    actor: Actor,
    unit: Unit,
    wanted: PersonFields,
    asking: Asking,
    number: str = "",
    is_someone_else: bool = False,
) -> Application:
    """Write down that somebody new asks a unit to take them in; they are no member yet.

    Raises MaybeSame unless the officer has said `is_someone_else`; HoldsNoMembers, TooYoung,
    UnderSixtyUnexplained, NotYet, Frozen, NotAllowed and what `people.add_person` raises; Http404
    outside the actor's scope.
    """
    require_writable(actor, "members.edit", unit)
    person = build_person(unit, wanted, PersonStatus.NOT_MEMBER)
    _check(actor, unit, person, asking)
    if not is_someone_else:
        found = lookalikes(actor, person)
        if found:
            raise MaybeSame(found)
    person.save(force_insert=True)
    if number.strip():
        write_claim(actor, person, number)
    return _record(actor, unit, person, asking, readable(wanted))


@transaction.atomic
def record_known_application(
    *, actor: Actor, person_id: UUID, unit: Unit, asking: Asking
) -> Application:
    """Write down that somebody the register knows asks to come in, or in again.

    Someone refused may ask again at once, someone struck off after a year (domain.md 3.3). Raises
    AlreadyMember, HasDied, Merged, TooSoonAgain and what `record_application` raises.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    require_writable(actor, "members.edit", unit)
    if person.status in (PersonStatus.MEMBER, PersonStatus.TRANSFERRING):
        raise AlreadyMember(person)
    if person.status == PersonStatus.DECEASED:
        raise HasDied(person)
    if person.status == PersonStatus.MERGED:
        raise Merged(person)
    check_waited(actor, person)
    _check(actor, unit, person, asking)
    return _record(actor, unit, person, asking, {})


@transaction.atomic
def withdraw_application(*, actor: Actor, application_id: UUID) -> Application:
    """Take an application off the list: the person changed their mind, or it was a mistake.

    Raises AlreadyDecided, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    row = locked_application(actor, application_id)
    if row.state != ApplicationState.WAITING:
        raise AlreadyDecided
    row.state = ApplicationState.WITHDRAWN
    row.decided_on = actor.today
    row.save(update_fields=["state", "decided_on"])
    audit.record(actor, "admissions.withdraw_application", row, person_id=row.person_id)
    return row


def locked_application(actor: Actor, application_id: UUID) -> Application:
    """Return an application the actor writes on, locked. Raises NotAllowed, Frozen, Http404."""
    rows = visible_applications(actor).select_related("unit", "person")
    row = get_object_or_404(rows.select_for_update(of=("self",)), pk=application_id)
    require_writable(actor, "members.edit", row.unit)
    return row


def _check(actor: Actor, unit: Unit, person: Person, asking: Asking) -> None:
    if unit.tier not in HOLDS_MEMBERS:
        raise HoldsNoMembers(unit)
    if asking.asked_on > actor.today:
        raise NotYet("asked_on")
    is_regular = asking.kind == MemberKind.REGULAR
    age = age_on(person.birth_year, person.birth_month, person.birth_day, actor.today)
    if is_regular and not may_be_regular(age):
        raise TooYoung
    if rules.needs_reason(age, is_regular=is_regular) and not asking.under_sixty:
        raise UnderSixtyUnexplained


def _record(
    actor: Actor, unit: Unit, person: Person, asking: Asking, personal: dict[str, str]
) -> Application:
    with said_in_words(WAITING_ALREADY):
        row = Application.objects.create(
            person=person,
            unit=unit,
            unit_pos=unit.lft,
            kind=asking.kind,
            asked_how=asking.how,
            asked_on=asking.asked_on,
            under_sixty=UnderSixty(asking.under_sixty) if asking.under_sixty else "",
            note=asking.note[:300],
            recorded_at=clock.now(),
            recorded_by_id=actor.user_id,
        )
    changes = {"unit": str(unit.pk), "kind": asking.kind, "how": asking.how}
    audit.record(
        actor,
        "admissions.record_application",
        row,
        changes=changes | {"asked_on": asking.asked_on.isoformat()},
        person_id=person.pk,
        personal=personal,
    )
    return row
