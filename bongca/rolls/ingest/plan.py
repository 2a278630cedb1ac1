"""A whole file: what lists it holds, what their columns are taken for, and all of its rows."""

import datetime as dt
import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bongca.core.text import fold
from bongca.core.workbooks.old_fonts import FontFinding, Lettering, find_old_font, in_unicode
from bongca.core.workbooks.workbook import Sheet, read_workbook
from bongca.rolls.ingest.columns import ColumnGuess, guess_columns
from bongca.rolls.ingest.lines import Place
from bongca.rolls.ingest.records import Choices, IgnoredLine
from bongca.rolls.ingest.rows import read_rows
from bongca.rolls.ingest.swapped import is_swapped
from bongca.rolls.ingest.tables import Table, find_tables
from bongca.rolls.rules.fields import Field
from bongca.rolls.rules.matching import ask_twins
from bongca.rolls.rules.rows import RollRow

_GROUP_SHEET = re.compile(r"^(?:to|th|t|nhom|phan hoi)\s*(?:hoi)?\s*(?:so)?\s*\d{1,2}$")
_BRANCH_SHEET = re.compile(r"^(?:chi hoi|ch|thon|xom|ap|khu|ban|tdp|khoi|buon|lang)\b")
_NAMES = {Field.NAME, Field.GIVEN, Field.FAMILY_MIDDLE}


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of the file with its place in it."""

    number: int
    table: Table
    guesses: tuple[ColumnGuess, ...]

    @property
    def signature(self) -> str:
        return hashlib.sha256(self.table.signature.encode()).hexdigest()

    @property
    def has_people(self) -> bool:
        named = {field for guess in self.guesses for field in (guess.field, *guess.candidates)}
        return bool(named & _NAMES) and len(self.table.body) > 0


def lists_of(
    path: Path, today: dt.date, lettering: str = ""
) -> tuple[list[Listed], FontFinding | None]:
    """Read a file and find its lists; raises FileRefused. `lettering` overrules what is found."""
    sheets = read_workbook(path)
    finding = next(filter(None, map(find_old_font, sheets)), None)
    chosen = Lettering(lettering) if lettering else finding.lettering if finding else None
    if chosen in (Lettering.TCVN3, Lettering.VNI):
        sheets = [in_unicode(sheet, chosen) for sheet in sheets]
    tables = [table for sheet in sheets for table in find_tables(sheet)]
    listed = [
        Listed(at, table, tuple(guess_columns(table, today))) for at, table in enumerate(tables)
    ]
    return listed, finding


def describe(
    path: Path, today: dt.date, lettering: str = "", taken: Collection[int] | None = None
) -> dict[str, Any]:
    """Say as plain JSON what a file holds, for the page on which the columns are settled.

    `taken` are the numbers of the lists to use, where the officer has chosen them.
    """
    listed, finding = lists_of(path, today, lettering)
    tables = [_described(one) for one in listed]
    if taken is not None:
        for table in tables:
            table["taken"] = table["number"] in taken
    return {
        "font": _font(finding, lettering),
        "tables": tables,
        "sheet_means": _sheet_means([one.table.sheet for one in listed if one.has_people]),
    }


def _font(finding: FontFinding | None, lettering: str) -> dict[str, Any] | None:
    if finding is None:
        return None
    return {
        "lettering": lettering or finding.lettering.value,
        "sentence": finding.sentence,
        "pairs": [list(pair) for pair in finding.pairs],
    }


def _described(one: Listed) -> dict[str, Any]:
    return {
        "number": one.number,
        "sheet": one.table.sheet.name,
        "hidden": one.table.sheet.hidden,
        "lines": len(one.table.body),
        "signature": one.signature,
        "headings": [heading.text for heading in one.table.headings],
        "taken": one.has_people and not one.table.sheet.hidden,
        "swapped": _swapped(one),
        "columns": [_column(guess) for guess in one.guesses],
    }


def _column(guess: ColumnGuess) -> dict[str, Any]:
    return {
        "index": guess.index,
        "heading": guess.heading,
        "field": guess.field.value if guess.field else "",
        "reason": guess.reason,
        "candidates": [field.value for field in guess.candidates],
        "samples": list(guess.samples),
    }


def _swapped(one: Listed) -> bool:
    births = [guess.index for guess in one.guesses if guess.field == Field.BIRTH]
    return bool(births) and is_swapped(one.table.column(births[0]))


def _sheet_means(sheets: list[Sheet]) -> str:
    """Say what the names of the sheets stand for, where there are several and all agree."""
    names = {fold(sheet.name) for sheet in sheets}
    if len(names) < 2:
        return ""
    if all(_GROUP_SHEET.match(name) for name in names):
        return Field.GROUP.value
    if all(_BRANCH_SHEET.match(name) for name in names):
        return Field.BRANCH.value
    return ""


@dataclass(frozen=True, slots=True)
class WholeRoll:
    """Every row of a file, in order, and the lines that are nobody's."""

    rows: tuple[RollRow, ...]
    ignored: tuple[IgnoredLine, ...]


def read_whole(
    path: Path,
    mapping: Mapping[str, Mapping[str, str]],
    choices: Mapping[str, Any],
    taken: Collection[int],
    today: dt.date,
) -> WholeRoll:
    """Read the lists of a file that are taken and whose columns were settled.

    Raises FileRefused.
    """
    listed, _ = lists_of(path, today, choices.get("lettering", ""))
    means = choices.get("sheet_means", "")
    settled = Choices(Field(means) if means else None, choices.get("swap_dates"))
    rows: list[RollRow] = []
    ignored: list[IgnoredLine] = []
    places: dict[str, Place] = {}
    for one in listed:
        fields = mapping.get(one.signature)
        if fields is None or one.number not in taken:
            continue
        columns = {int(at): Field(field) for at, field in fields.items()}
        name = one.table.sheet.name
        place = None if one.table.is_beside else places.get(name)
        reading = read_rows(one.table, columns, today, choices=settled, place=place)
        places[name] = reading.place
        rows += [replace(row, table=one.number) for row in reading.rows]
        ignored += reading.ignored
    return WholeRoll(tuple(ask_twins(rows)), tuple(ignored))
