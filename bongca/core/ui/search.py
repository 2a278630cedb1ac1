"""Tra cứu: each app looks through its own, the page shows the groups together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bongca.core.actor import Actor
from bongca.core.ui.registry import Registry


@dataclass(frozen=True)
class Hit:
    title: str
    detail: str
    url: str


@dataclass(frozen=True)
class HitGroup:
    label: str
    hits: Sequence[Hit]
    more_url: str = ""


SearchSource = Callable[[Actor, str], HitGroup | None]

_sources: Registry[SearchSource] = Registry()


def register_search(key: str, source: SearchSource, order: int = 100) -> None:
    """Let an app answer searches; it returns only what the actor may see, a few at most."""
    _sources.add(key, source, order)


def search_all(actor: Actor, words: str) -> list[HitGroup]:
    """What every app finds for these words, empty groups left out."""
    found = (source(actor, words) for source in _sources)
    return [group for group in found if group and group.hits]
