"""Which applications, transfers and pauses an actor may see, and which units may receive."""

from django.db.models import QuerySet

from bongca.admissions.models import Application, Pause, TogetherAct, Transfer
from bongca.core.actor import Actor, Reach
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import may

_CARRIES = (Reach.BELOW, Reach.UNIT)
RECEIVES = (Tier.COMMUNE, Tier.BRANCH)


def visible_applications(actor: Actor) -> QuerySet[Application]:
    """Return the applications to units of the actor's scope."""
    if not _sees_members(actor):
        return Application.objects.none()
    return Application.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_transfers(actor: Actor) -> QuerySet[Transfer]:
    """Return the sides of transfers that units of the actor's scope hold."""
    if not _sees_members(actor):
        return Transfer.objects.none()
    return Transfer.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_pauses(actor: Actor) -> QuerySet[Pause]:
    """Return the pauses of members in the actor's scope."""
    if not _sees_members(actor):
        return Pause.objects.none()
    return Pause.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_together_acts(actor: Actor) -> QuerySet[TogetherAct]:
    """Return what was done with several members at once by units of the actor's scope."""
    if not _sees_members(actor):
        return TogetherAct.objects.none()
    return TogetherAct.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def receiving_units(actor: Actor) -> QuerySet[Unit]:
    """Return the units of other communes to which a member can be sent.

    Names and places of units are known in the whole Association; nothing else of them is shown.
    """
    if not actor.is_system and not actor.holds("members.edit"):
        return Unit.objects.none()
    return Unit.objects.filter(is_open=True, tier__in=RECEIVES)


def can_decide(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor records what this unit decided about members."""
    return may(actor, "members.edit", unit)


def _sees_members(actor: Actor) -> bool:
    return actor.is_system or actor.reach("members.view") in _CARRIES
