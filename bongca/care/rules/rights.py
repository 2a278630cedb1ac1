"""What an allowance asks of one person, by the full date of birth (domain.md 4.2). Plain Python."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bongca.care.rules.tables import Right, Way
from bongca.core.dates import PartialDate, full_age, full_age_at_most

MONTHS_AHEAD = (1, 3, 6, 12)


class Verdict(StrEnum):
    """What the rule says, before any request."""

    REACHED = "reached"
    COMING = "coming"
    ASK = "ask"
    LATER = "later"
    NOT_ENTITLED = "not_entitled"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person for a right; empty words where nobody has asked."""

    birth: PartialDate | None
    pension: str = ""
    household: str = ""
    household_year: int | None = None
    carer: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the rule says of one person: by which way, from which day, and what is still to ask."""

    verdict: Verdict
    way: Way
    reached_on: date | None
    missing: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def months_later(day: date, months: int) -> date:
    """Give the same day some months later, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def birthday_at(birth: PartialDate, age: int) -> date | None:
    """Give the day on which this age is completed; None unless the whole date is known.

    Who was born on 29/2 completes it on 1/3 of a common year, as `full_age` counts.
    """
    if birth.month is None or birth.day is None:
        return None
    year = birth.year + age
    if (birth.month, birth.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1)
    return date(year, birth.month, birth.day)


def judge(right: Right, known: Known, today: date, months: int = 3) -> Judgement:
    """Say where a person stands with a right today, and what is still missing.

    Nothing is guessed: a birth date known in part that may or may not reach the age is asked for.
    """
    judged = [_by_way(right, way, known, today, months) for way in right.ways]
    order = list(Verdict)
    best = min(judged, key=lambda one: order.index(one.verdict))
    if best.verdict != Verdict.COMING:
        return best
    asked = [word for one in judged if one.verdict == Verdict.ASK for word in one.missing]
    return replace(best, missing=tuple(dict.fromkeys((*best.missing, *asked))))


def _by_way(right: Right, way: Way, known: Known, today: date, months: int) -> Judgement:
    against = tuple(_against(right, way, known, today))
    verdict, missing = _by_age(way, known.birth, today, months)
    reached_on = birthday_at(known.birth, way.age) if known.birth else None
    if verdict in (Verdict.LATER, Verdict.NOT_ENTITLED):
        return Judgement(verdict, way, reached_on, (), against)
    if against:
        return Judgement(Verdict.NOT_ENTITLED, way, reached_on, (), against)
    asked = tuple(_unasked(right, way, known, today))
    if way.households and not known.household:
        verdict = Verdict.ASK
    return Judgement(verdict, way, reached_on, missing + asked)


def _by_age(
    way: Way, birth: PartialDate | None, today: date, months: int
) -> tuple[Verdict, tuple[str, ...]]:
    if birth is None:
        return Verdict.ASK, ("năm sinh",)
    ahead = months_later(today, months)
    if way.until is not None and full_age(birth, today) >= way.until:
        return Verdict.NOT_ENTITLED, ()
    if full_age(birth, today) >= way.age:
        return Verdict.REACHED, ()
    if full_age(birth, ahead) >= way.age and birth.day is not None:
        return Verdict.COMING, ()
    if full_age_at_most(birth, ahead) >= way.age and birth.day is None:
        return Verdict.ASK, ("ngày và tháng sinh" if birth.month is None else "ngày sinh",)
    return Verdict.LATER, ()


def _against(right: Right, way: Way, known: Known, today: date) -> Iterator[str]:
    if right.no_pension and known.pension == "yes":
        yield "đang có lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng"
    if right.no_carer and known.carer == "yes":
        yield "có người có nghĩa vụ và đủ điều kiện phụng dưỡng"
    if way.households and known.household and known.household not in way.households:
        yield "không thuộc diện hộ nghèo của cách hưởng này"


def _unasked(right: Right, way: Way, known: Known, today: date) -> Iterator[str]:
    if right.no_pension and not known.pension:
        yield "có lương hưu hay không"
    if right.no_carer and not known.carer:
        yield "có người phụng dưỡng hay không"
    if way.households and not known.household:
        yield "có thuộc hộ nghèo, cận nghèo hay không"
    elif way.households and known.household_year not in (None, today.year):
        yield f"giấy chứng nhận hộ nghèo, cận nghèo của năm {today.year}"
