"""Papers that go out: drafted, commented on, initialled, signed by pen, numbered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import fold, nfc
from bongca.documents import policies
from bongca.documents.actions.attaching import Brought, keep_scan
from bongca.documents.actions.numbering import book_kind_of, give_number
from bongca.documents.actions.recipients import Group, To, list_recipients
from bongca.documents.actions.refusals import (
    CONSTRAINT_SENTENCES,
    DayToCome,
    ReasonMissing,
    WrongState,
)
from bongca.documents.actions.steps import locked_outgoing, note_step
from bongca.documents.enums import Direction, OutgoingState, StepKind, Urgency
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.documents.queries.books import issuer_sign
from bongca.documents.queries.signing import signature_for
from bongca.documents.rules.numbers import symbol_key, symbol_of, symbol_tail
from bongca.documents.rules.stored import (
    kept_blocks,
    kept_signers,
    read_blocks,
    read_signers,
    words_of_blocks,
)
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.papers.rules.narrative import stroked
from bongca.papers.rules.paper import Block, Signature


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a paper: `body` as an officer writes it, or `blocks` an app has composed.

    Without `recipients` a draft that is edited keeps those it has.
    """

    abstract: str
    type_sign: str = ""
    body: str = ""
    blocks: Sequence[Block] = ()
    addressees: str = ""
    bases: str = ""
    signers: Sequence[Signature] = ()
    urgency: str = Urgency.NORMAL
    joint_name: str = ""
    joint_sign: str = ""
    copy_count: int = 1
    note: str = ""
    recipients: Sequence[To | Group] | None = None


@transaction.atomic
def draft_outgoing(
    *,
    actor: Actor,
    unit: Unit,
    draft: Draft,
    answers: Iterable[IncomingDocument] = (),
) -> OutgoingDocument:
    """Begin a paper of a unit.

    Raises ReasonMissing without an abstract, 409 for a recipient named twice, NotAllowed, Frozen.
    """
    require_writable(actor, policies.DRAFT, unit)
    document = OutgoingDocument(
        unit=unit,
        drafted_by_id=actor.user_id,
        drafter_label=actor.label,
        drafted_on=actor.today,
    )
    _write(document, draft)
    mine = policies.visible_incoming(actor).filter(unit=unit, pk__in=[one.pk for one in answers])
    document.answers.set(mine)
    note_step(actor, StepKind.DRAFTED, outgoing=document)
    audit.record(actor, "documents.draft_outgoing", document, changes={"type": draft.type_sign})
    return document


@transaction.atomic
def edit_draft(*, actor: Actor, document_id: UUID, draft: Draft, version: int) -> OutgoingDocument:
    """Write the words of a draft anew; what was initialled has to be initialled again.

    Raises Changed when another has written meanwhile, WrongState after signing, NotAllowed.
    """
    document = _own(actor, document_id, policies.DRAFT)
    if not document.is_draft:
        raise WrongState(document.get_state_display())
    if document.version != version:
        theirs, yours = {"Nội dung": document.body}, {"Nội dung": draft.body}
        raise Changed(theirs, yours)
    if document.state == OutgoingState.INITIALLED:
        document.state = OutgoingState.DRAFT
    document.version += 1
    _write(document, draft)
    note_step(actor, StepKind.EDITED, outgoing=document)
    audit.record(actor, "documents.edit_draft", document, changes={"version": document.version})
    return document


def word_draft(document: OutgoingDocument, draft: Draft) -> None:
    """Put the words of a draft onto a paper without keeping them: to look at it as it will print.

    Raises ReasonMissing without an abstract, or with half of a joint issuer.
    """
    abstract = nfc(draft.abstract)[:500]
    if not abstract:
        raise ReasonMissing("Xin ghi trích yếu.", field="abstract")
    if bool(nfc(draft.joint_name)) != bool(nfc(draft.joint_sign)):
        raise ReasonMissing(
            "Văn bản liên tịch cần cả tên và ký hiệu của cơ quan cùng ban hành.",
            field="joint_sign" if nfc(draft.joint_name) else "joint_name",
        )
    document.abstract, document.type_sign = abstract, draft.type_sign[:8]
    document.body, document.blocks = nfc(stroked(draft.body)), kept_blocks(draft.blocks)
    document.addressees, document.bases = nfc(draft.addressees), nfc(draft.bases)
    document.signers, document.urgency = kept_signers(draft.signers), draft.urgency
    document.joint_name = nfc(draft.joint_name)[:200]
    document.joint_sign = nfc(draft.joint_sign).replace(" ", "")[:24]
    document.copy_count, document.note = max(1, draft.copy_count), nfc(draft.note)[:300]
    document.search_words = fold(abstract)
    document.text_words = fold(f"{document.body}\n{words_of_blocks(draft.blocks)}")


def _write(document: OutgoingDocument, draft: Draft) -> None:
    word_draft(document, draft)
    with said_in_words(CONSTRAINT_SENTENCES):
        document.save()
        if draft.recipients is not None:
            document.recipients.all().delete()
            list_recipients(document, draft.recipients)


def _own(actor: Actor, document_id: UUID, word: str) -> OutgoingDocument:
    document = locked_outgoing(actor, document_id)
    require_writable(actor, word, document.unit)
    return document


@transaction.atomic
def ask_for_comments(*, actor: Actor, document_id: UUID) -> OutgoingDocument:
    """Show a draft to the others of the unit for their opinion. Raises WrongState, NotAllowed."""
    document = _own(actor, document_id, policies.DRAFT)
    _step(actor, document, (OutgoingState.DRAFT,), OutgoingState.COMMENTING, StepKind.ASKED)
    return document


