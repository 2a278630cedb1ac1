"""Which members an actor may see and write."""

from django.db.models import QuerySet

from bongca.core.actor import Actor, Reach
from bongca.members.models import MemberCount, MemberCountDelta, Membership
from bongca.org.models import Unit
from bongca.org.policies import may
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.people.policies import visible_persons

_CARRIES = (Reach.BELOW, Reach.UNIT)


def visible_members(actor: Actor) -> QuerySet[Person]:
    """Return the persons of the actor's scope who are or once were members; no merged rows."""
    return visible_persons(actor).exclude(status__in=(PersonStatus.NOT_MEMBER, PersonStatus.MERGED))


def visible_memberships(actor: Actor) -> QuerySet[Membership]:
    """Return the recorded periods in units of the actor's scope, withdrawn ones included."""
    if not actor.is_system and actor.reach("members.view") not in _CARRIES:
        return Membership.objects.none()
    return Membership.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_counts(actor: Actor) -> QuerySet[MemberCount]:
    """Return the kept counts of the actor's scope: figures without persons."""
    if not actor.is_system and not actor.holds("figures.view"):
        return MemberCount.objects.none()
    return MemberCount.objects.filter(commune_pos__gte=actor.lft, commune_pos__lte=actor.rgt)


def visible_count_changes(actor: Actor) -> QuerySet[MemberCountDelta]:
    """Return the changes of kept counts not yet folded in, for the actor's scope."""
    if not actor.is_system and not actor.holds("figures.view"):
        return MemberCountDelta.objects.none()
    return MemberCountDelta.objects.filter(commune_pos__gte=actor.lft, commune_pos__lte=actor.rgt)


def can_edit_members(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor writes the roll of this unit."""
    return may(actor, "members.edit", unit)


def can_export_members(actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor may take the list of this unit out of the product."""
    return may(actor, "members.export", unit)
