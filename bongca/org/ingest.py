"""Reads the files of data/territory as they are; their README says what each column means."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bongca.org.actions.territory import Lineage, Point, TerritoryFiles, Version

FOLDER = Path(__file__).parent / "data" / "territory"


def read_territory(folder: Path = FOLDER) -> TerritoryFiles:
    """Return everything the territory files say, ready for `load_territory`."""
    return TerritoryFiles(
        versions=[_version(row) for row in _rows(folder / "units.csv")],
        lineage=[_lineage(row) for row in _rows(folder / "lineage.csv")],
        points={row["uid"]: _point(row) for row in _rows(folder / "geo_communes.csv")},
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _version(row: dict[str, str]) -> Version:
    return Version(
        uid=row["uid"],
        code=row["code"],
        level=row["level"],
        kind=row["kind"],
        name=row["name"],
        full_name=row["full_name"],
        parent_uid=row["parent_uid"],
        since=_day(row["valid_from"]),
        until=_day(row["valid_to"]),
        decided_by=row["decided_by"],
        aliases=row["aliases"],
    )


def _lineage(row: dict[str, str]) -> Lineage:
    return Lineage(
        source=row["from_uid"],
        target=row["to_uid"],
        on=date.fromisoformat(row["on"]),
        kind=row["kind"],
        is_default=row["is_default"] == "1",
        confidence=int(row["confidence"] or 0),
        sources=row["sources"],
        note=row["note"],
    )


def _point(row: dict[str, str]) -> Point:
    return Point(row["lat"], row["lon"], row["area_km2"])


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
