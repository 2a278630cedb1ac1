"""Record one thing of several members at once, and take it back as one."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.admissions.enums import TogetherKind
from bongca.admissions.models import TogetherAct
from bongca.admissions.policies import visible_together_acts
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.members.actions.ending import Ending, end_membership
from bongca.members.actions.moving import move_group
from bongca.members.actions.undoing import undo_last_act
from bongca.members.enums import HowEnded
from bongca.members.models import Membership
from bongca.members.policies import visible_memberships
from bongca.org.models import Unit
from bongca.org.policies import require_writable, visible_units
from bongca.people.policies import visible_persons

MOST = 100


class NobodyPicked(DomainError):
    """An act on several needs at least one."""

    def __init__(self) -> None:
        super().__init__("nobody_picked", "Chưa đánh dấu ai. Xin quay lại danh sách rồi đánh dấu.")


class TooManyPicked(DomainError):
    """More than one page of work at once."""

    def __init__(self) -> None:
        super().__init__("too_many_picked", f"Mỗi lần ghi được nhiều nhất {MOST} người.")


class OneStandsInTheWay(DomainError):
    """Nothing was recorded, because of this one; the sentence says who and why."""

    status = 409

    def __init__(self, name: str, refusal: DomainError) -> None:
        said = f"Chưa ghi cho ai cả, vì {name}: {refusal.message}"
        super().__init__(f"together_{refusal.code}", said, field=refusal.field)


class UndoneAlready(DomainError):
    """It was taken back before."""

    status = 409

    def __init__(self) -> None:
        super().__init__("undone_already", "Việc này đã được hoàn tác rồi.")


@transaction.atomic
def move_together(
    *, actor: Actor, person_ids: Iterable[UUID], to_unit: Unit, on: date
) -> TogetherAct:
    """Move several members to another group or branch of their commune; all of them or none.

    Raises NobodyPicked, TooManyPicked, OneStandsInTheWay, NotAllowed, Frozen; Http404 when one of
    them is outside the actor's scope.
    """

    def move(person_id: UUID) -> Membership:
        return move_group(actor=actor, person_id=person_id, to_unit=to_unit, on=on)

    return _together(actor, TogetherKind.MOVED, person_ids, move)


@transaction.atomic
def record_deaths(*, actor: Actor, died: Mapping[UUID, PartialDate]) -> TogetherAct:
    """Write down that several members have died, each on their own day; all of them or none.

    Raises what `move_together` raises.
    """

    def end(person_id: UUID) -> Membership:
        ending = Ending(HowEnded.DECEASED, died[person_id])
        return end_membership(actor=actor, person_id=person_id, ending=ending)

    return _together(actor, TogetherKind.DECEASED, died, end)


@transaction.atomic
def undo_together(*, actor: Actor, act_id: UUID) -> TogetherAct:
    """Take back one act on several members; all of them, or nothing when one was written to since.

    Raises UndoneAlready, OneStandsInTheWay, NotAllowed, Frozen; Http404 outside the scope.
    """
    acts = visible_together_acts(actor).select_for_update(of=("self",)).select_related("unit")
    act = get_object_or_404(acts, pk=act_id)
    require_writable(actor, "members.edit", act.unit)
    if act.undone_at is not None:
        raise UndoneAlready
    names = dict(
        visible_memberships(actor).filter(pk__in=act.periods).values_list("pk", "full_name")
    )
    for period in act.periods:
        try:
            undo_last_act(actor=actor, membership_id=period)
        except DomainError as refusal:
            raise OneStandsInTheWay(names.get(period, "một người"), refusal) from refusal
    act.undone_at = clock.now()
    act.save(update_fields=["undone_at"])
    audit.record(actor, "admissions.undo_together", act, changes={"count": len(act.periods)})
    return act


def _together(
    actor: Actor, kind: TogetherKind, keys: Iterable[UUID], write: Callable[[UUID], Membership]
) -> TogetherAct:
    unit = get_object_or_404(visible_units(actor), pk=actor.unit_id or 0)
    require_writable(actor, "members.edit", unit)
    wanted = sorted(set(keys))
    if not wanted:
        raise NobodyPicked
    if len(wanted) > MOST:
        raise TooManyPicked
    names = dict(visible_persons(actor).filter(pk__in=wanted).values_list("pk", "full_name"))
    periods = []
    for key in wanted:
        try:
            periods.append(write(key).pk)
        except DomainError as refusal:
            raise OneStandsInTheWay(names.get(key, "một người"), refusal) from refusal
    act = TogetherAct.objects.create(
        unit=unit, kind=kind, periods=periods, done_at=clock.now(), done_by_id=actor.user_id
    )
    audit.record(
        actor, "admissions.act_together", act, changes={"kind": kind, "count": len(periods)}
    )
    return act
