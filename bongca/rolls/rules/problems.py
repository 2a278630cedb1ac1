"""What is odd about a row, told in words, with what it might have meant."""

from dataclasses import dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How much a problem weighs."""

    UNREADABLE = "unreadable"  # the row cannot be written
    NEEDS_LOOK = "needs_look"  # a person has to choose
    NOTICE = "notice"  # written as said; worth knowing


@dataclass(frozen=True, slots=True)
class Problem:
    """One remark on one row: a code for programs, a reason for the officer, possible answers."""

    code: str
    weight: Weight
    reason: str
    field: str = ""
    guesses: tuple[str, ...] = ()
    typed: str = ""  # what stood in the cell, where that helps to recognise it


def notice(code: str, reason: str, field: str = "") -> Problem:
    return Problem(code, Weight.NOTICE, reason, field)


def question(
    code: str, reason: str, field: str, guesses: tuple[str, ...] = (), typed: str = ""
) -> Problem:
    return Problem(code, Weight.NEEDS_LOOK, reason, field, guesses, typed)


def unreadable(code: str, reason: str, field: str = "") -> Problem:
    return Problem(code, Weight.UNREADABLE, reason, field)
