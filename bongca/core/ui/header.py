"""Who and where, and whom to call: said by the apps that know, shown on every page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bongca.core.actor import Actor

Line = TypeVar("Line")


@dataclass(frozen=True)
class UnitLine:
    """The unit in full and the place it stands in: never a commune without its province."""

    name: str
    place: str = ""


@dataclass(frozen=True)
class PersonLine:
    """Name, office, and the form of address kept with the account (ông, bà, cô, chú, anh, chị)."""

    name: str
    office: str = ""
    salutation: str = ""
    url: str = ""

    @property
    def called(self) -> str:
        """How she is spoken to: `cô Lan`."""
        given = self.name.split()[-1] if self.name.split() else ""
        return f"{self.salutation} {given}".strip()


@dataclass(frozen=True)
class HelpLine:
    """The next tier up: by name, with a number to tap."""

    words: str
    phone: str = ""


_unit: list[Callable[[Actor], UnitLine | None]] = []
_person: list[Callable[[Actor], PersonLine | None]] = []
_help: list[Callable[[Actor], HelpLine | None]] = []


def register_unit_line(function: Callable[[Actor], UnitLine | None]) -> None:
    """Tell the header how to name the unit; the first answer wins."""
    _put(_unit, function)


def register_person_line(function: Callable[[Actor], PersonLine | None]) -> None:
    """Tell the header how to name the person; the first answer wins."""
    _put(_person, function)


def register_help_line(function: Callable[[Actor], HelpLine | None]) -> None:
    """Tell the footer whom to call; the first answer wins."""
    _put(_help, function)


def unit_line(actor: Actor) -> UnitLine:
    """The unit as the header says it."""
    return _first(_unit, actor) or UnitLine("")


def person_line(actor: Actor) -> PersonLine:
    """The person as the header says it."""
    return _first(_person, actor) or PersonLine(actor.label)


def help_line(actor: Actor) -> HelpLine | None:
    """Whom this person may call."""
    return _first(_help, actor)


def _put(
    functions: list[Callable[[Actor], Line | None]], function: Callable[[Actor], Line | None]
) -> None:
    if function not in functions:
        functions.append(function)


def _first(functions: list[Callable[[Actor], Line | None]], actor: Actor) -> Line | None:
    return next((found for found in (ask(actor) for ask in functions) if found is not None), None)
