"""What the chi hội or the commune's committee decided on an application."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction

from bongca.admissions.actions.answering import ReasonMissing
from bongca.admissions.actions.applications import (
    WAITING_ALREADY,
    AlreadyDecided,
    locked_application,
)
from bongca.admissions.enums import ApplicationState
from bongca.admissions.models import Application
from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.members.actions.admitting import NotYet, admit_known_person
from bongca.members.actions.recording import Beginning
from bongca.members.actions.undoing import undo_last_act
from bongca.members.enums import HowBegan, MemberKind
from bongca.members.models import Membership
from bongca.org.enums import Tier
from bongca.org.models import Unit


class NoMinutes(DomainError):
    """Recognition is an act with date, deciding unit and minutes (domain.md 3.1)."""

    def __init__(self) -> None:
        super().__init__(
            "no_minutes", "Xin ghi biên bản họp đã công nhận, ví dụ số và ngày.", field="citation"
        )


class CannotDecide(DomainError):
    """The chi hội recognises, or the commune's committee; nobody else (domain.md 3.1)."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(
            "cannot_decide",
            f"{unit.name} không công nhận hội viên cho nơi này. Xin chọn chi hội hoặc Hội xã.",
            field="decided_by",
        )


class BeforeAsked(DomainError):
    """A decision before the asking."""

    def __init__(self) -> None:
        super().__init__(
            "before_asked", "Ngày quyết định không thể trước ngày nộp đơn.", field="on"
        )


@transaction.atomic
def recognise(
    *, actor: Actor, application_id: UUID, on: date, decided_by: Unit, citation: str
) -> Membership:
    """Write down that a chi hội or a commune's committee took the person in; they are a member.

    Raises AlreadyDecided, NoMinutes, CannotDecide, BeforeAsked, NotYet and what
    `members.admit_known_person` raises; Http404 outside the actor's scope.
    """
    row = locked_application(actor, application_id)
    _check(actor, row, on)
    if not citation.strip():
        raise NoMinutes
    if decided_by not in deciders_for(row.unit):
        raise CannotDecide(decided_by)
    again = Membership.objects.filter(person=row.person, voided_at=None).exists()
    how = HowBegan.READMITTED if again else HowBegan.ADMITTED
    said = citation.strip()[:200]
    membership = admit_known_person(
        actor=actor,
        person_id=row.person_id,
        unit=row.unit,
        beginning=Beginning(how, PartialDate.of(on), MemberKind(row.kind), said),
    )
    row.state = ApplicationState.RECOGNISED
    row.decided_on, row.decided_by, row.citation = on, decided_by, said
    row.membership_id = membership.pk
    row.save()
    audit.record(
        actor,
        "admissions.recognise",
        row,
        changes={"on": on.isoformat(), "decided_by": str(decided_by.pk), "citation": said},
        person_id=row.person_id,
    )
    return membership


@transaction.atomic
def refuse(
    *, actor: Actor, application_id: UUID, on: date, reason: str, decided_by: Unit | None = None
) -> Application:
    """Write down that the person was not taken in, and why; they may ask again.

    Raises AlreadyDecided, ReasonMissing, BeforeAsked, NotYet, NotAllowed, Frozen; Http404.
    """
    row = locked_application(actor, application_id)
    _check(actor, row, on)
    if not reason.strip():
        raise ReasonMissing
    row.state = ApplicationState.REFUSED
    row.decided_on, row.decided_by = on, decided_by
    row.refusal = reason.strip()[:300]
    row.save()
    audit.record(
        actor,
        "admissions.refuse",
        row,
        changes={"on": on.isoformat()},
        person_id=row.person_id,
        personal={"reason": row.refusal},
    )
    return row


@transaction.atomic
def reopen_application(*, actor: Actor, application_id: UUID) -> Application:
    """Undo a recognition, a refusal or a withdrawal: the application waits again.

    A recognition is undone while nothing was recorded of the member after it. Raises
    NotTheLastAct, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    row = locked_application(actor, application_id)
    if row.state == ApplicationState.WAITING:
        return row
    former = row.state
    if row.state == ApplicationState.RECOGNISED and row.membership_id is not None:
        undo_last_act(actor=actor, membership_id=row.membership_id)
    _wait_again(row)
    audit.record(
        actor,
        "admissions.reopen_application",
        row,
        changes={"former": former},
        person_id=row.person_id,
    )
    return row


def follow_undoing(*, withdrawn: Sequence[Membership]) -> None:
    """Let an application wait again when the membership it led to was taken back."""
    keys = [period.pk for period in withdrawn]
    for row in Application.objects.filter(membership_id__in=keys):
        _wait_again(row)


def deciders_for(unit: Unit) -> list[Unit]:
    """Return who may recognise a member of this unit: its chi hội, and its commune."""
    branch = unit.parent if unit.tier == Tier.GROUP else unit
    found = [branch, unit.commune]
    kept = [one for one in found if one is not None and one.tier in (Tier.BRANCH, Tier.COMMUNE)]
    return list(dict.fromkeys(kept))


def _wait_again(row: Application) -> None:
    row.state = ApplicationState.WAITING
    row.decided_on = row.decided_by = row.membership_id = None
    row.citation = row.refusal = ""
    with said_in_words(WAITING_ALREADY):
        row.save()


def _check(actor: Actor, row: Application, on: date) -> None:
    if row.state != ApplicationState.WAITING:
        raise AlreadyDecided
    if on > actor.today:
        raise NotYet("on")
    if on < row.asked_on:
        raise BeforeAsked
