"""A card that is lost, or called back."""

from uuid import UUID

from django.db import transaction

from bongca.cards.actions.listing import locked_card
from bongca.cards.actions.refusals import NotNow
from bongca.cards.enums import CardState
from bongca.cards.models import Card
from bongca.cards.policies import visible_cards
from bongca.core import audit
from bongca.core.actor import Actor

_ENDS_FROM = (CardState.PRINTED, CardState.HANDED)
_ENDED = (CardState.LOST, CardState.RECALLED)


@transaction.atomic
def end_card(*, actor: Actor, card_id: UUID, how: str, note: str = "") -> Card:
    """Say that a card is lost or was called back; scanned, it is no longer valid from now on.

    The member then lacks a card and stands in the next list. Raises NotNow, NotAllowed; Http404.
    """
    card, _ = locked_card(actor, card_id)
    if card.state not in _ENDS_FROM:
        raise NotNow("Chỉ thẻ đã in hoặc đã trao mới ghi mất hay thu hồi được.")
    state = CardState(how)
    if state not in _ENDED:
        raise ValueError(how)
    card.state, card.ended_on, card.note = state, actor.today, note[:200]
    card.version += 1
    card.save()
    audit.record(actor, "cards.end_card", card, changes={"how": how}, person_id=card.person_id)
    return card


@transaction.atomic
def undo_ending(*, actor: Actor, card_id: UUID) -> Card:
    """Take back that a card is lost or called back, while no other card was made since.

    Raises NotNow, NotAllowed; Http404 outside the actor's scope.
    """
    card, _ = locked_card(actor, card_id)
    later = visible_cards(actor).filter(person=card.person_id, edition__gt=card.edition)
    if card.state not in _ENDED or later.exists():
        raise NotNow(
            "Sau thẻ này đã lập thẻ mới, hoặc thẻ không bị ghi mất, nên không lấy lại được."
        )
    card.state = CardState.HANDED if card.handed_on else CardState.PRINTED
    card.ended_on, card.note = None, ""
    card.version += 1
    card.save()
    audit.record(actor, "cards.undo_ending", card, person_id=card.person_id)
    return card
