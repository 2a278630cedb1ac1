"""Who is signed in, in the header; whom to call, in the footer."""

from django.db.models import Q
from django.urls import reverse

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.ui import HelpLine, PersonLine
from bongca.org.models import Grant, Unit

# Whoever answers for a tier, the one to be called first.
HELPERS = {
    "commune": ("commune_chair",),
    "province": ("province_office",),
    "central": ("central_office", "administrator"),
}

_OF_HELPER = (
    "role", "title", "unit", "user__salutation", "user__display_name", "user__phone",
)  # fmt: skip


def person_line(actor: Actor) -> PersonLine | None:
    """The actor's name, office and form of address."""
    user = User.objects.filter(pk=actor.user_id).first() if actor.user_id else None
    if user is None:
        return None
    office = actor.label.removeprefix(user.display_name).removeprefix(", ")
    return PersonLine(
        user.display_name, office, user.get_salutation_display(), reverse("accounts:account")
    )


def help_line(actor: Actor) -> HelpLine | None:
    """The next tier up, by name and with a number; its office where nobody is named."""
    units = _units_above(actor)
    helpers = _helpers_at(units, actor)
    for unit in units:
        grant = helpers.get(unit.pk)
        if grant is not None:
            office = grant.title or unit.name
            return HelpLine(f"{grant.user.addressed}, {office}", grant.user.phone or unit.phone)
        if unit.phone:
            return HelpLine(unit.name, unit.phone)
    return None


def _units_above(actor: Actor) -> list[Unit]:
    """From the nearest up; Central itself calls its own office."""
    units = Unit.objects.only("name", "tier", "phone")
    if actor.unit_id is None:
        return list(units.filter(tier="central", is_open=True)[:1])
    above = units.filter(lft__lt=actor.lft, rgt__gte=actor.rgt, is_open=True)
    found = list(above.exclude(tier__in=("group", "branch")).order_by("-lft"))
    return found or list(units.filter(pk=actor.unit_id))


def _helpers_at(units: list[Unit], actor: Actor) -> dict[int, Grant]:
    """Whom to call at each of the units; one statement for all of them."""
    asked = Q(pk__in=())
    for unit in units:
        asked |= Q(unit=unit, role__in=HELPERS.get(unit.tier, ()))
    grants = Grant.objects.filter(asked, during__contains=actor.today, user__is_active=True)
    named = grants.exclude(user=actor.user_id).select_related("user").only(*_OF_HELPER)
    roles = [role for group in HELPERS.values() for role in group]
    found: dict[int, Grant] = {}
    for grant in sorted(named, key=lambda grant: (roles.index(grant.role), grant.pk)):
        found.setdefault(grant.unit_id or 0, grant)
    return found
