"""What was read from a file, and the parent's side of the reading."""

import datetime as dt
import json
import signal
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from bongca.core.limited import run_limited
from bongca.core.workbooks.preflight import FileKind, inspect_file
from bongca.core.workbooks.refusals import FileRefused

WALL_SECONDS = 90
_CHILD = "bongca.core.workbooks.child"

Cell = str | int | float | bool | dt.date


@dataclass(frozen=True, slots=True)
class Line:
    """One filled row of a sheet, numbered as the officer sees it.

    `mark` is `marks.HIDDEN` or `marks.STRUCK` where a person sees the row differently.
    """

    number: int
    cells: tuple[Cell, ...]
    mark: str = ""

    def cell(self, column: int) -> Cell:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its filled lines and its merged ranges (row, column, last row, last column)."""

    name: str
    lines: tuple[Line, ...]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def width(self) -> int:
        return max((len(line.cells) for line in self.lines), default=0)


@dataclass(slots=True)
class _Draft:
    about: dict[str, Any]
    lines: list[Line] = field(default_factory=list)

    def sheet(self) -> Sheet:
        merged = tuple(tuple(area) for area in self.about["merged"])
        return Sheet(self.about["sheet"], tuple(self.lines), self.about["hidden"], merged)


def read_workbook(path: Path, *, wall_seconds: float = WALL_SECONDS) -> list[Sheet]:
    """Read a roll of any kind safely; raises FileRefused with the sentence for the officer."""
    kind = inspect_file(path)
    with tempfile.TemporaryFile() as output:
        code = _run_child(kind, path, output, wall_seconds)
        output.seek(0)
        sheets, ending = _collect(output)
    if ending is None:
        raise FileRefused(_reason_of_death(code))
    if ending != "read":
        raise FileRefused(ending)
    if not any(sheet.lines for sheet in sheets):
        raise FileRefused("no_rows")
    return sheets


def _run_child(kind: FileKind, path: Path, output: IO[bytes], wall_seconds: float) -> int:
    arguments = [kind.value, str(path.resolve())]
    return run_limited(_CHILD, arguments, output, wall_seconds=wall_seconds)


def _reason_of_death(code: int) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return "took_too_long"
    return "too_heavy" if code < 0 else "broken"


def _collect(output: Iterable[bytes]) -> tuple[list[Sheet], str | None]:
    drafts: list[_Draft] = []
    for raw in output:
        if not raw.endswith(b"\n"):
            break
        line = json.loads(raw)
        if isinstance(line, list):
            drafts[-1].lines.append(
                Line(line[0], tuple(_cell(value) for value in line[1]), line[2])
            )
        elif "end" in line:
            return [draft.sheet() for draft in drafts], str(line["end"])
        else:
            drafts.append(_Draft(line))
    return [], None


def _cell(value: Any) -> Cell:
    if isinstance(value, dict):
        return dt.date.fromisoformat(value["d"])
    return value  # type: ignore[no-any-return]  # JSON gives text, numbers and booleans
