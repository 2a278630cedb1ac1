"""The registered paper that a task or a programme cites, where the actor may open it."""

from datetime import date

from django.urls import reverse

from bongca.core.actor import Actor
from bongca.documents.policies import visible_incoming, visible_outgoing
from bongca.documents.rules.numbers import symbol_key


def paper_url(actor: Actor, symbol: str, issued_on: date | None) -> str:
    """Return the page of the paper with this symbol in the actor's registers, or nothing.

    A day that is said must be the paper's own: two years may bear one symbol. At most two
    statements, none without a symbol.
    """
    key = symbol_key(symbol) if symbol else ""
    if not key:
        return ""
    went = visible_outgoing(actor).filter(symbol_key=key)
    came = visible_incoming(actor).filter(symbol_key=key)
    if issued_on is not None:
        went, came = went.filter(issued_on=issued_on), came.filter(written_on=issued_on)
    for pk in went.order_by("-issued_on", "-pk").values_list("pk", flat=True)[:1]:
        return reverse("documents:outgoing_detail", args=[pk])
    for pk in came.order_by("-arrived_on", "-pk").values_list("pk", flat=True)[:1]:
        return reverse("documents:incoming_detail", args=[pk])
    return ""
