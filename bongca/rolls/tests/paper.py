"""A sheet of paper to lay an untidy roll on, and the kinds of file to save it as."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.utils import get_column_letter

from bongca.core.invented import InventedElder
from bongca.rolls.rules.fields import Field

Value = str | int | float | bool | dt.date | None
Writer = Callable[[InventedElder, int], Value]


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the officer made it: its heading, what it truly is, how she fills it."""

    heading: str
    truth: Field
    write: Writer
    shown_as: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is true of one person of a roll."""

    name: str
    birth: str
    sex: str
    citizen_id: str = ""
    phone: str = ""
    group: str = ""
    branch: str = ""
    joined: str = ""


@dataclass(slots=True)
class Page:
    """One sheet: rows from the top, merged ranges, and where the truth lies."""

    name: str
    rows: list[list[Value]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=dict)
    truth: dict[int, Field] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    later_truths: list[dict[int, Field]] = field(default_factory=list)
    sheet_means: Field | None = None
    swap_dates: bool | None = None

    def truth_of(self, table: int) -> dict[int, Field]:
        """The truth of the first list of a sheet, or of one further down."""
        return self.truth if table == 0 else self.later_truths[table - 1]

    def add(self, *cells: Value) -> int:
        self.rows.append(list(cells))
        return len(self.rows)

    def merge(self, first_row: int, first: int, last_row: int, last: int) -> None:
        """Merge cells; rows from 1, columns from 0."""
        letters = get_column_letter(first + 1), get_column_letter(last + 1)
        self.merged.append(f"{letters[0]}{first_row}:{letters[1]}{last_row}")

    def title(self, *texts: str, width: int = 6) -> None:
        for text in texts:
            row = self.add(text)
            self.merge(row, 0, row, width - 1)

    def fill(
        self, columns: Sequence[Column], people: Sequence[InventedElder], start: int = 1
    ) -> None:
        for number, person in enumerate(people, start=start):
            self.add(*(column.write(person, number) for column in columns))

    def know(self, columns: Sequence[Column]) -> None:
        self.truth = {at: column.truth for at, column in enumerate(columns)}
        self.formats = {at: c.shown_as for at, c in enumerate(columns) if c.shown_as}


@dataclass(slots=True)
class Untidy:
    """A finished untidy roll: the file, and everything that is true about it."""

    name: str
    pages: list[Page]
    known: list[Known]
    kind: str = "xlsx"
    encoding: str = "utf-8-sig"
    separator: str = ";"
    lines_of_nobody: int = 0

    def content(self) -> bytes:
        if self.kind == "csv":
            return self._as_csv()
        return self._as_ods() if self.kind == "ods" else self._as_xlsx()

    def _as_xlsx(self) -> bytes:
        book = openpyxl.Workbook()
        for at, page in enumerate(self.pages):
            sheet = book.worksheets[0] if at == 0 else book.create_sheet()
            sheet.title = page.name
            for row in page.rows:
                sheet.append([value if value is None or value != "" else None for value in row])
            for column, shown_as in page.formats.items():
                for row_number in range(1, len(page.rows) + 1):
                    sheet.cell(row_number, column + 1).number_format = shown_as
            for area in page.merged:
                sheet.merge_cells(area)
            for row_number in page.hidden_rows:
                sheet.row_dimensions[row_number].hidden = True
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()

    def _as_csv(self) -> bytes:
        target = io.StringIO()
        writer = csv.writer(target, delimiter=self.separator, lineterminator="\r\n")
        for row in self.pages[0].rows:
            writer.writerow(["" if value is None else value for value in row])
        text = target.getvalue()
        if self.encoding == "cp1258":
            text = _half_composed(text)
        return text.encode(self.encoding)

    def _as_ods(self) -> bytes:
        rows = "".join(
            "<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>"
            for row in self.pages[0].rows
        )
        name = escape(self.pages[0].name)
        body = f'<table:table table:name="{name}">{rows}</table:table>'
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
            archive.writestr("content.xml", _ODS_CONTENT.format(body=body))
        return target.getvalue()


_ODS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_CONTENT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    f'xmlns:office="{_ODS}:office:1.0" xmlns:table="{_ODS}:table:1.0" '
    f'xmlns:text="{_ODS}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
    "{body}</office:spreadsheet></office:body></office:document-content>"
)
_ODS_MANIFEST = (
    f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{_ODS}:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)


def _ods_cell(value: Value) -> str:
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        number = f'office:value-type="float" office:value="{value}"'
        return f"<table:table-cell {number}><text:p>{value}</text:p></table:table-cell>"
    text = f"<text:p>{escape(str(value))}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def _half_composed(text: str) -> str:
    """Write Vietnamese as Windows 1258 does: letters with hats, tones apart."""
    import unicodedata

    tones = "\u0300\u0301\u0303\u0309\u0323"
    result = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        mark = "".join(part for part in parts if part in tones)
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        result.append(base + mark)
    return "".join(result)
