"""Papers as files. No scope here: whoever composes a paper has already read it through a policy."""

from pathlib import Path

from django.conf import settings

from bongca.core.errors import DomainError
from bongca.documents.rules import pdf, word
from bongca.documents.rules.face import FontsMissing
from bongca.documents.rules.paper import OfficialPaper


class PaperTypeMissing(DomainError):
    """The server lacks the type papers are set in: the assets were not built."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "paper_type_missing",
            "Máy chủ thiếu phông chữ để in văn bản. Xin báo người quản trị hệ thống.",
        )


def render_pdf(paper: OfficialPaper) -> bytes:
    """The paper to keep: PDF/A-2a in the layout of domain.md 6.3. Raises PaperTypeMissing."""
    try:
        return pdf.draw(paper, font_folder=_font_folder())
    except FontsMissing as missing:
        raise PaperTypeMissing from missing


def render_word(paper: OfficialPaper) -> bytes:
    """The same paper to edit, as .docx. Raises PaperTypeMissing."""
    try:
        return word.draw(paper, font_folder=_font_folder())
    except FontsMissing as missing:
        raise PaperTypeMissing from missing


def _font_folder() -> Path:
    """Where the build laid the type of papers; in a bare checkout, where npm did."""
    built = settings.ROOT / "build" / "fonts"
    return built if built.is_dir() else settings.NODE_MODULES / "@expo-google-fonts" / "tinos"
