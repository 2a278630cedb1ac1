"""Whom one may sign in as in the demonstration."""

from bongca.accounts.models import User
from bongca.core.demonstration import SignInPerson
from bongca.org.models import Grant, Unit
from bongca.org.queries.header import place_line
from bongca.portal.rules.demo_cast import CAST, PARTNER, PASSWORD


def demo_people() -> list[SignInPerson]:
    """Return the people shown in the table of `make run`, as far as they are there."""
    grants = Grant.objects.filter(user__username__in=[person.username for person in CAST])
    places = {
        grant.user.username: f"{grant.unit.name}, {grant.unit.place_name}"
        if grant.unit
        else PARTNER
        for grant in grants.select_related("user", "unit")
    }
    users = {user.username: user for user in User.objects.filter(username__in=places)}
    return [
        SignInPerson(
            person.username,
            PASSWORD,
            f"{users[person.username].addressed}, {person.title}",
            places[person.username],
        )
        for person in CAST
        if person.is_shown and person.username in places
    ]


def _place(unit: Unit) -> str:
    return ", ".join(filter(None, [unit.name, place_line(unit)]))
