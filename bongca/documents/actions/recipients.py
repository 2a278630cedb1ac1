"""Nơi nhận of a draft: places added and taken off, one by one or a whole tier in one act."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.http import Http404

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.documents import policies
from bongca.documents.actions.refusals import CONSTRAINT_SENTENCES, ReasonMissing, WrongState
from bongca.documents.actions.steps import locked_outgoing, note_step
from bongca.documents.enums import OutgoingState, StepKind
from bongca.documents.models import OutgoingDocument, Recipient
from bongca.documents.queries.addressing import addressable_units, group_line, group_units
from bongca.org.models import Partner, Unit
from bongca.org.policies import require_writable

MOST = 20_000
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class To:
    """One line of nơi nhận: a unit of the tree, a partner, or a name on the list alone."""

    name: str = ""
    unit: Unit | None = None
    partner: Partner | None = None

    @property
    def shown(self) -> str:
        """What is printed: the name written, else that of the unit or partner."""
        if nfc(self.name):
            return nfc(self.name)[:200]
        return str(self.unit or self.partner or "")[:200]


@dataclass(frozen=True, slots=True)
class Group:
    """Every open unit of a tier under a unit: one line on the paper, a receipt for each."""

    under: Unit
    tier: str


@transaction.atomic
def add_recipients(*, actor: Actor, document_id: UUID, places: Sequence[To | Group]) -> int:
    """Add places to the list of a draft and return how many are new; one there already stays once.

    A draft that was initialled is initialled again. Raises ReasonMissing without a place,
    WrongState after signing, NotAllowed, Frozen, 409 beyond 20,000 places; Http404 for a unit
    that one does not write to.
    """
    document = _listed(actor, document_id)
    if not places:
        raise ReasonMissing("Xin chọn ít nhất một nơi.", field="")
    _require_addressable(document.unit, places)
    before = document.recipients.count()
    list_recipients(document, places)
    count = document.recipients.count() - before
    _changed(actor, document, f"Thêm {count} nơi nhận")
    audit.record(actor, "documents.add_recipients", document, changes={"count": count})
    return count


@transaction.atomic
def drop_recipients(*, actor: Actor, document_id: UUID, shown: Sequence[str]) -> int:
    """Take lines off the list of a draft, a group as a whole; return how many places went.

    Raises ReasonMissing without a line, WrongState after signing, NotAllowed, Frozen.
    """
    document = _listed(actor, document_id)
    if not shown:
        raise ReasonMissing("Xin chọn ít nhất một nơi.", field="")
    named = Q(line__in=shown) | Q(line="", name__in=shown)
    count, _ = document.recipients.filter(named).delete()
    _changed(actor, document, f"Bỏ {count} nơi nhận")
    audit.record(actor, "documents.drop_recipients", document, changes={"count": count})
    return count


def list_recipients(document: OutgoingDocument, places: Iterable[To | Group]) -> None:
    """Write places behind those the paper has, in order; for actions only.

    A unit already listed is not listed again: named in a group later, it joins that line. Raises
    409 for one named twice at once and beyond 20,000 places.
    """
    last = document.recipients.aggregate(last=Max("ordinal"))["last"] or 0
    rows = [row for place in places for row in _rows(document, place)]
    if last + len(rows) > MOST:
        raise DomainError("too_many", "Nhiều nhất 20.000 nơi nhận trong một văn bản.", status=409)
    named = [row.unit_id for row in rows if row.unit_id and not row.line]
    if len(named) != len(set(named)):
        raise DomainError(
            "recipient_unit_once", CONSTRAINT_SENTENCES["recipient_unit_once"], status=409
        )
    for ordinal, row in enumerate(rows, start=last + 1):
        row.ordinal = ordinal
    written = {row.name for row in document.recipients.filter(unit__isnull=True)}
    with said_in_words(CONSTRAINT_SENTENCES):
        Recipient.objects.bulk_create(
            [row for row in rows if row.unit_id is None and row.name not in written]
        )
        alone = [row for row in rows if row.unit_id and not row.line]
        Recipient.objects.bulk_create(alone, ignore_conflicts=True)
        Recipient.objects.bulk_create(
            _once(row for row in rows if row.line), batch_size=_BATCH, update_conflicts=True,
            update_fields=["line"], unique_fields=["document", "unit"],
        )  # fmt: skip


def _once(rows: Iterable[Recipient]) -> list[Recipient]:
    """One row for each unit: of two groups that hold it, the latter."""
    return list({row.unit_id: row for row in rows}.values())


def _rows(document: OutgoingDocument, place: To | Group) -> list[Recipient]:
    if isinstance(place, Group):
        line = group_line(place.under, place.tier, document.unit)[:200]
        units = group_units(place.under, place.tier).exclude(pk=document.unit_id)
        return [
            Recipient(document=document, unit_id=pk, name=name, line=line)
            for pk, name in units.values_list("pk", "name")[: MOST + 1]
        ]
    if not place.shown:
        return []
    return [Recipient(document=document, unit=place.unit, partner=place.partner, name=place.shown)]


def _listed(actor: Actor, document_id: UUID) -> OutgoingDocument:
    document = locked_outgoing(actor, document_id)
    require_writable(actor, policies.DRAFT, document.unit)
    if not document.is_draft:
        raise WrongState(document.get_state_display())
    return document


def _require_addressable(unit: Unit, places: Iterable[To | Group]) -> None:
    units = set()
    for place in places:
        if isinstance(place, To) and place.unit is not None:
            units.add(place.unit.pk)
        if isinstance(place, Group) and not unit.lft <= place.under.lft <= unit.rgt:
            raise Http404
    if addressable_units(unit).filter(pk__in=units).count() != len(units):
        raise Http404


def _changed(actor: Actor, document: OutgoingDocument, note: str) -> None:
    if document.state == OutgoingState.INITIALLED:
        document.state = OutgoingState.DRAFT
    document.version += 1
    document.save(update_fields=["state", "version"])
    note_step(actor, StepKind.EDITED, outgoing=document, note=note)
