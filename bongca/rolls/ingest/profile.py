"""What the cells of one column look like, whatever its heading says."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bongca.core.dates import DateProblem, YearWindow, parse_partial_date
from bongca.core.text import fold, nfc
from bongca.core.workbooks.workbook import Cell
from bongca.rolls.ingest.names import TITLE, begins_with_family
from bongca.rolls.rules.fields import Field

SAMPLE = 2_000
ENOUGH = 0.6
_NAME = re.compile(r"^[^\W\d_]+(?:[ '.\-()]+[^\W\d_]+){1,6}\)?$")
_ONE_WORD = re.compile(r"^[^\W\d_]{1,8}$")
_SEXES = frozenset({"nam", "nu", "trai", "gai", "ong", "ba", "m", "f"})
_MARKS = frozenset({"x", "v", "1", "+", "co", "*", "✓", "√"})
_UNIT = re.compile(
    r"^(?:to|t|th|nhom|phan hoi)[\s.]*(?:hoi)?[\s.]*(?:so)?[\s.]*\d{1,2}[a-z]?$|^\d{1,2}$"
)
_PLACE = re.compile(r"\b(?:chi hoi|thon|xom|ap|ban|khu|to|tdp|khoi|buon|lang|so nha|duong|ngo)\b")
_BEGINS_A_PLACE = re.compile(
    r"(?:chi hội|thôn|xóm|ấp|bản|khu|tổ|tdp|khối|buôn|làng|số nhà|đường|ngõ|khóm)\b"
)
_DIGITS = re.compile(r"[\s.\-']")


@dataclass(frozen=True, slots=True)
class Profile:
    """How many cells of a column could be what."""

    filled: int
    of_lines: int
    kinds: Counter[str]
    years: tuple[int, ...]
    distinct: int

    def share(self, *kinds: str) -> float:
        return sum(self.kinds[kind] for kind in kinds) / self.filled if self.filled else 0.0

    @property
    def middle_year(self) -> int | None:
        return sorted(self.years)[len(self.years) // 2] if self.years else None


def _number_kind(digits: str) -> str | None:
    """Tell citizen IDs from telephone numbers, also where Excel ate their first zeros."""
    match len(digits):
        case 12:
            return "id"
        case 11:
            return "phone" if digits[0] == "0" else "id"
        case 10 if digits[0] == "0":
            return "phone"
        case 10:
            return "id" if digits[0] in "12468" and digits[1] in "01" else "phone"
        case 9 if digits[0] == "3":
            return "nine"
        case 9:
            return "phone" if digits[0] in "5789" else "old_id"
    return None


def _text_kind(text: str) -> str:
    plain = fold(text)
    if plain in _SEXES:
        return "sex"
    if plain in _MARKS or text in _MARKS:
        return "mark"
    if _UNIT.match(plain):
        return "unit"
    digits = _DIGITS.sub("", plain)
    if digits.lstrip("+").isdigit():
        return _number_kind(digits.lstrip("+")) or "text"
    is_name = _NAME.match(TITLE.sub("", text)) is not None
    # Ngô, Dương, Bàn and Lang are families; without their marks they read as ngõ, đường, bản, làng.
    if is_name and begins_with_family(text) and not _BEGINS_A_PLACE.match(text.lower()):
        return "name"
    if _PLACE.search(plain):
        return "place"
    if is_name:
        return "name"
    return "word" if _ONE_WORD.match(text) else "text"


def kinds_of(cell: Cell, today: dt.date) -> tuple[str, int | None]:
    """Say what one cell looks like, and its year when it is a date."""
    if isinstance(cell, bool):
        return "mark", None
    if isinstance(cell, int | float) and not (isinstance(cell, float) and cell % 1):
        kind = _number_kind(str(int(cell)))
        if kind:
            return kind, None
        if 0 <= cell < 100:
            return ("mark" if cell == 1 else "unit"), None
    text = nfc(str(cell)) if isinstance(cell, str) else ""
    if isinstance(cell, str):
        kind = _text_kind(text)
        if kind not in {"text", "unit"} or not re.search(r"\d{2}", text):
            return kind, None
    window = YearWindow.until(today)
    found = parse_partial_date(cell, today=today, window=window)
    if isinstance(found, DateProblem):
        if found.guesses:
            return "date", found.guesses[0].year
        return ("text" if isinstance(cell, str) else "number"), None
    if isinstance(cell, str) and re.fullmatch(r"\d{1,2}", text):
        return "unit", None
    return ("year" if found.month is None else "date"), found.year


def profile_of(cells: Iterable[Cell], today: dt.date) -> Profile:
    """Count what the cells of one column look like."""
    kinds: Counter[str] = Counter()
    years: list[int] = []
    seen: set[str] = set()
    filled = total = 0
    for cell in cells:
        total += 1
        if str(cell).strip() in {"", "-", "–", "0"}:
            continue
        filled += 1
        kind, year = kinds_of(cell, today)
        kinds[kind] += 1
        seen.add(str(cell))
        if year is not None:
            years.append(year)
    return Profile(filled, total, kinds, tuple(years), len(seen))


def _looks_born(profile: Profile, today: dt.date) -> bool:
    middle = profile.middle_year
    dated = profile.share("year", "date") >= ENOUGH
    return dated and middle is not None and today.year - 110 <= middle <= today.year - 45


def _looks_joined(profile: Profile, today: dt.date) -> bool:
    middle = profile.middle_year
    dated = profile.share("year", "date") >= ENOUGH
    return dated and middle is not None and 1980 <= middle <= today.year


_KINDS_OF_FIELD = {
    Field.NAME: {"name"},
    Field.FAMILY_MIDDLE: {"name", "word"},
    Field.GIVEN: {"word", "sex", "mark"},
    Field.BIRTH_DAY: {"unit", "mark"},
    Field.BIRTH_MONTH: {"unit", "mark"},
    Field.SEX: {"sex"},
    Field.MALE_MARK: {"mark", "sex"},
    Field.FEMALE_MARK: {"mark", "sex"},
    Field.CITIZEN_ID: {"id", "old_id", "nine"},
    Field.PHONE: {"phone", "nine"},
    Field.GROUP: {"unit", "place", "mark", "word", "name"},
    Field.BRANCH: {"place", "name", "word", "text", "unit", "mark"},
    Field.HAMLET: {"place", "name", "word", "text", "unit", "mark"},
    Field.ADDRESS: {"place", "name", "word", "text", "unit", "mark"},
}
_BORN = {Field.BIRTH, Field.BIRTH_MALE, Field.BIRTH_FEMALE, Field.BIRTH_YEAR}


def supports(field: Field, profile: Profile, today: dt.date) -> bool | None:
    """Say whether the cells could be this field; None when there is nothing to judge by."""
    if not profile.filled:
        return None
    if field in _BORN:
        return _looks_born(profile, today)
    if field == Field.JOINED:
        return _looks_joined(profile, today)
    kinds = _KINDS_OF_FIELD.get(field)
    return profile.share(*kinds) >= ENOUGH if kinds else None


def strong_kinds(profile: Profile, today: dt.date) -> list[Field]:
    """Say which useful fields a column without a telling heading may be."""
    if profile.filled < 1 or profile.filled < profile.of_lines * 0.15:
        return []
    found: list[Field] = []
    if profile.share("name") >= ENOUGH and profile.distinct > profile.filled * 0.6:
        found.append(Field.NAME)
    if profile.share("sex") >= ENOUGH:
        found.append(Field.SEX)
    if profile.share("id", "old_id", "nine") >= ENOUGH:
        found.append(Field.CITIZEN_ID)
    if profile.share("phone", "nine") >= ENOUGH:
        found.append(Field.PHONE)
    if _looks_born(profile, today):
        found.append(Field.BIRTH)
    if _looks_joined(profile, today):
        found.append(Field.JOINED)
    return found
