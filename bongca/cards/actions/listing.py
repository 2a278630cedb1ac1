"""Making the list of a batch: for whom, under which numbers."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max
from django.shortcuts import get_object_or_404

from bongca.cards.actions.refusals import NobodyWaits, NotACommune, NotNow, NumbersUsedUp
from bongca.cards.enums import BatchState, CardState, Reason, Wanted
from bongca.cards.models import Campaign, Card, CardBatch, CardDesign, CardNumber, CardSerial
from bongca.cards.policies import visible_cards
from bongca.cards.queries.making import design_on, members_wanting, prefix_for
from bongca.cards.rules.face import number_text
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.integrity import said_in_words
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.people.models import Person

_SAID = {
    "card_one_on_its_way": "Có người vừa lập danh sách cho những hội viên này. Xin tải lại trang.",
    "batch_once_in_a_campaign": "Xã này đã lập danh sách của đợt đổi thẻ. Xin mở danh sách đó.",
}


@transaction.atomic
def list_cards(
    *, actor: Actor, commune: Unit, wanted: str, campaign: Campaign | None = None
) -> CardBatch:
    """Make the list of cards of a commune: one line for each member, each with a number.

    A person keeps a number for life; the printing counts up. Raises NobodyWaits, NotACommune,
    NumbersUsedUp, DomainError when somebody else has just done it, NotAllowed, Frozen; Http404.
    """
    require_writable(actor, "members.print", commune)
    if commune.tier != Tier.COMMUNE:
        raise NotACommune(commune)
    wanted = Wanted.EVERYBODY if campaign is not None else Wanted(wanted)
    persons = list(members_wanting(actor, commune, wanted).only("pk", "unit_pos"))
    if not persons:
        raise NobodyWaits
    design = design_on(actor.today)
    with said_in_words(_SAID):
        batch = CardBatch.objects.create(
            unit=commune,
            ordered_by_id=actor.unit_id or commune.pk,
            campaign=campaign,
            design=design if design.pk else None,
            card_count=len(persons),
            listed_at=clock.now(),
        )
        numbers = _numbers_of(persons, design, commune, actor)
        Card.objects.bulk_create(_cards(persons, numbers, batch), batch_size=1000)
    audit.record(
        actor, "cards.list_cards", batch, changes={"count": len(persons), "wanted": wanted}
    )
    return batch


@transaction.atomic
def drop_card(*, actor: Actor, card_id: UUID, why: str) -> Card:
    """Take one card out of a list that is not printed yet, with the reason.

    Raises NotNow, NotAllowed; Http404 outside the actor's scope.
    """
    card, batch = locked_card(actor, card_id)
    if card.state != CardState.LISTED or batch.state != BatchState.LISTED:
        raise NotNow("Thẻ này đã in nên không bỏ khỏi danh sách được. Xin ghi thu hồi.")
    drop([card], batch, actor, why)
    audit.record(actor, "cards.drop_card", card, changes={"why": why}, person_id=card.person_id)
    return card


def drop(cards: Sequence[Card], batch: CardBatch, actor: Actor, why: str) -> None:
    """Mark listed cards as dropped and keep the count of their batch; part of an action."""
    keys = [card.pk for card in cards]
    gone = visible_cards(actor).filter(pk__in=keys, state=CardState.LISTED)
    count = gone.update(
        state=CardState.DROPPED, ended_on=actor.today, note=why[:200], version=F("version") + 1
    )
    CardBatch.objects.filter(pk=batch.pk).update(card_count=F("card_count") - count)
    batch.refresh_from_db(fields=["card_count"])


def locked_card(actor: Actor, card_id: UUID) -> tuple[Card, CardBatch]:
    """Return a visible card and its batch, both locked, for who prints; raises Http404."""
    seen = get_object_or_404(visible_cards(actor).select_related("person__unit"), pk=card_id)
    require_writable(actor, "members.print", seen.person.unit)
    batch = CardBatch.objects.select_for_update().get(pk=seen.batch_id)
    card = visible_cards(actor).select_for_update().get(pk=card_id)
    return card, batch


def _cards(persons: Sequence[Person], numbers: dict[UUID, str], batch: CardBatch) -> list[Card]:
    earlier = _earlier([person.pk for person in persons])
    cards = []
    for person in persons:
        edition, was_lost = earlier.get(person.pk, (0, False))
        cards.append(
            Card(
                person=person,
                unit_pos=person.unit_pos,
                batch=batch,
                number=numbers[person.pk],
                edition=edition + 1,
                reason=_reason(batch, edition, was_lost=was_lost),
            )
        )
    return cards


def _reason(batch: CardBatch, edition: int, *, was_lost: bool) -> Reason:
    if not edition:
        return Reason.FIRST
    if batch.campaign_id is not None:
        return Reason.CAMPAIGN
    return Reason.LOST if was_lost else Reason.WRONG


def _earlier(keys: Sequence[UUID]) -> dict[UUID, tuple[int, bool]]:
    """The last printing of each person's card, and whether it was lost."""
    last = (
        Card.objects.filter(person__in=keys)
        .order_by()
        .values("person")
        .annotate(edition=Max("edition"))
    )
    editions = {row["person"]: row["edition"] for row in last}
    lost = Card.objects.filter(person__in=list(editions), state=CardState.LOST)
    lost_last = {
        key for key, edition in lost.values_list("person", "edition") if editions[key] == edition
    }
    return {key: (edition, key in lost_last) for key, edition in editions.items()}


def _numbers_of(
    persons: Sequence[Person], design: CardDesign, commune: Unit, actor: Actor
) -> dict[UUID, str]:
    """The number of each person: the one held, else the next of the commune's serial."""
    keys = [person.pk for person in persons]
    held = CardNumber.objects.filter(person_id__in=keys).order_by("given_at")
    known = {number.person_id: number.number for number in held}
    new = [key for key in keys if key not in known]
    if new:
        prefix = prefix_for(design, commune, actor.today)
        given = dict(zip(new, _next_numbers(prefix, len(new), design.digits), strict=True))
        now = clock.now()
        CardNumber.objects.bulk_create(
            [CardNumber(number=text, person_id=key, given_at=now) for key, text in given.items()],
            batch_size=1000,
        )
        known |= given
    return known


def _next_numbers(prefix: str, count: int, digits: int) -> list[str]:
    CardSerial.objects.bulk_create([CardSerial(prefix=prefix)], ignore_conflicts=True)
    serial = CardSerial.objects.select_for_update().get(prefix=prefix)
    first = serial.last + 1
    serial.last += count
    serial.save()
    try:
        return [number_text(prefix, first + step, digits) for step in range(count)]
    except ValueError as error:
        raise NumbersUsedUp(prefix) from error
