"""The tree by date: opening, ending and re-hanging the rows of UnitAncestry."""

from datetime import date

from django.db.models import DateField, F, Func, Value

from bongca.core.errors import DomainError
from bongca.org.models import Unit, UnitAncestry


class LaterChange(DomainError):
    """Something below or above this unit changed after the day named: history is not rewritten."""

    def __init__(self, on: date):
        super().__init__(
            "later_change",
            f"Sau ngày {on:%d/%m/%Y} đơn vị này đã có thay đổi khác. Xin chọn một ngày muộn hơn.",
            field="on",
        )


def open_ancestry(unit: Unit, parent: Unit, on: date) -> None:
    """Put a new unit under `parent` and, by date, under everything that parent stands under."""
    rows = [UnitAncestry(unit=unit, ancestor=parent, depth=1, during=(on, None))]
    above = UnitAncestry.objects.filter(unit=parent, during__overlap=(on, None))
    for row in above:
        since = max(on, row.during.lower or on)
        rows.append(
            UnitAncestry(
                unit=unit,
                ancestor_id=row.ancestor_id,
                depth=row.depth + 1,
                during=(since, row.during.upper),
            )
        )
    UnitAncestry.objects.bulk_create(rows)


def end_ancestry(unit: Unit, on: date) -> None:
    """End what the unit stands under on the day it closes."""
    _end_rows([unit.pk], outside=[], on=on)


def rehang(unit: Unit, new_parent: Unit, on: date) -> None:
    """From `on`, put the unit with everything below it under another parent.

    Raises LaterChange when the rows concerned have already changed after that day.
    """
    below = UnitAncestry.objects.filter(ancestor=unit, during__overlap=(on, None))
    depths = dict(below.values_list("unit_id", "depth"))
    depths[unit.pk] = 0
    _refuse_later_changes(list(depths), on)
    _end_rows(list(depths), outside=list(depths), on=on)
    above = [(new_parent.pk, 1, (on, None))]
    for row in UnitAncestry.objects.filter(unit=new_parent, during__overlap=(on, None)):
        since = max(on, row.during.lower or on)
        above.append((row.ancestor_id, row.depth + 1, (since, row.during.upper)))
    UnitAncestry.objects.bulk_create(
        [
            UnitAncestry(unit_id=member, ancestor_id=ancestor, depth=depth + reach, during=during)
            for member, depth in depths.items()
            for ancestor, reach, during in above
        ],
        batch_size=5000,
    )


def _refuse_later_changes(members: list[int], on: date) -> None:
    rows = UnitAncestry.objects.filter(unit_id__in=members)
    began_later = rows.filter(during__startswith__gt=on)
    ended_later = rows.filter(during__endswith__gt=on)
    if began_later.exists() or ended_later.exists():
        raise LaterChange(on)


def _end_rows(members: list[int], *, outside: list[int], on: date) -> None:
    """End the rows of `members` at `on`, but for those to ancestors among `outside`."""
    rows = UnitAncestry.objects.filter(unit_id__in=members).exclude(ancestor_id__in=outside)
    rows.filter(during__startswith__gte=on).delete()
    rows.filter(during__contains=on).update(
        during=Func(F("during__startswith"), Value(on, DateField()), function="daterange")
    )
