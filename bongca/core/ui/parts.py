"""The smaller parts of a page, as data: steps, happenings, tallies, terms, acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bongca.core.ui.written import grouped


@dataclass(frozen=True)
class Step:
    """A step of a piece of work, with a short note beneath."""

    label: str
    note: str = ""


@dataclass(frozen=True)
class Happening:
    """Something that happened: what, then who and when in a smaller line."""

    what: str
    who_when: str
    url: str = ""


@dataclass(frozen=True)
class Tally:
    """One of the answers of a preview or a progress: a number that leads to its group."""

    number: int
    words: str
    icon: str
    kind: str = ""  # done | ask | bad, or nothing
    url: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Term:
    """A line of a summary list; `change_url` only where this person may change it."""

    term: str
    value: Any
    change_url: str = ""
    is_phone: bool = False


@dataclass(frozen=True)
class GroupAction:
    """An act on everything that is picked; the first of them is the usual one."""

    label: str
    url: str


@dataclass(frozen=True)
class Change:
    """How a figure moved: with a word, never by colour."""

    words: str
    direction: str = ""  # up | down | same, or nothing

    @property
    def icon(self) -> str:
        return {"up": "arrow_up", "down": "arrow_down", "same": "same"}.get(self.direction, "")


def change_of(difference: int, since: str, unit: str = "") -> Change:
    """Say a difference in words: `tăng 31 từ tháng 6`."""
    tail = f"{unit} {since}".strip()
    if difference == 0:
        return Change(f"không đổi {since}".strip(), "same")
    word, direction = ("tăng", "up") if difference > 0 else ("giảm", "down")
    size = grouped(abs(difference))
    return Change(f"{word} {size} {tail}".strip(), direction)


def stated_steps(steps: Sequence[Step], current: int) -> list[tuple[int, Step, str]]:
    """Number the steps and say of each whether it is done, now, or to come."""

    def state(number: int) -> str:
        if number == current:
            return "is-now"
        return "is-done" if number < current else ""

    return [(number, step, state(number)) for number, step in enumerate(steps, start=1)]
