"""Answers of a view: a page or its part, a redirect, a toast."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django_htmx.middleware import HtmxDetails

UNDO_PREFIX = "undo:"


def wants_partial(request: HttpRequest) -> bool:
    """Whether htmx asked for a part of the page only."""
    htmx: HtmxDetails | None = getattr(request, "htmx", None)
    if htmx is None or not htmx:
        return False
    return not htmx.boosted and not htmx.history_restore_request


def render(
    request: HttpRequest,
    page: str,
    partial: str | None = None,
    context: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Render the page, or only its part when htmx asks; toasts travel with either."""
    part_only = partial is not None and wants_partial(request)
    template = partial if part_only and partial else page
    body = render_to_string(template, dict(context or {}), request=request)
    if part_only:
        body += render_to_string("ui/_toasts.html", {"out_of_band": True}, request=request)
    response = HttpResponse(body, status=status)
    if partial is not None:
        patch_vary_headers(response, ["HX-Request"])
    return response


def render_question(
    request: HttpRequest,
    partial: str,
    context: Mapping[str, Any] | None = None,
    *,
    title: str,
    status: int = 200,
) -> HttpResponse:
    """Ask before what cannot be undone: in a dialog when htmx asks, else as a page of its own."""
    full = {**(context or {}), "question_template": partial, "question_title": title}
    return render(request, "ui/question_page.html", partial, full, status)


class SeeOther(HttpResponseRedirect):
    """After a POST: go and GET, whatever the browser."""

    status_code = 303


def redirect(request: HttpRequest, to: Any, *args: Any, **kwargs: Any) -> HttpResponse:
    """Send the browser on after a POST; htmx is told to leave the page."""
    url = resolve_url(to, *args, **kwargs)
    if getattr(request, "htmx", None):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return SeeOther(url)


def toast(request: HttpRequest, text: str, undo_url: str = "") -> None:
    """Say on the next page what was done, with a way to undo it when there is one."""
    messages.success(request, text, extra_tags=UNDO_PREFIX + undo_url if undo_url else "")


def toast_refusal(request: HttpRequest, text: str) -> None:
    """Say on the next page what could not be done, and why."""
    messages.error(request, text)