@transaction.atomic
def comment_on_draft(*, actor: Actor, document_id: UUID, words: str) -> OutgoingDocument:
    """Say an opinion on a draft. Raises ReasonMissing without words, WrongState, NotAllowed."""
    document = _own(actor, document_id, policies.VIEW)
    said = nfc(words)[:1000]
    if not said:
        raise ReasonMissing("Xin ghi ý kiến góp ý.", field="words")
    if not document.is_draft:
        raise WrongState(document.get_state_display())
    note_step(actor, StepKind.COMMENTED, outgoing=document, note=said)
    audit.record(actor, "documents.comment_on_draft", document)
    return document


@transaction.atomic
def initial_draft(*, actor: Actor, document_id: UUID) -> OutgoingDocument:
    """Put one's initials under a draft: it is ready to be signed (ký nháy).

    Raises WrongState, ReasonMissing for a paper that says nothing, NotAllowed.
    """
    document = _own(actor, document_id, policies.DRAFT)
    if not document.body and not read_blocks(document.blocks):
        raise ReasonMissing("Dự thảo chưa có nội dung. Xin soạn nội dung trước.", field="")
    before = (OutgoingState.DRAFT, OutgoingState.COMMENTING)
    _step(actor, document, before, OutgoingState.INITIALLED, StepKind.INITIALLED)
    return document


@transaction.atomic
def sign_document(
    *, actor: Actor, document_id: UUID, scan: Brought, signed_on: date, signer_name: str = ""
) -> OutgoingDocument:
    """Attach the scan of a paper that was signed by pen; its signers are fixed as of that day.

    The signer is recorded beside whoever records it: the name given, else the one the paper or
    the unit's rule bears, else the actor who may sign. Raises WrongState, DayToCome, NotAScan,
    TooHeavy, NotAllowed; ReasonMissing when nobody knows who signed.
    """
    document = locked_outgoing(actor, document_id)
    policies.require_signing(actor, document.unit)
    if document.state != OutgoingState.INITIALLED:
        raise WrongState(document.get_state_display())
    if signed_on > actor.today:
        raise DayToCome("signed_on")
    signers = _signed_by(actor, document, signed_on, signer_name)
    document.signers = kept_signers(signers)
    document.signed_scan = keep_scan(actor, scan, policies.SIGNED_PURPOSE)
    document.signed_on = signed_on
    before, note = (OutgoingState.INITIALLED,), f"Người ký: {signers[-1].name}"
    _step(actor, document, before, OutgoingState.SIGNED, StepKind.SIGNED, note)
    return document


def _signed_by(
    actor: Actor, document: OutgoingDocument, on: date, given: str
) -> tuple[Signature, ...]:
    known = read_signers(document.signers) or (
        signature_for(document.unit, document.type_sign, on),
    )
    name = nfc(given)[:120] or known[-1].name
    if not name and policies.may(actor, policies.SIGN, document.unit):
        name = actor.label.split(",")[0]
    if not name:
        raise ReasonMissing("Xin ghi họ và tên người đã ký.", field="signer_name")
    return (*known[:-1], replace(known[-1], name=name))


@transaction.atomic
def number_document(
    *,
    actor: Actor,
    document_id: UUID,
    issued_on: date | None = None,
    is_commendation: bool = False,
    after_number: int | None = None,
) -> OutgoingDocument:
    """Give a signed paper its number from the book of its kind, and its symbol.

    Raises WrongState, DayToCome, NoSuchNumber, DomainError for a day before the signature,
    NotAllowed, Frozen.
    """
    document = _own(actor, document_id, policies.REGISTER)
    if document.state != OutgoingState.SIGNED or document.signed_on is None:
        raise WrongState(document.get_state_display())
    on = issued_on or actor.today
    if on > actor.today:
        raise DayToCome("issued_on")
    if on < document.signed_on:
        raise DomainError(
            "before_signing", "Ngày văn bản không thể trước ngày ký.", field="issued_on"
        )
    kind = book_kind_of(document.type_sign, is_commendation=is_commendation)
    with said_in_words(CONSTRAINT_SENTENCES):
        given = give_number(document.unit, on.year, Direction.OUT, kind, after_number)
        tail = symbol_tail(document.type_sign, issuer_sign(document.unit, on), document.joint_sign)
        document.book, document.book_kind = given.book, given.book.kind
        document.number, document.suffix = given.number, given.suffix
        document.issued_on = on
        document.symbol = symbol_of(given.number, given.suffix, tail)
        document.symbol_key = symbol_key(document.symbol)
        document.search_words = fold(f"{document.symbol} {document.abstract}")
        _step(
            actor,
            document,
            (OutgoingState.SIGNED,),
            OutgoingState.NUMBERED,
            StepKind.NUMBERED,
            note=document.symbol,
        )
    return document


def _step(
    actor: Actor,
    document: OutgoingDocument,
    before: Sequence[str],
    after: OutgoingState,
    kind: StepKind,
    note: str = "",
) -> None:
    if document.state not in before:
        raise WrongState(document.get_state_display())
    document.state = after
    document.version += 1
    document.save()
    note_step(actor, kind, outgoing=document, note=note)
    audit.record(
        actor,
        f"documents.{kind.value}",
        document,
        changes={"state": after.value, "symbol": document.symbol},
    )
