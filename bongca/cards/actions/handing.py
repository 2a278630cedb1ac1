"""The way of a batch down the tree, and each card into its owner's hand."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet

from bongca.cards.actions.printing import locked_batch
from bongca.cards.actions.refusals import NotNow
from bongca.cards.enums import BatchState, CardState, TakenBy
from bongca.cards.models import Card, CardBatch
from bongca.cards.policies import visible_batches, visible_cards
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.org.policies import require, require_writable

MOST_AT_ONCE = 500


@transaction.atomic
def send_batch(*, actor: Actor, batch_id: UUID) -> CardBatch:
    """Say that printed cards went down to their commune. Raises NotNow, NotAllowed; Http404."""
    batch = locked_batch(actor, batch_id)
    if batch.state != BatchState.PRINTED:
        raise NotNow("Đợt thẻ này chưa in hoặc đã gửi rồi.")
    batch.state, batch.sent_at = BatchState.SENT, clock.now()
    return _changed(actor, batch, "cards.send_batch")


@transaction.atomic
def receive_batch(*, actor: Actor, batch_id: UUID) -> CardBatch:
    """Say at the commune that the cards are there. Raises NotNow, NotAllowed; Http404."""
    batch = locked_batch(actor, batch_id)
    require(actor, "members.edit", batch.unit)
    if batch.state != BatchState.SENT:
        raise NotNow("Đợt thẻ này chưa được gửi về xã, hoặc xã đã báo nhận rồi.")
    batch.state, batch.received_at = BatchState.RECEIVED, clock.now()
    batch.received_by_label = actor.label[:200]
    return _changed(actor, batch, "cards.receive_batch")


@transaction.atomic
def hand_over(
    *,
    actor: Actor,
    card_ids: Sequence[UUID],
    on: date,
    taken_by: str = TakenBy.SELF,
    taken_by_name: str = "",
) -> int:
    """Say of printed cards that they were handed over and signed for; return how many now were.

    The card a member had before is replaced in the same moment. Cards already handed over stay as
    they are. Raises NotNow, DomainError for a day to come or too many at once, NotAllowed; Http404.
    """
    if on > actor.today:
        raise DomainError("not_yet", "Ngày trao thẻ không thể sau hôm nay.", field="on")
    cards = _locked(actor, card_ids)
    ready = [card for card in cards if card.state == CardState.PRINTED]
    if any(card.state == CardState.LISTED for card in cards):
        raise NotNow("Có thẻ chưa in trong những thẻ đã chọn. Xin chỉ chọn thẻ đã in.")
    persons = [card.person_id for card in ready]
    _mine(actor, persons).filter(state=CardState.HANDED).update(
        state=CardState.REPLACED, ended_on=on, version=F("version") + 1
    )
    visible_cards(actor).filter(pk__in=[card.pk for card in ready]).update(
        state=CardState.HANDED,
        handed_on=on,
        taken_by=TakenBy(taken_by),
        taken_by_name=taken_by_name[:120],
        version=F("version") + 1,
    )
    _count_handed(ready, 1)
    audit.record(
        actor,
        "cards.hand_over",
        ("cards.card", str(card_ids[0]) if card_ids else ""),
        changes={"count": len(ready), "on": on, "cards": [str(card.pk) for card in ready]},
    )
    return len(ready)


@transaction.atomic
def undo_hand_over(*, actor: Actor, card_id: UUID) -> Card:
    """Take back that a card was handed over; the one it replaced is in hand again.

    Raises NotNow, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    card = _locked(actor, [card_id])[0]
    if card.state != CardState.HANDED:
        raise NotNow("Thẻ này chưa ghi là đã trao.")
    before = _mine(actor, [card.person_id]).filter(
        state=CardState.REPLACED, ended_on=card.handed_on, edition__lt=card.edition
    )
    card.state, card.handed_on, card.taken_by, card.taken_by_name = CardState.PRINTED, None, "", ""
    card.version += 1
    card.save()
    replaced = before.order_by("-edition").first()
    if replaced is not None:
        replaced.state, replaced.ended_on = CardState.HANDED, None
        replaced.version += 1
        replaced.save()
    _count_handed([card], -1)
    audit.record(actor, "cards.undo_hand_over", card, person_id=card.person_id)
    return card


def _mine(actor: Actor, persons: Sequence[UUID]) -> QuerySet[Card]:
    return visible_cards(actor).filter(person__in=persons)


def _locked(actor: Actor, card_ids: Sequence[UUID]) -> list[Card]:
    if len(card_ids) > MOST_AT_ONCE:
        raise DomainError("too_many", f"Mỗi lần ghi được nhiều nhất {MOST_AT_ONCE} thẻ.")
    seen = visible_cards(actor).filter(pk__in=card_ids).select_related("person__unit")
    units = {card.person.unit_id: card.person.unit for card in seen}
    for unit in units.values():
        require_writable(actor, "members.print", unit)
    locked = list(visible_cards(actor).filter(pk__in=card_ids).select_for_update().order_by("pk"))
    if len(locked) != len(set(card_ids)):
        raise NotNow("Có thẻ không còn trong phạm vi của đơn vị. Xin tải lại trang.")
    waiting = visible_batches(actor).filter(
        pk__in={card.batch_id for card in locked}, state=BatchState.SENT
    )
    if waiting.exists():
        raise NotNow("Xã chưa báo đã nhận đợt thẻ này. Xin báo nhận trước khi ghi trao.")
    return locked


def _count_handed(cards: Sequence[Card], step: int) -> None:
    """Keep the counts of the batches, in one order so that two officers never wait in a ring."""
    count: dict[UUID, int] = {}
    for card in cards:
        count[card.batch_id] = count.get(card.batch_id, 0) + step
    for key in sorted(count):
        CardBatch.objects.filter(pk=key).update(handed_count=F("handed_count") + count[key])


def _changed(actor: Actor, batch: CardBatch, act: str) -> CardBatch:
    batch.version += 1
    batch.save()
    audit.record(actor, act, batch)
    return batch
