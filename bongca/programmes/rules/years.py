"""A yearly task carried over to the next year: its days and the year in its words."""

import re
from datetime import date


def next_year(day: date | None) -> date | None:
    """Return the same day a year on; 29/2 becomes 28/2."""
    if day is None:
        return None
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + 1, day.month, 28 if is_leap_day else day.day)


def with_next_year(words: str, year: int) -> str:
    """Return the words with this very year, standing alone, replaced by the next one."""
    return re.sub(rf"(?<!\d){year}(?!\d)", str(year + 1), words)
