"""What cards do when persons or the tree below them change."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.dispatch import receiver

from bongca.cards.actions.following import join_cards, part_cards, place_cards, shift_cards
from bongca.core.actor import Actor
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


@receiver(person_placed)
def follow_person(*, person: Person, unit: Unit, **_: Any) -> None:
    place_cards(person=person, unit=unit)


@receiver(unit_positions_moved)
def follow_units(*, old_lft: int, old_rgt: int, delta: int, **_: Any) -> None:
    shift_cards(old_lft=old_lft, old_rgt=old_rgt, delta=delta)


@receiver(person_crossed)
def follow_across(*, person_id: UUID, **_: Any) -> None:
    let_follow(("cards_card",), person_id)


@receiver(persons_merged)
def follow_merge(*, actor: Actor, kept: Person, gone: Person, **_: Any) -> dict[str, Any]:
    return join_cards(actor=actor, kept=kept, gone=gone)


@receiver(merge_undone)
def follow_parting(*, gone: Person, notes: Mapping[str, Any], **_: Any) -> None:
    part_cards(gone=gone, note=notes.get(__name__) or {})
