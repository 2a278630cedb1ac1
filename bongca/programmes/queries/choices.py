"""To whom a unit may give a task: units below, its bodies, its people, the partners."""

from collections.abc import Sequence
from dataclasses import dataclass

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.offices.models import Body
from bongca.org import rules as org_rules
from bongca.org.models import Grant, Partner, Unit
from bongca.programmes.queries.programmes import partners_today
from bongca.programmes.rules.tiers import tier_below

MOST = 400
_WORKING = tuple(code for code, role in org_rules.ROLES.items() if "tasks.carry" in role.words)


@dataclass(frozen=True, slots=True)
class Choices:
    """All who may be picked, as the page offers them."""

    tier: str
    units: Sequence[Unit]
    bodies: Sequence[Body]
    users: Sequence[User]
    partners: Sequence[Partner]


def units_to_pick(unit: Unit) -> list[Unit]:
    """Return the open units of the tier below, by name."""
    below = Unit.objects.filter(parent=unit, is_open=True, tier=tier_below(unit.tier))
    return list(below.order_by("sort_key", "pk")[:MOST])


def choices_at(actor: Actor, unit: Unit) -> Choices:
    """Return to whom a task of this unit may be given; four statements."""
    bodies = Body.objects.filter(unit=unit, during__contains=actor.today)
    grants = Grant.objects.filter(unit=unit, role__in=_WORKING, during__contains=actor.today)
    users = User.objects.filter(pk__in=grants.values("user_id"), is_active=True)
    return Choices(
        tier=unit.tier,
        units=units_to_pick(unit),
        bodies=list(bodies.order_by("name", "pk")[:MOST]),
        users=list(users.order_by("display_name", "pk")[:MOST]),
        partners=list(partners_today(actor.today)[:MOST]),
    )
