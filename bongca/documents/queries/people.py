"""Who may be asked to instruct or to deal with a paper: those who work at the unit today."""

from datetime import date

from bongca.accounts.models import User
from bongca.org.models import Grant, Unit
from bongca.org.rules import ROLES


def holders_of(unit: Unit, word: str, today: date) -> list[User]:
    """Return the users who hold the permission word at this unit today, by name."""
    roles = [code for code, role in ROLES.items() if word in role.words]
    grants = Grant.objects.filter(
        unit=unit, role__in=roles, during__contains=today, user__is_active=True
    )
    if unit.tier == "central":
        grants = grants.filter(confirmed_at__isnull=False)
    found = {grant.user_id: grant.user for grant in grants.select_related("user")}
    return sorted(found.values(), key=lambda user: user.display_name)
