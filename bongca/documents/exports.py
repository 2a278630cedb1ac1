"""A book as a spreadsheet, with the columns of domain.md 6.5; text is never a formula."""

import io
from collections.abc import Sequence

import xlsxwriter

from bongca.documents.models import NumberBook
from bongca.documents.queries.registers import BookRow, columns_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDTHS = (12, 14, 22, 44, 24, 30, 20, 12, 14, 24)


def book_workbook(book: NumberBook, rows: Sequence[BookRow]) -> bytes:
    """Return the book as a workbook, its cover in the first lines."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = workbook.add_format({"text_wrap": True, "valign": "top"})
        sheet = workbook.add_worksheet(f"Số {book.year}")
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.write_string(0, 0, f"{book.unit.name}: {book}", bold)
        columns = columns_of(book)
        for place, heading in enumerate(columns):
            sheet.set_column(place, place, WIDTHS[place])
            sheet.write_string(2, place, heading, bold)
        sheet.repeat_rows(2)
        for number, row in enumerate(rows, start=3):
            for place, text in enumerate(row.cells):
                sheet.write_string(number, place, text, plain)
    return target.getvalue()
