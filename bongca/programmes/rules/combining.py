"""Which conferences and visits might be held together: computed, with the reason and the saving.

Two of one quarter are put side by side when they share the place or a guest. Nothing is done by
itself: people decide.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bongca.core.text import fold

_BETWEEN = re.compile(r"[;,\n]| và ")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A conference or visit as far as combining looks at it."""

    key: int
    name: str
    due_on: date
    place: str
    guests: str
    budget_vnd: int | None


@dataclass(frozen=True, slots=True)
class Hint:
    """Gatherings of one quarter, and all that they share: places, guests."""

    quarter: tuple[int, int]
    gatherings: tuple[Gathering, ...]
    places: tuple[str, ...]
    guests: tuple[str, ...]

    @property
    def quarter_words(self) -> str:
        """Return the quarter as it is said: "quý IV năm 2026"."""
        year, number = self.quarter
        return f"quý {('I', 'II', 'III', 'IV')[number - 1]} năm {year}"

    @property
    def reasons(self) -> str:
        """Return why they are put side by side: "cùng ở Bắc Ninh, cùng mời Bộ Y tế"."""
        where = [f"cùng ở {place}" for place in self.places]
        return ", ".join([*where, *(f"cùng mời {guest}" for guest in self.guests)])

    @property
    def fewer(self) -> int:
        """Return how many occasions fewer there would be."""
        return len(self.gatherings) - 1

    @property
    def most_saved_vnd(self) -> int:
        """Return what the lesser ones were to cost: the most that holding one could save."""
        costs = sorted(one.budget_vnd or 0 for one in self.gatherings)
        return sum(costs[:-1])


def guests_of(said: str) -> list[str]:
    """Return the guests named in a list that people wrote with commas, semicolons or "và"."""
    return [name.strip() for name in _BETWEEN.split(said) if name.strip()]


def hints(gatherings: Iterable[Gathering]) -> list[Hint]:
    """Return what might be combined, the earliest quarter first; the same gatherings once."""
    groups: dict[tuple[int, int, bool, str], list[Gathering]] = {}
    said: dict[tuple[int, int, bool, str], str] = {}
    for one in gatherings:
        for is_place, words in _shared_words(one):
            key = (one.due_on.year, (one.due_on.month - 1) // 3 + 1, is_place, fold(words))
            groups.setdefault(key, []).append(one)
            said.setdefault(key, words)
    merged: dict[tuple[tuple[int, int], tuple[int, ...]], list[tuple[bool, str]]] = {}
    for key, listed in groups.items():
        if len(listed) > 1:
            together = (key[:2], tuple(one.key for one in listed))
            merged.setdefault(together, []).append((key[2], said[key]))
    known = {one.key: one for listed in groups.values() for one in listed}
    found = [
        Hint(
            quarter,
            tuple(known[key] for key in keys),
            tuple(words for is_place, words in reasons if is_place),
            tuple(words for is_place, words in reasons if not is_place),
        )
        for (quarter, keys), reasons in merged.items()
    ]
    return sorted(found, key=lambda hint: (hint.quarter, -len(hint.gatherings), hint.reasons))


def _shared_words(one: Gathering) -> Sequence[tuple[bool, str]]:
    places = [(True, one.place)] if one.place.strip() else []
    once = {fold(guest): guest for guest in guests_of(one.guests)}
    return [*places, *((False, guest) for guest in once.values())]
