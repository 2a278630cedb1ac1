"""Checks while typing: what is odd, against which number, and the likely cause."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bongca.indicators.rules.numbers import grouped, percent

MUCH_MORE: Final = 3
SMALL: Final = 20
"""Below this a threefold change says nothing."""


class Level(StrEnum):
    FINE = "fine"
    ODD = "odd"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Remark:
    """One line under a field: wrong blocks submitting, odd is only said."""

    level: Level
    words: str
    cause: str = ""

    @property
    def blocks(self) -> bool:
        return self.level is Level.WRONG


@dataclass(frozen=True, slots=True)
class Against:
    """The numbers a value is held against; what is not known is None."""

    limit: int | None = None
    limit_name: str = ""
    previous: int | None = None
    count_of_money: int | None = None
    count_name: str = ""


def remark_on(value: int | None, against: Against) -> Remark | None:
    """Say what is odd about a value, or that it is sensible; None when there is nothing to say."""
    if value is None:
        return None
    return (
        _over_limit(value, against)
        or _money_without_count(value, against)
        or _changed_much(value, against)
        or _share(value, against)
    )


def _over_limit(value: int, against: Against) -> Remark | None:
    if against.limit is None or value <= against.limit:
        return None
    words = f"{grouped(value)} lớn hơn {against.limit_name} ({grouped(against.limit)})."
    one_digit_more = value >= 5 * against.limit
    cause = "Có thể thừa một chữ số." if one_digit_more else "Xin xem lại giấy tờ gốc."
    return Remark(Level.WRONG, words, cause)


def _money_without_count(value: int, against: Against) -> Remark | None:
    if against.count_of_money is None or not against.count_name:
        return None
    if value and not against.count_of_money:
        return Remark(
            Level.ODD, f"Có tiền nhưng “{against.count_name}” ghi 0.", "Xin xem lại cả hai ô."
        )
    return None


def _changed_much(value: int, against: Against) -> Remark | None:
    before = against.previous
    if before is None or max(value, before) < SMALL:
        return None
    if value > before * MUCH_MORE:
        return Remark(
            Level.ODD,
            f"Kỳ trước ghi {grouped(before)}, kỳ này nhiều hơn hẳn.",
            "Nếu đúng thì cứ để nguyên.",
        )
    if value * MUCH_MORE < before:
        return Remark(
            Level.ODD,
            f"Kỳ trước ghi {grouped(before)}, kỳ này ít hơn hẳn.",
            "Nếu đúng thì cứ để nguyên.",
        )
    return None


def _share(value: int, against: Against) -> Remark | None:
    if not against.limit:
        return None
    return Remark(Level.FINE, f"Hợp lý: {percent(value, against.limit)}% {against.limit_name}.")
