"""What the header and the footer say on every page."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from bongca.core.actor import Actor
from bongca.core.models import Installation
from bongca.core.ui.header import HelpLine, help_line, person_line, unit_line
from bongca.core.ui.letters import letter_size
from bongca.core.ui.navigation import nav_for


def header(request: HttpRequest) -> dict[str, Any]:
    """Supply the header from the actor of the request; nothing is read until a page asks."""
    actor: Actor | None = getattr(request, "actor", None)
    shared: dict[str, Any] = {
        "actor": actor,
        "letters": letter_size(request),
        "is_demonstration": SimpleLazyObject(_is_demonstration),
    }
    if actor is None or actor.user_id is None:
        return shared
    signed_in = actor
    return shared | {
        "header_unit": SimpleLazyObject(lambda: unit_line(signed_in)),
        "header_person": SimpleLazyObject(lambda: person_line(signed_in)),
        "help_person": SimpleLazyObject(lambda: help_line(signed_in) or HelpLine("")),
        "nav": nav_for(signed_in, request.path),
    }


def _is_demonstration() -> bool:
    return Installation.objects.filter(is_demonstration=True).exists()
