"""Follow the tree: rows of persons move with the unit they stand in."""

from django.db import connection, models, transaction
from django.db.models import F

from bongca.core.scope import whole_tree
from bongca.people.models import (
    Circumstance,
    FamilyContact,
    IdentityClaim,
    Person,
    PersonMerge,
    SensitiveRecord,
)

PLACED: tuple[type[models.Model], ...] = (
    Person,
    IdentityClaim,
    SensitiveRecord,
    Circumstance,
    FamilyContact,
    PersonMerge,
)

_COPY_COMMUNE = """
    update people_person person
    set commune_id = unit.commune_id, province_id = unit.province_id
    from org_unit unit
    where unit.id = person.unit_id
      and person.unit_pos between %s and %s
      and (person.commune_id, person.province_id)
          is distinct from (unit.commune_id, unit.province_id)
"""


@transaction.atomic
def shift_positions(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move every row of persons in this interval of the tree by `delta`.

    The installation's own work inside a change of the tree, which has asked for the rights; the
    commune and province are copied again from the units, which have moved already.
    """
    with whole_tree():
        for model in PLACED:
            rows = model._default_manager.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
            rows.update(unit_pos=F("unit_pos") + delta)
        with connection.cursor() as cursor:
            cursor.execute(_COPY_COMMUNE, [old_lft + delta, old_rgt + delta])
