"""Rights given, confirmed and ended; and for which of one's units one is working now."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from bongca.accounts.models import User
from bongca.core.errors import DomainError
from bongca.core.http import Request, number_in
from bongca.core.ui import redirect, render, render_question, toast
from bongca.org import policies
from bongca.org.actions import grants
from bongca.org.forms.accounts import GrantForm
from bongca.org.queries import users as queries

# As config.request reads it.
GRANT_KEY = "acting_grant"


def grant_give(request: Request, pk: int) -> HttpResponse:
    person = get_object_or_404(policies.visible_users(request.actor), pk=pk)
    policies.require(request.actor, "grants.give")
    form = GrantForm(request.POST or None)
    around = request.GET.get("don-vi", "")
    units = queries.offered_units(request.actor, number_in(around))
    form.offer(units, queries.roles_for(*{unit.tier for unit in units}))
    if request.method == "POST" and form.is_valid():
        try:
            grant = grants.give_grant(actor=request.actor, user=person, **form.cleaned_data)
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
        else:
            toast(request, f"Đã giao quyền {queries.grant_words(grant)}.")
            return redirect(request, "org:user_detail", pk)
    context = {"form": form, "person": person, "back_url": reverse("org:user_detail", args=[pk])}
    return render(request, "org/grant_give.html", None, context, 422 if form.is_bound else 200)


@require_POST
def grant_confirm(request: Request, pk: int) -> HttpResponse:
    waiting = policies.visible_grants(request.actor).filter(unit__tier="central")
    grant = get_object_or_404(waiting.select_related("unit", "user"), pk=pk)
    grants.confirm_grant(actor=request.actor, grant=grant)
    toast(request, f"Đã đồng ý: {grant.user.display_name}, {queries.grant_words(grant)}.")
    return redirect(request, "org:user_list")


def grant_end(request: Request, pk: int) -> HttpResponse:
    seen = policies.visible_grants(request.actor).select_related("unit", "partner", "user")
    grant = get_object_or_404(seen, pk=pk)
    policies.require(request.actor, "grants.give")
    if request.method == "POST":
        grants.end_grant(actor=request.actor, grant=grant)
        toast(request, f"Đã kết thúc quyền của {grant.user.display_name}.")
        return redirect(request, "org:user_detail", grant.user_id)
    context = {"grant": grant, "words": queries.grant_words(grant)}
    return render_question(request, "org/_grant_end.html", context, title="Kết thúc quyền này?")


def acting(request: Request) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)
    mine = queries.acting_grants(user, request.actor.today)
    if request.method == "POST":
        grant = mine.filter(pk=number_in(request.POST.get("grant", "")) or 0).first()
        if grant is None:
            raise Http404
        request.session[GRANT_KEY] = grant.pk
        toast(request, f"Đang làm việc cho {queries.grant_words(grant)}.")
        return redirect(request, "/")
    lines = [
        {"pk": grant.pk, "unit": grant.unit, "words": queries.grant_words(grant)} for grant in mine
    ]
    return render(request, "org/acting.html", None, {"grants": lines})
