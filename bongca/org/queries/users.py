"""Who works where with which rights, and whom to call when one cannot get in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from bongca.accounts.models import User
from bongca.accounts.rules import username_base
from bongca.core.actor import Actor
from bongca.core.text import nfc
from bongca.org import policies, rules
from bongca.org.models import Grant, Unit


@dataclass(frozen=True, slots=True)
class Superior:
    """The office one tier up that can open the door again."""

    office: str
    unit_name: str
    name: str
    phone: str


def users_below(actor: Actor, search: str = "", unit: Unit | None = None) -> QuerySet[User]:
    """Return the users the actor keeps, by name, with their grants of today ready to read."""
    found = policies.visible_users(actor)
    words = nfc(search)
    if words:
        # The name to sign in with is made of the name without marks: "ngo thi man" finds mannt.
        found = found.filter(
            Q(display_name__icontains=words)
            | Q(username__startswith=words.lower())
            | Q(username__startswith=username_base(words))
        )
    if unit is not None:
        inside = Grant.objects.filter(unit__lft__gte=unit.lft, unit__lft__lte=unit.rgt)
        found = found.filter(pk__in=inside.values("user_id"))
    return found.prefetch_related(_present_grants(actor)).order_by("username")


def _present_grants(actor: Actor) -> "Prefetch[str, QuerySet[Grant], str]":
    grants = (
        policies.visible_grants(actor)
        .filter(during__contains=actor.today)
        .select_related("unit", "partner")
        .order_by("unit__lft", "pk")
    )
    return Prefetch("grants", queryset=grants, to_attr="present_grants")


def grant_history(actor: Actor, user: User) -> QuerySet[Grant]:
    """Return the user's grants within the actor's reach, the present ones first."""
    return (
        policies.visible_grants(actor)
        .filter(user=user)
        .select_related("unit", "partner")
        .order_by("-during", "pk")
    )


def grants_to_confirm(actor: Actor) -> QuerySet[Grant]:
    """Return the grants at Central that wait for a second person who may be this actor."""
    if not actor.holds("grants.give") or not policies.sees_everything(actor):
        return Grant.objects.none()
    return (
        Grant.objects.filter(
            unit__tier="central", confirmed_at__isnull=True, during__contains=actor.today
        )
        .exclude(Q(given_by_id=actor.user_id) | Q(user_id=actor.user_id))
        .select_related("user", "unit")
        .order_by("given_at")
    )


def grant_words(grant: Grant) -> str:
    """Return a grant in words: Chủ tịch Hội NCT xã, Hội NCT xã Tân Yên."""
    role = rules.ROLES.get(grant.role)
    title = grant.title or (role.title if role else grant.role)
    place = grant.unit.name if grant.unit else grant.partner.name if grant.partner else ""
    return f"{title}, {place}"


def officer_above(user: User, today: date) -> Superior | None:
    """Return who can give this user a new password: the nearest one above, never the user."""
    above = policies.resetters_over(user, today).first()
    if above is None or above.unit is None:
        return None
    office = above.title or rules.ROLES[above.role].title
    phone = above.unit.phone or above.user.phone
    return Superior(office, above.unit.name, above.user.display_name, phone)


def roles_for(*tiers: str) -> Iterable[rules.Role]:
    """Return the roles that can be given at one of these tiers."""
    return [role for role in rules.ROLES.values() if role.tiers & set(tiers)]


def offered_units(actor: Actor, around: int | None = None) -> QuerySet[Unit]:
    """Return where a right can be given from a page: one unit in sight and those right below."""
    seen = policies.visible_units(actor).filter(is_open=True)
    middle = around if around is not None and seen.filter(pk=around).exists() else actor.unit_id
    return seen.filter(Q(pk=middle) | Q(parent_id=middle)).order_by("lft")


def acting_grants(user: User, today: date) -> QuerySet[Grant]:
    """Return the grants a user may act through today."""
    return policies.grants_of(user, today)
