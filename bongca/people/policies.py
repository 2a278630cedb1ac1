"""Which persons an actor may see, and what of them."""

from django.db.models import QuerySet

from bongca.core.actor import Actor, Reach
from bongca.people.models import (
    Circumstance,
    FamilyContact,
    IdentityClaim,
    Person,
    PersonMerge,
    SensitiveRecord,
)

_CARRIES = (Reach.BELOW, Reach.UNIT)


def visible_persons(actor: Actor) -> QuerySet[Person]:
    """Return the persons in the actor's interval; nobody without the word `members.view`."""
    if not actor.is_system and actor.reach("members.view") not in _CARRIES:
        return Person.objects.none()
    return Person.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_claims(actor: Actor) -> QuerySet[IdentityClaim]:
    """Return the identity claims the actor may open; showing one is an act of its own."""
    if not actor.is_system and actor.reach("people.identity") not in _CARRIES:
        return IdentityClaim.objects.none()
    return IdentityClaim.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_merges(actor: Actor) -> QuerySet[PersonMerge]:
    """Return the merges of persons in the actor's interval, for those who may merge."""
    if not actor.is_system and actor.reach("people.merge") not in _CARRIES:
        return PersonMerge.objects.none()
    return PersonMerge.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_sensitive(actor: Actor) -> QuerySet[SensitiveRecord]:
    """Return sensitive records: only with `people.sensitive`, never by being administrator."""
    if actor.reach("people.sensitive") not in _CARRIES:
        return SensitiveRecord.objects.none()
    return SensitiveRecord.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_circumstances(actor: Actor) -> QuerySet[Circumstance]:
    """Return how the persons of the actor's interval live, for those who see the persons."""
    if not actor.is_system and actor.reach("members.view") not in _CARRIES:
        return Circumstance.objects.none()
    return Circumstance.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)


def visible_family_contacts(actor: Actor) -> QuerySet[FamilyContact]:
    """Return whom to call about the persons of the actor's interval."""
    if not actor.is_system and actor.reach("members.view") not in _CARRIES:
        return FamilyContact.objects.none()
    return FamilyContact.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)
