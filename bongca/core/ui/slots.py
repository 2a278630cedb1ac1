"""Places on a page that apps above fill with a panel of their own, drawn on the server."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from bongca.core.ui.registry import Registry, key_of

Panel = Callable[[HttpRequest, Any], SafeString | str]

_slots: dict[str, Registry[Panel]] = {}


def register_panel(slot: str, panel: Panel, order: int = 100) -> None:
    """Let an app draw a panel in a named slot; call it from ready().

    The panel gets the request and the thing the page is about, asks its own policy what this
    person may see, and answers with HTML or with nothing.
    """
    _slots.setdefault(slot, Registry()).add(key_of(panel), panel, order)


def panels(slot: str, request: HttpRequest, subject: Any) -> list[SafeString | str]:
    """Return what the apps have to say here, in order; empty answers are left out."""
    drawn = [panel(request, subject) for panel in _slots.get(slot, Registry())]
    return [panel for panel in drawn if panel]
