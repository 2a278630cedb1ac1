"""What a person's page shows of applications, transfers and pauses."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from bongca.admissions.queries.person import affairs_of
from bongca.core.actor import Actor
from bongca.people.models import Person


def person_panel(request: HttpRequest, person: Person) -> SafeString | str:
    """Say what is on the way, and offer what may be done next."""
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set on every request
    affairs = affairs_of(actor, person)
    shown = [affairs.on_the_way, affairs.resting, affairs.waiting]
    able = [affairs.may_transfer, affairs.may_pause, affairs.may_apply]
    if not any(shown) and not any(able):
        return ""
    return render_to_string("admissions/_person.html", {"affairs": affairs}, request)
