"""Reads of the State's map on a day. The map is public: no scope applies to it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bongca.core.errors import DomainError
from bongca.core.text import fold
from bongca.org.models import Territory, TerritoryLineage, TerritoryVersion

KNOWN_FROM = date(2025, 3, 1)


class MapNotKnown(DomainError):
    """The map of the day asked for is older than the data."""

    status = 404

    def __init__(self) -> None:
        super().__init__(
            "map_not_known", "Chưa có dữ liệu địa giới của những ngày trước 01/03/2025."
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A province or a commune as it was called on a day."""

    uid: str
    code: str
    kind: str
    name: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Succession:
    """One step between an old place and a new one; `is_default` marks the likeliest of several."""

    place: Place
    on: date
    kind: str
    is_default: bool


def provinces_on(day: date) -> list[Place]:
    """Provinces and cities of a day, by name. Raises MapNotKnown before 1/3/2025."""
    return _places(_versions_on(day).filter(territory__level="province"))


def communes_on(day: date, province_uid: str) -> list[Place]:
    """Communes of a province on a day, by name. Raises MapNotKnown before 1/3/2025."""
    # Three reads by key: a join has no good plan on a freshly loaded map, and takes a second.
    below = Territory.objects.values_list("uid", flat=True)
    above = [province_uid, *below.filter(parent=province_uid, level="district")]
    communes = list(below.filter(parent__in=above, level="commune"))
    return _places(_versions_on(day).filter(territory__in=communes))


def became(uid: str) -> list[Succession]:
    """What a place became, the likeliest first; empty when it stands unchanged or just ended."""
    steps = list(TerritoryLineage.objects.filter(source=uid, target__isnull=False))
    return _successions(steps, {step.pk: step.target_id or "" for step in steps}, opening=True)


def came_from(uid: str) -> list[Succession]:
    """Which places went into this one, by name, those that went in whole first."""
    steps = list(TerritoryLineage.objects.filter(target=uid))
    return _successions(steps, {step.pk: step.source_id for step in steps}, opening=False)


def _successions(
    steps: list[TerritoryLineage], uids: dict[int, str], *, opening: bool
) -> list[Succession]:
    """Each step with the other place as named when it began (`opening`) or when it ended."""
    versions = TerritoryVersion.objects.filter(territory__in=uids.values()).order_by("during")
    named: dict[str, TerritoryVersion] = {}
    for version in versions:
        if opening:
            named.setdefault(version.territory_id, version)
        else:
            named[version.territory_id] = version
    found = [
        Succession(_place(named[uids[step.pk]]), step.on, step.kind, step.is_default)
        for step in steps
    ]
    return sorted(found, key=lambda each: (not each.is_default, fold(each.place.name)))


def _versions_on(day: date) -> QuerySet[TerritoryVersion]:
    if day < KNOWN_FROM:
        raise MapNotKnown
    return TerritoryVersion.objects.filter(during__contains=day)


def _places(versions: QuerySet[TerritoryVersion]) -> list[Place]:
    return sorted((_place(version) for version in versions), key=lambda each: fold(each.name))


def _place(version: TerritoryVersion) -> Place:
    return Place(version.territory_id, version.code, version.kind, version.name, version.full_name)
