"""Ages, and on which day a beginning or an end counts. Plain Python.

`queries.counting` says the same in SQL; a property test holds the two together.
"""

import datetime as dt
from typing import Final

from bongca.core.dates import PartialDate, age_by_year, full_age

FULL_AGE: Final = 60
YOUNGEST: Final = 55
ELDER: Final = 80
CENTENARIAN: Final = 100

# code, youngest, oldest
AGE_BANDS: Final[tuple[tuple[str, int, int], ...]] = (
    ("under_60", 0, 59),
    ("from_60_to_69", 60, 69),
    ("from_70_to_79", 70, 79),
    ("from_80_to_89", 80, 89),
    ("from_90_to_99", 90, 99),
    ("from_100", 100, 200),
)


def age_on(
    birth_year: int | None, birth_month: int | None, birth_day: int | None, on: dt.date
) -> int | None:
    """Give the age by which members are counted: the completed one when the whole birth date is
    known, else the year less the year of birth (domain.md, fact 4); None without a year."""
    if birth_year is None:
        return None
    if birth_day is None:
        return age_by_year(birth_year, on)
    return full_age(PartialDate(birth_year, birth_month, birth_day), on)


def band_of(age: int | None) -> str | None:
    """Give the code of the age band, or None when the age is not known."""
    if age is None:
        return None
    return next((code for code, low, high in AGE_BANDS if low <= age <= high), None)


def first_counted_day(
    joined: PartialDate | None, *, from_roll: bool, today: dt.date
) -> dt.date | None:
    """Give the first day of a membership as it counts, or None for "always before".

    An admission dated only by year or month counts on the day it is recorded (design.md 5,
    "Decided once"). A member taken over from a roll was one before: an inexact date counts on the
    last day it can mean, and no date means before anything we know.
    """
    if joined is not None and joined.day is not None:
        return joined.first_day
    if not from_roll:
        return today
    return min(joined.last_day, today) if joined is not None else None


def end_day(ended: PartialDate, today: dt.date) -> dt.date:
    """Give the first day on which someone no longer counts.

    An end dated only by year or month counts on the day it is recorded (design.md 5).
    """
    return ended.first_day if ended.day is not None else today


def start_before(start: dt.date | None, joined: PartialDate | None, end: dt.date) -> dt.date | None:
    """Give the start of a period that is to end on `end`.

    A start that is only the day of recording gives way to the earliest day it can mean. Raises
    ValueError when the period would still not have a single day.
    """
    if start is None or start < end:
        return start
    if joined is not None and joined.day is None and joined.first_day < end:
        return joined.first_day
    raise ValueError("a membership cannot end before it began")


def is_majority(in_favour: int, total: int) -> bool:
    """Tell whether more than half of all of them are for it (domain.md 3.3)."""
    return in_favour * 2 > total


def a_year_after(day: dt.date) -> dt.date:
    """Give the same day a year later: 1 March for 29 February."""
    if (day.month, day.day) == (2, 29):
        return dt.date(day.year + 1, 3, 1)
    return day.replace(year=day.year + 1)


def may_be_regular(age: int | None) -> bool:
    """Tell whether someone of this age can be admitted as a regular member (domain.md 3.1)."""
    return age is None or age >= YOUNGEST
