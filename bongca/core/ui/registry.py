"""Small lists that apps fill in their apps.py, so that core never imports upwards."""

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

Entry = TypeVar("Entry")


class Registry(Generic[Entry]):
    """Entries in the order of their `order`, one per key; registering a key again replaces it."""

    def __init__(self) -> None:
        self._entries: dict[str, tuple[int, Entry]] = {}

    def add(self, key: str, entry: Entry, order: int = 100) -> None:
        self._entries[key] = (order, entry)

    def __iter__(self) -> Iterator[Entry]:
        ordered = sorted(self._entries.items(), key=lambda item: (item[1][0], item[0]))
        return (entry for _, (_, entry) in ordered)


def key_of(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
