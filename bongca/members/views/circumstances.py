"""How a member lives, and whom to call."""

from uuid import UUID

from django.http import HttpResponse

from bongca.core.errors import DomainError
from bongca.core.http import Request
from bongca.core.ui import redirect, render, toast
from bongca.members.forms.circumstances import CircumstancesForm
from bongca.members.queries.persons import person_to_write
from bongca.people.actions.circumstances import record_circumstances
from bongca.people.queries.circumstances import living_of


def circumstances_edit(request: Request, pk: UUID) -> HttpResponse:
    person = person_to_write(request.actor, pk)
    living = living_of(request.actor, person)
    form = CircumstancesForm(request.POST or None, initial=living.initial())
    if request.method == "POST" and form.is_valid():
        try:
            record_circumstances(
                actor=request.actor, person_id=pk, known=form.known(), kin=form.kin()
            )
            toast(request, f"Đã ghi hoàn cảnh của {person.full_name}.")
            return redirect(request, "members:member_detail", pk)
        except DomainError as refusal:
            form.add_error(refusal.field or None, refusal.message)
    context = {"form": form, "person": person}
    status = 422 if form.is_bound else 200
    return render(request, "members/circumstances_edit.html", None, context, status)
