"""Deadlines as they are said: the words are kept, the days they mean are found.

"quý IV", "trung tuần tháng 3", "6 tháng đầu năm", "trước ngày 15/3". Without a year the next such
time is meant that is not over yet.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bongca.core.text import fold

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# Thượng, trung, hạ tuần are ten days each; the last takes what is left of the month.
DECADES = {
    "thuong tuan": (1, 10),
    "dau": (1, 10),
    "trung tuan": (11, 20),
    "giua": (11, 20),
    "ha tuan": (21, 31),
    "cuoi": (21, 31),
}
_DECADE = "|".join(DECADES)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a deadline may mean; the last one is when it is over."""

    first: date
    last: date


def parse_due(said: str, today: date) -> Span | None:
    """Return the days these words mean, or None when they name none for certain."""
    plain = " ".join(fold(said).replace("-", "/").split()).strip(" .;,")
    for form, build in _FORMS:
        found = form.search(plain)
        if found:
            return _placed(build, found.groupdict(), today)
    return None


def _placed(
    build: Callable[[dict[str, str], int], Span | None], parts: dict[str, str], today: date
) -> Span | None:
    """Put the span into the year that was said, or into the first one where it is not over."""
    if parts.get("year"):
        return build(parts, int(parts["year"]))
    span = build(parts, today.year)
    return span if span is None or span.last >= today else build(parts, today.year + 1)


def _day(parts: dict[str, str], year: int) -> Span | None:
    try:
        day = date(year, int(parts["month"]), int(parts["day"]))
    except ValueError:
        return None
    return Span(day, day)


def _quarter(parts: dict[str, str], year: int) -> Span | None:
    said = parts["quarter"]
    number = ROMAN.get(said) or int(said)
    return _months(number * 3 - 2, number * 3, year)


def _part_of_month(parts: dict[str, str], year: int) -> Span | None:
    month = int(parts["month"])
    if not 1 <= month <= 12:
        return None
    first, last = DECADES[parts["part"]] if parts.get("part") else (1, 31)
    end = calendar.monthrange(year, month)[1]
    return Span(date(year, month, first), date(year, month, min(last, end)))


def _half(parts: dict[str, str], year: int) -> Span | None:
    return _months(1, 6, year) if parts["part"] == "dau" else _months(7, 12, year)


def _year(parts: dict[str, str], year: int) -> Span | None:
    whole = {"dau": (1, 3), "giua": (5, 7), "cuoi": (11, 12)}
    first, last = whole.get(parts.get("part") or "", (1, 12))
    return _months(first, last, year)


def _months(first: int, last: int, year: int) -> Span:
    return Span(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


_YEAR = r"(?:\s*(?:/|nam)\s*(?P<year>20\d\d))?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[dict[str, str], int], Span | None]], ...] = (
    (
        re.compile(
            r"\b(?P<day>\d{1,2})\s*/\s*(?P<month>\d{1,2})\s*(?:/\s*(?P<year>20\d\d))?\b"
        ),
        _day,
    ),
    (re.compile(rf"\bngay\s*(?P<day>\d{{1,2}})\s*thang\s*(?P<month>\d{{1,2}}){_YEAR}"), _day),
    (re.compile(rf"\bquy\s*(?P<quarter>iv|iii|ii|i|[1-4])\b{_YEAR}"), _quarter),
    (re.compile(r"\b(?:6|sau) thang (?P<part>dau|cuoi) nam(?:\s*(?P<year>20\d\d))?"), _half),
    (
        re.compile(rf"(?:\b(?P<part>{_DECADE})\s*)?\bthang\s*(?P<month>\d{{1,2}})\b{_YEAR}"),
        _part_of_month,
    ),
    (re.compile(r"\b(?P<part>dau|giua|cuoi) nam(?:\s*(?P<year>20\d\d))?"), _year),
    (re.compile(r"\bnam\s*(?P<year>20\d\d)\b"), _year),
)  # fmt: skip
