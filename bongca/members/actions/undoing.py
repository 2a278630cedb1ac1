"""Take back the last act on a membership: an admission, an end, a move."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.members.actions.counts import count_key, record_count_changes
from bongca.members.actions.ending import STATUS_AFTER, OnTheWay
from bongca.members.actions.recording import (
    copy_of,
    description_of,
    recording_moment,
    void,
)
from bongca.members.enums import HowEnded, VoidReason
from bongca.members.models import Membership
from bongca.members.policies import visible_memberships
from bongca.members.queries.last_act import last_act
from bongca.members.signals import act_undone
from bongca.org.policies import require_writable
from bongca.people.actions.persons import locked_person
from bongca.people.actions.placing import place_person
from bongca.people.enums import PersonStatus
from bongca.people.models import Person


class NotTheLastAct(DomainError):
    """Something else was recorded about this person since."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "not_the_last_act",
            "Sau việc này đã có ghi thêm về người này nên không hoàn tác được nữa.",
        )


@transaction.atomic
def undo_last_act(*, actor: Actor, membership_id: UUID) -> Person:
    """Take back the act that recorded this period, when nothing was recorded after it.

    What had been known before counts again from now on; the act stays in the history. Raises
    NotTheLastAct, OnTheWay, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    seen = get_object_or_404(visible_memberships(actor), pk=membership_id)
    person = locked_person(actor, seen.person_id)
    require_writable(actor, "members.edit", person.unit)
    if person.status == PersonStatus.TRANSFERRING:
        raise OnTheWay(person)
    rows = list(Membership.objects.filter(person=person).select_related("unit"))
    act = last_act(rows)
    if act is None or seen not in act.written:
        raise NotTheLastAct
    written, replaced = act.written, act.replaced
    for row in replaced:
        require_writable(actor, "members.edit", row.unit)
    before = count_key(person)
    now = recording_moment([row.unit for row in (*written, *replaced)])
    void(written, VoidReason.UNDONE, now)
    restored = [copy_of(row, actor, now, **description_of(person)) for row in replaced]
    Membership.objects.bulk_create(restored)
    _restore(person, replaced, [row for row in rows if row not in written])
    record_count_changes([before], [count_key(person)])
    act_undone.send(sender=Person, actor=actor, person=person, withdrawn=written)
    audit.record(
        actor,
        "members.undo_last_act",
        person,
        changes={"withdrawn": [str(row.pk) for row in written]},
        person_id=person.pk,
    )
    return person


def _restore(person: Person, replaced: Sequence[Membership], others: list[Membership]) -> None:
    """Give the person back the state that the periods now say."""
    person.died_year = person.died_month = person.died_day = None
    earlier = [row for row in others if row.voided_at is None and row.ended_how in STATUS_AFTER]
    if replaced:
        person.status = PersonStatus.MEMBER
        place_person(person, replaced[0].unit)
    elif earlier:
        last = max(earlier, key=lambda row: row.during.upper)
        person.status = STATUS_AFTER[HowEnded(last.ended_how)]
        place_person(person, last.unit)
    else:
        person.status = PersonStatus.NOT_MEMBER
    person.version += 1
    person.save()
