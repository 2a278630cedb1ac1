"""Rows of an .xlsx that a person sees differently: hidden, or struck through.

The reader of cells gives neither. Only what can be there is looked at: a file without a hidden
row and without a struck font costs one search through its bytes.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

HIDDEN, STRUCK = "hidden", "struck"
CHUNK = 1024 * 1024
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_HIDDEN_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*\shidden=[\"'](?:1|true)[\"']")
_OFF = ("0", "false")

Marks = dict[int, str]
"""Row as the officer counts it → HIDDEN or STRUCK."""


def marked_rows(path: Path) -> dict[str, Marks]:
    """Return the marked rows of each sheet by its name; nothing for a file that is no .xlsx.

    Call it only in the limited child, after the preflight (no DOCTYPE, bounded sizes).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            struck = _struck_styles(archive)
            return {
                name: marks
                for name, part in _sheets(archive)
                if (marks := _marks_of(archive, part, struck))
            }
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, ValueError):
        return {}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Give the name of each sheet and the part of the file it stands in."""
    related = _parsed(archive, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id", ""): one.get("Target", "") for one in related}
    book = _parsed(archive, "xl/workbook.xml")
    for sheet in book.iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION, ""), "")
        part = posixpath.normpath(posixpath.join("xl", target)).lstrip("/")
        if part in archive.NameToInfo:
            yield sheet.get("name", ""), part


def _struck_styles(archive: zipfile.ZipFile) -> set[str]:
    """Return the numbers of the cell styles whose font has a line through it."""
    if "xl/styles.xml" not in archive.NameToInfo:
        return set()
    styles = _parsed(archive, "xl/styles.xml")
    fonts = styles.findall(f"{_MAIN}fonts/{_MAIN}font")
    lined = {str(at) for at, font in enumerate(fonts) if _is_struck(font)}
    formats = styles.findall(f"{_MAIN}cellXfs/{_MAIN}xf")
    return {str(at) for at, one in enumerate(formats) if one.get("fontId", "0") in lined}


def _is_struck(font: ElementTree.Element) -> bool:
    strike = font.find(f"{_MAIN}strike")
    return strike is not None and strike.get("val", "1") not in _OFF


def _marks_of(archive: zipfile.ZipFile, part: str, struck: set[str]) -> Marks:
    if not _may_be_marked(archive, part, struck):
        return {}
    marks: Marks = {}
    at = 0
    with archive.open(part) as stream:
        for _, row in ElementTree.iterparse(stream):  # noqa: S314  # no DOCTYPE passes the preflight
            if row.tag != f"{_MAIN}row":
                continue
            at = int(row.get("r", at + 1))
            if row.get("hidden", "0") not in _OFF:
                marks[at] = HIDDEN
            elif _is_struck_through(row, struck):
                marks[at] = STRUCK
            row.clear()
    return marks


def _may_be_marked(archive: zipfile.ZipFile, part: str, struck: set[str]) -> bool:
    styled = [f's="{style}"'.encode() for style in struck]
    with archive.open(part) as stream:
        tail = b""
        while piece := stream.read(CHUNK):
            window = tail + piece
            if _HIDDEN_ROW.search(window) or any(style in window for style in styled):
                return True
            tail = window[-512:]
    return False


def _parsed(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(part))  # noqa: S314  # as above


def _is_struck_through(row: ElementTree.Element, struck: set[str]) -> bool:
    """A line through one word corrects it; a line through most of the row takes it out."""
    filled = [cell for cell in row if cell.find(f"{_MAIN}v") is not None or len(cell)]
    lined = [cell for cell in filled if cell.get("s", "0") in struck]
    return bool(filled) and len(lined) * 2 > len(filled)
