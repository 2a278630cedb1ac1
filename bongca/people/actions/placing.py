"""The one place that copies where a person stands from the unit (design.md 14.3)."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from bongca.org.models import Unit
from bongca.people.models import (
    Circumstance,
    FamilyContact,
    IdentityClaim,
    Person,
    PersonMerge,
    SensitiveRecord,
)
from bongca.people.signals import person_placed


def place_person(person: Person, unit: Unit) -> None:
    """Put a person into a unit: unit, position, commune and province, with all that follows them.

    The person row itself is not saved; what hangs on it is. Part of an action, not one itself.
    """
    person.unit = unit
    person.unit_pos = unit.lft
    person.commune_id = unit.commune_id  # by id: a roll places thousands, none may cost a query
    person.province_id = unit.province_id
    if person._state.adding:
        return
    IdentityClaim.objects.filter(person=person).update(unit_pos=unit.lft)
    SensitiveRecord.objects.filter(person=person).update(unit_pos=unit.lft)
    Circumstance.objects.filter(person=person).update(unit_pos=unit.lft)
    FamilyContact.objects.filter(person=person).update(unit_pos=unit.lft)
    PersonMerge.objects.filter(kept_id=person.pk).update(unit_pos=unit.lft)
    person_placed.send(sender=Person, person=person, unit=unit)


def let_follow(tables: Sequence[str], person_id: UUID) -> None:
    """Put the rows of these tables where a person stands who was moved across scopes.

    Part of an action; each table has its definer function (`core.definer.follow_person`).
    """
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"select public.{table}_follow(%s)", [person_id])
