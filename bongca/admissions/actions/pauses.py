"""A member rests for a while, and comes back."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.shortcuts import get_object_or_404

from bongca.admissions.models import Pause
from bongca.admissions.policies import visible_pauses
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.members.actions.admitting import NotYet
from bongca.members.actions.ending import open_membership
from bongca.org.policies import require_writable
from bongca.people.actions.persons import locked_person

_OVERLAP = {"pause_one_at_a_time": "Những ngày này đã được ghi là tạm nghỉ rồi. Xin xem lại ngày."}


class BackBeforePause(DomainError):
    """The return stands before the pause."""

    def __init__(self) -> None:
        super().__init__(
            "back_before_pause", "Ngày trở lại phải sau ngày bắt đầu nghỉ.", field="on"
        )


class NotPaused(DomainError):
    """The pause has ended, or was withdrawn."""

    status = 409

    def __init__(self) -> None:
        super().__init__("not_paused", "Người này không còn tạm nghỉ. Xin mở lại trang.")


@transaction.atomic
def pause_member(*, actor: Actor, person_id: UUID, on: date, reason: str) -> Pause:
    """Write down that a member takes no part from a day on; they stay a member.

    Raises NotAMember, OnTheWay, NotYet, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    person = locked_person(actor, person_id)
    require_writable(actor, "members.edit", person.unit)
    open_membership(person)
    if on > actor.today:
        raise NotYet("on")
    with said_in_words(_OVERLAP):
        row = Pause.objects.create(
            person=person,
            unit=person.unit,
            unit_pos=person.unit_pos,
            during=DateRange(on, None),
            reason=reason.strip()[:200],
            recorded_at=clock.now(),
            recorded_by_id=actor.user_id,
        )
    audit.record(
        actor,
        "admissions.pause_member",
        row,
        changes={"on": on.isoformat()},
        person_id=person.pk,
        personal={"reason": row.reason},
    )
    return row


@transaction.atomic
def return_member(*, actor: Actor, pause_id: UUID, on: date) -> Pause:
    """Write down that a resting member takes part again from a day on.

    Raises NotPaused, BackBeforePause, NotYet, NotAllowed, Frozen; Http404 outside the scope.
    """
    row = _locked(actor, pause_id)
    if row.voided_at is not None or row.during.upper is not None:
        raise NotPaused
    if on > actor.today:
        raise NotYet("on")
    if on <= row.during.lower:
        raise BackBeforePause
    row.during = DateRange(row.during.lower, on)
    row.save(update_fields=["during"])
    changes = {"on": on.isoformat()}
    audit.record(actor, "admissions.return_member", row, changes=changes, person_id=row.person_id)
    return row


@transaction.atomic
def undo_pause(*, actor: Actor, pause_id: UUID) -> Pause:
    """Take back the last thing written of a pause: the return, or the pause itself.

    Raises NotPaused, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    row = _locked(actor, pause_id)
    if row.voided_at is not None:
        raise NotPaused
    if row.during.upper is not None:
        row.during = DateRange(row.during.lower, None)
    else:
        row.voided_at = clock.now()
    with said_in_words(_OVERLAP):
        row.save(update_fields=["during", "voided_at"])
    audit.record(actor, "admissions.undo_pause", row, person_id=row.person_id)
    return row


def _locked(actor: Actor, pause_id: UUID) -> Pause:
    rows = visible_pauses(actor).select_related("unit", "person")
    row = get_object_or_404(rows.select_for_update(of=("self",)), pk=pause_id)
    require_writable(actor, "members.edit", row.unit)
    return row
