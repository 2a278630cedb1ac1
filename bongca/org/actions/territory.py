"""The State's map by date: loaded from files, never edited by hand (data/territory/README.md)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.bulk import copy_in
from bongca.core.errors import NotAllowed
from bongca.core.text import fold
from bongca.org.models import Territory, TerritoryLineage, TerritoryVersion

BATCH = 2000
_LEVELS = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Version:
    """Name, kind and code of one territory between two days; a day not known is None."""

    uid: str
    code: str
    level: str
    kind: str
    name: str
    full_name: str
    parent_uid: str
    since: date | None
    until: date | None
    decided_by: str
    aliases: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Which territory became which; an empty target ended without a successor."""

    source: str
    target: str
    on: date
    kind: str
    is_default: bool
    confidence: int
    sources: str
    note: str


@dataclass(frozen=True, slots=True)
class Point:
    latitude: str
    longitude: str
    area_km2: str


@dataclass(frozen=True, slots=True)
class TerritoryFiles:
    """What the files say, read but not yet written."""

    versions: list[Version]
    lineage: list[Lineage]
    points: dict[str, Point]


@transaction.atomic
def load_territory(*, actor: Actor, files: TerritoryFiles) -> int:
    """Bring the map up to the files and return how many rows were added or changed.

    A second load of the same files changes nothing. Only the installation itself may do it:
    raises NotAllowed.
    """
    if not actor.is_system:
        raise NotAllowed("territory.load")
    changed = _load_territories(files) + _load_versions(files.versions)
    changed += _load_lineage(files.lineage)
    if changed:
        audit.record(actor, "org.load_territory", ("org.territory", "*"), changes={"rows": changed})
    return changed


def _load_territories(files: TerritoryFiles) -> int:
    known = set(Territory.objects.values_list("uid", flat=True))
    count = 0
    for level in _LEVELS:  # parents first
        fresh = {
            version.uid: _territory(version, files.points.get(version.uid))
            for version in files.versions
            if version.level == level and version.uid not in known
        }
        count += copy_in(list(fresh.values()))
    return count


def _territory(version: Version, point: Point | None) -> Territory:
    return Territory(
        uid=version.uid,
        level=version.level,
        parent_id=version.parent_uid or None,
        latitude=_number(point.latitude) if point else None,
        longitude=_number(point.longitude) if point else None,
        area_km2=_number(point.area_km2) if point else None,
    )


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _load_versions(versions: list[Version]) -> int:
    """Add versions not there yet; where a version has since ended or been put right, say so."""
    known = {(row.territory_id, row.during.lower): row for row in TerritoryVersion.objects.all()}
    fresh, mended = [], []
    for version in versions:
        wanted = _row(version)
        present = known.get((version.uid, version.since))
        if present is None:
            fresh.append(wanted)
        elif _said(present) != _said(wanted):
            wanted.pk = present.pk
            mended.append(wanted)
    _end_before_beginning(mended)
    return copy_in(fresh) + len(mended)


def _end_before_beginning(mended: list[TerritoryVersion]) -> None:
    """Write ended versions before their followers are added: one version a day."""
    fields = ["code", "kind", "name", "full_name", "search_name", "aliases", "decided_by", "during"]
    if mended:
        TerritoryVersion.objects.bulk_update(mended, fields, batch_size=BATCH)


def _row(version: Version) -> TerritoryVersion:
    return TerritoryVersion(
        territory_id=version.uid,
        code=version.code,
        kind=version.kind,
        name=version.name,
        full_name=version.full_name,
        search_name=fold(version.full_name),
        aliases=version.aliases,
        decided_by=version.decided_by,
        during=(version.since, version.until),
    )


def _said(row: TerritoryVersion) -> tuple[object, ...]:
    during = row.during
    until = during[1] if isinstance(during, tuple) else during.upper
    return (row.code, row.kind, row.name, row.full_name, row.aliases, row.decided_by, until)


def _load_lineage(lineage: list[Lineage]) -> int:
    known = set(TerritoryLineage.objects.values_list("source_id", "target_id", "on"))
    fresh = [
        TerritoryLineage(
            source_id=line.source,
            target_id=line.target or None,
            on=line.on,
            kind=line.kind,
            is_default=line.is_default,
            confidence=line.confidence,
            sources=line.sources,
            note=line.note,
        )
        for line in lineage
        if (line.source, line.target or None, line.on) not in known
    ]
    return copy_in(fresh)
