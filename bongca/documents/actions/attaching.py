"""Keep the scan or file of a paper: told by its content, bounded, unchanged."""

from dataclasses import dataclass

from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.files import store_attachment
from bongca.core.models import Attachment
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


def words_in(brought: Brought | None) -> str:
    """Return the text to be searched: of a Word file. A PDF or a picture is found by its title.

    No reader of PDF stands among the libraries the server runs (pypdf is for tests alone), and a
    hostile PDF would have to be read in a limited child process first.
    """
    if brought is None or scans.kind_of(brought.content) != scans.WORD:
        return ""
    return scans.word_text(brought.content)
