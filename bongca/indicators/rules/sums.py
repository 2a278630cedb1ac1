"""How one figure of a report is made, and how reports add up (design.md 7)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """The value a report says, and how it came about (a value of `enums.Origin`)."""

    value: int | None
    origin: str


def roll_up(children: Iterable[int | None], own: int | None = None) -> int | None:
    """Add what the units below sent and the unit's own entry; None when nobody said anything."""
    said = [value for value in (*children, own) if value is not None]
    return sum(said) if said else None


def made_from_count(counted: int, typed: int | None, answer: str) -> Made:
    """Return what stands where the register counts: the count, unless a typed figure is kept."""
    if typed is None or typed == counted or answer == "use_counted":
        return Made(counted, "counted")
    return Made(typed, "declared")


def made_from_below(gathered: int | None, typed: int | None) -> Made:
    """Return what stands where nothing is counted: what came from below and the own entry."""
    value = roll_up([gathered], typed)
    return Made(value, "declared" if gathered is None else "summed")


def asks_answer(counted: int | None, typed: int | None, answer: str) -> bool:
    """Tell whether a typed figure differs from the count and nobody has said why."""
    return counted is not None and typed is not None and typed != counted and not answer
