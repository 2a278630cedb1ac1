"""Reading the name of a person: what stands before and after it, and what is no name at all."""

import re

from bongca.core.text import fold, nfc, title_name
from bongca.core.workbooks.workbook import Cell
from bongca.rolls.ingest.cells import is_ditto, text_of
from bongca.rolls.rules.problems import Problem, Weight, notice, question, unreadable

LONGEST_NAME = 120  # as the register holds it
MANY_WORDS = 7  # of a name; the longest ones of one person have six
# Before a name: Ông, Bà, Cụ; shortened (Ô. B.); both at once, as on a form (Ông/Bà); đồng chí.
TITLE = re.compile(
    r"^(?:(?:ông\s*/\s*bà|bà\s*/\s*ông|ô\s*/\s*b|ông \(bà\)|cụ ông|cụ bà|ông|bà|cụ|bác|đồng chí"
    r"|đ\s*/\s*c)[.:]?\s+|[ôb]\.\s*)(?=\S+\s+\S+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,4}\s*[.):/\-]\s*(?=[^\W\d_])")
_BRACKET = re.compile(r"\s*[(\[]([^)\]]*)[)\]]\s*")
_NAME_OK = re.compile(r"^[^\W\d_]+(?:[ '.\-]+[^\W\d_]+)*\.?$")
_TWO = re.compile(r"\s[-–+&]\s|\s(?:và|va)\s|\s(?:vợ|chồng)\s", re.IGNORECASE)
_NOT_A_NAME = frozenset({"khong", "khong co", "trong", "chua co", "x"})
_FAMILY_NAMES = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh "
    "truong dinh lam phung mai to ha ta cao chu luu quach kieu thai nong luong trieu dam tong "
    "than vi lo hua la ma than giap nghiem khuc mac thach kim son danh dieu ban lang"
)
_FAMILIES = frozenset(_FAMILY_NAMES.split())


def begins_with_family(text: str) -> bool:
    """Say whether the first of several words is a common family name."""
    words = fold(TITLE.sub("", text)).split()
    return len(words) > 1 and words[0] in _FAMILIES


def read_name(cell: Cell) -> tuple[str, list[Problem]]:
    """Read a person's name; titles and by-names are set apart and said."""
    lines = cell.strip().splitlines() if isinstance(cell, str) else []
    typed = text_of(cell)
    problems: list[Problem] = []
    name = _NUMBERED.sub("", typed.strip(" .,;:-*"))
    other = _BRACKET.search(name)
    if other:
        name = nfc(_BRACKET.sub(" ", name))
        reason = f"Phần “{other.group(1)}” trong ngoặc đưa vào ghi chú."
        problems.append(Problem("name_bracket", Weight.NOTICE, reason, "name", other.groups()))
    title = TITLE.match(name)
    if title and not _is_family_name(title.group().strip(" .:"), name):
        name = name[title.end() :]
        problems.append(notice("name_title", f"Đã bỏ chữ “{title.group().strip()}”.", "name"))
    if not name or fold(name) in _NOT_A_NAME or is_ditto(name):
        return "", [unreadable("name_missing", "Ô họ tên để trống.", "name")]
    name = title_name(name)
    if len(name) > LONGEST_NAME:
        reason = f"Ô họ tên dài quá {LONGEST_NAME} chữ cái, có thể không phải tên người."
        return name[:LONGEST_NAME], [unreadable("name_too_long", reason, "name")]
    return name, problems + _doubts(name, typed, lines)


def _doubts(name: str, typed: str, lines: list[str]) -> list[Problem]:
    full = [line for line in lines if len(line.split()) > 1]
    if _TWO.search(name) or len(full) > 1 or len(name.split()) >= MANY_WORDS:
        reason = f"Ô họ tên ghi “{typed}”. Ô này có tên của hai người không?"
        return [question("name_two", reason, "name", (name,))]
    if not _NAME_OK.match(name):
        return [question("name_odd", f"Họ tên “{typed}” có chữ lạ.", "name", (name,))]
    if " " not in name:
        reason = f"Họ tên chỉ có một chữ “{name}”."
        return [question("name_short", reason, "name", (name,))]
    return []


def _is_family_name(title: str, name: str) -> bool:
    """Ông is also a family name: a title only where a family name follows and two more words."""
    words = fold(name).split()
    return fold(title) == "ong" and (len(words) <= 3 or words[1] not in _FAMILIES)
