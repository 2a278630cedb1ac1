"""The child process that opens a roll: limited in memory, time and files, then it is gone.

Run as `python -m bongca.core.workbooks.child KIND PATH`; writes JSON lines to its output:
one object per sheet, one `[line, cells, mark]` per row, and a last object saying how it ended.
Only this module touches the reader of workbooks, and only after the limits are set.
"""

import datetime as dt
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bongca.core.limited import set_limits

MEMORY = 2 * 1024**3
CPU_SECONDS = 60
OUTPUT = 512 * 1024**2
MAX_ROWS = 100_000
MAX_SHEETS = 200
MAX_COLUMNS = 256
MAX_TEXT = 2_000

Line = dict[str, Any] | list[Any]


class TooManyRows(Exception):
    """The file holds more rows than any roll has."""


def plain_cell(value: object) -> object:
    """Turn one cell into JSON, keeping whether it was text, a number, a date or a tick."""
    if isinstance(value, str):
        return value[:MAX_TEXT]
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return str(value)
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, dt.datetime | dt.date):
        return {"d": value.isoformat()[:10]}
    return value if isinstance(value, int) else str(value)


def filled_rows(
    rows: Iterable[Iterable[object]], marks: Mapping[int, str] | None = None
) -> Iterator[list[Any]]:
    """Number the rows as the officer sees them, say how they are marked; leave out the blank."""
    marks = marks or {}
    for number, row in enumerate(rows, start=1):
        cells = [plain_cell(value) for value in row][:MAX_COLUMNS]
        while cells and (cells[-1] == "" or str(cells[-1]).isspace()):
            cells.pop()
        if cells:
            yield [number, cells, marks.get(number, "")]


def workbook_lines(path: Path) -> Iterator[Line]:
    """Read every sheet of an Excel or OpenDocument file."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    from bongca.core.workbooks.marks import marked_rows

    marks = marked_rows(path)
    with path.open("rb") as stream:
        workbook = load_workbook(stream)
        for about in workbook.sheets_metadata[:MAX_SHEETS]:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            hidden = about.visible != SheetVisibleEnum.Visible
            merged = [[*start, *end] for start, end in sheet.merged_cell_ranges or []]
            yield {"sheet": about.name, "hidden": hidden, "merged": merged}
            yield from filled_rows(sheet.iter_rows(), marks.get(about.name))


def csv_lines(path: Path) -> Iterator[Line]:
    """Read a text file with separators as one sheet."""
    from bongca.core.workbooks.separated import rows_of

    yield {"sheet": "", "hidden": False, "merged": []}
    yield from filled_rows(rows_of(path.read_bytes()))


def write_lines(lines: Iterable[Line]) -> None:
    count = 0
    for line in lines:
        if isinstance(line, list):
            count += 1
            if count > MAX_ROWS:
                raise TooManyRows
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


def main(kind: str, path: str) -> None:
    """Open one file under limits and say at the end how it went."""
    set_limits(memory=MEMORY, cpu_seconds=CPU_SECONDS, output=OUTPUT)
    ending: Line = {"end": "read"}
    try:
        write_lines(csv_lines(Path(path)) if kind == "csv" else workbook_lines(Path(path)))
    except TooManyRows:
        ending = {"end": "too_many_rows"}
    except MemoryError:
        ending = {"end": "too_heavy"}
    except Exception as error:  # whatever the reader says, the officer is told one thing
        ending = {"end": "password" if "password" in str(error).lower() else "broken"}
    sys.stdout.write(json.dumps(ending) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
