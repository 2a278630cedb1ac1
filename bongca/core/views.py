"""Pages of the house itself: the size of letters, the page of parts."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from bongca.core.models import Installation
from bongca.core.ui import redirect, render, render_question
from bongca.core.ui.letters import COOKIE, COOKIE_AGE, size_of
from bongca.core.ui.samples import sample_check, sample_parts

View = Callable[[HttpRequest], HttpResponse]


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("ve", "/")
    is_ours = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    if not is_ours or not back.startswith("/"):
        back = "/"
    response = redirect(request, back)
    key = size_of(request.POST.get("co")).key
    response.set_cookie(COOKIE, key, max_age=COOKIE_AGE, samesite="Lax", path="/")
    return response


def shown_while_trying(view: View) -> View:
    """Let a page be seen by developers and in a demonstration only."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not settings.DEBUG and not Installation.objects.filter(is_demonstration=True).exists():
            raise Http404
        return view(request)

    return guarded


@shown_while_trying
def parts(request: HttpRequest) -> HttpResponse:
    return render(request, "parts.html", context=sample_parts())


@shown_while_trying
def parts_question(request: HttpRequest) -> HttpResponse:
    return render_question(request, "parts/_question.html", title="Hộp thoại")


@shown_while_trying
def parts_check(request: HttpRequest) -> HttpResponse:
    year = request.GET.get("year", "")
    kind, words, likely = sample_check(year)
    return render(
        request, "parts/_check.html", context={"kind": kind, "words": words, "likely": likely}
    )


@shown_while_trying
def parts_save(request: HttpRequest) -> HttpResponse:
    return HttpResponse(status=204)
