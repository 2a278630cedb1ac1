"""Dated names of a unit, and the name of its place in everything below it."""

from datetime import date

from django.db.models import Value
from django.db.models.functions import Replace

from bongca.core.errors import DomainError
from bongca.org import rules
from bongca.org.models import Unit, UnitName


def change_name(unit: Unit, name: str, on: date, citation: str) -> None:
    """Begin a name on `on` and end the one before it; on the same day the name is put right."""
    current = UnitName.objects.filter(unit=unit, during__endswith=None).first()
    if current is not None and current.during.lower and on < current.during.lower:
        raise DomainError(
            "later_name",
            f"Tên hiện nay có từ {current.during.lower:%d/%m/%Y}. Xin ghi ngày từ đó trở đi.",
            field="on",
        )
    if current is not None and current.during.lower == on:
        current.name, current.citation = name, citation
        current.save(update_fields=["name", "citation"])
        return
    if current is not None:
        current.during = (current.during.lower, on)
        current.save(update_fields=["during"])
    UnitName.objects.create(unit=unit, name=name, during=(on, None), citation=citation)


def rename_place_below(unit: Unit, before: str, place: str) -> None:
    """Say the new place in every unit below; their search words carry it folded."""
    if before == place:
        return
    below = Unit.objects.filter(lft__gt=unit.lft, lft__lte=unit.rgt)
    folded_before, folded = (rules.unit_keys("", words)[1] for words in (before, place))
    below.update(
        place_name=Replace("place_name", Value(before), Value(place)),
        search_name=Replace(
            "search_name", Value(folded_before.lstrip(" @")), Value(folded.lstrip(" @"))
        ),
    )
