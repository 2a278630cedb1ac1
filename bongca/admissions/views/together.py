"""Acts on those who were picked in the list of members."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from bongca.admissions.actions.together import move_together, record_deaths, undo_together
from bongca.admissions.forms.together import DeathsForm, MoveTogetherForm
from bongca.admissions.models import TogetherAct
from bongca.admissions.queries.lists import places_in
from bongca.admissions.queries.picked import picked_members
from bongca.admissions.views.parts import form_page, say
from bongca.core.errors import DomainError
from bongca.core.http import Request, keys_in
from bongca.core.ui import redirect, toast
from bongca.members.queries.persons import unit_to_write
from bongca.people.models import Person


def move_page(request: Request) -> HttpResponse:
    own = unit_to_write(request.actor)
    people = _picked(request)
    places = places_in(request.actor, own)
    form = MoveTogetherForm(
        request.POST or None, places=places, initial={"on": request.actor.today}
    )
    if request.method == "POST" and form.is_valid():
        unit = next(one for one in places if one.pk == form.cleaned_data["unit"])
        keys = [person.pk for person in people]
        try:
            act = move_together(
                actor=request.actor, person_ids=keys, to_unit=unit, on=form.cleaned_data["on"]
            )
            return _done(request, act, f"Đã chuyển {len(keys)} người sang {unit.name}.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/together_move.html", form, people=people)


def deaths_page(request: Request) -> HttpResponse:
    unit_to_write(request.actor)
    people = _picked(request)
    form = DeathsForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            act = record_deaths(actor=request.actor, died=form.died())
            return _done(request, act, f"Đã ghi {len(people)} người qua đời.")
        except DomainError as refusal:
            say(form, refusal)
    return form_page(request, "admissions/together_deaths.html", form, people=people)


@require_POST
def undo(request: Request, pk: UUID) -> HttpResponse:
    act = undo_together(actor=request.actor, act_id=pk)
    toast(request, f"Đã hoàn tác cho cả {len(act.periods)} người.")
    return redirect(request, "members:member_list")


def _picked(request: Request) -> list[Person]:
    words = request.POST if request.method == "POST" else request.GET
    return picked_members(request.actor, keys_in(words.getlist("chon")))


def _done(request: Request, act: TogetherAct, words: str) -> HttpResponse:
    toast(request, words, undo_url=reverse("admissions:together_undo", args=[act.pk]))
    return redirect(request, "members:member_list")
