"""Who is celebrated in a year, by the year of birth alone (domain.md 4.1). Plain Python."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from bongca.care.rules.tables import ceremony_on
from bongca.core.dates import age_by_year
from bongca.core.lunar import lunar_of

OVER: Final = 101  # stands for every age above the last round one
OLDEST_BIRTH: Final = 1890  # people.Person keeps no earlier year
PRESIDENT, PROVINCE, COMMUNE = "president", "province", "commune"


def age_in(year: int, birth_year: int, extra: int = 0) -> int:
    """Give the age for mừng thọ in a year; `extra` is 1 where tuổi mụ is counted."""
    return age_by_year(birth_year, date(year, 12, 31)) + extra


def round_age(year: int, birth_year: int, extra: int = 0) -> int | None:
    """Give the age that is celebrated, 101 for all above one hundred, or None."""
    age, rule = age_in(year, birth_year, extra), ceremony_on(date(year, 12, 31))
    if age > rule.over:
        return OVER
    return age if age in rule.ages else None


def round_ages(year: int) -> list[int]:
    """Give the ages celebrated in a year, the oldest first, with 101 for those above."""
    return [OVER, *sorted(ceremony_on(date(year, 12, 31)).ages, reverse=True)]


def birth_years(year: int, ages: Iterable[int], extra: int = 0) -> list[int]:
    """Give the years of birth whose people reach one of these ages in the year."""
    years: set[int] = set()
    for age in ages:
        if age == OVER:
            last = year - ceremony_on(date(year, 12, 31)).over - 1 + extra
            years.update(range(OLDEST_BIRTH, last + 1))
        else:
            years.add(year - age + extra)
    return sorted(years)


def congratulator(age: int, year: int) -> str:
    """Give who congratulates at this age: the highest of those who do."""
    by = ceremony_on(date(year, 12, 31)).by
    if age >= by[PRESIDENT]:
        return PRESIDENT
    return PROVINCE if age == by[PROVINCE] else COMMUNE


def ages_of(by: str, year: int) -> list[int]:
    """Give the ages at which this one congratulates; all of them for an empty word."""
    return [age for age in round_ages(year) if not by or congratulator(age, year) == by]


def age_words(age: int) -> str:
    """Say an age of the list: 90 tuổi, trên 100 tuổi."""
    return "trên 100 tuổi" if age == OVER else f"{age} tuổi"


def tet_of(year: int) -> date | None:
    """Give the first day of the lunar year that begins in this year; None where it is not sure."""
    for ordinal in range(date(year, 1, 20).toordinal(), date(year, 2, 22).toordinal()):
        day = date.fromordinal(ordinal)
        lunar = lunar_of(day)
        if lunar is not None and (lunar.day, lunar.month) == (1, 1):
            return day
    return None


def usual_day(occasion: str, year: int) -> date | None:
    """Give the day of an occasion; None for birthdays, which are each one's own."""
    if occasion == "elders_day":
        return date(year, 6, 6)
    if occasion == "world_day":
        return date(year, 10, 1)
    return tet_of(year) if occasion == "tet" else None
