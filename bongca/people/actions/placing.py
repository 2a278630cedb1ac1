"""The one place that copies where a person stands from the unit (design.md 14.3)."""

from bongca.org.models import Unit
from bongca.people.models import (
    Circumstance,
    FamilyContact,
    IdentityClaim,
    Person,
    PersonMerge,
    SensitiveRecord,
)


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
