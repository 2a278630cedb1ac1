"""Printing in the background; each job may begin again at any point."""

import tempfile
from uuid import UUID

from bongca.cards.actions.listing import list_cards
from bongca.cards.actions.printing import drop_departed, finish_printing
from bongca.cards.actions.refusals import NobodyWaits
from bongca.cards.enums import BatchState, Wanted
from bongca.cards.exports import write_sheets
from bongca.cards.models import Campaign, CardBatch
from bongca.cards.queries.batches import communes_to_print
from bongca.cards.queries.positions import stray_cards
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs import job, progress
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped, whole_tree
from bongca.org.models import Unit
from bongca.org.queries.acting import asked_by


@job("cards.print_batch", title="In thẻ hội viên của một xã")
def print_batch(run: JobRun, *, batch_id: str, address: str) -> None:
    batch = CardBatch.objects.select_related("unit").get(pk=UUID(batch_id))
    actor = asked_by(run, batch.unit, clock.today())
    progress(run, 0, batch.card_count, "Đang in")
    _draw(actor, batch.pk, address)
    progress(run, batch.card_count, batch.card_count, "Đã in")


@job("cards.print_campaign", title="In thẻ hội viên của cả tỉnh")
def print_campaign(run: JobRun, *, campaign_id: int, unit_id: int, address: str) -> None:
    campaign = Campaign.objects.get(pk=campaign_id)
    unit = Unit.objects.get(pk=unit_id)
    actor = asked_by(run, unit, clock.today())
    communes = communes_to_print(actor, campaign, unit)
    for done, commune in enumerate(communes):
        progress(run, done, len(communes), commune.name[:200])
        _list_and_draw(actor, campaign, commune, address)
    progress(run, len(communes), len(communes), "Đã in")


@job("cards.check_positions", title="Soát vị trí của thẻ hội viên", cron="25 19 * * *")
def check_positions(run: JobRun) -> None:
    with whole_tree():
        found = stray_cards()
    if found:
        keys = ", ".join(found[0].first_keys[:3])
        raise DomainError("stray_rows", f"Có {found[0].count} thẻ sai vị trí: {keys}")


def _list_and_draw(actor: Actor, campaign: Campaign, commune: Unit, address: str) -> None:
    """One commune of a campaign, each step in a transaction of its own: begun again it goes on."""
    with scoped(actor):
        batch = CardBatch.objects.filter(campaign=campaign, unit=commune).first()
        if batch is None:
            try:
                batch = list_cards(
                    actor=actor, commune=commune, wanted=Wanted.EVERYBODY, campaign=campaign
                )
            except NobodyWaits:
                return
    if batch.state == BatchState.LISTED:
        _draw(actor, batch.pk, address)


def _draw(actor: Actor, batch_id: UUID, address: str) -> None:
    with tempfile.TemporaryFile() as out, scoped(actor):
        batch = CardBatch.objects.select_related("design", "unit").get(pk=batch_id)
        if batch.state != BatchState.LISTED:
            return
        drop_departed(actor, batch)
        drawn = write_sheets(actor, batch, out, address)
        out.seek(0)
        chunks = iter(lambda: out.read(1 << 16), b"")
        finish_printing(actor=actor, batch_id=batch_id, drawn=drawn, chunks=chunks)
