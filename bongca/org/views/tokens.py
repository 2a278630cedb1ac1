"""Keys with which a program reads units and figures in somebody's place."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from bongca.accounts.actions.tokens import make_token, revoke_token
from bongca.accounts.models import User
from bongca.accounts.policies import visible_tokens
from bongca.accounts.queries import tokens_of
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, render_question, toast
from bongca.org import rules
from bongca.org.forms.tokens import TokenForm


def token_list(request: Request) -> HttpResponse:
    actor, user = request.actor, request.user
    assert isinstance(user, User)
    words = [(word, rules.WORD_TITLES[word]) for word in rules.API_WORDS if actor.holds(word)]
    form = TokenForm(request.POST or None, words=words)
    if request.method == "POST" and form.is_valid():
        try:
            made = make_token(actor=actor, user=user, **form.cleaned_data)
        except DomainError as error:
            form.add_error(error.field or None, error.message)
        else:
            return render(request, "org/token_made.html", None, {"made": made})
    context = {
        "form": form,
        "tokens": tokens_of(actor)[:50],
        "back_url": reverse("accounts:account"),
    }
    return render(request, "org/token_list.html", None, context, 422 if form.is_bound else 200)


def token_revoke(request: Request, pk: int) -> HttpResponse:
    token = get_object_or_404(visible_tokens(request.actor).select_related("user"), pk=pk)
    if request.method == "POST":
        revoke_token(actor=request.actor, token=token)
        toast(request, f"Khóa {token.name} không dùng được nữa.")
        return redirect(request, "org:token_list")
    return render_question(
        request, "org/_token_revoke.html", {"token": token}, title="Thu hồi khóa này?"
    )
