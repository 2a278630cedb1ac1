"""The Association on the territory of today: Central, the provinces, the communes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.bulk import copy_in
from bongca.core.errors import DomainError, NotAllowed
from bongca.org import rules
from bongca.org.actions.positions import lock_tree
from bongca.org.actions.units import rename_unit
from bongca.org.enums import Tier
from bongca.org.models import Covers, TerritoryVersion, Unit, UnitAncestry, UnitName

ROOT_KEY = "central"
ROOT_NAME = "Trung ương Hội Người cao tuổi Việt Nam"
ROOT_PLACE = "Việt Nam"
FOUNDED = date(1994, 9, 24)  # Quyết định 523/QĐ-TTg (domain.md 2.1)
FOUNDED_BY = "Quyết định 523/QĐ-TTg ngày 24/9/1994"
SINCE = date(2025, 7, 1)  # the two-tier local government (domain.md 2.4)
BATCH = 2000


class NoTerritory(DomainError):
    """The map has to be loaded before units can stand on it."""

    def __init__(self) -> None:
        super().__init__("no_territory", "Chưa có bản đồ hành chính. Xin nạp bản đồ trước.")


@dataclass
class Place:
    """A territory of today with what it was called since it came into being."""

    uid: str
    tier: str
    parent_uid: str
    versions: list[TerritoryVersion] = field(default_factory=list)


@transaction.atomic
def seed_units(*, actor: Actor) -> int:
    """Found the units that are missing, rename those whose place changed; return how many.

    Each stands since 1/7/2025 with every name its place has had. A second run changes nothing.
    Only the installation itself may do it: raises NotAllowed, NoTerritory.
    """
    if not actor.is_system:
        raise NotAllowed("units.seed")
    lock_tree()
    places = _places_of(actor.today)
    if not places:
        raise NoTerritory
    known = {unit.seed_key: unit for unit in Unit.objects.exclude(seed_key="")}
    renamed = _rename_changed(actor, places, known)
    founded = _found_root(known)
    for tier in (Tier.PROVINCE, Tier.COMMUNE):
        missing = [place for place in places if place.tier == tier and place.uid not in known]
        founded += _found(missing, known, actor.today)
    if founded:
        changes = {"founded": founded}
        audit.record(actor, "org.seed_units", ("org.unit", "*"), changes=changes)
    return founded + renamed


def unit_name(place_name: str) -> str:
    """Return the name of the Association's unit at a place: "Tỉnh Lào Cai" lends its own."""
    return f"Hội Người cao tuổi {place_name[:1].lower()}{place_name[1:]}"


def _places_of(today: date) -> list[Place]:
    """Return the provinces and communes of today, in the order of their codes."""
    versions = (
        TerritoryVersion.objects.filter(territory__level__in=("province", "commune"))
        .filter(during__startswith__gte=SINCE, during__startswith__lte=today)
        .select_related("territory")
        .order_by("territory_id", "during")
    )
    places: dict[str, Place] = {}
    for version in versions:
        territory = version.territory
        place = places.setdefault(
            territory.uid,
            Place(territory.uid, territory.level, territory.parent_id or ROOT_KEY),
        )
        place.versions.append(version)
    return [place for place in places.values() if _is_of(place, today)]


def _is_of(place: Place, today: date) -> bool:
    until = place.versions[-1].during.upper
    return until is None or until > today


def _rename_changed(actor: Actor, places: Iterable[Place], known: dict[str, Unit]) -> int:
    count = 0
    for place in places:
        unit, version = known.get(place.uid), place.versions[-1]
        if unit is None or unit.name == unit_name(version.full_name) or not unit.is_open:
            continue
        if unit.names.filter(during__startswith__gte=version.during.lower).exists():
            continue  # people renamed it since; theirs stands
        known[place.uid] = rename_unit(
            actor=actor,
            unit=unit,
            name=unit_name(version.full_name),
            on=version.during.lower or SINCE,
            citation=version.decided_by,
            version=unit.version,
        )
        count += 1
    return count


def _found_root(known: dict[str, Unit]) -> int:
    if ROOT_KEY in known:
        return 0
    lft, rgt = rules.root_interval()
    sort_key, search_name = rules.unit_keys(ROOT_NAME, ROOT_PLACE)
    root = Unit.objects.create(
        name=ROOT_NAME,
        tier=Tier.CENTRAL,
        lft=lft,
        rgt=rgt,
        during=(FOUNDED, None),
        place_name=ROOT_PLACE,
        sort_key=sort_key,
        search_name=search_name,
        seed_key=ROOT_KEY,
        founded_by=FOUNDED_BY,
    )
    UnitName.objects.create(unit=root, name=ROOT_NAME, during=(FOUNDED, None), citation=FOUNDED_BY)
    known[ROOT_KEY] = root
    return 1


def _found(places: Sequence[Place], known: dict[str, Unit], today: date) -> int:
    """Found many units of one tier in a few statements."""
    last: dict[int, int] = _last_slots({known[place.parent_uid].pk for place in places})
    units = [_unit(place, known[place.parent_uid], last) for place in places]
    Unit.objects.bulk_create(units, batch_size=BATCH)
    for unit in units:
        setattr(unit, unit.tier, unit)
        known[unit.seed_key] = unit
    if units:
        founded = Unit.objects.filter(pk__in=[unit.pk for unit in units])
        founded.update(**{f"{units[0].tier}_id": F("pk")})
    pairs = list(zip(places, units, strict=True))
    names = [name for place, unit in pairs for name in _names(place, unit)]
    copy_in(names)
    rows = [row for _, unit in pairs for row in _ancestry(unit)]
    copy_in(rows)
    covers = [Covers(unit=u, territory_id=p.uid, during=(SINCE, None)) for p, u in pairs]
    copy_in(covers)
    return len(units)


def _last_slots(parents: set[int]) -> dict[int, int]:
    rows = Unit.objects.filter(parent__in=parents).order_by("lft").values_list("parent_id", "lft")
    return {parent: lft for parent, lft in rows if parent is not None}


def _unit(place: Place, parent: Unit, last: dict[int, int]) -> Unit:
    lft, rgt = rules.next_slot(parent.lft, parent.rgt, place.tier, last.get(parent.pk))
    last[parent.pk] = lft
    version = place.versions[-1]
    name = unit_name(version.full_name)
    where = rules.place_name(place.tier, name, parent.place_name)
    sort_key, search_name = rules.unit_keys(name, where)
    return Unit(
        name=name,
        tier=place.tier,
        parent=parent,
        province=parent.province,
        lft=lft,
        rgt=rgt,
        during=(SINCE, None),
        place_name=where,
        sort_key=sort_key,
        search_name=search_name,
        seed_key=place.uid,
        founded_by=place.versions[0].decided_by,
    )


def _names(place: Place, unit: Unit) -> list[UnitName]:
    """Return the names so far; the last stays until somebody renames the unit."""
    last = place.versions[-1]
    return [
        UnitName(
            unit=unit,
            name=unit_name(version.full_name),
            during=(version.during.lower, None if version is last else version.during.upper),
            citation=version.decided_by,
        )
        for version in place.versions
    ]


def _ancestry(unit: Unit) -> list[UnitAncestry]:
    rows = []
    ancestor, depth = unit.parent, 1
    while ancestor is not None:
        rows.append(UnitAncestry(unit=unit, ancestor=ancestor, depth=depth, during=(SINCE, None)))
        ancestor, depth = ancestor.parent, depth + 1
    return rows
