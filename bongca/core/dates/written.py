"""Reading dates as people write them; what cannot be sure comes back as a question."""

import datetime as dt
import re
from dataclasses import dataclass

from bongca.core.dates.partial import PartialDate
from bongca.core.text import fold

MONTH_NAMES = ["Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"]
MONTH_NAMES += ["Mười một", "Mười hai"]

_EXCEL_EPOCH = dt.date(1899, 12, 30)
_UNKNOWN = r"(?:0{1,2}|[?x.…_\-]*)"
_NOISE = re.compile(r"^(?:sinh|sn|ns|ngay sinh|nam sinh)\b[\s:.]*|\s+0?0:00(?::00)?(?:\.0+)?$")
_SEPARATOR = r"\s*[/.\-,\\]\s*"
_LUNAR = re.compile(r"\b(am|al|am lich)\b")
_ABOUT = re.compile(r"^(?:khoang|chung|~|uoc)\s*|\s*\?+$")


@dataclass(frozen=True, slots=True)
class DateProblem:
    """Why a written date cannot be taken as it stands, and what it may have meant."""

    code: str
    sentence: str
    guesses: tuple[PartialDate, ...] = ()


@dataclass(frozen=True, slots=True)
class YearWindow:
    """The years that are plausible for one kind of date."""

    earliest: int
    latest: int

    @classmethod
    def until(cls, today: dt.date, years: int = 130) -> "YearWindow":
        return cls(today.year - years, today.year)

    def __contains__(self, year: int) -> bool:
        return self.earliest <= year <= self.latest

    def century_of(self, two_digits: int) -> list[int]:
        return [y for y in range(self.earliest, self.latest + 1) if y % 100 == two_digits]


def parse_partial_date(
    value: str | int | float | dt.date,
    *,
    today: dt.date,
    window: YearWindow | None = None,
) -> PartialDate | DateProblem:
    """Read a date of any usual form, or say in words what is wrong with it."""
    window = window or YearWindow.until(today)
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return _from_excel_date(value, today, window)
    if isinstance(value, int | float):
        return _from_number(value, today, window)
    return _from_text(value, today, window)


def _unreadable(text: str) -> DateProblem:
    return DateProblem("date_unreadable", f"Không đọc được ngày “{text}”.")


def _checked(
    year: int, month: int | None, day: int | None, today: dt.date, window: YearWindow
) -> PartialDate | DateProblem:
    """Build the date if it exists and is plausible."""
    if year < dt.MINYEAR:
        return DateProblem("year_out_of_range", "Không có năm 0.")
    if month is not None and not 1 <= month <= 12:
        return _no_such_month(year, month, day)
    if day is not None and month is not None:
        problem = _no_such_day(year, month, day)
        if problem:
            return problem
    found = PartialDate(year, month, day)
    if found.first_day > today:
        past = [y for y in (year - 100,) if y in window]
        return DateProblem(
            "date_in_future",
            f"{found.display()} chưa tới.",
            tuple(PartialDate(y, month, day) for y in past if _exists(y, month, day)),
        )
    if year not in window:
        return DateProblem("year_out_of_range", f"Năm {year} khó có thể đúng.")
    return found


def _exists(year: int, month: int | None, day: int | None) -> bool:
    try:
        PartialDate(year, month, day)
    except ValueError:
        return False
    return True


def _no_such_month(year: int, month: int, day: int | None) -> DateProblem:
    guesses = [PartialDate(year)]
    if day is not None and 1 <= day <= 12 and _exists(year, day, month):
        guesses.insert(0, PartialDate(year, day, month))
    return DateProblem("no_such_month", f"Không có tháng {month}.", tuple(guesses))


def _no_such_day(year: int, month: int, day: int) -> DateProblem | None:
    if _exists(year, month, day):
        return None
    name = MONTH_NAMES[month - 1]
    place = f"Tháng {name}"
    if month == 2 and day == 29:
        place = f"Tháng Hai năm {year}"
    return DateProblem("no_such_day", f"{place} không có ngày {day}.", (PartialDate(year),))


