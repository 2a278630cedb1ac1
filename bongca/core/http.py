"""The request as our views receive it."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from bongca.core.actor import Actor


class Request(HttpRequest):
    """A request with its actor (set by config.request) and its htmx attributes."""

    actor: Actor
    htmx: HtmxDetails


def number_in(text: str) -> int | None:
    """Return the number of a row as an address or a form carries it, or None for anything odd."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def keys_in(texts: Iterable[str]) -> tuple[UUID, ...]:
    """Return the keys of rows that were picked, each once; what is no key is left out."""
    found: dict[UUID, None] = {}
    for text in texts:
        try:
            found[UUID(text)] = None
        except ValueError:
            continue
    return tuple(found)
