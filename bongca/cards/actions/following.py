"""What cards owe when a person moves, is merged, or the tree shifts."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from bongca.cards.enums import CardState
from bongca.cards.models import Card, CardNumber
from bongca.cards.rules.face import LIVE
from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.org.models import Unit
from bongca.people.models import Person


def place_cards(*, person: Person, unit: Unit) -> None:
    """Put the cards of a person where the person now stands; part of placing them."""
    Card.objects.filter(person=person).update(unit_pos=unit.lft)


def join_cards(*, actor: Actor, kept: Person, gone: Person) -> dict[str, Any]:
    """Give the kept row the cards of the gone one; what both hold twice is called back there.

    Part of the merge; returns what `part_cards` needs to take it back.
    """
    theirs = list(Card.objects.filter(person=gone).order_by("edition"))
    if not theirs:
        return {}
    held = set(Card.objects.filter(person=kept, state__in=LIVE).values_list("state", flat=True))
    before = [{"card": str(card.pk), "state": card.state} for card in theirs]
    for card in theirs:
        if card.state in LIVE and held:
            card.state, card.ended_on = CardState.RECALLED, actor.today
        card.person, card.unit_pos = kept, kept.unit_pos
        card.save()
    numbers = list(CardNumber.objects.filter(person_id=gone.pk).values_list("number", flat=True))
    CardNumber.objects.filter(number__in=numbers).update(person_id=kept.pk)
    return {"cards": before, "numbers": numbers}


def part_cards(*, gone: Person, note: Mapping[str, Any]) -> None:
    """Give the cards back that `join_cards` took, as part of undoing the merge."""
    for line in note.get("cards", []):
        Card.objects.filter(pk=line["card"]).update(
            person=gone, unit_pos=gone.unit_pos, state=line["state"]
        )
    CardNumber.objects.filter(number__in=note.get("numbers", [])).update(person_id=gone.pk)


def shift_cards(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move cards with a subtree; the installation's own work inside that move."""
    with whole_tree():
        inside = Card.objects.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
        inside.update(unit_pos=F("unit_pos") + delta)
