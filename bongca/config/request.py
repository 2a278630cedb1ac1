"""One request: who acts, in one transaction, inside one scope."""

from collections.abc import Callable
from typing import Any

from allauth.account.middleware import AccountMiddleware
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render

from bongca.accounts.models import User
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.posting import PostedBefore, remember_post, stop_if_posted
from bongca.core.scope import set_scope
from bongca.core.ui.failures import refused_context
from bongca.org.policies import actor_for, grants_of

GRANT_KEY = "acting_grant"
_OK_BELOW = 400


class ActorMiddleware:
    """Give every request its actor, and run its view in a transaction that sees their scope.

    It stands last, so that the checks of the others (CSRF, sessions) come first. A refusal
    (DomainError) undoes the transaction and is shown as a page or a fragment with its sentence.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response
        self.door = AccountMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = _actor(request)  # type: ignore[attr-defined]  # set for every view here
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Show the refusals of views without a scope, which Django itself calls."""
        return refused(request, error) if isinstance(error, DomainError) else None

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        if getattr(view, "without_scope", False):
            return None
        actor: Actor = request.actor  # type: ignore[attr-defined]  # set in __call__
        _refuse_nul(request)
        before = _taken_before(request, actor)
        if before is not None:
            return before
        try:
            response = self._seen_in_scope(request, actor, lambda: view(request, *args, **kwargs))
        except PostedBefore as known:
            return HttpResponseRedirect(known.location, status=303)
        except DomainError as error:
            response = refused(request, error)
        except (ImmediateHttpResponse, ReauthenticationRequired) as wish:
            # Django does not hand what a process_view raises to the middleware it is meant for.
            answer: HttpResponse = self.door.process_exception(request, wish)
            return answer
        if response.status_code >= _OK_BELOW:
            # Pressed twice at once, the second waits for the first and then finds its place taken.
            return _taken_before(request, actor) or response
        return response

    def _seen_in_scope(
        self, request: HttpRequest, actor: Actor, view: Callable[[], HttpResponse]
    ) -> HttpResponse:
        with transaction.atomic():
            set_scope(actor.lft, actor.rgt)
            response = view()
            rendering = getattr(response, "render", None)
            if rendering is not None and not getattr(response, "is_rendered", True):
                response = rendering()
            if request.method == "POST" and response.status_code < _OK_BELOW:
                remember_post(actor, request.POST.get("_key", ""), response)
            return response


def _taken_before(request: HttpRequest, actor: Actor) -> HttpResponse | None:
    """Lead whoever sent this very form already to where that led them."""
    if request.method != "POST":
        return None
    try:
        stop_if_posted(actor, request.POST.get("_key", ""))
    except PostedBefore as before:
        return HttpResponseRedirect(before.location, status=303)
    return None


def _actor(request: HttpRequest) -> Actor:
    user = request.user
    today = clock.today()
    if not isinstance(user, User):
        return Actor(user_id=None, label="", today=today)
    chosen = request.session.get(GRANT_KEY)
    grant = grants_of(user, today).filter(pk=chosen).first() if chosen else None
    return actor_for(user, today, grant=grant)


def _refuse_nul(request: HttpRequest) -> None:
    """Raise BadRequest for a character that no text of PostgreSQL can hold."""
    said = [request.path, *_values(request.GET)]
    if request.method == "POST":
        said += _values(request.POST)
    if any("\0" in text for text in said):
        raise BadRequest("a NUL character")


def _values(words: QueryDict) -> list[str]:
    return [str(text) for name, texts in words.lists() for text in (name, *texts)]


def refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    """Show an anticipated refusal in its own words; nothing of the request was written."""
    if getattr(request, "htmx", False):
        return render(request, "ui/_refused.html", {"error": error}, status=error.status)
    return render(request, "refused.html", refused_context(error), status=error.status)
