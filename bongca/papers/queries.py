"""Papers as files. No scope here: whoever composes a paper has already read it through a policy."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings

from bongca.core.errors import DomainError
from bongca.core.models import Installation
from bongca.papers.rules import pdf, word
from bongca.papers.rules.face import FontsMissing
from bongca.papers.rules.paper import OfficialPaper
from bongca.papers.rules.sheet import WATERMARK
from bongca.papers.rules.stamp import ArrivalStamp
from bongca.papers.rules.stamp import draw as draw_stamp


class PaperTypeMissing(DomainError):
    """The server lacks the type papers are set in: the assets were not built."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            "paper_type_missing",
            "Máy chủ thiếu phông chữ để in văn bản. Xin báo người quản trị hệ thống.",
        )


class Printer(Protocol):
    def __call__(self, paper: OfficialPaper, *, font_folder: Path) -> bytes: ...


def render_pdf(paper: OfficialPaper) -> bytes:
    """The paper to keep: PDF/A-2a in the layout of domain.md 6.3. Raises PaperTypeMissing.

    In a demonstration every print is marked as one, whatever the paper says.
    """
    return _drawn(pdf.draw, paper)


def render_pages(paper: OfficialPaper) -> list[bytes]:
    """The pages as pictures, for the screen, marked alike. Raises PaperTypeMissing."""
    if is_demonstration():
        paper = replace(paper, is_demonstration=True)
    try:
        return pdf.draw_pages(paper, font_folder=font_folder())
    except FontsMissing as missing:
        raise PaperTypeMissing from missing


def render_word(paper: OfficialPaper) -> bytes:
    """The same paper to edit, as .docx, marked alike. Raises PaperTypeMissing."""
    return _drawn(word.draw, paper)


def render_stamp(stamp: ArrivalStamp) -> bytes:
    """The stamp ĐẾN as PDF, to be printed on a label or on A4. Raises PaperTypeMissing."""
    if is_demonstration():
        stamp = replace(stamp, is_demonstration=True)
    try:
        return draw_stamp(stamp, font_folder=font_folder())
    except FontsMissing as missing:
        raise PaperTypeMissing from missing


def render_template(template: Path, content: Mapping[str, Any]) -> bytes:
    """A certificate or an invitation, from an app's own template; marked in a demonstration.

    The template reads `sys.inputs.content` (JSON), with `demonstration` in it. Raises
    PaperTypeMissing.
    """
    told = {**content, "demonstration": WATERMARK if is_demonstration() else ""}
    try:
        return pdf.draw_template(template, told, font_folder=font_folder())
    except FontsMissing as missing:
        raise PaperTypeMissing from missing


def _drawn(draw: Printer, paper: OfficialPaper) -> bytes:
    if is_demonstration():
        paper = replace(paper, is_demonstration=True)
    try:
        return draw(paper, font_folder=font_folder())
    except FontsMissing as missing:
        raise PaperTypeMissing from missing


def is_demonstration() -> bool:
    """Tell whether every print has to say that it is a sample."""
    return Installation.objects.filter(is_demonstration=True).exists()


def font_folder() -> Path:
    """Where the build laid the type of papers; in a bare checkout, where npm did."""
    built = settings.ROOT / "build" / "fonts"
    return built if built.is_dir() else settings.NODE_MODULES / "@expo-google-fonts" / "tinos"
