"""Until when a request is answered and fulfilled, and an incident reported (domain.md 9.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

HOURS_TO_REPORT: Final = 72
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms in force from a day, with their basis.

    `days` and `days_with_others` are by kind of request; the second holds where somebody else
    processes the data too. Where the law names a span of days, the shortest stands here.
    """

    since: date
    basis: str
    answer_working_days: int
    extension_days: int
    days: Mapping[str, int]
    days_with_others: Mapping[str, int]


_FIFTEEN = dict.fromkeys(("withdraw", "restrict", "object"), 15)
_TWENTY = dict.fromkeys(("withdraw", "restrict", "object"), 20)
_SHORTEST = dict.fromkeys(("see", "correct", "delete"), 10)

TERMS: Final = (
    Terms(
        since=date(2026, 1, 1),
        basis="Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP",
        answer_working_days=2,
        extension_days=15,
        days=MappingProxyType(_FIFTEEN | _SHORTEST),
        days_with_others=MappingProxyType(_TWENTY | _SHORTEST),
    ),
)


def terms_on(day: date) -> Terms:
    """Return the terms of a day; of days before the first, the first."""
    held = [terms for terms in TERMS if terms.since <= day]
    return held[-1] if held else TERMS[0]


def answer_by(received_on: date) -> date:
    """Return the last day to answer: working days after the day of receipt, Monday to Friday.

    Holidays are not known here, so the day is never later than the law allows.
    """
    day, left = received_on, terms_on(received_on).answer_working_days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    return day


def finish_by(kind: str, received_on: date, *, with_others: bool = False) -> date:
    """Return the last day to fulfil a request of this kind."""
    terms = terms_on(received_on)
    days = terms.days_with_others if with_others else terms.days
    return received_on + timedelta(days=days[kind])


def longest_extension(finish_on: date) -> date:
    """Return the last day an extension may reach; there is one extension."""
    return finish_on + timedelta(days=terms_on(finish_on).extension_days)


def report_by(known_at: datetime) -> datetime:
    """Return the moment until which an incident is reported to the specialised body."""
    return known_at + timedelta(hours=HOURS_TO_REPORT)


def clock_words(due_at: datetime, now: datetime) -> str:
    """Say how the clock of an incident stands: hours left, or hours too late."""
    hours = int((due_at - now).total_seconds() // 3600)
    if due_at >= now:
        return f"Còn {hours} giờ" if hours else "Còn chưa đến một giờ"
    late = int((now - due_at).total_seconds() // 3600)
    return f"Quá hạn {late} giờ" if late else "Vừa quá hạn"
