"""What every page says of the unit, and what a search over everything finds among units."""

from django.urls import reverse
from django.utils.http import urlencode

from bongca.core.actor import Actor
from bongca.core.ui import UnitLine
from bongca.core.ui.search import Hit, HitGroup
from bongca.org.models import Unit
from bongca.org.policies import in_sight
from bongca.org.queries.search import find_units

FEW = 5


def unit_line(actor: Actor) -> UnitLine | None:
    """Return the actor's unit in full and the place it stands in."""
    if actor.unit_id is None:
        return None
    units = Unit.objects.select_related("parent").only("name", "tier", "parent__place_name")
    unit = units.filter(pk=actor.unit_id).first()
    return UnitLine(unit.name, place_line(unit)) if unit else None


def place_line(unit: Unit) -> str:
    """Return where a unit stands without repeating its own name: tỉnh Lào Cai for a commune."""
    return unit.parent.place_name if unit.parent and unit.tier != "province" else ""


def search_units(actor: Actor, words: str) -> HitGroup | None:
    """Return the few units nearest to these words, of those whose page the actor may open."""
    found = [unit for unit in find_units(actor, words) if in_sight(actor, unit)]
    hits = [
        Hit(unit.name, place_line(unit), reverse("org:unit_detail", args=[unit.pk]))
        for unit in found[:FEW]
    ]
    more = f"{reverse('org:unit_find')}?{urlencode({'q': words})}" if len(found) > FEW else ""
    return HitGroup("Đơn vị", hits, more) if hits else None
