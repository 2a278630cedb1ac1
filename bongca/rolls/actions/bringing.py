"""Bring a file, settle its columns, drop it: the way of a roll up to the preview."""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.core import audit, clock, crypto
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.files import store_attachment
from bongca.core.jobs import enqueue
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, require_writable
from bongca.rolls.enums import BatchState
from bongca.rolls.models import ColumnMemory, RollBatch, RollLine
from bongca.rolls.policies import PURPOSE, WORD, visible_rolls

HOLDS_ROLLS = (Tier.COMMUNE, Tier.BRANCH, Tier.GROUP)
KEPT = timedelta(days=90)
SETTLED = (BatchState.WRITTEN, BatchState.WRITING, BatchState.UNDOING, BatchState.UNDONE)


class NotNow(DomainError):
    """The roll has gone on since this page was opened."""

    status = 409

    def __init__(self, batch: RollBatch) -> None:
        state = BatchState(batch.state).label.lower()
        super().__init__("not_now", f"Danh sách này {state}. Xin mở lại trang.")


class HoldsNoRolls(DomainError):
    """Rolls are brought for a commune, a branch or a group."""

    def __init__(self, unit: Unit) -> None:
        super().__init__(
            "holds_no_rolls", f"{unit.name} không trực tiếp có hội viên.", field="unit"
        )


class ColumnMissing(DomainError):
    """Without a name nobody can be written."""

    def __init__(self) -> None:
        super().__init__("name_column_missing", "Xin chọn cột ghi họ và tên.")


@transaction.atomic
def bring_roll(
    *, actor: Actor, unit: Unit, chunks: Iterable[bytes], file_name: str, content_type: str = ""
) -> RollBatch:
    """Keep the file an officer brings for a unit and have it read in the background.

    Raises HoldsNoRolls, NotAllowed, Frozen; Http404 outside the actor's scope.
    """
    require_writable(actor, WORD, unit)
    if unit.tier not in HOLDS_ROLLS:
        raise HoldsNoRolls(unit)
    attachment = store_attachment(
        actor,
        chunks,
        name=file_name,
        content_type=content_type or "application/octet-stream",
        purpose=PURPOSE,
        keep_until=actor.today + KEPT,
    )
    batch = RollBatch.objects.create(
        unit=unit,
        attachment=attachment,
        file_name=attachment.name,
        brought_by_id=actor.user_id,
        brought_at=clock.now(),
    )
    start_work(actor, batch, BatchState.READING)
    audit.record(actor, "rolls.bring_roll", batch, changes={"unit": unit.pk})
    return batch


@transaction.atomic
def record_tables(*, actor: Actor, batch_id: UUID, found: Mapping[str, Any]) -> None:
    """Keep what was found in the file; the officer looks at its columns next."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.READING:
        return
    batch.tables_sealed = crypto.encrypt(json.dumps(found, ensure_ascii=False))
    batch.state = BatchState.COLUMNS
    batch.save(update_fields=["tables_sealed", "state"])
    audit.record(actor, "rolls.record_tables", batch, changes={"tables": len(found["tables"])})


@transaction.atomic
def refuse_roll(*, actor: Actor, batch_id: UUID, sentence: str) -> None:
    """Say why the file cannot be read; nothing of it is kept but the file."""
    batch = locked_roll(actor, batch_id)
    batch.state = BatchState.REFUSED
    batch.reason = sentence[:300]
    batch.save(update_fields=["state", "reason"])
    audit.record(actor, "rolls.refuse_roll", batch, changes={"reason": sentence})


@transaction.atomic
def answer_columns(
    *,
    actor: Actor,
    batch_id: UUID,
    mapping: Mapping[str, Mapping[str, str]],
    choices: Mapping[str, Any],
) -> RollBatch:
    """Take what each column is, remember it for the unit, and have the lines read.

    `mapping` is by signature of a list, then by column. Raises ColumnMissing, NotNow, NotAllowed.
    """
    batch = locked_roll(actor, batch_id)
    require_writable(actor, WORD, batch.unit)
    if batch.state not in (BatchState.COLUMNS, BatchState.PREVIEW):
        raise NotNow(batch)
    for fields in mapping.values():
        if not {"name", "given"} & set(fields.values()):
            raise ColumnMissing
    if not mapping:
        raise ColumnMissing
    batch.mapping = {signature: dict(fields) for signature, fields in mapping.items()}
    batch.choices = batch.choices | dict(choices)
    _remember(batch)
    start_work(actor, batch, BatchState.SORTING)
    audit.record(actor, "rolls.answer_columns", batch, changes={"mapping": batch.mapping})
    return batch


@transaction.atomic
def read_again(*, actor: Actor, batch_id: UUID, choices: Mapping[str, Any]) -> RollBatch:
    """Read the file again in another lettering, or after it was broken off."""
    batch = locked_roll(actor, batch_id)
    require_writable(actor, WORD, batch.unit)
    if batch.state not in (BatchState.READING, BatchState.COLUMNS):
        raise NotNow(batch)
    batch.choices = batch.choices | dict(choices)
    start_work(actor, batch, BatchState.READING)
    audit.record(actor, "rolls.read_again", batch, changes=dict(choices))
    return batch


@transaction.atomic
def drop_roll(*, actor: Actor, batch_id: UUID) -> RollBatch:
    """Leave a roll without writing anything; its lines are forgotten at once."""
    batch = locked_roll(actor, batch_id)
    require(actor, WORD, batch.unit)
    if batch.state in SETTLED:
        raise NotNow(batch)
    RollLine.objects.filter(batch=batch).delete()
    batch.state = BatchState.DROPPED
    batch.tables_sealed = None
    batch.save(update_fields=["state", "tables_sealed"])
    audit.record(actor, "rolls.drop_roll", batch)
    return batch


WORKING = (
    BatchState.READING,
    BatchState.SORTING,
    BatchState.WRITING,
    BatchState.UNDOING,
)


@transaction.atomic
def resume_roll(*, actor: Actor, batch_id: UUID) -> RollBatch:
    """Go on with work that was stopped or broke off; what is done already is not done again."""
    batch = locked_roll(actor, batch_id)
    require_writable(actor, WORD, batch.unit)
    state = BatchState(batch.state)
    if state not in WORKING:
        raise NotNow(batch)
    start_work(actor, batch, state)
    audit.record(actor, "rolls.resume_roll", batch)
    return batch


def locked_roll(actor: Actor, batch_id: UUID) -> RollBatch:
    """Return a visible roll locked for the rest of the transaction, or raise Http404."""
    rolls = visible_rolls(actor).select_related("unit", "attachment")
    return get_object_or_404(rolls.select_for_update(of=("self",)), pk=batch_id)


def start_work(actor: Actor, batch: RollBatch, state: BatchState) -> None:
    """Set a roll to the work of this state, its job in the same transaction; part of an action."""
    key = str(batch.pk)
    if state == BatchState.READING:
        run = enqueue("rolls.read_roll", actor=actor, batch_id=key)
    elif state == BatchState.SORTING:
        run = enqueue("rolls.sort_roll", actor=actor, batch_id=key)
    elif state == BatchState.WRITING:
        run = enqueue("rolls.write_roll", actor=actor, batch_id=key)
    else:
        run = enqueue("rolls.undo_roll", actor=actor, batch_id=key)
    batch.state = state
    batch.job_id = run.pk
    batch.save()


def _remember(batch: RollBatch) -> None:
    for signature, fields in batch.mapping.items():
        ColumnMemory.objects.update_or_create(
            unit=batch.unit,
            signature=signature,
            defaults={"fields": fields, "remembered_at": clock.now()},
        )
