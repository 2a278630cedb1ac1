"""Units as the API gives them."""

from datetime import date

from ninja import Schema

from bongca.org.models import Unit


class UnitOut(Schema):
    id: int
    name: str
    place_name: str
    tier: str
    parent_id: int | None
    is_open: bool
    since: date | None

    @staticmethod
    def resolve_since(unit: Unit) -> date | None:
        day: date | None = unit.during.lower
        return day


class UnitPage(Schema):
    """Some units in the order of the tree, and where to go on (`after`), if there are more."""

    items: list[UnitOut]
    next_after: int | None
