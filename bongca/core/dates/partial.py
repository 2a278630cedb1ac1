"""Dates as people know them: a day, only a month, or only a year; and the two ages."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which the day, or the day and the month, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("A day without a month is not a date.")
        dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.month is None else Precision.MONTH

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def display(self) -> str:
        """Write the date as officers do: 12/5/1948, tháng 5/1948, 1948."""
        if self.month is None:
            return str(self.year)
        if self.day is None:
            return f"tháng {self.month}/{self.year}"
        return f"{self.day}/{self.month}/{self.year}"

    def iso(self) -> str:
        """Write the date as far as it is known: 1948-05-12, 1948-05, 1948."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @classmethod
    def from_iso(cls, text: str) -> "PartialDate":
        """Read what iso() wrote; raises ValueError on anything else."""
        return cls(*(int(part) for part in text.split("-")))

    @classmethod
    def of(cls, day: dt.date, precision: Precision = Precision.DAY) -> "PartialDate":
        """Keep of a full date only what is known."""
        if precision == Precision.YEAR:
            return cls(day.year)
        return cls(day.year, day.month, day.day if precision == Precision.DAY else None)


def age_by_year(birth_year: int, on: dt.date) -> int:
    """Give the age for mừng thọ: the year less the year of birth (domain.md 4.1)."""
    return on.year - birth_year


def full_age(birth: PartialDate, on: dt.date) -> int:
    """Give the age surely completed, as allowances count it by full date (domain.md 4.2).

    Where the day is not known the latest possible birthday is taken, so nobody is
    said to have reached an age that is not certain.
    """
    latest = birth.last_day
    return on.year - latest.year - ((on.month, on.day) < (latest.month, latest.day))


def full_age_at_most(birth: PartialDate, on: dt.date) -> int:
    """Give the greatest completed age that the known part of the birth date allows."""
    earliest = birth.first_day
    return on.year - earliest.year - ((on.month, on.day) < (earliest.month, earliest.day))
