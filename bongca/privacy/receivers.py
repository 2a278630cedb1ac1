"""What privacy does when persons or the tree below it change."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.dispatch import receiver

from bongca.org.models import Unit
from bongca.org.signals import unit_positions_moved
from bongca.people.actions.placing import let_follow
from bongca.people.models import Person
from bongca.people.signals import (
    merge_undone,
    person_crossed,
    person_placed,
    persons_merged,
)
from bongca.privacy.actions.following import join_rows, part_rows, place_with_person, shift_rows


@receiver(unit_positions_moved)
def follow_units(*, old_lft: int, old_rgt: int, delta: int, **_: Any) -> None:
    shift_rows(old_lft=old_lft, old_rgt=old_rgt, delta=delta)


@receiver(person_placed)
def follow_person(*, person: Person, unit: Unit, **_: Any) -> None:
    place_with_person(person=person, unit=unit)


@receiver(person_crossed)
def follow_across(*, person_id: UUID, **_: Any) -> None:
    let_follow(("privacy_consent", "privacy_personrequest"), person_id)


@receiver(persons_merged)
def follow_merge(*, kept: Person, gone: Person, **_: Any) -> dict[str, Any]:
    return join_rows(kept=kept, gone=gone)


@receiver(merge_undone)
def follow_parting(*, gone: Person, notes: Mapping[str, Any], **_: Any) -> None:
    note = notes.get(__name__)  # a merge of before this app has none
    if note is not None:
        part_rows(gone=gone, note=note)
