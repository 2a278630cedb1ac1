"""Between signing in and working: a slip's password is changed first, and use is remembered."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from bongca.accounts.actions.sessions import mark_session_seen
from bongca.accounts.models import User
from bongca.core import clock
from bongca.core.ui import redirect

# Where somebody with a slip's password may go.
OPEN_TO_SLIPS = {"account_change_password", "account_logout", "letters"}
SEEN_KEY = "seen_at"


class FirstSignIn:
    """Lead whoever signed in with a slip to the page where a password is chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        user = request.user
        if not isinstance(user, User) or not user.must_change_password:
            return None
        match = request.resolver_match
        if match is not None and match.url_name in OPEN_TO_SLIPS:
            return None
        return redirect(request, "account_change_password")


def session_seen(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return the middleware that keeps when a session was last used, now and then."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _remember(request)
        return get_response(request)

    return middleware


def _remember(request: HttpRequest) -> None:
    at = clock.now()
    due = request.session.get(SEEN_KEY, 0) + settings.SESSION_SEEN_EVERY.total_seconds()
    if at.timestamp() < due or request.session.session_key is None:
        return
    request.session[SEEN_KEY] = at.timestamp()
    mark_session_seen(session_key=request.session.session_key, at=at)
