"""Reading single cells of a roll: sexes, dates, units."""

import datetime as dt
import re

from bongca.core.dates import DateProblem, PartialDate, YearWindow, parse_partial_date
from bongca.core.text import fold, nfc
from bongca.core.workbooks.workbook import Cell
from bongca.rolls.rules.problems import Problem, notice, question

YOUNGEST, OLDEST = 40, 125
USUAL_LEAST_AGE = 55  # domain.md 3.1; younger ones exist from older charters
RARELY_REACHED = 110  # nearly always a slip of the pen
FIRST_ASSOCIATIONS = 1941
_DITTO = frozenset(
    {'"', "''", "nt", "-nt-", "- nt -", "nhu tren", "\u201d", "//", "-//-", "như trên"}
)
_SEX = {
    "nam": "m", "trai": "m", "ong": "m", "m": "m", "male": "m",
    "nu": "f", "gai": "f", "ba": "f", "f": "f", "female": "f",
}  # fmt: skip


def text_of(cell: Cell) -> str:
    """Give a cell as one line of clean text."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, dt.date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    return nfc(str(cell)).replace("\n", " ")


def is_ditto(text: str) -> bool:
    """Say whether a cell only repeats the one above it (nt, “, như trên)."""
    return text.lower() in _DITTO or fold(text) in _DITTO


def read_sex(cell: Cell) -> tuple[str, list[Problem]]:
    """Read nam or nữ; numbers and marks say nothing by themselves and are asked."""
    typed = text_of(cell).strip(" .")
    if not typed:
        return "", []
    sex = _SEX.get(fold(typed), "")
    if sex:
        return sex, []
    return "", [question("sex_unclear", f"Không rõ “{typed}” là nam hay nữ.", "sex", ("m", "f"))]


def is_marked(cell: Cell) -> bool:
    """Say whether a cell under Nam or Nữ is ticked."""
    text = fold(text_of(cell))
    return bool(text) and text not in {"0", "-", "false", "khong"}


def birth_window(today: dt.date) -> YearWindow:
    return YearWindow(today.year - OLDEST, today.year - YOUNGEST)


def read_birth(cell: Cell, today: dt.date) -> tuple[PartialDate | None, list[Problem]]:
    """Read a birth date of whatever precision; doubt becomes a question with its guesses."""
    if isinstance(cell, bool) or text_of(cell) in {"", "-", "0", "?"}:
        return None, [notice("birth_missing", "Chưa có ngày sinh, bổ sung sau.", "birth")]
    found = parse_partial_date(cell, today=today, window=birth_window(today))
    if isinstance(found, DateProblem):
        return None, [_asked(found, "birth", text_of(cell))]
    problems = []
    age = today.year - found.year
    if age > RARELY_REACHED:
        reason = f"Sinh {found.display()} thì năm nay {age} tuổi."
        return None, [question("birth_very_old", reason, "birth", (found.iso(),), text_of(cell))]
    if age < USUAL_LEAST_AGE:
        problems.append(notice("birth_young", f"Mới {age} tuổi theo năm sinh.", "birth"))
    if isinstance(cell, str) and not re.search(r"\d{4}", cell):
        reason = f"“{cell.strip()}” được hiểu là {found.display()}."
        problems.append(notice("birth_short_year", reason, "birth"))
    return found, problems


def _asked(found: DateProblem, field: str, typed: str) -> Problem:
    guesses = tuple(guess.iso() for guess in found.guesses)
    return question(found.code, found.sentence, field, guesses, typed)


def read_joined(cell: Cell, today: dt.date) -> tuple[PartialDate | None, list[Problem]]:
    """Read the date of joining the Hội."""
    if isinstance(cell, bool) or text_of(cell) in {"", "-", "0", "?"}:
        return None, []
    window = YearWindow(FIRST_ASSOCIATIONS, today.year)
    found = parse_partial_date(cell, today=today, window=window)
    if isinstance(found, DateProblem):
        problem = _asked(found, "joined", text_of(cell))
        return None, [
            question(problem.code, f"Ngày vào Hội: {problem.reason}", "joined", problem.guesses)
        ]
    return found, []


def group_name(text: str) -> str:
    """Give a tổ hội one name however it was written: 1, Tổ 1, tổ hội số 01."""
    match = re.match(
        r"^(?:t|th|to|nhom|phan hoi)?[\s.]*(?:hoi|nct)?[\s.]*(?:so)?[\s.]*0*(\d{1,2})([a-z]?)$",
        fold(text),
    )
    return f"Tổ {match[1]}{match[2].upper()}" if match else text