def _from_excel_date(
    value: dt.date, today: dt.date, window: YearWindow
) -> PartialDate | DateProblem:
    """Take a real date cell, but not a year that was typed into a cell made for dates."""
    serial = (value - _EXCEL_EPOCH).days
    if 1900 <= serial <= window.latest:
        shown = f"{value.day}/{value.month}/{value.year}"
        return DateProblem(
            "year_shown_as_date",
            f"Ô này hiện {shown}, có thể người nhập gõ năm {serial}.",
            (PartialDate(serial),),
        )
    return _checked(value.year, value.month, value.day, today, window)


def _from_number(
    value: int | float, today: dt.date, window: YearWindow
) -> PartialDate | DateProblem:
    whole = int(value) if value == value and abs(value) < 1e9 else 0
    if whole != value:
        return _month_typed_with_dot(value, window)
    if whole in window or 1000 <= whole < 2200:
        return _checked(whole, None, None, today, window)
    latest_serial = (dt.date(window.latest, 12, 31) - _EXCEL_EPOCH).days
    if 2200 <= whole <= latest_serial:
        day = _EXCEL_EPOCH + dt.timedelta(days=whole)
        return _checked(day.year, day.month, day.day, today, window)
    if whole >= 1_01_1000:
        return _from_run_of_digits(str(whole), today, window)
    return _two_digit_year(str(whole), window) if 0 <= whole < 100 else _unreadable(str(whole))


def _month_typed_with_dot(value: float, window: YearWindow) -> DateProblem:
    """A cell holding 5.1948 was meant as tháng 5/1948; Excel made it a number."""
    month, _, year = f"{value}".partition(".")
    year = year.ljust(4, "0")
    if month.isdigit() and year.isdigit() and 1 <= int(month) <= 12 and int(year) in window:
        guess = PartialDate(int(year), int(month))
        return DateProblem("date_as_number", f"Không rõ “{value}” là ngày nào.", (guess,))
    return _unreadable(f"{value}")


def _two_digit_year(text: str, window: YearWindow) -> PartialDate | DateProblem:
    years = window.century_of(int(text))
    if len(years) == 1 and len(text) == 2:
        return PartialDate(years[0])
    guesses = tuple(PartialDate(year) for year in years)
    return DateProblem("year_unclear", f"Không rõ “{text}” là năm nào.", guesses)


def _from_run_of_digits(
    digits: str, today: dt.date, window: YearWindow
) -> PartialDate | DateProblem:
    """Read 12051948; a run of seven lost a zero somewhere and is only a guess."""
    padded = digits.zfill(8)
    if len(padded) != 8:
        return _unreadable(digits)
    found = _checked(int(padded[4:]), int(padded[2:4]), int(padded[:2]), today, window)
    if isinstance(found, DateProblem):
        turned = _year_first(digits, today, window)
        return turned or (found if len(digits) == 8 else _unreadable(digits))
    if len(digits) == 8:
        return found
    return DateProblem("date_as_number", f"Không rõ “{digits}” là ngày nào.", (found,))


def _year_first(digits: str, today: dt.date, window: YearWindow) -> DateProblem | None:
    """Read 19480512 as 12/5/1948, where the other order makes no date; asked, never taken."""
    if len(digits) != 8:
        return None
    found = _checked(int(digits[:4]), int(digits[4:6]), int(digits[6:]), today, window)
    if isinstance(found, DateProblem):
        return None
    return DateProblem("date_as_number", f"Không rõ “{digits}” là ngày nào.", (found,))


def _year(text: str, window: YearWindow) -> int | DateProblem:
    if len(text) == 4:
        return int(text)
    if len(text) != 2:
        return DateProblem("year_unclear", f"Không rõ “{text}” là năm nào.")
    found = _two_digit_year(text, window)
    return found if isinstance(found, DateProblem) else found.year


def _dated(
    day: str | None, month: str | None, year: str, today: dt.date, window: YearWindow
) -> PartialDate | DateProblem:
    found = _year(year, window)
    if isinstance(found, DateProblem):
        return found
    known_month = int(month) if month and month.isdigit() and int(month) else None
    known_day = int(day) if known_month and day and day.isdigit() and int(day) else None
    return _checked(found, known_month, known_day, today, window)


