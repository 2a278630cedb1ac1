"""What the forms of papers have in common: one page, refusals beside their fields."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse, QueryDict

from bongca.core.errors import Changed, DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.documents import policies
from bongca.org.models import Unit
from bongca.org.policies import require


def own_unit(request: Request, word: str = policies.VIEW) -> Unit:
    """Return the unit the actor works for. Raises NotAllowed without the word, Http404 for none."""
    require(request.actor, word)
    unit = Unit.objects.select_related("parent").filter(pk=request.actor.unit_id or 0).first()
    if unit is None:
        raise Http404
    return unit


def posted(request: Request) -> QueryDict | None:
    """Return what was sent, also when it was nothing but a press of the button."""
    return request.POST if request.method == "POST" else None


def done(request: Request, form: forms.Form, act: Callable[[dict[str, Any]], Any]) -> Any:
    """Do the act with what was typed; a refusal stands beside its field and nothing is returned."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return act(form.cleaned_data)
    except Changed:
        raise
    except DomainError as error:
        form.add_error(error.field if error.field in form.fields else None, error.message)
        return None


def form_page(
    request: Request,
    form: forms.Form,
    act: Callable[[dict[str, Any]], Any],
    *,
    said: str | Callable[[Any], str],
    heading: str,
    button: str,
    back: tuple[str, str],
    to: Callable[[Any], str] | None = None,
    lead: str = "",
    notice: tuple[str, str] | None = None,
) -> HttpResponse:
    """Show a form on a page of its own until its act is done; then say so and go on.

    `back` is an address and what stands there; the way on leads there too, unless `to` makes one
    of what the act returned.
    """
    made = done(request, form, act)
    if made is not None:
        toast(request, said if isinstance(said, str) else said(made))
        return redirect(request, to(made) if to else back[0])
    context = {
        "form": form, "heading": heading, "button": button, "lead": lead, "notice": notice,
        "back_url": back[0], "back_label": back[1],
    }  # fmt: skip
    return render(request, "documents/form.html", None, context, 422 if form.is_bound else 200)
