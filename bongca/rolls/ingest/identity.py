"""Citizen IDs and telephone numbers as they come out of a roll, mostly without their zeros."""

import re
from dataclasses import dataclass

from bongca.core.workbooks.workbook import Cell
from bongca.people.rules import NumberProblem, number_problems
from bongca.rolls.rules.problems import Problem, Weight, notice, question

# The eleven-digit mobile numbers of before 2018 and what became of their first four digits.
_OLD_MOBILE = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078",
    "0123": "083", "0124": "084", "0125": "085", "0127": "081", "0129": "082",
    "0162": "032", "0163": "033", "0164": "034", "0165": "035", "0166": "036",
    "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
}  # fmt: skip
_CLUTTER = re.compile(r"[\s.,\-–'’()]|^(?:số|cccd|cmnd|cmt|đt|sđt|tel)\s*:?", re.IGNORECASE)
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """What else the row says, to hold a number against."""

    sex: str = ""
    birth_year: int | None = None


def digits_of(cell: Cell) -> str:
    """Give the bare text of a number cell, without the spaces and dots people put in."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return _CLUTTER.sub("", str(cell).strip()).strip()


def mismatches(number: str, person: KnownPerson) -> list[str]:
    """List what in a twelve-digit number disagrees with the row (domain.md 9.2)."""
    problems = number_problems(number, sex=person.sex, birth_year=person.birth_year)
    born = 1900 + 100 * (int(number[3]) // 2) + int(number[4:6])
    said = {
        NumberProblem.PROVINCE: f"ba số đầu {number[:3]} không phải mã tỉnh nào",
        NumberProblem.CENTURY: f"số ghi năm sinh {born}, danh sách ghi {person.birth_year}",
        NumberProblem.BIRTH_YEAR: f"số ghi năm sinh {born}, danh sách ghi {person.birth_year}",
        NumberProblem.SEX: "số ghi "
        + ("nữ, danh sách ghi nam" if person.sex == "m" else "nam, danh sách ghi nữ"),
    }
    return [said[problem] for problem in problems]


def read_citizen_id(cell: Cell, person: KnownPerson) -> tuple[str, list[Problem]]:
    """Read a citizen ID or an old ID number; a lost zero is put back only where all agrees."""
    number = digits_of(cell)
    if not number:
        return "", []
    if not (number.isascii() and number.isdigit()):
        return "", [question("id_not_digits", _wrong(number), "citizen_id")]
    if len(number) == 12:
        odd = mismatches(number, person)
        if odd:
            return number, [notice("id_differs", f"Số định danh: {'; '.join(odd)}.", "citizen_id")]
        return number, []
    if len(number) == 9:
        return number, []
    return _with_zeros(number, cell, person)


def _wrong(number: str) -> str:
    return f"Số định danh “{number}” không đọc được. Số đúng có 12 chữ số."


def _with_zeros(number: str, cell: Cell, person: KnownPerson) -> tuple[str, list[Problem]]:
    length = len(number)
    full = number.zfill(12 if length in (10, 11) else 9)
    if length not in (8, 10, 11):
        reason = f"Số định danh có {length} chữ số. Số đúng phải có 12 chữ số."
        return "", [question("id_length", reason, "citizen_id")]
    as_number = not isinstance(cell, str)
    if length != 8 and as_number and person.birth_year and not mismatches(full, person):
        reason = "Đã thêm số 0 ở đầu số định danh mà Excel làm mất."
        return full, [notice("id_zero_added", reason, "citizen_id")]
    right = "9 chữ số (CMND)" if length == 8 else "12 chữ số"
    reason = f"Số định danh có {length} chữ số. Số đúng phải có {right}. Excel hay làm mất số 0."
    return "", [question("id_lost_zero", reason, "citizen_id", (full,))]


def read_phone(cell: Cell) -> tuple[str, list[Problem]]:
    """Read one telephone number; a lost zero is put back, an old mobile number renewed."""
    parts = [part for part in re.split(r"[/;,\n]| - |\bhoặc\b", str(cell)) if part.strip()]
    if isinstance(cell, int | float) or len(parts) <= 1:
        return _one_phone(digits_of(cell))
    readings = [_one_phone(digits_of(part)) for part in parts]
    good = [phone for phone, _ in readings if phone]
    if len(good) == len(parts):
        rest = ", ".join(good[1:])
        reason = f"Có {len(good)} số điện thoại. Ghi số đầu, số {rest} đưa vào ghi chú."
        return good[0], [Problem("phone_several", Weight.NOTICE, reason, "phone", (rest,))]
    return _one_phone(digits_of(cell))


def _one_phone(digits: str) -> tuple[str, list[Problem]]:
    if not digits or set(digits) <= {"0"}:
        return "", []
    number = re.sub(r"^\+?84(?=\d{9}$)", "0", digits)
    added = False
    if re.fullmatch(r"[35789]\d{8}|1[2689]\d{8}|2\d{9}", number):
        number, added = f"0{number}", True
    if number[:4] in _OLD_MOBILE and len(number) == 11:
        renewed = _OLD_MOBILE[number[:4]] + number[4:]
        reason = f"Số cũ {number} nay là {renewed}."
        return renewed, [notice("phone_renewed", reason, "phone")]
    if not (_MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number)):
        reason = f"Số điện thoại “{digits}” không đúng, để trống."
        return "", [notice("phone_wrong", reason, "phone")]
    if added:
        return number, [notice("phone_zero_added", "Đã thêm số 0 đầu số điện thoại.", "phone")]
    return number, []