_DAY = rf"(?P<day>\d{{1,2}}|{_UNKNOWN})"
_MONTH = rf"(?P<month>\d{{1,2}}|{_UNKNOWN})"
_YEAR = r"(?P<year>\d{2,4})"
_FORMS = [
    re.compile(form)
    for form in (
        rf"^{_DAY}{_SEPARATOR}{_MONTH}{_SEPARATOR}{_YEAR}$",
        rf"^(?:ngay\s*)?{_DAY}\s*thang\s*{_MONTH}\s*,?\s*nam\s*{_YEAR}$",
        r"^(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})$",
        rf"^(?:thang|t)?\s*{_MONTH}{_SEPARATOR}(?P<year>\d{{4}})$",
        r"^(?:thang|t)\s*(?P<month>\d{1,2})\s*,?\s*(?:nam)?\s*(?P<year>\d{4})$",
        r"^(?:nam|n)?\s*(?P<year>\d{4})\.?$",
        r"^(?:nam|')\s*(?P<year>\d{2})$",
        r"^(?P<year>\d{2})$",
    )
]


def _match_form(text: str) -> dict[str, str | None] | None:
    for form in _FORMS:
        match = form.match(text)
        if match:
            return match.groupdict()
    return None


def _from_text(text: str, today: dt.date, window: YearWindow) -> PartialDate | DateProblem:
    shown = " ".join(text.split())
    plain = _NOISE.sub("", fold(shown).lstrip("'\"`")).strip().rstrip(".;")
    if _LUNAR.search(plain):
        return _only_guessed("date_lunar", f"“{shown}” là ngày âm lịch.", plain, today, window)
    if _ABOUT.search(plain):
        rest = _ABOUT.sub("", plain)
        return _only_guessed("date_about", f"“{shown}” chưa chắc chắn.", rest, today, window)
    if re.fullmatch(r"\d{7,8}", plain):
        return _from_run_of_digits(plain, today, window)
    if re.fullmatch(r"\d{5}", plain):
        return _from_number(int(plain), today, window)
    parts = _match_form(plain)
    if parts is not None and parts["year"]:
        return _dated(parts.get("day"), parts.get("month"), parts["year"], today, window)
    repaired = _with_letters_as_digits(plain)
    if repaired != plain:
        return _only_guessed(
            "date_typo", f"Không đọc được ngày “{shown}”.", repaired, today, window
        )
    return _with_remark(shown, plain, today, window)


def _with_letters_as_digits(plain: str) -> str:
    """Turn o and l into 0 and 1 where everything else is digits and separators."""
    if re.fullmatch(r"[\dol/.\-\s]+", plain) and re.search(r"\d", plain):
        return plain.replace("o", "0").replace("l", "1").replace(" ", "")
    return plain


def _with_remark(
    shown: str, plain: str, today: dt.date, window: YearWindow
) -> PartialDate | DateProblem:
    """Take 1948 (Mậu Tý) as 1948; leave anything else unread."""
    match = re.match(r"^(?P<date>[\d/.\-\s]+)\([^\d()]*\)$", plain)
    if match:
        return _from_text(match["date"].strip(), today, window)
    return _only_guessed("date_unreadable", f"Không đọc được ngày “{shown}”.", plain, today, window)


def _only_guessed(
    code: str, sentence: str, text: str, today: dt.date, window: YearWindow
) -> DateProblem:
    """Offer what can be guessed from a text that must not be taken by itself."""
    parts = _match_form(text.strip())
    guess: PartialDate | DateProblem | None = None
    if parts is not None and parts["year"]:
        guess = _dated(parts.get("day"), parts.get("month"), parts["year"], today, window)
    if not isinstance(guess, PartialDate) or code == "date_lunar":
        years = {int(year) for year in re.findall(r"(?<!\d)\d{4}(?!\d)", text)}
        plausible = [PartialDate(year) for year in years if year in window]
        guess = plausible[0] if len(plausible) == 1 else None
    return DateProblem(code, sentence, (guess,) if guess else ())
