"""The sheets of a batch, as a file."""

from collections.abc import Iterator
from typing import BinaryIO
from uuid import UUID

from bongca.cards.models import Card, CardBatch
from bongca.cards.queries.batches import cards_to_print
from bongca.cards.queries.checking import token_of
from bongca.cards.queries.making import design_on, face_of
from bongca.cards.rules.drawing import draw_cards
from bongca.cards.rules.face import PrintedCard
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.org.enums import Tier
from bongca.papers.queries import font_folder, is_demonstration
from bongca.people.models import Person

CHECK_PATH = "/kiem-tra-the/"


def write_sheets(actor: Actor, batch: CardBatch, out: BinaryIO, address: str) -> list[UUID]:
    """Draw the listed cards of a batch into `out`; return the cards that were drawn."""
    drawn: list[UUID] = []

    def printed() -> Iterator[PrintedCard]:
        for card in cards_to_print(actor, batch):
            drawn.append(card.pk)
            yield printed_card(card, address)

    face = face_of(batch.design or design_on(actor.today))
    draw_cards(printed(), face, out, font_folder=font_folder(), is_demonstration=is_demonstration())
    return drawn


def printed_card(card: Card, address: str) -> PrintedCard:
    """Return what stands on a card, as the person is known at this moment."""
    person = card.person
    unit = person.unit
    branch = unit.parent if unit.tier == Tier.GROUP and unit.parent else unit
    return PrintedCard(
        name=person.full_name,
        born=_born(person),
        branch=branch.name if branch.tier == Tier.BRANCH else "",
        place=person.commune.place_name if person.commune else "",
        number=card.number,
        address=f"{address}{CHECK_PATH}{token_of(card.number, card.edition)}/",
    )


def _born(person: Person) -> str:
    if person.birth_year is None:
        return ""
    return PartialDate(person.birth_year, person.birth_month, person.birth_day).display()
