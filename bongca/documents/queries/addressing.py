"""To whom a unit may write: units found by name, a whole tier at once, bodies, partners."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from bongca.core.text import fold
from bongca.documents.models import OutgoingDocument, Recipient
from bongca.offices.models import Body
from bongca.org.models import Partner, Unit
from bongca.org.queries.search import matching

MOST_UNITS, MOST_OTHERS = 20, 10
_WRITTEN_WHOLE = frozenset({"province", "commune"})
_TIERS = ("central", "province", "commune", "branch", "group")
_LINES = {
    "province": "Hội Người cao tuổi các tỉnh, thành phố",
    "commune": "Hội Người cao tuổi các xã, phường, đặc khu",
    "branch": "Các chi hội",
    "group": "Các tổ hội",
}
_NOUNS = {
    "province": "Hội tỉnh, thành phố",
    "commune": "Hội xã, phường, đặc khu",
    "branch": "chi hội",
    "group": "tổ hội",
}
LINE = Coalesce(NullIf("line", Value("")), F("name"))


@dataclass(frozen=True, slots=True)
class Place:
    """Something that can be put on the list: `key` says what, as `u:12`, `g:12:commune`, `p:3`."""

    key: str
    name: str
    note: str = ""


def addressable_units(unit: Unit) -> QuerySet[Unit]:
    """Return the open units a unit may write to: below it, beside it, and the chain above it."""
    below = Q(lft__gt=unit.lft, lft__lte=unit.rgt)
    above = Q(lft__lt=unit.lft, rgt__gte=unit.rgt)
    beside = Q(parent=unit.parent_id) if unit.parent_id else Q()
    return Unit.objects.filter(below | above | beside, is_open=True).exclude(pk=unit.pk)


def tiers_under(tier: str) -> tuple[str, ...]:
    """Return the two tiers below a tier, those that are written to as a whole."""
    place = _TIERS.index(tier) + 1 if tier in _TIERS else len(_TIERS)
    return _TIERS[place : place + 2]


def group_units(under: Unit, tier: str) -> QuerySet[Unit]:
    """Return every open unit of a tier under a unit, by name."""
    if tier not in tiers_under(under.tier):
        return Unit.objects.none()
    inside = Unit.objects.filter(lft__gt=under.lft, lft__lte=under.rgt, tier=tier, is_open=True)
    return inside.order_by("sort_key", "pk")


def group_line(under: Unit, tier: str, issuer: Unit) -> str:
    """Return the line that stands for a group on the paper."""
    line = _LINES.get(tier, "Các đơn vị")
    if under.pk == issuer.pk:
        return line
    return f"{line} thuộc {under.place_name.split(',')[0] or under.name}"


def places_found(unit: Unit, words: str, today: date) -> list[Place]:
    """Return what can be added: what is usual without words, else what bears them.

    Units, the tiers under each, bodies of the own unit, partners; never more than some dozens.
    """
    if not fold(words).strip():
        above = [Place(f"u:{unit.parent.pk}", unit.parent.name)] if unit.parent else []
        return [*above, *_groups([unit]), *_bodies(unit, words, today)]
    found: list[Place] = []
    for one in matching(addressable_units(unit), words)[:MOST_UNITS]:
        found.append(Place(f"u:{one.pk}", one.name, one.place_name))
        if one.tier in _WRITTEN_WHOLE and unit.lft < one.lft <= unit.rgt:
            found += _groups([one])
    partners = Partner.objects.filter(during__contains=today, search_name__contains=fold(words))
    return [
        *found,
        *_bodies(unit, words, today),
        *(Place(f"p:{one.pk}", one.name, "Cơ quan, đơn vị phối hợp")
          for one in partners.order_by("name")[:MOST_OTHERS]),
    ]  # fmt: skip


def _groups(units: Iterable[Unit]) -> Iterator[Place]:
    for unit in units:
        inside = Unit.objects.filter(lft__gt=unit.lft, lft__lte=unit.rgt, is_open=True)
        counts = dict(
            inside.filter(tier__in=tiers_under(unit.tier))
            .values_list("tier")
            .annotate(count=Count("pk"))
        )
        for tier in tiers_under(unit.tier):
            if count := counts.get(tier):
                name = f"Tất cả {_NOUNS[tier]} thuộc {unit.name}"
                yield Place(f"g:{unit.pk}:{tier}", name, f"{count} nơi, in thành một dòng")


def _bodies(unit: Unit, words: str, today: date) -> Iterator[Place]:
    wanted = fold(words).split()
    for body in Body.objects.filter(unit=unit, during__contains=today).order_by("name", "pk")[:200]:
        if all(word in fold(body.name) for word in wanted):
            yield Place(f"b:{body.pk}", body.name, "Ban, bộ phận của đơn vị")


def listed_lines(document: OutgoingDocument) -> QuerySet[Any, Any]:
    """Return the lines of nơi nhận in order, those of a group as one, counted in the database.

    Each has `shown`, `count` and `received`.
    """
    rows = Recipient.objects.filter(document=document).values(shown=LINE)
    counted = rows.annotate(first=Min("ordinal"), count=Count("pk"), received=Count("received_at"))
    return counted.order_by("first")


@dataclass(frozen=True, slots=True)
class Receipts:
    """How far a paper has come: units it was sent to, and those that have taken it in."""

    units: int
    received: int


def receipts_of(document: OutgoingDocument) -> Receipts:
    """Count the receipts of a paper, in one statement."""
    counted = document.recipients.filter(unit__isnull=False).aggregate(
        units=Count("pk"), received=Count("received_at")
    )
    return Receipts(counted["units"], counted["received"])
