"""Who acts, in whose name and how far they may reach: passed to every action and every read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

NOTHING: Mapping[str, "Reach"] = MappingProxyType({})


class Reach(StrEnum):
    """How far a permission word carries (design.md 6)."""

    UNIT = "unit"
    BELOW = "below"
    ADDRESSED = "addressed"
    COMPARTMENT = "compartment"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Actor:
    """One person acting for one unit during one request or one job.

    `lft` and `rgt` are the interval of that unit in the tree of today; an actor without a unit
    has the empty interval and reaches no row.
    """

    user_id: int | None
    label: str
    today: date
    unit_id: int | None = None
    grant_id: int | None = None
    tier: str = ""
    lft: int = 0
    rgt: int = -1
    role: str = ""
    words: Mapping[str, Reach] = field(default_factory=lambda: NOTHING)
    on_behalf_of: str = ""

    def reach(self, word: str) -> Reach | None:
        """Return how far this actor holds the permission word, or None."""
        return self.words.get(word)

    def holds(self, word: str) -> bool:
        """Tell whether this actor holds the word at all; says nothing of where."""
        return word in self.words

    @classmethod
    def system(cls, today: date, label: str = "Hệ thống") -> "Actor":
        """Return the installation itself: it loads seeds and runs upkeep, and signs as system."""
        return cls(user_id=None, label=label, today=today, role="system", rgt=WHOLE_TREE_RGT)

    @property
    def is_system(self) -> bool:
        return self.role == "system"


WHOLE_TREE_RGT = 2**62
