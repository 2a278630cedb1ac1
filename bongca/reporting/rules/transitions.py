"""What may follow what in the life of a report, and how late it is."""

from datetime import date
from typing import Final

ALLOWED: Final[dict[str, frozenset[str]]] = {
    "fill": frozenset({"not_submitted", "drafting", "returned"}),
    "submit": frozenset({"not_submitted", "drafting", "returned"}),
    "return": frozenset({"submitted"}),
    "accept": frozenset({"submitted"}),
    "amend": frozenset({"accepted", "closed"}),
    "close": frozenset({"accepted"}),
}
"""Which states each act starts from. A chi hội's sheet may also be returned once it is accepted,
while its commune has not yet submitted."""

OPEN: Final = frozenset({"not_submitted", "drafting", "returned"})


def may_follow(act: str, state: str) -> bool:
    """Tell whether the act may be done on a report in this state."""
    return state in ALLOWED[act]


def days_left(due_on: date | None, today: date) -> int | None:
    """Return how many days remain until the due day; below zero it is late."""
    return None if due_on is None else (due_on - today).days


def is_late(state: str, due_on: date | None, today: date) -> bool:
    """Tell whether the unit still owes the report after its due day."""
    return state in OPEN and due_on is not None and today > due_on


def counted_until(last_day: date, today: date) -> date:
    """Return the day to which stocks are counted: the end of the period, or today before it."""
    return min(last_day, today)
