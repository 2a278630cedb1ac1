"""Who handed what to whom, and who signed for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.http import Http404

from bongca.care.actions.counting import recount_round
from bongca.care.actions.refusals import DayOutside, WordsMissing, WrongRoundState
from bongca.care.enums import RoundState
from bongca.care.models import LongevityRound, Recipient
from bongca.care.policies import RECORD, visible_recipients
from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.text import nfc
from bongca.org.policies import require_writable


@dataclass(frozen=True, slots=True)
class Receipt:
    """How, when and by whom a gift was handed over, and who signed."""

    received: str
    on: date
    handed_by: str
    signed_by: str = ""
    note: str = ""


@transaction.atomic
def record_receipts(*, actor: Actor, keys: Sequence[UUID], receipt: Receipt) -> int:
    """Write down for these persons of one round that their gifts were handed over.

    Without a name of who signed, the person did. Returns how many were written. Raises
    WordsMissing, DayOutside, WrongRoundState, NotAllowed, Frozen; Http404 outside the scope.
    """
    rows, round = _locked(actor, keys)
    if receipt.on > actor.today:
        raise DayOutside("Ngày trao chưa tới.", "on")
    if round.frozen_on is not None and receipt.on.year < round.year - 1:
        raise DayOutside(f"Ngày trao không thuộc năm {round.year}.", "on")
    if not nfc(receipt.handed_by):
        raise WordsMissing("Xin ghi ai trao.", "handed_by")
    for row in rows:
        row.received, row.received_on = receipt.received, receipt.on
        row.handed_by = nfc(receipt.handed_by)[:120]
        row.signed_by = nfc(receipt.signed_by)[:120] or row.full_name
        row.note, row.recorded_by = nfc(receipt.note)[:200], actor.label
    Recipient.objects.bulk_update(rows, _COLUMNS)
    recount_round(round)
    changes = {"count": len(rows), "on": receipt.on, "received": receipt.received}
    audit.record(actor, "care.record_receipts", round, changes=changes)
    return len(rows)


@transaction.atomic
def clear_receipt(*, actor: Actor, key: UUID) -> Recipient:
    """Take back a receipt written by mistake. Raises WrongRoundState, NotAllowed, Frozen."""
    rows, round = _locked(actor, [key])
    row = rows[0]
    for name in _COLUMNS:
        setattr(row, name, None if name == "received_on" else "")
    row.save(update_fields=_COLUMNS)
    recount_round(round)
    audit.record(actor, "care.clear_receipt", round, person_id=row.person_id)
    return row


_COLUMNS = ["received", "received_on", "handed_by", "signed_by", "note", "recorded_by"]


def _locked(actor: Actor, keys: Sequence[UUID]) -> tuple[list[Recipient], LongevityRound]:
    """The round is locked as well: its counts follow, also when two branches write at once."""
    found = visible_recipients(actor).filter(pk__in=keys).select_related("unit")
    rows = list(found.select_for_update(of=("self",)).order_by("pk"))
    if not rows or len(rows) != len(set(keys)) or len({row.round_id for row in rows}) > 1:
        raise Http404
    for unit in {row.unit_id: row.unit for row in rows}.values():
        require_writable(actor, RECORD, unit)
    round = LongevityRound.objects.select_for_update().get(pk=rows[0].round_id)
    if round.state == RoundState.CLOSED:
        raise WrongRoundState("Đợt này đã xong. Xã mở lại đợt thì mới ghi thêm được.")
    if any(row.removed_why for row in rows):
        raise WrongRoundState("Người này đã ra khỏi danh sách.")
    return rows, round
