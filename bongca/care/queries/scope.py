"""The persons of a unit and everything below it, on the index that fits its tier."""

from django.db.models import QuerySet

from bongca.care.policies import VIEW
from bongca.core.actor import Actor
from bongca.members.policies import visible_members
from bongca.members.queries.lists import UnitTooWide, parts_of
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.people.enums import PersonStatus
from bongca.people.models import Person

# Whoever is alive and here: also those who left the Association keep their age and their rights.
NOT_HERE = (PersonStatus.DECEASED, PersonStatus.MOVED)
HERE = (
    PersonStatus.MEMBER,
    PersonStatus.TRANSFERRING,
    PersonStatus.LEFT,
    PersonStatus.STRUCK_OFF,
)


def living_persons(actor: Actor, unit: Unit) -> QuerySet[Person]:
    """Return the living persons in the register of a unit and below.

    Raises UnitTooWide above a province, NotAllowed; Http404 outside the actor's scope.
    """
    require(actor, VIEW, unit)
    rows = visible_members(actor).exclude(status__in=NOT_HERE)
    if unit.tier == Tier.PROVINCE:
        return rows.filter(province_id=unit.pk)
    if unit.tier == Tier.COMMUNE:
        return rows.filter(commune_id=unit.pk)
    if unit.tier in (Tier.BRANCH, Tier.GROUP):
        return rows.filter(unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt)
    raise UnitTooWide


def units_to_choose(actor: Actor, chosen: Unit) -> list[Unit]:
    """Return the units a list can be of: the actor's own, those directly below, the chosen one."""
    own = visible_units(actor).filter(pk=actor.unit_id or 0).first()
    if own is None:
        return [chosen]
    units = [own, *parts_of(actor, own)]
    return units if chosen.pk in {unit.pk for unit in units} else [*units, chosen]
