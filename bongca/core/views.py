"""Pages of the house itself: the size of letters, health, the page of parts."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from bongca.core.ui import redirect
from bongca.core.ui.letters import COOKIE, COOKIE_AGE, size_of


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    back = request.POST.get("ve", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response = redirect(request, back)
    key = size_of(request.POST.get("co")).key
    response.set_cookie(COOKIE, key, max_age=COOKIE_AGE, samesite="Lax", path="/")
    return response
