"""Founding, renaming and closing a unit of the Association (domain.md 2.2, design.md 8)."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import DateField, F, Func, Value

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.org import policies, rules
from bongca.org.actions.ancestry import end_ancestry, open_ancestry
from bongca.org.actions.custody import hang_under
from bongca.org.actions.names import change_name, rename_place_below
from bongca.org.actions.positions import free_slot, lock_tree
from bongca.org.enums import LineageKind, OrgModel, Tier
from bongca.org.models import Covers, Grant, Territory, Unit, UnitLineage, UnitName
from bongca.org.queries.changes import affected_by
from bongca.org.signals import unit_closed

SENTENCES = {
    "unit_one_name_a_day": "Ngày đó đơn vị đã mang một tên khác.",
    "unit_one_ancestor_a_depth": "Ngày đó đơn vị đã thuộc một đơn vị khác.",
    "unit_covers_once_a_day": "Ngày đó đơn vị đã phụ trách địa bàn này rồi.",
    "org_unit_lft_key": "Có người vừa thêm đơn vị ở đây. Xin bấm ghi lần nữa.",
}


class CannotClose(DomainError):
    """Something still stands in the unit; `affected` names each noun and how many."""

    status = 409

    def __init__(self, unit: Unit, affected: list[rules.Affected]):
        left = ", ".join(f"{each.count} {each.noun}" for each in affected)
        super().__init__("cannot_close", f"Chưa kết thúc được {unit.name}: còn {left}.")
        self.affected = affected


@transaction.atomic
def create_unit(
    *,
    actor: Actor,
    parent: Unit,
    name: str,
    on: date,
    tier: str = "",
    citation: str = "",
    org_model: str = OrgModel.ASSOCIATION,
    phone: str = "",
    covers: Territory | None = None,
) -> Unit:
    """Found a unit below `parent`, in a free place of the tree, and return it.

    Raises DomainError for a day that cannot be, a tier that does not stand below the parent's, a
    name already used beside it; NoRoom; Frozen.
    """
    policies.require_writable(actor, "units.edit", parent)
    lock_tree()
    parent = Unit.objects.select_for_update().get(pk=parent.pk)
    tier = tier_below(parent, tier)
    name = clean_name(rules.written_name(tier, nfc(name)))
    require_day(actor, on, parent)
    require_names_free(parent, [name])
    lft, rgt = free_slot(parent)
    place = rules.place_name(tier, name, parent.place_name)
    sort_key, search_name = rules.unit_keys(name, place)
    with said_in_words(SENTENCES):
        unit = Unit.objects.create(
            name=name,
            tier=tier,
            org_model=org_model,
            parent=parent,
            province=parent.province,
            commune=parent.commune,
            lft=lft,
            rgt=rgt,
            during=(on, None),
            place_name=place,
            sort_key=sort_key,
            search_name=search_name,
            phone=phone,
            founded_by=citation,
        )
        _point_at_itself(unit)
        UnitName.objects.create(unit=unit, name=name, during=(on, None), citation=citation)
        open_ancestry(unit, parent, on)
        if covers is not None:
            Covers.objects.create(unit=unit, territory=covers, during=(on, None))
    audit.record(
        actor,
        "org.create_unit",
        unit,
        changes={"name": name, "tier": tier, "parent": parent.pk, "on": on, "citation": citation},
    )
    return unit


@transaction.atomic
def rename_unit(
    *, actor: Actor, unit: Unit, name: str, on: date, citation: str = "", version: int
) -> Unit:
    """Give a unit another name from `on`; the name before it stays with its days.

    Raises Changed when somebody renamed it since `version`; DomainError for a day before the
    present name began or a name already used beside it.
    """
    require_from_above(actor, unit)
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    name = clean_name(rules.written_name(unit.tier, nfc(name)))
    if unit.version != version:
        raise Changed(theirs={"Tên": unit.name}, yours={"Tên": name})
    require_day(actor, on, unit)
    require_names_free(unit.parent, [name], besides=unit)
    before, place_before = unit.name, unit.place_name
    with said_in_words(SENTENCES):
        change_name(unit, name, on, citation)
    place_above = unit.parent.place_name if unit.parent else ""
    place = rules.place_name(unit.tier, name, place_above) if place_above else place_before
    unit.sort_key, unit.search_name = rules.unit_keys(name, place)
    unit.name, unit.place_name, unit.version = name, place, unit.version + 1
    unit.save(update_fields=["name", "place_name", "sort_key", "search_name", "version"])
    rename_place_below(unit, place_before, place)
    audit.record(
        actor,
        "org.rename_unit",
        unit,
        changes={"name": [before, name], "on": on, "citation": citation},
    )
    return unit


@transaction.atomic
def close_unit(
    *, actor: Actor, unit: Unit, on: date, citation: str = "", successor: Unit | None = None
) -> Unit:
    """End a unit on `on`; it hangs under its successor from then on, so that its past is seen.

    Raises CannotClose while units, members or officers stand in it (each app answers for its
    own), DomainError for a successor that cannot be.
    """
    require_from_above(actor, unit)
    if successor is not None:
        policies.require_writable(actor, "units.edit", successor)
    lock_tree()
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    _require_open(unit)
    require_day(actor, on, unit)
    _require_successor(unit, successor)
    in_the_way = [each for each in affected_by(unit, on) if each.blocks_closing]
    if in_the_way:
        raise CannotClose(unit, in_the_way)
    _end_periods(unit, on)
    _end_grants(unit, on, actor.today)
    end_ancestry(unit, on)
    UnitLineage.objects.create(
        source=unit,
        target=successor,
        on=on,
        kind=LineageKind.MERGED if successor else LineageKind.DISSOLVED,
        citation=citation,
    )
    unit.during = (unit.during.lower, on)
    unit.is_open, unit.closed_by, unit.version = False, citation, unit.version + 1
    unit.save(update_fields=["during", "is_open", "closed_by", "version"])
    if successor is not None:
        unit = hang_under(unit, successor)
    unit_closed.send(sender=Unit, actor=actor, unit=unit, successor=successor)
    audit.record(
        actor,
        "org.close_unit",
        unit,
        changes={"on": on, "citation": citation, "successor": successor and successor.pk},
    )
    return unit


def require_from_above(actor: Actor, unit: Unit) -> None:
    """Let somebody of a tier above go on: a unit neither names, moves nor closes itself.

    Raises Http404, NotAllowed, Frozen.
    """
    policies.require_writable(actor, "units.edit", unit)
    if unit.pk == actor.unit_id:
        raise NotAllowed("units.edit", "Việc này do đơn vị cấp trên làm.")


def tier_below(parent: Unit, tier: str) -> str:
    """Return the tier of the units below an open parent; raises DomainError for another."""
    below = rules.CHILD_TIER.get(parent.tier)
    _require_open(parent)
    if below is None or tier not in ("", below):
        raise DomainError("wrong_tier", f"{parent.name} không lập được đơn vị ở cấp này.")
    return below


def clean_name(name: str) -> str:
    """Return a unit's name; raises DomainError when it says nothing or too much."""
    limit = 160
    if not rules.proper_name(name).strip():
        raise DomainError("name_missing", "Xin ghi tên đơn vị.", field="name")
    if len(name) > limit:
        raise DomainError(
            "name_too_long", f"Tên đơn vị dài quá {limit} chữ cái. Xin viết gọn lại.", field="name"
        )
    return name


