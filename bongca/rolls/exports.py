"""The lines that were not written, as an Excel file to mend and bring again."""

import io
import json
from collections import defaultdict
from typing import Any
from urllib.parse import quote

import xlsxwriter

from bongca.core import crypto
from bongca.core.actor import Actor
from bongca.rolls.enums import LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.policies import visible_lines
from bongca.rolls.queries.columns import found_in
from bongca.rolls.rules.fields import REASON_HEADING

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LEFT = (LineState.ASK, LineState.UNREADABLE, LineState.NEW)
NOBODYS = {"total_line"}
PLACES = (("branch", "Chi hội"), ("group", "Tổ hội"))


def rest_name(batch: RollBatch) -> str:
    """The name of the file, safe for a header."""
    stem = batch.file_name.rpartition(".")[0] or batch.file_name
    return quote(f"{stem} - các dòng chưa ghi.xlsx", safe="")


def rest_of(actor: Actor, batch: RollBatch) -> bytes:
    """Write the lines left behind, each list on a sheet with its own head and the reasons."""
    tables = {table["number"]: table for table in found_in(batch)["tables"]}
    waiting = visible_lines(actor, batch).filter(state__in=LEFT).order_by("ordinal")
    lists: dict[int, list[RollLine]] = defaultdict(list)
    for line in waiting.iterator(2000):
        if not {problem["code"] for problem in line.problems} & NOBODYS:
            lists[line.table].append(line)
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        for number, lines in lists.items():
            _write_list(book, tables.get(number, {"headings": [], "sheet": ""}), lines, number)
        if not lists:
            book.add_worksheet("Không còn dòng nào")
    return target.getvalue()


def _write_list(
    book: xlsxwriter.Workbook, table: dict[str, Any], lines: list[RollLine], number: int
) -> None:
    sheet = book.add_worksheet(f"Trang {number + 1}")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    headings = list(table["headings"])
    missing = _missing_places(headings, lines)
    head = [*headings, *(label for _, label in missing), REASON_HEADING]
    for column, heading in enumerate(head):
        sheet.write_string(0, column, heading, bold)
    for row, line in enumerate(lines, start=1):
        sealed = json.loads(crypto.decrypt(line.sealed)) if line.sealed else {"raw": []}
        cells = [*sealed["raw"][: len(headings)]]
        cells += [""] * (len(headings) - len(cells))
        cells += [line.values.get(name, "") for name, _ in missing]
        cells.append(_reasons(line))
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, str(cell), wrapped)
    sheet.set_column(0, len(head) - 2, 18)
    sheet.set_column(len(head) - 1, len(head) - 1, 60)
    sheet.freeze_panes(1, 0)


def _missing_places(headings: list[str], lines: list[RollLine]) -> list[tuple[str, str]]:
    """A place that stood above the lines, not in a column, becomes a column of its own."""
    found = []
    for name, label in PLACES:
        is_column = any(label.lower() in heading.lower() for heading in headings)
        if not is_column and any(line.values.get(name) for line in lines):
            found.append((name, label))
    return found


def _reasons(line: RollLine) -> str:
    reasons = [problem["reason"] for problem in line.problems if problem["weight"] != "notice"]
    if line.target_id is None and line.state == LineState.ASK:
        reasons.append("Chưa rõ chi hội nào.")
    return f"Dòng {line.line}: " + " ".join(reasons)
