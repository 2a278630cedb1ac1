"""Reading a text into proposals, and a person's word on each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.files import store_attachment
from bongca.core.models import Attachment
from bongca.core.text import nfc
from bongca.meetings.actions.conclusions import ConclusionWords, Party, write_conclusion
from bongca.meetings.models import Conclusion, Meeting
from bongca.meetings.policies import require_write
from bongca.meetings.queries.known import known_names
from bongca.meetings.rules.spans import Span
from bongca.readings.enums import ProposalKind, ProposalState
from bongca.readings.models import Proposal, Reading
from bongca.readings.policies import PURPOSE
from bongca.readings.rules import VERSION
from bongca.readings.rules.reading import Found, read

MOST_LETTERS = 200_000


@dataclass(frozen=True, slots=True)
class TextFile:
    """The file a text came from, kept unchanged beside it."""

    name: str
    content: bytes
    content_type: str


@transaction.atomic
def read_text(
    *,
    actor: Actor,
    meeting: Meeting,
    text: str,
    said_on: date | None = None,
    file: TextFile | None = None,
) -> Reading:
    """Keep a text with what the rules find in it; nothing else is written from it.

    Raises NotAllowed, Frozen, and DomainError for a text without words or beyond the limit.
    """
    require_write(actor, meeting)
    clean = nfc(text.replace("\r\n", "\n"))
    if not clean.strip():
        raise DomainError("text_empty", "Xin dán văn bản hoặc chọn tệp.", field="text")
    if len(clean) > MOST_LETTERS:
        raise DomainError("text_too_long", "Văn bản dài quá. Xin chia thành từng phần.")
    attachment = _kept(actor, file) if file else None
    reading = Reading.objects.create(
        meeting=meeting, text=clean, said_on=said_on or meeting.held_on, attachment=attachment,
        rules_version=VERSION, read_at=clock.now(), read_by_label=actor.label,
    )  # fmt: skip
    found = read(clean, reading.said_on, known_names(actor, meeting))
    Proposal.objects.bulk_create(_proposals(reading, found))
    audit.record(
        actor,
        "readings.read_text",
        reading,
        changes={"meeting": meeting.pk, "letters": len(clean), "proposed": len(found.conclusions)},
    )
    return reading


def _kept(actor: Actor, file: TextFile) -> Attachment:
    return store_attachment(
        actor, [file.content], name=file.name, content_type=file.content_type, purpose=PURPOSE
    )


def _proposals(reading: Reading, found: Found) -> list[Proposal]:
    listed: tuple[tuple[str, Sequence[Span]], ...] = (
        (ProposalKind.CONCLUSION, found.conclusions),
        (ProposalKind.PERSON, found.persons),
        (ProposalKind.UNIT, found.units),
        (ProposalKind.DEADLINE, found.times),
        (ProposalKind.PAPER, found.papers),
    )
    return [
        Proposal(
            reading=reading,
            kind=kind,
            start=span.start,
            end=span.end,
            words=span.words,
            meaning=span.meaning,
        )
        for kind, spans in listed
        for span in spans
    ]


@transaction.atomic
def take_proposal(
    *,
    actor: Actor,
    proposal: Proposal,
    words: ConclusionWords | None = None,
    parties: Sequence[Party] = (),
) -> Conclusion | None:
    """Accept what was found, as it stands or mended; a conclusion is then written as such.

    Raises NotAllowed, Frozen, Published, and DomainError when somebody has settled it already.
    """
    kept = _open(actor, proposal)
    conclusion = None
    if kept.kind == ProposalKind.CONCLUSION:
        given = words or ConclusionWords(kept.words, str(kept.meaning.get("deadline", "")))
        conclusion = write_conclusion(
            actor=actor, meeting=kept.reading.meeting, words=given, parties=parties
        )
    said = nfc(words.words).strip() if words else kept.words
    is_mended = said != kept.words
    kept.state = ProposalState.MENDED if is_mended else ProposalState.ACCEPTED
    kept.mended = said if is_mended else ""
    kept.conclusion = conclusion
    kept.save(update_fields=["state", "mended", "conclusion"])
    audit.record(actor, "readings.take_proposal", kept, changes={"state": kept.state})
    return conclusion


@transaction.atomic
def drop_proposal(*, actor: Actor, proposal: Proposal) -> None:
    """Leave out what was found. Raises NotAllowed, Frozen, DomainError when it is settled."""
    kept = _open(actor, proposal)
    kept.state = ProposalState.DROPPED
    kept.save(update_fields=["state"])
    audit.record(actor, "readings.drop_proposal", kept)


def _open(actor: Actor, proposal: Proposal) -> Proposal:
    require_write(actor, proposal.reading.meeting)
    kept = Proposal.objects.select_for_update().get(pk=proposal.pk)
    if kept.state != ProposalState.OPEN:
        raise DomainError("proposal_settled", "Mục này đã có người xem và trả lời rồi.", status=409)
    kept.reading = proposal.reading
    return kept
