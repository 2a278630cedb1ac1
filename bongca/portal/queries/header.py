"""Who is signed in, in the header; whom to call, in the footer."""

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
    for unit in _units_above(actor):
        grant = _helper_at(unit, actor)
        if grant is not None:
            office = grant.title or unit.name
            return HelpLine(f"{grant.user.addressed}, {office}", grant.user.phone or unit.phone)
        if unit.phone:
            return HelpLine(unit.name, unit.phone)
    return None


def _units_above(actor: Actor) -> list[Unit]:
    """From the nearest up; Central itself calls its own office."""
    if actor.unit_id is None:
        return list(Unit.objects.filter(tier="central", is_open=True)[:1])
    above = Unit.objects.filter(lft__lt=actor.lft, rgt__gte=actor.rgt, is_open=True)
    found = list(above.exclude(tier__in=("group", "branch")).order_by("-lft"))
    return found or list(Unit.objects.filter(pk=actor.unit_id))


def _helper_at(unit: Unit, actor: Actor) -> Grant | None:
    for role in HELPERS.get(unit.tier, ()):
        grants = Grant.objects.filter(unit=unit, role=role, during__contains=actor.today)
        named = grants.exclude(user=actor.user_id).filter(user__is_active=True)
        first = named.select_related("user").order_by("pk").first()
        if first is not None:
            return first
    return None
