"""The texts people are asked to agree to."""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.org.policies import visible_units
from bongca.privacy.models import ConsentText
from bongca.privacy.policies import require_some, visible_texts


def own_unit(actor: Actor) -> Unit:
    """Return the unit the actor works for; raises Http404 without one."""
    return get_object_or_404(visible_units(actor).select_related("parent"), pk=actor.unit_id or 0)


def listed_texts(actor: Actor) -> QuerySet[ConsentText]:
    """Return the texts of the actor's own unit and those above. Raises NotAllowed."""
    require_some(actor)
    over = visible_texts(actor).filter(unit__lft__lte=actor.lft, unit__rgt__gte=actor.lft)
    return over.select_related("unit").order_by("-from_on", "unit__lft")
