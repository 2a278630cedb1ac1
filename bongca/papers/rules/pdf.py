"""Draws a sheet as PDF: PDF/A-2a to keep, PDF/UA-1 to be read aloud."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import typst

from bongca.papers.rules.face import faces_in
from bongca.papers.rules.paper import OfficialPaper
from bongca.papers.rules.profile import profile_on
from bongca.papers.rules.sheet import compose

if TYPE_CHECKING:
    from typst import PDFStandard

STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
SCREEN_PPI = 110.0
PAPER = Path(__file__).with_name("paper.typ")
UNDATED = datetime.date(2000, 1, 1)

_one_at_a_time = Lock()


def draw(paper: OfficialPaper, *, font_folder: Path) -> bytes:
    """The paper as PDF; the same paper gives the same bytes. Raises FontsMissing."""
    inputs, made_at = _inputs(paper, font_folder)
    return _compiled(PAPER, inputs, made_at, font_folder, STANDARDS)


def draw_template(
    template: Path,
    content: Mapping[str, Any],
    *,
    font_folder: Path,
    made_at: datetime.datetime | None = None,
) -> bytes:
    """A sheet that is no official paper (a stamp, a certificate, an invitation), from a template
    of its own, which reads `sys.inputs.content` as JSON. Raises FontsMissing."""
    faces_in(font_folder)  # says in one word when the type is not there
    inputs = {"content": json.dumps(content, ensure_ascii=False, default=str)}
    return _compiled(template, inputs, made_at, font_folder, [])


def _compiled(
    template: Path,
    inputs: dict[str, str],
    made_at: datetime.datetime | None,
    font_folder: Path,
    standards: "list[PDFStandard]",
) -> bytes:
    # The compiler keeps its inputs between calls, so two threads must not share a call.
    with _one_at_a_time:
        drawn = _compiler(font_folder, template).compile(
            sys_inputs=inputs, format="pdf", pdf_standards=standards, timestamp=made_at
        )
    if not isinstance(drawn, bytes):
        raise TypeError("The compiler returned no single document.")
    return drawn


def draw_pages(paper: OfficialPaper, *, font_folder: Path) -> list[bytes]:
    """The pages of the paper as pictures, as they will print. Raises FontsMissing."""
    inputs, made_at = _inputs(paper, font_folder)
    with _one_at_a_time:
        drawn = _compiler(font_folder).compile(
            sys_inputs=inputs, format="png", ppi=SCREEN_PPI, timestamp=made_at
        )
    return [drawn] if isinstance(drawn, bytes) else [page for page in drawn or () if page]


def _inputs(paper: OfficialPaper, font_folder: Path) -> tuple[dict[str, str], datetime.datetime]:
    profile = profile_on(paper.on)
    sheet = compose(paper, profile=profile, faces=faces_in(font_folder), for_pdf=True)
    content = json.dumps(asdict(sheet), ensure_ascii=False, default=str)
    made_at = datetime.datetime.combine(paper.on or UNDATED, datetime.time(), VIETNAM)
    return {"sheet": content}, made_at


@cache
def _compiler(font_folder: Path, template: Path = PAPER) -> typst.Compiler:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[font_folder]
    )
    return typst.Compiler(input=template, root=template.parent, font_paths=fonts)