def require_day(actor: Actor, on: date, unit: Unit) -> None:
    """Raise DomainError for a day to come, or before the unit was founded."""
    if on > actor.today:
        raise DomainError("day_to_come", "Ngày này chưa tới. Xin ghi ngày đã qua.", field="on")
    founded = unit.during.lower
    if founded is not None and on < founded:
        raise DomainError(
            "before_founding",
            f"{unit.name} có từ {founded:%d/%m/%Y}. Xin ghi ngày từ đó trở đi.",
            field="on",
        )


def _require_open(unit: Unit) -> None:
    if not unit.is_open:
        raise DomainError("closed", f"{unit.name} đã kết thúc hoạt động.", status=409)


def require_names_free(
    parent: Unit | None, names: Sequence[str], besides: Unit | None = None
) -> None:
    """Raise DomainError for a name that an open unit beside it has, or that is said twice."""
    beside = Unit.objects.filter(parent=parent, is_open=True)
    if besides is not None:
        beside = beside.exclude(pk=besides.pk)
    taken = {other.casefold() for other in beside.values_list("name", flat=True)}
    for name in names:
        if name.casefold() in taken:
            raise DomainError("name_taken", f"Ở đây đã có {name}.", status=409, field="name")
        taken.add(name.casefold())


def _require_successor(unit: Unit, successor: Unit | None) -> None:
    if successor is None:
        return
    _require_open(successor)
    if unit.lft <= successor.lft <= unit.rgt:
        raise DomainError(
            "own_successor", "Đơn vị không thể nhập vào chính mình.", field="successor"
        )


def _point_at_itself(unit: Unit) -> None:
    if unit.tier in (Tier.PROVINCE, Tier.COMMUNE):
        setattr(unit, unit.tier, unit)
        unit.save(update_fields=[unit.tier])


def _end_periods(unit: Unit, on: date) -> None:
    for rows in (UnitName.objects.filter(unit=unit), Covers.objects.filter(unit=unit)):
        rows.filter(during__startswith__gte=on).delete()
        rows.filter(during__contains=on).update(during=_until(on))


def _end_grants(unit: Unit, on: date, today: date) -> None:
    """End the rights at the unit; one given after the day of the paper was used until today."""
    grants = Grant.objects.filter(unit=unit)
    grants.filter(during__startswith__gte=on, during__overlap=(today, None)).update(
        during=_until(today)
    )
    grants.filter(during__contains=on, during__startswith__lt=on).update(during=_until(on))


def _until(day: date) -> Func:
    return Func(F("during__startswith"), Value(day, DateField()), function="daterange")
