"""Units to read."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from bongca.core.actor import Actor
from bongca.org import policies
from bongca.org.models import Unit
from bongca.org.queries.search import with_words
from bongca.org.schemas import UnitOut, UnitPage

router = Router(tags=["units"])
PAGE = 100


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by the API's key
    policies.require(actor, "units.view")
    return actor


@router.get("/units", response=UnitPage, operation_id="list_units", summary="Các đơn vị cấp dưới")
def list_units(
    request: HttpRequest,
    parent: int | None = None,
    tier: str = "",
    q: Annotated[str, Query(max_length=100)] = "",
    after: Annotated[int, Query(ge=-1)] = -1,
) -> dict[str, Any]:
    """Return the units in reach in the order of the tree, a hundred at a time.

    `parent` keeps those directly below one unit, `tier` those of one tier, `q` those whose name
    or place holds all its words, with or without marks; go on with `after`.
    """
    actor = _actor(request)
    units = policies.visible_units(actor).filter(is_open=True, lft__gt=after).order_by("lft")
    if parent is not None:
        above = get_object_or_404(policies.visible_units(actor), pk=parent)
        units = units.filter(parent=above)
    if tier:
        units = units.filter(tier=tier)
    found = list(with_words(units, q)[: PAGE + 1])
    more = len(found) > PAGE
    return {"items": found[:PAGE], "next_after": found[PAGE - 1].lft if more else None}


@router.get("/units/{unit_id}", response=UnitOut, operation_id="get_unit", summary="Một đơn vị")
def get_unit(request: HttpRequest, unit_id: int) -> Unit:
    """Return one unit in reach."""
    return get_object_or_404(policies.visible_units(_actor(request)), pk=unit_id)
