"""Who sees cards, batches and blanks, and who makes, prints and hands them out."""

from django.db.models import Q, QuerySet

from bongca.cards.models import BlankEntry, Campaign, Card, CardBatch, CardDesign
from bongca.core.actor import Actor, Reach
from bongca.core.models import Attachment
from bongca.org.models import Unit
from bongca.org.policies import may

SHEETS = "cards.sheets"
_CARRIES = (Reach.BELOW, Reach.UNIT)


def visible_cards(actor: Actor) -> QuerySet[Card]:
    """Return the cards of persons in the actor's interval; nobody's without `members.view`."""
    if not actor.is_system and actor.reach("members.view") not in _CARRIES:
        return Card.objects.none()
    return Card.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_batches(actor: Actor) -> QuerySet[CardBatch]:
    """Return the batches of communes in the actor's interval, and of the commune over a chi hội.

    A batch names nobody; its cards are asked for through `visible_cards`.
    """
    if not actor.is_system and not _sees_batches(actor):
        return CardBatch.objects.none()
    inside = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    over = Q(unit__lft__lte=actor.lft, unit__rgt__gte=actor.rgt)
    return CardBatch.objects.filter(inside | over).select_related("unit", "campaign", "design")


def visible_campaigns(actor: Actor) -> QuerySet[Campaign]:
    """Return the campaigns of the actor's unit, of those above it and those below."""
    if not actor.is_system and not _sees_batches(actor):
        return Campaign.objects.none()
    inside = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    over = Q(unit__lft__lte=actor.lft, unit__rgt__gte=actor.rgt)
    return Campaign.objects.filter(inside | over)


def visible_designs(actor: Actor) -> QuerySet[CardDesign]:
    """Return the designs of the country, for everybody who has to do with cards."""
    if not actor.is_system and not _sees_batches(actor):
        return CardDesign.objects.none()
    return CardDesign.objects.all()


def visible_blanks(actor: Actor) -> QuerySet[BlankEntry]:
    """Return the book of blanks of the units in the actor's interval."""
    if not actor.is_system and not (actor.holds("members.print") or actor.holds("cards.design")):
        return BlankEntry.objects.none()
    return BlankEntry.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def can_make_cards(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor lists and prints the cards of this unit."""
    return may(actor, "members.print", unit)


def may_open_sheets(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether printed sheets are for this actor: who prints the cards of that commune."""
    batch = CardBatch.objects.filter(attachment=attachment).select_related("unit").first()
    return batch is not None and can_make_cards(actor, batch.unit)


def _sees_batches(actor: Actor) -> bool:
    return actor.reach("members.view") in _CARRIES or actor.holds("cards.design")
