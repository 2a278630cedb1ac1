"""What became of a unit: names, parents, places and lineage, latest first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bongca.org.enums import LineageKind
from bongca.org.models import Covers, TerritoryVersion, Unit, UnitAncestry, UnitLineage, UnitName


@dataclass(frozen=True)
class Turn:
    """Something that happened to a unit on a day, and the paper that says so."""

    on: date
    what: str
    citation: str = ""


def history_of(unit: Unit) -> list[Turn]:
    """Return the turns of a unit's life, latest first; the caller has shown it may be seen."""
    turns = [*_names(unit), *_parents(unit), *_places(unit), *_lineage(unit), *_end(unit)]
    return sorted(turns, key=lambda turn: turn.on, reverse=True)


def known_since(unit: Unit) -> date | None:
    """Return the first day of which anything is known."""
    first: date | None = unit.during.lower
    return first


def _names(unit: Unit) -> list[Turn]:
    turns = []
    for number, name in enumerate(UnitName.objects.filter(unit=unit).order_by("during")):
        said = (
            f"Có từ ngày này với tên {name.name}" if number == 0 else f"Đổi tên thành {name.name}"
        )
        turns.append(Turn(name.during.lower, said, name.citation))
    return turns


def _parents(unit: Unit) -> list[Turn]:
    rows = UnitAncestry.objects.filter(unit=unit, depth=1).select_related("ancestor")
    return [Turn(row.during.lower, f"Thuộc {row.ancestor.name}") for row in rows.order_by("during")]


def _places(unit: Unit) -> list[Turn]:
    """Say which places it serves, under the names they had when it began to."""
    turns = []
    for row in Covers.objects.filter(unit=unit):
        version = TerritoryVersion.objects.filter(
            territory_id=row.territory_id, during__contains=row.during.lower
        ).first()
        if version is not None:
            turns.append(Turn(row.during.lower, f"Phụ trách địa bàn {version.full_name}"))
    return turns


def _lineage(unit: Unit) -> list[Turn]:
    lines = UnitLineage.objects.filter(Q(source=unit) | Q(target=unit))
    return [
        Turn(line.on, _said(line, unit), line.citation)
        for line in lines.exclude(kind=LineageKind.MOVED).select_related("source", "target")
    ]


def _said(line: UnitLineage, unit: Unit) -> str:
    label = LineageKind(line.kind).label
    if line.target_id == unit.pk:
        return f"{line.source.name} nhập vào" if line.kind == LineageKind.MERGED else label
    return f"{label} {line.target.name}" if line.target else label


def _end(unit: Unit) -> list[Turn]:
    if unit.is_open or unit.during.upper is None:
        return []
    return [Turn(unit.during.upper, "Kết thúc hoạt động", unit.closed_by)]
