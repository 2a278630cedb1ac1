"""Free text of an officer as blocks of a paper."""

import re
from collections.abc import Sequence
from itertools import groupby

from bongca.papers.rules.paper import Align, Annex, Block, Bullet, Column, Paragraph, Row, Table

DASH = re.compile(r"^[-–—•+*]\s+")
ANNEX = re.compile(r"^phụ lục(?:\s+[IVX\d]+)?\s*:\s*(?P<title>.+)$", re.IGNORECASE)
_NUMBER = re.compile(r"[\d.,%/ -]*")
TAB = "\t"
WIDE_FROM = 8
LONGEST_SHARE = 40


def blocks_of(text: str) -> tuple[Paragraph | Bullet, ...]:
    """A paragraph for each line of the text, a bullet for each line led by a dash."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(
        Bullet(DASH.sub("", line)) if DASH.match(line) else Paragraph(line)
        for line in lines
        if line
    )


def parts_of(text: str) -> tuple[tuple[Block, ...], tuple[Annex, ...]]:
    """The blocks of a text with its tables, and the annexes it ends with.

    A line "Phụ lục: title" opens an annex on pages of its own, lying when a table in it is wide.
    Lines between upright strokes are a table, the first of them its head.
    """
    main: list[str] = []
    annexes: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        opened = ANNEX.match(line.strip())
        if opened:
            annexes.append((opened["title"], []))
        else:
            (annexes[-1][1] if annexes else main).append(line)
    return _tabled(main), tuple(_annex(title, lines) for title, lines in annexes)


def stroked(text: str) -> str:
    """The text with rows copied from a spreadsheet put between strokes, as they are kept."""
    return "\n".join(
        f"| {' | '.join(cell.strip().replace('|', '/') for cell in line.split(TAB))} |"
        if TAB in line.strip()
        else line
        for line in text.splitlines()
    )


def _annex(title: str, lines: Sequence[str]) -> Annex:
    blocks = _tabled(lines)
    is_wide = any(isinstance(one, Table) and len(one.columns) >= WIDE_FROM for one in blocks)
    return Annex(title, blocks, is_landscape=is_wide)


def _tabled(lines: Sequence[str]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for is_table, run in groupby(lines, key=_is_row):
        if is_table:
            blocks.append(_table([_cells(line) for line in run]))
        else:
            blocks += blocks_of("\n".join(run))
    return tuple(blocks)


def _is_row(line: str) -> bool:
    bare = line.strip()
    return len(bare) > 2 and bare[0] == bare[-1] == "|"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip()[1:-1].split("|")]


def _table(rows: Sequence[Sequence[str]]) -> Table:
    """A table as wide as its head, each column as wide as its longest word wants."""
    width = max(len(row) for row in rows)
    head, *body = [[*row, *[""] * (width - len(row))] for row in rows]
    columns = []
    for place, title in enumerate(head):
        held = [row[place] for row in body if row[place]]
        longest = max((len(cell) for cell in (title, *held)), default=1)
        is_number = bool(held) and all(_NUMBER.fullmatch(cell) for cell in held)
        align = Align.RIGHT if is_number else Align.LEFT
        columns.append(Column(title, float(min(max(longest, 4), LONGEST_SHARE)), align))
    return Table(tuple(columns), tuple(Row(tuple(row)) for row in body))
