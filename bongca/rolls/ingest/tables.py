"""Finding the tables of a sheet: where the head is, what each column is headed, what is below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bongca.core.text import nfc
from bongca.core.workbooks.workbook import Cell, Line, Sheet
from bongca.rolls.ingest.headings import (
    field_of_heading,
    heading_words,
    plain_heading,
)
from bongca.rolls.rules.fields import REASON_HEADING, Field

_TELLING = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY_MIDDLE, Field.BIRTH, Field.NUMBER})
_NAMES = frozenset({Field.NAME, Field.GIVEN, Field.FAMILY_MIDDLE})
_COLUMN_NUMBER = re.compile(r"^\(?\s*(?:\d{1,2}|[a-zA-Z])\s*\)?(?:\s*=.*)?$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above one column: its own words, and those of the group it belongs to."""

    own: str
    group: str = ""
    from_left: bool = False

    @property
    def text(self) -> str:
        return f"{self.group}: {self.own}" if self.group and self.own else self.own or self.group


@dataclass(frozen=True, slots=True)
class Table:
    """One list in a sheet: its head, the lines below it, and what stood above."""

    sheet: Sheet
    headings: tuple[Heading, ...]
    head_lines: tuple[int, ...]
    above: tuple[Line, ...]
    body: tuple[Line, ...]
    is_beside: bool = False  # another list stands to its left on the same lines

    @property
    def signature(self) -> str:
        """The headings in order, as plain words: the same list next year has the same."""
        words = (plain_heading(heading.text) for heading in self.headings)
        return "|".join(text for text in words if text != plain_heading(REASON_HEADING))

    def column(self, index: int) -> list[Cell]:
        return [line.cell(index) for line in self.body]


def _texts(line: Line) -> list[str]:
    return [nfc(cell) if isinstance(cell, str) else "" for cell in line.cells]


def _fields(line: Line) -> set[Field]:
    found = (field_of_heading(text) for text in _texts(line) if heading_words(text))
    return {field for field in found if field}


def is_head(line: Line) -> bool:
    """Say whether a line reads as the head of a list of people."""
    if any(isinstance(cell, int | float) and cell > 40 for cell in line.cells):
        return False
    texts = [text for text in _texts(line) if text]
    if not all(heading_words(text) or _COLUMN_NUMBER.match(text) for text in texts):
        return False
    fields = _fields(line)
    return len(fields) >= 2 and bool(fields & _TELLING) and len(fields) * 2 >= len(texts)


def is_column_numbers(line: Line) -> bool:
    """Say whether a line only numbers the columns: (1) (2) (3) or A B 1 2."""
    texts = [nfc(str(cell)) for cell in line.cells if str(cell).strip()]
    if len(texts) < 3 or not all(_COLUMN_NUMBER.match(text) for text in texts):
        return False
    numbers = [int(found.group()) for text in texts if (found := re.search(r"\d+", text))]
    return len(numbers) >= 2 and numbers == sorted(set(numbers)) and numbers[-1] <= len(texts) + 3


def _is_under_head(line: Line, head: Line, sheet: Sheet) -> bool:
    """Say whether a line still belongs to the head above it (Nam | Nữ under Năm sinh)."""
    texts = _texts(line)
    if not any(texts) or any(str(c).strip() for c in line.cells if not isinstance(c, str)):
        return False
    filled = [(index, text) for index, text in enumerate(texts) if text]
    if not all(heading_words(text) for _, text in filled) or any(
        re.search(r"\d", text) for _, text in filled
    ):
        return False
    if len(filled) == 1 and str(head.cell(filled[0][0])).strip():
        return False  # a section below the head (CHI HỘI THÔN ĐÔNG), not a part of it
    known = [field_of_heading(text) for _, text in filled]
    return sum(field is not None for field in known) * 2 >= len(filled) and not _names_a_person(
        filled, head, sheet
    )


def _names_a_person(filled: list[tuple[int, str]], head: Line, sheet: Sheet) -> bool:
    """A first person called Nam must not be taken for a heading."""
    for index, text in filled:
        above = head.cell(index)
        if not isinstance(above, str) or field_of_heading(above) not in _NAMES:
            continue
        split = field_of_heading(text) in _NAMES and len(text.split()) <= 4
        is_merged = any(
            area[0] <= head.number - 1 <= area[2] and area[1] <= index <= area[3]
            for area in sheet.merged
        )
        if not split and not is_merged:
            return True
    return False


