"""Keep the scan or file of a paper: told by its content, bounded, unchanged."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.files import store_attachment
from bongca.core.jobs import enqueue
from bongca.core.models import Attachment
from bongca.documents import policies
from bongca.documents.enums import TextState
from bongca.documents.models import IncomingDocument
from bongca.documents.rules import scans


@dataclass(frozen=True, slots=True)
class Brought:
    """A file as it was brought: its name and its bytes."""

    name: str
    content: bytes


class NotAScan(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "not_a_scan",
            "Chỉ nhận tệp PDF, Word (.docx) hoặc ảnh JPEG, PNG. Xin chụp hoặc lưu lại văn bản.",
            field="scan",
        )


class TooHeavy(DomainError):
    def __init__(self) -> None:
        super().__init__(
            "too_heavy", "Tệp nặng hơn 30 MB. Xin quét lại ở mức đen trắng.", field="scan"
        )


def keep_scan(actor: Actor, brought: Brought, purpose: str) -> Attachment:
    """Keep the file unchanged. Raises NotAScan, TooHeavy."""
    if len(brought.content) > scans.MOST_BYTES:
        raise TooHeavy
    kind = scans.kind_of(brought.content)
    if not kind:
        raise NotAScan
    return store_attachment(
        actor, [brought.content], name=brought.name, content_type=kind, purpose=purpose
    )


def let_it_be_read(actor: Actor, document: IncomingDocument) -> None:
    """Have the words of a paper's file read after the upload; a picture is found by its title."""
    if document.scan is None or document.scan.content_type not in scans.READABLE:
        return
    IncomingDocument.objects.filter(pk=document.pk).update(text_state=TextState.WAITING)
    document.text_state = TextState.WAITING
    enqueue("documents.read_scan", actor=actor, document_id=str(document.pk))


@transaction.atomic
def keep_words(*, actor: Actor, document_id: UUID, scan_id: UUID, text: str) -> None:
    """Keep the words read from a paper's file, to be searched; twice is once.

    For the job alone: raises NotAllowed for a person. A file exchanged meanwhile is left alone.
    """
    if not actor.is_system:
        raise NotAllowed(policies.REGISTER)
    words = scans.distinct_words(text)
    state = TextState.READ if words else TextState.TITLE_ONLY
    found = IncomingDocument.objects.filter(pk=document_id, scan=scan_id)
    if found.update(text_words=words, text_state=state):
        audit.record(actor, "documents.keep_words", found.get(), changes={"state": state.value})
