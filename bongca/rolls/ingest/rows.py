"""Turning a list and the meaning of its columns into one row per person."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from bongca.core.workbooks.marks import HIDDEN, STRUCK
from bongca.core.workbooks.workbook import Line
from bongca.rolls.ingest.cells import group_name, is_ditto, text_of
from bongca.rolls.ingest.gone import says_outside
from bongca.rolls.ingest.headings import plain_heading
from bongca.rolls.ingest.lines import (
    IGNORED_REASONS,
    LineKind,
    LineSorter,
    Place,
    begins_a_part,
    place_of_title,
    section_of,
)
from bongca.rolls.ingest.person_line import PersonLine
from bongca.rolls.ingest.records import Choices, IgnoredLine, Reading
from bongca.rolls.ingest.swapped import is_swapped
from bongca.rolls.ingest.tables import Table
from bongca.rolls.rules.fields import REASON_HEADING, Field
from bongca.rolls.rules.problems import Problem, question, unreadable
from bongca.rolls.rules.rows import RollRow

_SEEN = {
    HIDDEN: "Dòng này đang bị ẩn trong tệp. Có ghi vào sổ không?",
    STRUCK: "Dòng này bị gạch ngang trong tệp. Người này còn sinh hoạt không?",
}
_REPEATING = (Field.BRANCH, Field.GROUP, Field.HAMLET, Field.ADDRESS)


def read_rows(
    table: Table,
    mapping: Mapping[int, Field],
    today: dt.date,
    *,
    choices: Choices | None = None,
    place: Place | None = None,
) -> Reading:
    """Read every line of a list with the given meaning of its columns."""
    reader = _Reader(table, mapping, today, choices or Choices(), place or Place())
    results = [reader.read(line) for line in table.body]
    rows = tuple(result for result in results if isinstance(result, RollRow))
    ignored = tuple(result for result in results if isinstance(result, IgnoredLine))
    return Reading(rows, ignored, reader.place, reader.is_swapped)


class _Reader:
    """Reads the lines of one list from top to bottom; a section holds for what follows it."""

    def __init__(
        self,
        table: Table,
        mapping: Mapping[int, Field],
        today: dt.date,
        choices: Choices,
        place: Place,
    ) -> None:
        self.table = table
        self.today = today
        self.choices = choices
        ours = plain_heading(REASON_HEADING)  # what we wrote beside a line is not what it says
        self.mapping = {
            at: field
            for at, field in mapping.items()
            if at >= len(table.headings) or plain_heading(table.headings[at].text) != ours
        }
        self.columns = {field: at for at, field in sorted(self.mapping.items(), reverse=True)}
        self.sorter = LineSorter(table, self.columns)
        title = place_of_title(table.above)
        self.place = title if title.group else place
        self.last: dict[Field, str] = {}
        above = [text_of(cell) for line in table.above for cell in line.cells]
        names = [table.sheet.name, *above] if not table.is_beside else [table.sheet.name]
        self.outside = next(filter(says_outside, names), "")
        birth = self.columns.get(Field.BIRTH)
        self.is_swapped = birth is not None and is_swapped(table.column(birth))
        self.merged = self._merged_cells()

    def _merged_cells(self) -> set[tuple[int, int]]:
        """Cells under one merged name of a unit, which every line of it shares."""
        columns = {self.columns[field] for field in _REPEATING if field in self.columns}
        last = self.table.body[-1].number if self.table.body else 0
        return {
            (row + 1, column)
            for top, left, bottom, right in self.table.sheet.merged
            for column in columns
            if left <= column <= right
            for row in range(top + 1, min(bottom, last) + 1)
        }

    def read(self, line: Line) -> RollRow | IgnoredLine:
        kind = self.sorter.kind_of(line)
        if kind == LineKind.PERSON:
            return self._person(line)
        shown = " ".join(filter(None, (text_of(cell) for cell in line.cells)))
        if kind == LineKind.TOTAL:
            reason = f"“{shown}”. Đây có vẻ là dòng cộng, không phải tên người. Không cần làm gì."
            return self._row(line, (unreadable("total_line", reason),))
        if kind in (LineKind.SECTION, LineKind.REMARK):
            if says_outside(shown):
                self.outside = shown
            elif kind == LineKind.SECTION or begins_a_part(shown):
                self.outside = ""
        if kind == LineKind.SECTION:
            self._enter(line)
        return IgnoredLine(self.table.sheet.name, line.number, shown, IGNORED_REASONS[kind])

    def _enter(self, line: Line) -> None:
        texts = [text_of(cell) for cell in line.cells if isinstance(cell, str) and cell.strip()]
        found = section_of(texts[-1])
        if found and (found.branch or found.hamlet):
            self.place = found
        elif found:
            self.place = replace(self.place, group=found.group)
        self.last.clear()

    def _row(self, line: Line, problems: tuple[Problem, ...]) -> RollRow:
        raw = tuple(text_of(line.cell(at)) for at in range(len(self.table.headings)))
        return RollRow(self.table.sheet.name, line.number, raw, problems=problems)

    def _unit(self, reader: PersonLine, field: Field) -> str:
        """Give the name of a unit, taking over the one above under a ditto or a merged cell."""
        text = reader.text(field)
        at = self.columns.get(field)
        is_under = at is not None and (reader.line.number, at) in self.merged
        if is_ditto(text) or (not text and is_under):
            return self.last.get(field, "")
        self.last[field] = text
        return text

    def _person(self, line: Line) -> RollRow:
        reader = PersonLine(line, self.mapping, self.columns, self.today)
        name = reader.name()
        swap = self.choices.swap_dates if self.is_swapped else False
        birth, sex = reader.birth(reader.sex(), swap)
        group = self._unit(reader, Field.GROUP)
        branch = self._unit(reader, Field.BRANCH)
        row = replace(
            self._row(line, ()),
            full_name=name,
            birth=birth,
            sex=sex,
            citizen_id=reader.citizen_id(sex, birth),
            phone=reader.phone(),
            joined=reader.joined(birth),
            branch=branch or self.place.branch or self._sheet_name(Field.BRANCH),
            group=group_name(group or self.place.group or self._sheet_name(Field.GROUP)),
            hamlet=self._unit(reader, Field.HAMLET) or self.place.hamlet,
            address=self._unit(reader, Field.ADDRESS),
            notes=reader.notes(),
        )
        reader.problems += self._doubts(line, name)
        return replace(row, problems=tuple(reader.problems))

    def _doubts(self, line: Line, name: str) -> list[Problem]:
        """Ask about lines that are taken out, stand under the wrong title or look unlike others."""
        if name and line.mark:
            return [question(f"maybe_{line.mark}", _SEEN[line.mark], "status", ("skip", "keep"))]
        if name and self.outside:
            reason = f"Dòng này nằm trong phần “{self.outside}”. Có ghi vào sổ hội viên không?"
            return [question("maybe_outside", reason, "status", ("skip", "keep"))]
        if name and self.sorter.stands_alone(line):
            reason = f"Dòng này chỉ có chữ “{name}”. Có phải là tên một hội viên không?"
            return [question("name_alone", reason, "name", (name,))]
        return []

    def _sheet_name(self, field: Field) -> str:
        return self.table.sheet.name if self.choices.sheet_means == field else ""