def _spread(line: Line, sheet: Sheet, width: int, below: Line | None) -> list[tuple[str, bool]]:
    """Give each column its words in a head line, carried rightwards over merged cells."""
    texts = [(text, False) for text in _texts(line)] + [("", False)] * width
    texts = texts[:width]
    for top, left, bottom, right in sheet.merged:
        if top <= line.number - 1 <= bottom and right > left and left < width:
            for column in range(left + 1, min(right + 1, width)):
                if not texts[column][0]:
                    texts[column] = (texts[left][0], True)
    if below is not None:
        for column in range(1, width):
            under = below.cell(column)
            if not texts[column][0] and isinstance(under, str) and under.strip():
                texts[column] = (texts[column - 1][0], True)
    return texts


def _headings(block: Sequence[Line], sheet: Sheet, width: int) -> tuple[Heading, ...]:
    above = [line for line in block if not is_column_numbers(line)]
    if not above:
        return tuple(Heading("") for _ in range(width))
    rows = [
        _spread(line, sheet, width, above[at + 1] if at + 1 < len(above) else None)
        for at, line in enumerate(above)
    ]
    headings = []
    for column in range(width):
        words = [row[column] for row in rows]
        texts = list(dict.fromkeys(text for text, _ in words if text))
        carried = bool(words[-1][0] and words[-1][1])
        own = texts[-1] if texts else ""
        headings.append(Heading(own, " ".join(texts[:-1]), carried))
    return tuple(headings)


def _block(lines: Sequence[Line], start: int, sheet: Sheet) -> list[Line]:
    block = [lines[start]]
    for line in lines[start + 1 : start + 4]:
        if is_column_numbers(line):
            block.append(line)
            break
        if not _is_under_head(line, lines[start], sheet):
            break
        block.append(line)
    return block


def find_tables(sheet: Sheet) -> list[Table]:
    """Cut a sheet into its lists; a head repeated on every page stays within its list."""
    lines, width = sheet.lines, sheet.width
    starts = [at for at, line in enumerate(lines) if is_head(line)]
    tables: list[Table] = []
    pieces: list[tuple[int, list[Line], tuple[Heading, ...]]] = []
    for at in starts:
        if pieces and lines[at].number in {line.number for line in pieces[-1][1]}:
            continue
        block = _block(lines, at, sheet)
        headings = _headings(block, sheet, width)
        if pieces and headings == pieces[-1][2]:
            continue
        pieces.append((at, block, headings))
    if not pieces:
        return _without_head(sheet)
    for place, (at, block, headings) in enumerate(pieces):
        end = pieces[place + 1][0] if place + 1 < len(pieces) else len(lines)
        above = lines[:at] if place == 0 else ()
        numbers = tuple(line.number for line in block)
        tables.append(Table(sheet, headings, numbers, above, lines[at + len(block) : end]))
    return [_trimmed(part) for table in tables for part in _side_by_side(table)]


def _side_by_side(table: Table) -> list[Table]:
    """Cut a list in two where a second one, with names and births of its own, stands beside it."""
    fields = [field_of_heading(heading.own) for heading in table.headings]
    starts = []
    for at, field in enumerate(fields):
        if field != Field.NAME:
            continue
        before = [i for i in (at - 1, at - 2) if i >= 0 and fields[i] == Field.NUMBER]
        starts.append(before[0] if before else at)
    bounds = [0, *starts[1:], len(fields)]
    parts = list(pairwise(bounds))
    if len(parts) < 2 or not all(_is_whole(fields[left:right]) for left, right in parts):
        return [table]
    return [_part(table, left, right) for left, right in parts]


def _is_whole(fields: list[Field | None]) -> bool:
    return fields.count(Field.NAME) == 1 and Field.BIRTH in fields


def _part(table: Table, left: int, right: int) -> Table:
    def own(line: Line) -> Line:
        kept = (cell if left <= at < right else "" for at, cell in enumerate(line.cells))
        return replace(line, cells=tuple(kept))

    headings = tuple(
        heading if left <= at < right else Heading("") for at, heading in enumerate(table.headings)
    )
    body = [line for line in map(own, table.body) if any(str(cell).strip() for cell in line.cells)]
    above = tuple(map(own, table.above)) if left else table.above
    return Table(table.sheet, headings, table.head_lines, above, tuple(body), bool(left))


def _without_head(sheet: Sheet) -> list[Table]:
    headings = tuple(Heading("") for _ in range(sheet.width))
    return [Table(sheet, headings, (), (), sheet.lines)] if sheet.lines else []


def _trimmed(table: Table) -> Table:
    """Drop ghost columns on the right: without heading and without a filled cell."""
    width = max((len(line.cells) for line in table.body), default=0)
    last = max((at for at, heading in enumerate(table.headings) if heading.own), default=-1)
    keep = max(width, last + 1)
    return replace(table, headings=table.headings[:keep])
