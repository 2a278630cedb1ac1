"""Which offices an actor may see and fill."""

from django.db.models import QuerySet

from bongca.core.actor import Actor, Reach
from bongca.offices.models import Appointment, Body
from bongca.org import policies as org_policies
from bongca.org.models import Unit

_SEES = (Reach.BELOW, Reach.UNIT, Reach.TOPIC)


def visible_appointments(actor: Actor) -> QuerySet[Appointment]:
    """Return what was recorded in the actor's interval and not voided; names of officers are
    public within the Association, the persons behind them are not.
    """
    if not actor.is_system and actor.reach("offices.view") not in _SEES:
        return Appointment.objects.none()
    return Appointment.objects.filter(
        unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt, voided_at__isnull=True
    )


def visible_bodies(actor: Actor) -> QuerySet[Body]:
    """Return the bodies of the units in the actor's interval."""
    if not actor.is_system and actor.reach("offices.view") not in _SEES:
        return Body.objects.none()
    return Body.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def can_appoint(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor may record who holds an office of this unit."""
    return org_policies.may(actor, "offices.appoint", unit)
