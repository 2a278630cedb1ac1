"""What memberships owe when a person is corrected, merged, or moved with the tree."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import F, Q

from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.members.actions.counts import (
    count_key,
    count_key_before,
    record_count_changes,
    recount_members,
)
from bongca.members.actions.recording import (
    DESCRIPTION,
    copy_of,
    description_of,
    recording_moment,
    rewrite,
    void,
)
from bongca.members.enums import VoidReason
from bongca.members.models import MemberCount, MemberCountDelta, Membership
from bongca.members.policies import visible_memberships
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.people.actions.placing import place_person
from bongca.people.enums import PersonStatus
from bongca.people.models import Person


@transaction.atomic
def redescribe_memberships(*, actor: Actor, person: Person, before: Mapping[str, Any]) -> None:
    """Record the periods again under the corrected name, sex or birth, and keep the counts right.

    Part of the action that corrected the person. Periods in units outside the actor's scope keep
    what those units knew.
    """
    if not set(before) & set(DESCRIPTION):
        return
    rows = _known(actor, person)
    if rows:
        now = recording_moment([row.unit for row in rows])
        rewrite(rows, VoidReason.DESCRIBED, actor, now, **description_of(person))
    record_count_changes([count_key_before(person, before)], [count_key(person)])


@transaction.atomic
def join_memberships(
    *, actor: Actor, kept: Person, gone: Person, before: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Withdraw the periods of a merged row and give the kept one those it does not have.

    Part of the merge; returns what `part_memberships` needs to take it back.
    """
    theirs, ours = _known(actor, gone), _known(actor, kept)
    now = recording_moment([row.unit for row in (*theirs, *ours)])
    void(theirs, VoidReason.MERGED, now)
    outdated = [row for row in ours if description_of(kept) != _description(row)]
    new = rewrite(outdated, VoidReason.MERGED, actor, now, **description_of(kept))
    held = [row.during for row in ours]
    for row in sorted(theirs, key=lambda one: one.recorded_at):
        if not any(overlap(row.during, during) for during in held):
            new.append(copy_of(row, actor, now, person_id=kept.pk, **description_of(kept)))
            new[-1].save(force_insert=True)
            held.append(row.during)
    note = {
        "withdrawn": [str(row.pk) for row in (*theirs, *outdated)],
        "new": [str(row.pk) for row in new],
        "unit": kept.unit_id,
    }
    _become_member(kept, new)
    _recount_pair(kept, gone, before)
    return note


@transaction.atomic
def part_memberships(
    *,
    actor: Actor,
    kept: Person,
    gone: Person,
    before: Mapping[str, Mapping[str, Any]],
    note: Mapping[str, Any],
) -> None:
    """Take back what `join_memberships` did, as part of undoing the merge."""
    wanted = visible_memberships(actor).filter(pk__in=[*note["withdrawn"], *note["new"]])
    rows = {str(row.pk): row for row in wanted.select_related("unit")}
    now = recording_moment([row.unit for row in rows.values()])
    void([rows[key] for key in note["new"]], VoidReason.UNMERGED, now)
    Membership.objects.bulk_create(copy_of(rows[key], actor, now) for key in note["withdrawn"])
    if kept.unit_id != note["unit"]:
        place_person(kept, Unit.objects.get(pk=note["unit"]))
        kept.save()
    _recount_pair(kept, gone, before)


@transaction.atomic
def shift_memberships(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move periods and kept counts with a subtree; the installation's own work inside that move.

    A branch that went to another commune takes its members out of one count and into another.
    """
    inside = {"gte": old_lft, "lte": old_rgt}
    with whole_tree():
        rows = Membership.objects.filter(**{f"unit_pos__{k}": v for k, v in inside.items()})
        rows.update(unit_pos=F("unit_pos") + delta)
        for model in (MemberCount, MemberCountDelta):
            counts = model._default_manager.filter(
                **{f"commune_pos__{k}": v for k, v in inside.items()}
            )
            counts.update(commune_pos=F("commune_pos") + delta)
        around = Q(lft__lt=old_lft, rgt__gte=old_lft)
        around |= Q(lft__lt=old_lft + delta, rgt__gte=old_lft + delta)
        communes = Unit.objects.filter(around, tier=Tier.COMMUNE)
        affected = list(communes.values_list("pk", flat=True))
        if affected:
            recount_members(affected)


def overlap(one: DateRange, other: DateRange) -> bool:
    """Tell whether two ranges of days share a day."""
    starts_before_end = one.lower is None or other.upper is None or one.lower < other.upper
    ends_after_start = one.upper is None or other.lower is None or other.lower < one.upper
    return bool(starts_before_end and ends_after_start)


def _known(actor: Actor, person: Person) -> list[Membership]:
    rows = visible_memberships(actor).filter(person=person, voided_at=None)
    return list(rows.select_related("unit"))


def _description(row: Membership) -> dict[str, Any]:
    return {name: getattr(row, name) for name in DESCRIPTION}


def _become_member(kept: Person, new: list[Membership]) -> None:
    """A kept row that was no member takes the place of the member it was joined with."""
    current = next((row for row in new if row.during.upper is None), None)
    if current is None or kept.status in (PersonStatus.MEMBER, PersonStatus.TRANSFERRING):
        return
    kept.status = PersonStatus.MEMBER
    place_person(kept, current.unit)
    kept.version += 1
    kept.save()


def _recount_pair(kept: Person, gone: Person, before: Mapping[str, Mapping[str, Any]]) -> None:
    former = [count_key_before(kept, before["kept"]), count_key_before(gone, before["gone"])]
    record_count_changes(former, [count_key(kept), count_key(gone)])
