"""Reading single cells of a roll: names, sexes, dates, units."""

import datetime as dt
import re

from bongca.core.dates import DateProblem, PartialDate, YearWindow, parse_partial_date
from bongca.core.text import fold, nfc, title_name
from bongca.core.workbooks.workbook import Cell
from bongca.rolls.rules.problems import Problem, Weight, notice, question, unreadable

YOUNGEST, OLDEST = 40, 125
USUAL_LEAST_AGE = 55  # domain.md 3.1; younger ones exist from older charters
FIRST_ASSOCIATIONS = 1941
_TITLE = re.compile(r"^(?:cụ ông|cụ bà|cụ|bà|ông)[.:]?\s+(?=\S+\s+\S+)", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")
LONGEST_NAME = 120  # as the register holds it
_NAME_OK = re.compile(r"^[^\W\d_]+(?:[ '.\-]+[^\W\d_]+)*\.?$")
_DITTO = frozenset(
    {'"', "''", "nt", "-nt-", "- nt -", "nhu tren", "\u201d", "//", "-//-", "như trên"}
)
_SEX = {
    "nam": "m", "trai": "m", "ong": "m", "m": "m", "male": "m",
    "nu": "f", "gai": "f", "ba": "f", "f": "f", "female": "f",
}  # fmt: skip
_NOT_A_NAME = frozenset({"khong", "khong co", "trong", "chua co", "x"})


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


def read_name(cell: Cell) -> tuple[str, list[Problem]]:
    """Read a person's name; titles and by-names are set apart and said."""
    typed = text_of(cell)
    problems: list[Problem] = []
    name = typed.strip(" .,;:-*")
    other = _BRACKET.search(name)
    if other:
        name = nfc(_BRACKET.sub(" ", name))
        reason = f"Phần “{other.group(1)}” trong ngoặc đưa vào ghi chú."
        problems.append(Problem("name_bracket", Weight.NOTICE, reason, "name", other.groups()))
    title = _TITLE.match(name)
    if title and not _is_family_name(title.group().strip(" .:"), name):
        name = name[title.end() :]
        problems.append(notice("name_title", f"Đã bỏ chữ “{title.group().strip()}”.", "name"))
    if not name or fold(name) in _NOT_A_NAME or is_ditto(name):
        return "", [unreadable("name_missing", "Ô họ tên để trống.", "name")]
    name = title_name(name)
    if len(name) > LONGEST_NAME:
        reason = f"Ô họ tên dài quá {LONGEST_NAME} chữ cái, có thể không phải tên người."
        return name[:LONGEST_NAME], [unreadable("name_too_long", reason, "name")]
    if not _NAME_OK.match(name):
        return name, [
            *problems,
            question("name_odd", f"Họ tên “{typed}” có chữ lạ.", "name", (name,)),
        ]
    if " " not in name:
        reason = f"Họ tên chỉ có một chữ “{name}”."
        return name, [*problems, question("name_short", reason, "name", (name,))]
    return name, problems


_FAMILY_NAMES = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh "
    "truong dinh lam phung mai to ha ta cao chu luu quach kieu thai nong luong trieu dam tong "
    "than vi lo hua la ma than giap nghiem khuc mac thach kim son danh dieu"
)
_FAMILIES = frozenset(_FAMILY_NAMES.split())


def _is_family_name(title: str, name: str) -> bool:
    """Ông is also a family name: a title only where a family name follows and two more words."""
    words = fold(name).split()
    return fold(title) == "ong" and (len(words) <= 3 or words[1] not in _FAMILIES)


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
    if today.year - found.year < USUAL_LEAST_AGE:
        age = today.year - found.year
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
