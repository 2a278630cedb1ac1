"""Majorities, by the day they hold from. Shares are of those on the list or of those voting.

The charter's own shares were not found in a published text (domain.md, "not found"): more than
half is what the Association's bodies are known to decide by; another share is a line here.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final


@dataclass(frozen=True, slots=True)
class Majority:
    """More than (or at least) a share of the votes counted decides."""

    code: str
    title: str
    share: Fraction
    of_list: bool
    is_strict: bool
    since: date
    basis: str = ""

    def is_reached(self, votes_for: int, voting: int, on_list: int) -> bool:
        whole = on_list if self.of_list else voting
        needed = self.share * whole
        return votes_for > needed if self.is_strict else votes_for >= needed


MAJORITIES: Final = (
    Majority(
        "half_list", "Quá nửa số người trong danh sách", Fraction(1, 2), True, True,
        date(2000, 1, 1), "Lệ thường; chờ đối chiếu Điều lệ",
    ),
    Majority(
        "half_voting", "Quá nửa số người biểu quyết", Fraction(1, 2), False, True,
        date(2000, 1, 1), "Lệ thường; chờ đối chiếu Điều lệ",
    ),
    Majority(
        "two_thirds_list", "Ít nhất hai phần ba số người trong danh sách", Fraction(2, 3), True,
        False, date(2000, 1, 1), "Lệ thường; chờ đối chiếu Điều lệ",
    ),
)  # fmt: skip
QUORUM_SHARE: Final = Fraction(2, 3)


def in_force(on: date) -> list[Majority]:
    """Return the majorities that may be chosen on a day."""
    return [one for one in MAJORITIES if one.since <= on]


def majority_of(code: str) -> Majority:
    """Return a majority by its code; raises KeyError for an unknown one."""
    return {one.code: one for one in MAJORITIES}[code]


def has_quorum(present: int, called: int) -> bool:
    """Tell whether enough of those who vote are there: two thirds, as meetings of bodies go."""
    return called > 0 and Fraction(present, called) >= QUORUM_SHARE
