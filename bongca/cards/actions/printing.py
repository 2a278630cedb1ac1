"""From a list to sheets: asked for by a person, drawn by a job, kept as a file."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.shortcuts import get_object_or_404

from bongca.cards.actions.blanks import use_blanks
from bongca.cards.actions.listing import drop
from bongca.cards.actions.refusals import NobodyWaits, NotACommune, NotNow
from bongca.cards.enums import BatchState, CardState
from bongca.cards.models import Campaign, CardBatch
from bongca.cards.policies import SHEETS, visible_batches, visible_cards
from bongca.cards.queries.making import TAKES_PART
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.files import store_attachment
from bongca.core.jobs import enqueue
from bongca.core.jobs.models import JobRun
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, require_writable

KEPT_FOR = timedelta(days=30)


@transaction.atomic
def order_printing(*, actor: Actor, batch_id: UUID, address: str) -> JobRun:
    """Have the sheets of a batch drawn in the background; returns the run to follow.

    `address` is where the QR codes lead, without the last slash. Whoever died or left since the
    list was made is dropped first. Raises NotNow, NobodyWaits, BlanksShort, NotAllowed, Frozen.
    """
    batch = locked_batch(actor, batch_id)
    if batch.state != BatchState.LISTED:
        raise NotNow("Đợt thẻ này đã in rồi. Tệp in vẫn tải lại được.")
    run = JobRun.objects.filter(pk=batch.run_id).first() if batch.run_id else None
    if run is not None and not run.is_finished:
        return run
    drop_departed(actor, batch)
    run = enqueue("cards.print_batch", actor=actor, batch_id=str(batch.pk), address=address)
    batch.run_id = run.pk
    batch.save(update_fields=["run_id"])
    audit.record(actor, "cards.order_printing", batch, changes={"count": batch.card_count})
    return run


def drop_departed(actor: Actor, batch: CardBatch) -> None:
    """Drop from a list who no longer takes part; raises NobodyWaits when nobody is left."""
    listed = visible_cards(actor).filter(batch=batch, state=CardState.LISTED)
    departed = list(listed.exclude(person__status__in=TAKES_PART).only("pk"))
    if departed:
        drop(departed, batch, actor, "Không còn sinh hoạt khi in thẻ")
    if not batch.card_count:
        raise NobodyWaits


@transaction.atomic
def finish_printing(
    *, actor: Actor, batch_id: UUID, drawn: Sequence[UUID], chunks: Iterable[bytes]
) -> CardBatch:
    """Keep the sheets of a batch and say of each drawn card that it is printed.

    Part of the job; a batch already printed stays as it is. Raises BlanksShort.
    """
    batch = locked_batch(actor, batch_id)
    if batch.state != BatchState.LISTED:
        return batch
    now = clock.now()
    cards = visible_cards(actor).filter(batch=batch, pk__in=drawn, state=CardState.LISTED)
    count = cards.update(state=CardState.PRINTED, version=F("version") + 1)
    use_blanks(actor, batch.ordered_by, count)
    batch.attachment = store_attachment(
        actor,
        chunks,
        name=f"the-hoi-vien-{actor.today:%d-%m-%Y}.pdf",
        content_type="application/pdf",
        purpose=SHEETS,
        keep_until=actor.today + KEPT_FOR,
    )
    batch.state = BatchState.PRINTED
    batch.printed_at = now
    batch.version += 1
    batch.save()
    audit.record(actor, "cards.print_batch", batch, changes={"count": count})
    return batch


@transaction.atomic
def order_campaign_printing(
    *, actor: Actor, campaign: Campaign, unit: Unit, address: str
) -> JobRun:
    """Have every commune of a unit that has not begun listed and printed, one file a commune.

    Done twice it goes on where it stopped. Raises NotACommune, NotAllowed, Frozen; Http404.
    """
    require_writable(actor, "members.print", unit)
    if unit.tier != Tier.PROVINCE:
        raise NotACommune(unit)
    run = enqueue(
        "cards.print_campaign",
        actor=actor,
        campaign_id=campaign.pk,
        unit_id=unit.pk,
        address=address,
    )
    audit.record(actor, "cards.order_campaign", campaign, changes={"unit": unit.pk})
    return run


def locked_batch(actor: Actor, batch_id: UUID) -> CardBatch:
    """Return a visible batch, locked, for who prints the cards of its commune; raises Http404."""
    seen = get_object_or_404(visible_batches(actor), pk=batch_id)
    require(actor, "members.print", seen.unit)
    locked = CardBatch.objects.select_for_update(of=("self",))
    return locked.select_related("unit", "ordered_by", "design").get(pk=batch_id)
