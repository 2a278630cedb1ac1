"""What memberships do when persons or the tree below them change."""

from collections.abc import Mapping
from typing import Any

from django.dispatch import receiver

from bongca.core.actor import Actor
from bongca.members.actions.following import (
    join_memberships,
    part_memberships,
    redescribe_memberships,
    shift_memberships,
)
from bongca.members.queries.figures import members_standing_in
from bongca.org.models import Unit
from bongca.org.rules import Affected
from bongca.org.signals import unit_change_previewed, unit_positions_moved
from bongca.people.models import Person
from bongca.people.signals import merge_undone, person_edited, persons_merged


@receiver(unit_change_previewed)
def count_members_affected(*, unit: Unit, **_: Any) -> list[Affected]:
    count = members_standing_in(unit)
    return [Affected("hội viên đang sinh hoạt", count, blocks_closing=True)]


@receiver(unit_positions_moved)
def follow_units(*, old_lft: int, old_rgt: int, delta: int, **_: Any) -> None:
    shift_memberships(old_lft=old_lft, old_rgt=old_rgt, delta=delta)


@receiver(person_edited)
def follow_correction(*, actor: Actor, person: Person, before: Mapping[str, Any], **_: Any) -> None:
    redescribe_memberships(actor=actor, person=person, before=before)


@receiver(persons_merged)
def follow_merge(
    *, actor: Actor, kept: Person, gone: Person, before: Mapping[str, Any], **_: Any
) -> dict[str, Any]:
    return join_memberships(actor=actor, kept=kept, gone=gone, before=before)


@receiver(merge_undone)
def follow_parting(
    *,
    actor: Actor,
    kept: Person,
    gone: Person,
    before: Mapping[str, Any],
    notes: Mapping[str, Any],
    **_: Any,
) -> None:
    part_memberships(actor=actor, kept=kept, gone=gone, before=before, note=notes[__name__])
