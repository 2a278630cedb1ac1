"""Designs and campaigns; batches and blanks; cards and their numbers."""

from bongca.cards.models.batches import BlankEntry, BlankStock, CardBatch
from bongca.cards.models.cards import Card, CardNumber, CardSerial
from bongca.cards.models.settings import Campaign, CardDesign

__all__ = [
    "BlankEntry",
    "BlankStock",
    "Campaign",
    "Card",
    "CardBatch",
    "CardDesign",
    "CardNumber",
    "CardSerial",
]
