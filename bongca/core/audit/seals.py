"""Seal entries in batches and find a changed, deleted or reordered one, or a cut tail."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from bongca.core import clock
from bongca.core.audit.entries import _epoch
from bongca.core.models import AuditEntry, AuditSeal, Installation

_FIRST = b"\0" * 32
_LOCK = 7_210_001
_ALL = 2**63 - 1


@dataclass(frozen=True, slots=True)
class ChainCheck:
    """What `check_chain` found: an empty `faults` means the chain is whole."""

    seals: int
    entries: int
    faults: tuple[str, ...]


@transaction.atomic
def seal_entries() -> AuditSeal | None:
    """Seal every final entry after the last seal; return the new seal, or None if none is due.

    Entries of transactions still open when it runs are left for the next seal: the horizon is
    the oldest running transaction, so no entry can appear behind a seal later.
    """
    _wait_for_other_sealers()
    with connection.cursor() as cursor:
        cursor.execute("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        row = cursor.fetchone()
    return _seal_until(int(row[0]) if row else 0)


@transaction.atomic
def begin_epoch() -> int:
    """Seal all that is there and begin the next epoch, whose number is returned.

    For a restored database: another server counts its transactions anew, so that new entries
    would else stand before old ones. The head kept outside belongs to the database that was
    there before; it is laid aside.
    """
    _wait_for_other_sealers()
    aside = head_path().with_name(f"audit-head.before-{clock.now():%Y%m%d-%H%M%S}.jsonl")
    if head_path().exists():
        head_path().rename(aside)
    _seal_until(_ALL)
    installation, _ = Installation.objects.get_or_create(pk=1)
    installation.audit_epoch += 1
    installation.save(update_fields=["audit_epoch"])
    _epoch.cache_clear()
    return installation.audit_epoch


def _wait_for_other_sealers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [_LOCK])


def _seal_until(horizon: int) -> AuditSeal | None:
    last = AuditSeal.objects.order_by("-number").first()
    epoch = _epoch()
    start = last.to_xid if last and last.epoch == epoch else 0
    count, digest = _digest(epoch, start, horizon, bytes(last.hash) if last else _FIRST)
    if not count:
        return None
    seal = AuditSeal.objects.create(
        number=last.number + 1 if last else 1,
        epoch=epoch,
        from_xid=start,
        to_xid=horizon,
        entry_count=count,
        previous_hash=bytes(last.hash) if last else _FIRST,
        hash=digest,
        sealed_at=clock.now(),
    )
    transaction.on_commit(lambda: _write_head(seal))
    return seal


def check_chain() -> ChainCheck:
    """Recompute every seal and compare the last one with the head kept outside the database."""
    faults: list[str] = []
    previous, expected, entries = _FIRST, 1, 0
    for seal in AuditSeal.objects.order_by("number").iterator():
        if seal.number != expected:
            faults.append(f"seal {expected} is missing")
        if bytes(seal.previous_hash) != previous:
            faults.append(f"seal {seal.number} does not follow the seal before it")
        count, digest = _digest(seal.epoch, seal.from_xid, seal.to_xid, bytes(seal.previous_hash))
        if count != seal.entry_count:
            faults.append(f"seal {seal.number}: {seal.entry_count} entries sealed, {count} found")
        elif digest != bytes(seal.hash):
            faults.append(f"seal {seal.number}: an entry was changed or moved")
        previous, expected, entries = bytes(seal.hash), seal.number + 1, entries + count
    faults.extend(_head_faults(expected - 1))
    return ChainCheck(expected - 1, entries, tuple(faults))


def _digest(epoch: int, start: int, horizon: int, previous: bytes) -> tuple[int, bytes]:
    chain, count = hashlib.sha256(previous), 0
    for line in _lines(epoch, start, horizon):
        chain.update(line)
        count += 1
    return count, chain.digest()


def _lines(epoch: int, start: int, horizon: int) -> Iterator[bytes]:
    entries = AuditEntry.objects.filter(epoch=epoch, xid__gte=start, xid__lt=horizon)
    for entry in entries.order_by("xid", "id").iterator(chunk_size=2000):
        fields = [
            str(entry.pk), entry.xid, entry.at.isoformat(), entry.user_id, entry.actor_label,
            entry.on_behalf_of, entry.unit_id, entry.act, entry.object_type, entry.object_id,
            entry.changes, str(entry.person_id), bytes(entry.sealed or b"").hex(),
        ]  # fmt: skip
        yield json.dumps(fields, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def head_path() -> Path:
    """Return the file outside the database that holds the head of the chain."""
    return Path(settings.STATE_DIR) / "audit-head.jsonl"


def _write_head(seal: AuditSeal) -> None:
    line = {"number": seal.number, "hash": bytes(seal.hash).hex(), "at": seal.sealed_at.isoformat()}
    path = head_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as out:
        out.write(json.dumps(line) + "\n")


def _head_faults(last_number: int) -> Iterator[str]:
    path = head_path()
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        head = json.loads(line)
        if head["number"] > last_number:
            yield f"the tail is cut: seal {head['number']} was written outside and is gone"
            continue
        seal = AuditSeal.objects.filter(number=head["number"]).first()
        if seal and bytes(seal.hash).hex() != head["hash"]:
            yield f"seal {head['number']} differs from the head kept outside"
