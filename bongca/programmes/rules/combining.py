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
    """Gatherings of one quarter that share a place or a guest."""

    quarter: tuple[int, int]
    is_place: bool
    shared: str
    gatherings: tuple[Gathering, ...]

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
    """Return what might be combined, the earliest quarter first; each reason once."""
    groups: dict[tuple[int, int, bool, str], list[Gathering]] = {}
    said: dict[tuple[int, int, bool, str], str] = {}
    for one in gatherings:
        for is_place, words in _shared_words(one):
            key = (one.due_on.year, (one.due_on.month - 1) // 3 + 1, is_place, fold(words))
            groups.setdefault(key, []).append(one)
            said.setdefault(key, words)
    found = [
        Hint((year, quarter), is_place, said[year, quarter, is_place, folded], tuple(listed))
        for (year, quarter, is_place, folded), listed in groups.items()
        if len(listed) > 1
    ]
    return sorted(found, key=lambda hint: (hint.quarter, -len(hint.gatherings), hint.shared))


def _shared_words(one: Gathering) -> Sequence[tuple[bool, str]]:
    places = [(True, one.place)] if one.place.strip() else []
    once = {fold(guest): guest for guest in guests_of(one.guests)}
    return [*places, *((False, guest) for guest in once.values())]
