"""What the page header says on every page."""

from typing import Any

from django.http import HttpRequest


def header(request: HttpRequest) -> dict[str, Any]:
    """Return the header's data from the actor of the request."""
    return {"actor": getattr(request, "actor", None)}
