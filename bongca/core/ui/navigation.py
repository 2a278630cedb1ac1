"""The contents of the header, registered by each app and shown by role."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from bongca.core.actor import Actor
from bongca.core.ui.registry import Registry

MOST_ENTRIES = 8


@dataclass(frozen=True)
class NavEntry:
    label: str
    url_name: str
    word: str = ""
    roles: frozenset[str] = frozenset()

    def is_for(self, actor: Actor) -> bool:
        """Shown to those who hold the permission word, and the role where one is named."""
        if self.word and self.word not in actor.words:
            return False
        return not self.roles or actor.role in self.roles


@dataclass(frozen=True)
class NavLink:
    label: str
    url: str
    is_current: bool


_entries: Registry[NavEntry] = Registry()
_places: dict[str, str] = {}


def register_nav(
    label: str,
    url_name: str,
    *,
    word: str = "",
    order: int = 100,
    roles: frozenset[str] = frozenset(),
) -> None:
    """Put a word into the contents; call it from an app's ready()."""
    _entries.add(url_name, NavEntry(label, url_name, word, roles), order)


def register_nav_place(url_name: str, under: str) -> None:
    """Say that pages below this address belong under a word of the contents from another app."""
    _places[url_name] = under


def nav_for(actor: Actor, path: str) -> list[NavLink]:
    """The contents for this person, with the place where she is marked."""
    found = [(entry.label, _url(entry)) for entry in _entries if entry.is_for(actor)]
    links = [(label, url) for label, url in found if url][:MOST_ENTRIES]
    for inner, outer in _places.items():
        if (url := reverse(inner)) and path.startswith(url):
            path = reverse(outer)
    current = max((url for _, url in links if _is_under(path, url)), key=len, default="")
    return [NavLink(label, url, url == current) for label, url in links]


def _url(entry: NavEntry) -> str:
    try:
        return reverse(entry.url_name)
    except NoReverseMatch:
        return ""


def _is_under(path: str, url: str) -> bool:
    return path == url or (url != "/" and path.startswith(url))
