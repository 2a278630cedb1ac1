"""Papers that come in: entered, shown to the leader, dealt with."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db import transaction
from django.http import Http404

from bongca.accounts.models import User
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.citations import parse_symbol
from bongca.core.errors import Changed, DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import fold, nfc
from bongca.documents import policies
from bongca.documents.actions.attaching import Brought, keep_scan, let_it_be_read
from bongca.documents.actions.numbering import Given, give_number
from bongca.documents.actions.refusals import (
    CONSTRAINT_SENTENCES,
    DayToCome,
    ReasonMissing,
    WrongState,
)
from bongca.documents.actions.steps import locked_incoming, note_step
from bongca.documents.enums import (
    HOURLY,
    BookKind,
    Direction,
    IncomingState,
    OutgoingState,
    StepKind,
    TextState,
    Urgency,
)
from bongca.documents.models import IncomingDocument, OutgoingDocument, Recipient
from bongca.documents.queries.people import holders_of
from bongca.documents.rules.numbers import symbol_key
from bongca.documents.rules.scans import distinct_words
from bongca.org.models import Partner, Unit
from bongca.org.policies import require, require_writable


@dataclass(frozen=True, slots=True)
class Arrival:
    """What the register writes of a paper that came in (domain.md 6.5)."""

    issuer: str
    abstract: str
    arrived_on: date
    symbol: str = ""
    written_on: date | None = None
    type_sign: str = ""
    urgency: str = Urgency.NORMAL
    arrived_at: time | None = None
    partner: Partner | None = None
    note: str = ""


@transaction.atomic
def register_incoming(
    *,
    actor: Actor,
    unit: Unit,
    arrival: Arrival,
    kind: str = BookKind.GENERAL,
    scan: Brought | None = None,
    presented_to: User | None = None,
    after_number: int | None = None,
) -> IncomingDocument:
    """Enter a paper in the register of its year under the next number, or late as 25a.

    Raises DayToCome, ReasonMissing, NoSuchNumber, NotAScan, TooHeavy, NotAllowed, Frozen; 409 for
    the book of secret papers; Http404 outside the actor's sight.
    """
    require_writable(actor, policies.REGISTER, unit)
    _check(actor, arrival)
    if kind == BookKind.SECRET:
        raise DomainError(
            "secret_book", CONSTRAINT_SENTENCES["incoming_paper_is_not_secret"], status=409
        )
    if presented_to is not None:
        _check_holder(actor, unit, presented_to, policies.INSTRUCT, "presented_to")
    kept = keep_scan(actor, scan, policies.SCAN_PURPOSE) if scan else None
    with said_in_words(CONSTRAINT_SENTENCES):
        given = give_number(unit, arrival.arrived_on.year, Direction.IN, kind, after_number)
        document = _entered(unit, given, arrival)
        document.scan = kept
        document.presented_to = presented_to
        if presented_to is not None:
            document.state = IncomingState.PRESENTED
        document.save()
    let_it_be_read(actor, document)
    note_step(actor, StepKind.REGISTERED, incoming=document)
    if presented_to is not None:
        note_step(actor, StepKind.PRESENTED, incoming=document, note=presented_to.display_name)
    audit.record(
        actor,
        "documents.register_incoming",
        document,
        changes={"number": document.numbered, "symbol": document.symbol, "book": given.book.pk},
    )
    return document


def _entered(unit: Unit, given: Given, arrival: Arrival) -> IncomingDocument:
    symbol = nfc(arrival.symbol)[:80]
    found = parse_symbol(symbol)
    issuer, abstract = nfc(arrival.issuer)[:200], nfc(arrival.abstract)[:500]
    return IncomingDocument(
        unit=unit,
        book=given.book,
        book_kind=given.book.kind,
        number=given.number,
        suffix=given.suffix,
        arrived_on=arrival.arrived_on,
        arrived_at=arrival.arrived_at,
        issuer=issuer,
        partner=arrival.partner,
        symbol=symbol,
        symbol_key=symbol_key(symbol),
        written_on=arrival.written_on,
        type_sign=arrival.type_sign or (found.type_sign[:8] if found else ""),
        abstract=abstract,
        urgency=arrival.urgency,
        note=nfc(arrival.note)[:300],
        search_words=fold(f"{symbol} {issuer} {abstract}"),
    )


def _check(actor: Actor, arrival: Arrival) -> None:
    if arrival.arrived_on > actor.today:
        raise DayToCome("arrived_on")
    if not nfc(arrival.issuer):
        raise ReasonMissing("Xin ghi nơi gửi văn bản.", field="issuer")
    if not nfc(arrival.abstract):
        raise ReasonMissing("Xin ghi trích yếu.", field="abstract")
    if arrival.urgency in HOURLY and arrival.arrived_at is None:
        raise ReasonMissing("Văn bản thượng khẩn, hỏa tốc cần ghi giờ đến.", field="arrived_at")


def _check_holder(actor: Actor, unit: Unit, user: User, word: str, field: str) -> None:
    if user.pk not in {one.pk for one in holders_of(unit, word, actor.today)}:
        raise DomainError("not_of_this_unit", "Xin chọn người của đơn vị.", field=field)


@transaction.atomic
def present_incoming(*, actor: Actor, document_id: UUID, to: User) -> IncomingDocument:
    """Show an entered paper to a leader, who is to say what is done with it.

    Raises WrongState, DomainError for somebody else, NotAllowed, Frozen.
    """
    document = locked_incoming(actor, document_id)
    require_writable(actor, policies.REGISTER, document.unit)
    if document.state == IncomingState.DONE:
        raise WrongState(document.get_state_display())
    _check_holder(actor, document.unit, to, policies.INSTRUCT, "presented_to")
    document.presented_to = to
    document.state = IncomingState.PRESENTED
    _save(document)
    note_step(actor, StepKind.PRESENTED, incoming=document, note=to.display_name)
    audit.record(actor, "documents.present_incoming", document, changes={"to": to.pk})
    return document


@transaction.atomic
def instruct(
    *,
    actor: Actor,
    document_id: UUID,
    words: str,
    handler: User | None = None,
    handler_name: str = "",
    due_on: date | None = None,
) -> IncomingDocument:
    """Write the leader's bút phê on a paper: what is done, by whom, by when.

    Raises ReasonMissing without words, WrongState, DomainError for a stranger, NotAllowed.
    """
    document = locked_incoming(actor, document_id)
    require_writable(actor, policies.INSTRUCT, document.unit)
    if document.state == IncomingState.DONE:
        raise WrongState(document.get_state_display())
    said = nfc(words)[:1000]
    if not said:
        raise ReasonMissing("Xin ghi ý kiến chỉ đạo.", field="words")
    if handler is not None:
        _check_holder(actor, document.unit, handler, policies.VIEW, "handler")
    document.instruction = said
    document.instructed_by_label, document.instructed_at = actor.label, clock.now()
    document.handler = handler
    document.handler_name = handler.display_name if handler else nfc(handler_name)[:160]
    document.due_on = due_on
    document.state = IncomingState.ASSIGNED
    _save(document)
    note_step(actor, StepKind.INSTRUCTED, incoming=document, note=said)
    audit.record(
        actor,
        "documents.instruct",
        document,
        changes={"handler": document.handler_id, "due_on": due_on},
    )
    return document


@transaction.atomic
def finish_incoming(
    *, actor: Actor, document_id: UUID, note: str, answered_by: UUID | None = None
) -> IncomingDocument:
    """Say how a paper was dealt with, and by which paper it was answered.

    Raises ReasonMissing when neither is said, WrongState, NotAllowed; Http404 for an answer that
    is not the unit's own.
    """
    document = locked_incoming(actor, document_id)
    require(actor, policies.VIEW, document.unit)
    policies.require_handling(actor, document)
    if document.state == IncomingState.DONE:
        raise WrongState(document.get_state_display())
    said = nfc(note)[:500]
    if not said and answered_by is None:
        raise ReasonMissing("Xin ghi kết quả, hoặc chọn văn bản trả lời.", field="note")
    if answered_by is not None:
        answer = policies.visible_outgoing(actor).filter(unit=document.unit, pk=answered_by).first()
        if answer is None:
            raise Http404
        document.answered_by.add(answer)
    document.state = IncomingState.DONE
    document.done_note, document.done_on = said, actor.today
    _save(document)
    note_step(actor, StepKind.DONE, incoming=document, note=said)
    audit.record(actor, "documents.finish_incoming", document, changes={"answered_by": answered_by})
    return document


@transaction.atomic
def correct_incoming(
    *, actor: Actor, document_id: UUID, arrival: Arrival, version: int
) -> IncomingDocument:
    """Mend what was written of a paper; its number and its book stay.

    Raises Changed when another has written meanwhile, DomainError for a day of another year,
    DayToCome, ReasonMissing, NotAllowed, Frozen.
    """
    document = locked_incoming(actor, document_id)
    require_writable(actor, policies.REGISTER, document.unit)
    if document.version != version:
        raise Changed({"Trích yếu": document.abstract}, {"Trích yếu": arrival.abstract})
    _check(actor, arrival)
    if arrival.arrived_on.year != document.book.year:
        raise DomainError("another_year", "Ngày đến phải trong năm của sổ này.", field="arrived_on")
    written = _entered(document.unit, Given(document.book, document.number), arrival)
    changed = {}
    for name in _CORRECTED:
        if getattr(document, name) != getattr(written, name):
            changed[name] = str(getattr(document, name) or "")
            setattr(document, name, getattr(written, name))
    document.search_words, document.symbol_key = written.search_words, written.symbol_key
    _save(document)
    note_step(actor, StepKind.CORRECTED, incoming=document)
    audit.record(actor, "documents.correct_incoming", document, changes={"before": changed})
    return document


_CORRECTED = (
    "issuer", "symbol", "written_on", "type_sign", "abstract", "urgency", "arrived_on",
    "arrived_at", "note",
)  # fmt: skip


@transaction.atomic
def attach_scan(*, actor: Actor, document_id: UUID, scan: Brought) -> IncomingDocument:
    """Add the scan of a paper that was entered without one; a scan once kept stays.

    Raises WrongState when there is one, NotAScan, TooHeavy, NotAllowed, Frozen.
    """
    document = locked_incoming(actor, document_id)
    require_writable(actor, policies.REGISTER, document.unit)
    if document.scan_id is not None:
        raise WrongState("Đã có bản chụp")
    document.scan = keep_scan(actor, scan, policies.SCAN_PURPOSE)
    _save(document)
    let_it_be_read(actor, document)
    note_step(actor, StepKind.ATTACHED, incoming=document, note=scan.name)
    audit.record(actor, "documents.attach_scan", document)
    return document


def _save(document: IncomingDocument) -> None:
    document.version += 1
    document.save()


@transaction.atomic
def take_in(
    *, actor: Actor, delivery_id: int, presented_to: User | None = None
) -> IncomingDocument:
    """Enter a paper that another unit sent, and tell that unit that it has arrived.

    Raises WrongState when it was taken in or recalled, NotAllowed, Frozen; Http404 out of sight.
    """
    found = policies.visible_deliveries(actor).filter(pk=delivery_id)
    held = found.select_for_update(of=("self",)).select_related("document__unit", "unit")
    row = held.first()
    if row is None or row.unit is None:
        raise Http404
    require_writable(actor, policies.REGISTER, row.unit)
    if row.received_at is not None:
        raise WrongState("Đã vào sổ")
    sent = row.document
    arrival = Arrival(
        issuer=sent.unit.name,
        abstract=sent.abstract,
        arrived_on=actor.today,
        symbol=sent.symbol,
        written_on=sent.issued_on,
        type_sign=sent.type_sign,
        urgency=sent.urgency,
        arrived_at=clock.now().astimezone(clock.VIETNAM).time().replace(microsecond=0),
    )
    kind = BookKind.INVITATION if sent.type_sign == "GM" else BookKind.GENERAL
    document = register_incoming(
        actor=actor, unit=row.unit, arrival=arrival, kind=kind, presented_to=presented_to
    )
    if sent.text_words:  # who was sent a paper may find it by its words
        IncomingDocument.objects.filter(pk=document.pk).update(
            text_words=distinct_words(sent.text_words), text_state=TextState.READ
        )
    row.incoming, row.received_at, row.received_by_label = document, clock.now(), actor.label
    row.save(update_fields=["incoming", "received_at", "received_by_label"])
    note_step(actor, StepKind.RECEIVED, outgoing=sent, note=row.unit.name)
    _all_received(sent.pk)
    return document


def _all_received(document_id: UUID) -> None:
    """Let the last receipt of the units close a paper that was sent."""
    paper = OutgoingDocument.objects.select_for_update().get(pk=document_id)
    left = Recipient.objects.filter(document=paper, unit__isnull=False, received_at__isnull=True)
    if paper.state == OutgoingState.SENT and not left.exists():
        paper.state = OutgoingState.RECEIVED
        paper.save(update_fields=["state"])
