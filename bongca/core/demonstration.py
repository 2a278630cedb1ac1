"""Whom one may sign in as in a demonstration; told by whoever makes those people."""

from collections.abc import Callable
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class SignInPerson:
    """One line of the table that `make run` prints."""

    user_name: str
    password: str
    who: str
    where: str


_sources: list[Callable[[], list[SignInPerson]]] = []


def register_people(source: Callable[[], list[SignInPerson]]) -> None:
    """Have `source` asked for people each time the product starts."""
    if source not in _sources:
        _sources.append(source)


def people_to_sign_in_as() -> list[tuple[str, ...]]:
    """Return every registered person as user name, password, who and where."""
    return [astuple(person) for source in _sources for person in source()]
