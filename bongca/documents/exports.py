"""A book as a spreadsheet, with the columns of domain.md 6.5; text is never a formula."""

import io
from collections.abc import Iterable, Sequence
from datetime import date

import xlsxwriter

from bongca.documents.models import NumberBook
from bongca.documents.queries.post import POST_COLUMNS, PostRow
from bongca.documents.queries.registers import BookRow, columns_of
from bongca.org.models import Unit

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (12, 14, 22, 44, 24, 30, 20, 12, 14, 24)


def book_workbook(book: NumberBook, rows: Sequence[BookRow]) -> bytes:
    """Return the book as a workbook, its cover in the first lines."""
    cover = f"{book.unit.name}: {book}"
    return _workbook(f"Số {book.year}", cover, columns_of(book), [row.cells for row in rows])


def post_workbook(unit: Unit, since: date, until: date, rows: Sequence[PostRow]) -> bytes:
    """Return the book of papers sent by post, to be signed and stamped beside each line."""
    cover = f"{unit.name}: Sổ gửi văn bản đi bưu điện, {since:%d/%m/%Y} đến {until:%d/%m/%Y}"
    return _workbook("Bưu điện", cover, POST_COLUMNS, [row.cells for row in rows])


def _workbook(
    name: str, cover: str, columns: Sequence[str], rows: Iterable[Sequence[str]]
) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = workbook.add_format({"text_wrap": True, "valign": "top"})
        sheet = workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, cover, bold)
        for place, heading in enumerate(columns):
            sheet.set_column(place, place, WIDTHS[place])
            sheet.write_string(2, place, heading, bold)
        sheet.repeat_rows(2)
        for number, row in enumerate(rows, start=3):
            for place, text in enumerate(row):
                sheet.write_string(number, place, text, plain)
    return target.getvalue()
