"""Moving a unit with all below it; and keeping writers out while the tree is rearranged."""

from datetime import date

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError
from bongca.core.integrity import said_in_words
from bongca.org import policies, rules
from bongca.org.actions.ancestry import rehang
from bongca.org.actions.names import rename_place_below
from bongca.org.actions.positions import free_slot, lock_tree, renumber_children, shift
from bongca.org.actions.units import require_from_above
from bongca.org.enums import LineageKind
from bongca.org.models import Freeze, ReorganisationPlan, Unit, UnitLineage

SENTENCES = {"freeze_once_a_unit": "Đơn vị này đang được sắp xếp lại rồi."}


@transaction.atomic
def move_unit(
    *, actor: Actor, unit: Unit, parent: Unit, on: date, citation: str = "", version: int
) -> Unit:
    """Put a unit, with all below it, under another parent of the same tier from `on`.

    The interval of the whole subtree moves by one number and the apps above move their rows.
    Raises DomainError for a parent that cannot be, Changed, LaterChange, NoRoom, Frozen.
    """
    require_from_above(actor, unit)
    policies.require_writable(actor, "units.edit", parent)
    lock_tree()
    unit = _latest(unit, version)
    parent = Unit.objects.select_for_update().get(pk=parent.pk)
    _require_movable(actor, unit, parent, on)
    rehang(unit, parent, on)
    before = unit.parent_id
    lft, _ = free_slot(parent)
    unit.refresh_from_db()  # closing gaps may have moved it
    shift(
        unit.lft,
        unit.rgt,
        lft - unit.lft,
        province_id=parent.province_id,
        commune_id=unit.pk if unit.tier == "commune" else parent.commune_id,
    )
    _settle_place(unit, parent)
    UnitLineage.objects.create(
        source=unit, target=unit, on=on, kind=LineageKind.MOVED, citation=citation
    )
    audit.record(
        actor,
        "org.move_unit",
        unit,
        changes={"parent": [before, parent.pk], "on": on, "citation": citation},
    )
    return Unit.objects.get(pk=unit.pk)


@transaction.atomic
def renumber_units(*, actor: Actor, parent: Unit) -> int:
    """Close the gaps between the places of the units directly below; return how many moved."""
    policies.require_writable(actor, "units.edit", parent)
    lock_tree()
    moved = renumber_children(Unit.objects.select_for_update().get(pk=parent.pk))
    audit.record(actor, "org.renumber_units", parent, changes={"moved": moved})
    return moved


@transaction.atomic
def freeze_unit(
    *, actor: Actor, unit: Unit, reason: str, plan: ReorganisationPlan | None = None
) -> Freeze:
    """Keep everybody from writing into the unit and below it until it is thawed.

    Raises DomainError when it is frozen already.
    """
    require_from_above(actor, unit)
    with said_in_words(SENTENCES):
        freeze = Freeze.objects.create(unit=unit, plan=plan, reason=reason, since=clock.now())
    audit.record(actor, "org.freeze_unit", unit, changes={"reason": reason})
    return freeze


@transaction.atomic
def thaw_unit(*, actor: Actor, unit: Unit) -> None:
    """Let people write into the unit again; nothing happens when it is not frozen."""
    policies.require(actor, "units.edit", unit)
    thawed = Freeze.objects.filter(unit=unit, until__isnull=True).update(until=clock.now())
    if thawed:
        audit.record(actor, "org.thaw_unit", unit)


def _latest(unit: Unit, version: int) -> Unit:
    latest = Unit.objects.select_for_update().get(pk=unit.pk)
    if latest.version != version:
        raise Changed(theirs={"Tên": latest.name}, yours={"Tên": unit.name})
    return latest


def _require_movable(actor: Actor, unit: Unit, parent: Unit, on: date) -> None:
    if not unit.is_open or not parent.is_open:
        raise DomainError("closed", "Đơn vị đã kết thúc hoạt động thì không chuyển được.")
    if rules.CHILD_TIER.get(parent.tier) != unit.tier or parent.pk == unit.parent_id:
        raise DomainError(
            "wrong_parent", f"{unit.name} không chuyển về {parent.name} được.", field="parent"
        )
    if on > actor.today:
        raise DomainError("day_to_come", "Ngày này chưa tới. Xin ghi ngày đã qua.", field="on")


def _settle_place(unit: Unit, parent: Unit) -> None:
    place = rules.place_name(unit.tier, unit.name, parent.place_name)
    sort_key, search_name = rules.unit_keys(unit.name, place)
    before = unit.place_name
    Unit.objects.filter(pk=unit.pk).update(
        parent=parent,
        place_name=place,
        sort_key=sort_key,
        search_name=search_name,
        version=unit.version + 1,
    )
    unit.refresh_from_db()
    rename_place_below(unit, before, place)
