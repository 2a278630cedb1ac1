"""The tree on any day, as far as it is known."""

from datetime import date

from django.db.models import QuerySet

from bongca.core.actor import Actor
from bongca.org import policies
from bongca.org.models import Unit


def units_below(actor: Actor, unit: Unit, on: date) -> QuerySet[Unit]:
    """Return the units that stood below `unit` on that day, of those the actor may see today."""
    return policies.visible_units(actor).filter(
        ancestry__ancestor=unit, ancestry__during__contains=on
    )
