"""What the charter asks of who comes in. Plain Python."""

import calendar
import datetime as dt
from typing import Final

from bongca.org.rules import place_of

FULL_AGE: Final = 60
YOUNGEST: Final = 55


def needs_reason(age: int | None, *, is_regular: bool) -> bool:
    """Tell whether taking someone of this age in needs a reason: 55 to under 60 (domain.md 3.1)."""
    return is_regular and age is not None and YOUNGEST <= age < FULL_AGE


def sixtieth_birthday(year: int, month: int | None, day: int | None) -> dt.date:
    """Give the day on which somebody is sixty; the last it can be where the birth is not exact."""
    if month is None:
        return dt.date(year + FULL_AGE, 12, 31)
    last = calendar.monthrange(year + FULL_AGE, month)[1]
    return dt.date(year + FULL_AGE, month, min(day or last, last))


def unit_with_place(name: str, place: str) -> str:
    """Give a unit as told to strangers: "Hội NCT xã Nhã Nam, thành phố Bắc Ninh", each once."""
    rest = place.removeprefix(place_of(name)).removeprefix(", ")
    return f"{name}, {rest}" if rest else name
