"""Founding many units below one parent at once: the chi hội of a commune, the tổ of a chi hội."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.text import nfc
from bongca.org import policies, rules
from bongca.org.actions.positions import NoRoom, free_slot, lock_tree
from bongca.org.actions.units import clean_name, require_day, require_names_free, tier_below
from bongca.org.models import Unit, UnitAncestry, UnitName


@transaction.atomic
def found_units(
    *, actor: Actor, parent: Unit, names: Sequence[str], on: date, citation: str = ""
) -> list[Unit]:
    """Found branches or groups below `parent` in the order of their names, all or none.

    Raises what `create_unit` raises; a name said twice counts as already used.
    """
    policies.require_writable(actor, "units.edit", parent)
    lock_tree()
    parent = Unit.objects.select_for_update().get(pk=parent.pk)
    tier = tier_below(parent, "")
    cleaned = [clean_name(rules.written_name(tier, nfc(name))) for name in names]
    require_day(actor, on, parent)
    require_names_free(parent, cleaned)
    units = Unit.objects.bulk_create(_units(parent, tier, cleaned, on, citation))
    UnitName.objects.bulk_create(
        UnitName(unit=unit, name=unit.name, during=(on, None), citation=citation) for unit in units
    )
    UnitAncestry.objects.bulk_create(
        UnitAncestry(unit=unit, ancestor_id=ancestor, depth=depth, during=during)
        for ancestor, depth, during in _above(parent, on)
        for unit in units
    )
    changes = {"parent": parent.pk, "names": cleaned, "on": on, "citation": citation}
    audit.record(actor, "org.found_units", parent, changes=changes)
    return units


def _units(parent: Unit, tier: str, names: list[str], on: date, citation: str) -> list[Unit]:
    units: list[Unit] = []
    if not names:
        return units
    lft, rgt = free_slot(parent)
    for name in names:
        if units:
            try:
                lft, rgt = rules.next_slot(parent.lft, parent.rgt, tier, lft)
            except rules.SlotsExhausted as error:
                raise NoRoom(parent) from error
        place = rules.place_name(tier, name, parent.place_name)
        sort_key, search_name = rules.unit_keys(name, place)
        units.append(
            Unit(
                name=name,
                tier=tier,
                parent=parent,
                province=parent.province,
                commune=parent.commune,
                lft=lft,
                rgt=rgt,
                during=(on, None),
                place_name=place,
                sort_key=sort_key,
                search_name=search_name,
                founded_by=citation,
            )
        )
    return units


def _above(parent: Unit, on: date) -> list[tuple[int, int, tuple[date, date | None]]]:
    """Return (ancestor, depth, days) of a unit that stands below `parent` from `on`."""
    rows = UnitAncestry.objects.filter(unit=parent, during__overlap=(on, None))
    above = [
        (row.ancestor_id, row.depth + 1, (max(on, row.during.lower or on), row.during.upper))
        for row in rows
    ]
    return [(parent.pk, 1, (on, None)), *above]
