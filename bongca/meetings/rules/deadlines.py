"""Days, months, quarters and looser times as they are said, and the days they span.

A ten-day part of a month (tuần) is the 1st to 10th, 11th to 20th, 21st to the end; "đầu, giữa,
cuối tháng" are read alike. A year that is not said is that of the text's own day.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from bongca.meetings.rules.spans import Span, longest

_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TENS: Final = {
    "thượng tuần": 0, "đầu": 0, "trung tuần": 1, "giữa": 1, "hạ tuần": 2, "cuối": 2,
}  # fmt: skip
_YEAR = r"(?:\s*(?:/|-|,?\s*năm)\s*(?P<y>(?:19|20)\d\d))?"
_MONTH = r"(?P<m>1[0-2]|0?[1-9])(?!\d|[.,]\d|/\d{1,2}(?!\d))"
_UNTIL = re.compile(
    r"(trước|chậm nhất(?: là)?|muộn nhất(?: là)?|không quá|đến hết|đến|hạn cuối(?: là)?|xong trong)"
    r"\s+(?:hết\s+)?$",
    re.IGNORECASE,
)

_BEHIND = re.compile(r"\bqua$|\bngay từ đầu năm$", re.IGNORECASE)
_TERM_OF_OFFICE = re.compile(r"giai đoạn|nhiệm kỳ|các năm", re.IGNORECASE)
_INTO_A_YEAR = re.compile(r"(?:^|[.;:!?\n“\"-]|\b(?:trong|vào|hết|đến|ngay))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """The first and last day of what was said; both None for a time without days."""

    first: date | None
    last: date | None


def _month(year: int, month: int) -> Time:
    return Time(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _year_of(found: re.Match[str], said_on: date | None) -> int | None:
    written = found.groupdict().get("y")
    if written:
        return int(written)
    return said_on.year if said_on else None


def _day(found: re.Match[str], said_on: date | None) -> Time:
    year = _year_of(found, said_on)
    if year is None:
        return Time(None, None)
    try:
        day = date(year, int(found["m"]), int(found["d"]))
    except ValueError:
        return Time(None, None)
    return Time(day, day)


def _tens(found: re.Match[str], said_on: date | None) -> Time:
    year, month = _year_of(found, said_on), _said_month(found, said_on)
    if year is None or month is None:
        return Time(None, None)
    part = _TENS[" ".join(found["part"].lower().split())]
    whole = _month(year, month)
    assert whole.last is not None
    last = whole.last if part == 2 else date(year, month, 10 + 10 * part)
    return Time(date(year, month, 1 + 10 * part), last)


def _said_month(found: re.Match[str], said_on: date | None) -> int | None:
    written = found.groupdict().get("m")
    if written:
        return int(written)
    return said_on.month if said_on else None


def _whole_month(found: re.Match[str], said_on: date | None) -> Time:
    year = _year_of(found, said_on)
    return _month(year, int(found["m"])) if year else Time(None, None)


def _quarter(found: re.Match[str], said_on: date | None) -> Time:
    year = _year_of(found, said_on)
    if year is None:
        return Time(None, None)
    last = 3 * _QUARTERS[found["q"].lower()]
    return Time(date(year, last - 2, 1), _month(year, last).last)


def _half(found: re.Match[str], said_on: date | None) -> Time:
    year, months = _year_of(found, said_on), int(found["n"])
    if year is None or not 0 < months < 12:
        return Time(None, None)
    if found["part"].lower() == "đầu":
        return Time(date(year, 1, 1), _month(year, months).last)
    return Time(date(year, 13 - months, 1), date(year, 12, 31))


def _from_now(found: re.Match[str], said_on: date | None) -> Time:
    year = _year_of(found, said_on)
    return Time(said_on, date(year, 12, 31)) if year else Time(None, None)


def _part_of_year(found: re.Match[str], said_on: date | None) -> Time:
    """The first quarter for "đầu năm", the last for "cuối năm"."""
    year = _year_of(found, said_on)
    if year is None:
        return Time(None, None)
    if found["part"].lower() == "đầu":
        return Time(date(year, 1, 1), date(year, 3, 31))
    return Time(date(year, 10, 1), date(year, 12, 31))


def _whole_year(found: re.Match[str], said_on: date | None) -> Time:
    year = int(found["y"])
    return Time(date(year, 1, 1), date(year, 12, 31))


def _years(found: re.Match[str], said_on: date | None) -> Time:
    return Time(date(int(found["y1"]), 1, 1), date(int(found["y2"]), 12, 31))


def _within(found: re.Match[str], said_on: date | None) -> Time:
    if said_on is None:
        return Time(None, None)
    step = {"ngày": 1, "tuần": 7, "tháng": 30}[found["u"].lower()]
    return Time(said_on, said_on + timedelta(days=step * int(found["n"])))


def _loose(found: re.Match[str], said_on: date | None) -> Time:
    return Time(None, None)


_Reader = Callable[[re.Match[str], date | None], Time]
_FORMS: Final[tuple[tuple[re.Pattern[str], _Reader], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), reader)
    for pattern, reader in (
        (rf"\b(?P<part>thượng tuần|trung tuần|hạ tuần|đầu|giữa|cuối)\s+tháng\s+{_MONTH}{_YEAR}",
         _tens),
        (r"\b(?:ngày\s+)?(?P<d>0?[1-9]|[12]\d|3[01])\s+tháng\s+(?P<m>0?[1-9]|1[0-2])(?!\d)"
         r"(?:\s*,?\s*(?:năm\s+|/)(?P<y>(?:19|20)\d\d))?", _day),
        (r"(?<![\d/.-])(?:ngày\s+)?(?P<d>0?[1-9]|[12]\d|3[01])\s?([/.-])\s?(?P<m>0?[1-9]|1[0-2])"
         r"\s?\2\s?(?P<y>(?:19|20)\d\d)(?![\d/])", _day),
        (r"\b(?:ngày|sáng|chiều|tối|trưa|hôm|đến|trước)\s+(?P<d>0?[1-9]|[12]\d|3[01])"
         r"/(?P<m>0?[1-9]|1[0-2])(?![\d/])", _day),
        (rf"\bquý\s+(?P<q>IV|III|II|I|[1-4])(?!\w){_YEAR}", _quarter),
        (r"\b(?P<n>\d{1,2})\s+tháng\s+(?P<part>đầu|cuối)\s+năm(?:\s+(?P<y>(?:19|20)\d\d))?",
         _half),
        (r"\btừ nay (?:cho )?đến (?:cuối|hết) năm(?:\s+(?P<y>(?:19|20)\d\d))?", _from_now),
        (rf"\b(?:trong\s+)?tháng\s+{_MONTH}{_YEAR}", _whole_month),
        (r"\b(?P<part>đầu|cuối)\s+năm(?:\s+(?P<y>(?:19|20)\d\d))?", _part_of_year),
        (r"\b(?:giai đoạn|nhiệm kỳ|các năm)\s+(?P<y1>(?:19|20)\d\d)\s*[-–—]\s*"
         r"(?P<y2>(?:19|20)\d\d)", _years),
        (r"\btrong (?:vòng |thời hạn )?(?P<n>\d{1,3})\s+(?P<u>ngày|tuần|tháng)(?!\s+(?:đầu|cuối))",
         _within),
        (r"\bnăm\s+(?P<y>(?:19|20)\d\d)(?!\s*[-–]\s*\d)", _whole_year),
        (r"\b(?:trong )?thời gian (?:sắp )?tới\b|\bhàng năm\b|\bhằng năm\b|\bhàng quý\b"
         r"|\bhằng quý\b|\bhàng tháng\b|\bhằng tháng\b|\btrong năm qua\b|\btrong những năm qua\b"
         r"|\btrong thời gian qua\b|\bngay từ đầu năm\b", _loose),
    )
)  # fmt: skip


def times_in(text: str, said_on: date | None) -> list[Span]:
    """Return the times said in a text, each with its first and last day in ISO form or None."""
    return longest(_found(text, said_on))


def _found(text: str, said_on: date | None) -> Iterator[Span]:
    for pattern, reader in _FORMS:
        for match in pattern.finditer(text):
            time = reader(match, said_on)
            start, first, last = match.start(), time.first, time.last
            until = _UNTIL.search(text[max(0, start - 20) : start])
            if until and last is not None and said_on is not None:
                before = until[1].lower() == "trước"
                last = (first or last) - timedelta(days=1) if before else last
                first = min(said_on, last)
            start = max(0, start - 20) + until.start() if until and last is not None else start
            yield Span(
                start,
                match.end(),
                text[start : match.end()],
                {"from": first.isoformat() if first else None,
                 "to": last.isoformat() if last else None},
            )  # fmt: skip


def lies_ahead(text: str, time: Span, said_on: date | None) -> bool:
    """A deadline lies after the day the words were said; "kế hoạch năm 2023" is none."""
    if _BEHIND.search(time.words) or _TERM_OF_OFFICE.match(time.words):
        return False
    before = text[max(0, time.start - 30) : time.start].rstrip(" ")
    if re.match(r"năm", time.words, re.IGNORECASE) and not _INTO_A_YEAR.search(before):
        return False
    last = time.meaning["to"]
    return last is None or said_on is None or last > said_on.isoformat()


def span_of(said: str, said_on: date | None) -> Time:
    """Return the days that a deadline as said spans, of the last time it names."""
    found = [one for one in times_in(said, said_on) if one.meaning["to"]]
    if not found:
        return Time(None, None)
    meaning = found[-1].meaning
    first = meaning["from"]
    return Time(date.fromisoformat(first) if first else None, date.fromisoformat(meaning["to"]))
