"""The cards of one person, and the page that anybody reaches by scanning one."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from bongca.cards.actions.ending import end_card, undo_ending
from bongca.cards.actions.handing import undo_hand_over
from bongca.cards.actions.listing import drop_card
from bongca.cards.enums import CardState, Standing
from bongca.cards.forms.cards import DropForm, EndCardForm
from bongca.cards.policies import can_make_cards
from bongca.cards.queries.batches import cards_of_person
from bongca.cards.queries.checking import check_card
from bongca.cards.views.shown import CARD_TAGS
from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import State, redirect, render, toast
from bongca.members.queries.persons import seen_person
from bongca.people.models import Person

CHECK_TAGS = {
    Standing.VALID: State.ACCEPTED.tag(Standing.VALID.label),
    Standing.NOT_HANDED: State.DUE.tag(Standing.NOT_HANDED.label),
    Standing.ENDED: State.UNREADABLE.tag(Standing.ENDED.label),
    Standing.UNKNOWN: State.UNCLEAR.tag(Standing.UNKNOWN.label),
}


@require_GET
def person_cards(request: Request, pk: UUID) -> HttpResponse:
    return _page(request, seen_person(request.actor, pk))


@require_POST
def card_end(request: Request, pk: UUID, card_id: UUID) -> HttpResponse:
    person = seen_person(request.actor, pk)
    form = EndCardForm(request.POST)
    if form.is_valid():
        try:
            card = end_card(actor=request.actor, card_id=card_id, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, refusal.message)
        else:
            undo = reverse("cards:card_undo", args=[person.pk, card.pk])
            toast(request, f"Đã ghi: {card.get_state_display().lower()}.", undo_url=undo)
            return redirect(request, "cards:person_cards", pk)
    return _page(request, person, end_form=form)


@require_POST
def card_drop(request: Request, pk: UUID, card_id: UUID) -> HttpResponse:
    person = seen_person(request.actor, pk)
    form = DropForm(request.POST)
    if form.is_valid():
        drop_card(actor=request.actor, card_id=card_id, why=form.cleaned_data["why"])
        toast(request, f"Đã bỏ thẻ của {person.full_name} khỏi danh sách in.")
        return redirect(request, "cards:person_cards", pk)
    return _page(request, person, drop_form=form)


@require_POST
def card_undo(request: Request, pk: UUID, card_id: UUID) -> HttpResponse:
    """Take back the last thing said of a card: handed over, lost, called back."""
    person = seen_person(request.actor, pk)
    states = {card.pk: card.state for card in cards_of_person(request.actor, person)}
    act = undo_hand_over if states.get(card_id) == CardState.HANDED else undo_ending
    act(actor=request.actor, card_id=card_id)
    toast(request, "Đã lấy lại việc vừa ghi về thẻ.")
    return redirect(request, "cards:person_cards", pk)


@login_not_required
@require_GET
def card_check(request: Request, token: str) -> HttpResponse:
    """Tell anybody who scanned a card its number, initials and whether it is valid."""
    checked = check_card(token)
    context = {"checked": checked, "tag": CHECK_TAGS[checked.standing]}
    return render(request, "cards/card_check.html", None, context)


def _page(
    request: Request,
    person: Person,
    end_form: EndCardForm | None = None,
    drop_form: DropForm | None = None,
) -> HttpResponse:
    cards = cards_of_person(request.actor, person)
    last = cards[0] if cards else None
    may_act = can_make_cards(request.actor, person.unit)
    context = {
        "person": person,
        "cards": [(card, CARD_TAGS[card.state]) for card in cards],
        "last": last,
        "may_act": may_act,
        "end_form": end_form or EndCardForm(),
        "drop_form": drop_form or DropForm(),
        "may_end": may_act and last and last.state in (CardState.PRINTED, CardState.HANDED),
        "may_drop": may_act and last and last.state == CardState.LISTED,
        "may_undo": may_act
        and last
        and last.state in (CardState.HANDED, CardState.LOST, CardState.RECALLED),
    }
    status = 422 if end_form or drop_form else 200
    return render(request, "cards/person_cards.html", None, context, status)
