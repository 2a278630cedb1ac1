"""What the pages of cards show, each in a fixed number of statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.shortcuts import get_object_or_404

from bongca.cards.enums import BatchState, CardState
from bongca.cards.models import BlankStock, Campaign, Card, CardBatch
from bongca.cards.policies import visible_batches, visible_campaigns, visible_cards
from bongca.cards.queries.making import members_wanting
from bongca.cards.rules.face import LIVE
from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import visible_units
from bongca.people.models import Person


@dataclass(frozen=True)
class CardFigures:
    """Where the cards of a unit stand today."""

    lacking: int
    listed: int
    printed: int
    handed: int


@dataclass(frozen=True)
class PartDone:
    """How far a campaign is in one unit below: communes that began, cards made and handed out."""

    unit: Unit
    communes: int
    begun: int
    cards: int
    handed: int


def seen_batch(actor: Actor, pk: UUID) -> CardBatch:
    """Return a visible batch; raises Http404."""
    return get_object_or_404(visible_batches(actor), pk=pk)


def batches_of(actor: Actor, unit: Unit) -> QuerySet[CardBatch]:
    """Return the batches of a unit and below, and of the commune over a chi hội, latest first."""
    inside = Q(unit__lft__gte=unit.lft, unit__lft__lte=unit.rgt) | Q(unit_id=unit.commune_id)
    return visible_batches(actor).filter(inside).order_by("-listed_at", "pk")


def cards_of(actor: Actor, batch: CardBatch, state: str = "") -> QuerySet[Card]:
    """Return the cards of a batch that this person sees, by chi hội and name."""
    rows = visible_cards(actor).filter(batch=batch)
    if state:
        rows = rows.filter(state=state)
    return rows.select_related("person__unit__parent").order_by(
        "unit_pos", "person__sort_key", "id"
    )


def cards_to_print(actor: Actor, batch: CardBatch) -> Iterator[Card]:
    """Read the listed cards of a batch one after the other, chi hội by chi hội."""
    rows = cards_of(actor, batch, CardState.LISTED).select_related(
        "person__unit__parent", "person__commune"
    )
    return rows.iterator(chunk_size=500)


def cards_of_person(actor: Actor, person: Person) -> list[Card]:
    """Return every card a person was ever given, the last one first."""
    rows = visible_cards(actor).filter(person=person).select_related("batch__unit")
    return list(rows.order_by("-edition"))


def card_figures(actor: Actor, unit: Unit) -> CardFigures:
    """Count who lacks a card, and the cards by state, in a unit with a roll (commune or below)."""
    span = {"unit_pos__gte": unit.lft, "unit_pos__lte": unit.rgt}
    states = visible_cards(actor).filter(state__in=LIVE, **span).values_list("state")
    count = dict(states.annotate(count=Count("pk")))
    lacking = members_wanting(actor, unit, "lacking").order_by().count()
    listed, printed, handed = (count.get(state, 0) for state in LIVE)
    return CardFigures(lacking, listed, printed, handed)


def blanks_left(unit: Unit) -> int:
    """Return how many blank cards a unit holds."""
    return BlankStock.objects.filter(pk=unit.pk).values_list("count", flat=True).first() or 0


def open_campaigns(actor: Actor) -> list[Campaign]:
    """Return the campaigns that run today, the nearest due first."""
    rows = visible_campaigns(actor).filter(closed_on=None).order_by("due_on", "pk")
    return list(rows.select_related("unit")[:20])


def seen_campaign(actor: Actor, pk: int) -> Campaign:
    """Return a visible campaign; raises Http404."""
    return get_object_or_404(visible_campaigns(actor).select_related("unit"), pk=pk)


def campaign_parts(actor: Actor, campaign: Campaign, parts: Sequence[Unit]) -> list[PartDone]:
    """Say how far a campaign is in each of these units (provinces, or communes), in two reads."""
    by_province = bool(parts) and parts[0].tier == Tier.PROVINCE
    key = "province_id" if by_province else "pk"
    batch_key = "unit__province_id" if by_province else "unit_id"
    keys = [part.pk for part in parts]
    batches = visible_batches(actor).filter(campaign=campaign, **{f"{batch_key}__in": keys})
    sums = {
        row[batch_key]: row
        for row in batches.order_by()
        .values(batch_key)
        .annotate(begun=Count("pk"), cards=Sum("card_count"), handed=Sum("handed_count"))
    }
    communes = visible_units(actor).filter(tier=Tier.COMMUNE, is_open=True, **{f"{key}__in": keys})
    counts = dict(communes.order_by().values_list(key).annotate(count=Count("pk")))
    return [
        PartDone(
            part,
            counts.get(part.pk, 0),
            sums.get(part.pk, {}).get("begun", 0),
            sums.get(part.pk, {}).get("cards", 0),
            sums.get(part.pk, {}).get("handed", 0),
        )
        for part in parts
    ]


def communes_to_print(actor: Actor, campaign: Campaign, unit: Unit) -> list[Unit]:
    """Return the open communes of a unit whose cards of this campaign are not printed, in order."""
    printed = CardBatch.objects.filter(campaign=campaign).exclude(state=BatchState.LISTED)
    communes = visible_units(actor).filter(
        tier=Tier.COMMUNE, is_open=True, lft__gte=unit.lft, lft__lte=unit.rgt
    )
    return list(communes.exclude(pk__in=printed.values("unit_id")).order_by("lft"))


def run_of(batch: CardBatch) -> JobRun | None:
    """Return the printing of a batch, when one was asked for."""
    return JobRun.objects.filter(pk=batch.run_id).first() if batch.run_id else None
