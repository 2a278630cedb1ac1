"""The request as our views receive it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from bongca.core.actor import Actor


class Request(HttpRequest):
    """A request with its actor (set by config.request) and its htmx attributes."""

    actor: Actor
    htmx: HtmxDetails
