"""Those who were picked in a list."""

from collections.abc import Sequence
from uuid import UUID

from bongca.core.actor import Actor
from bongca.members.policies import visible_members
from bongca.people.models import Person


def picked_members(actor: Actor, keys: Sequence[UUID]) -> list[Person]:
    """Return those of the picked whom the actor sees, in the order of names."""
    people = visible_members(actor).filter(pk__in=keys).select_related("unit__parent")
    return list(people.order_by("sort_key", "pk"))
