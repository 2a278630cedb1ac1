"""Rounds and figures to read."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.reporting import policies
from bongca.reporting.models import Round
from bongca.reporting.queries import reports as finding
from bongca.reporting.queries.sheet import sheet_of
from bongca.reporting.schemas import FiguresOut, RoundOut

router = Router(tags=["figures"])


def _actor(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]  # set by the API's key
    return actor


@router.get(
    "/rounds", response=list[RoundOut], operation_id="list_rounds", summary="Các kỳ báo cáo"
)
def list_rounds(request: HttpRequest) -> list[Round]:
    """Return the rounds, the latest first; at most a hundred."""
    return list(finding.rounds(_actor(request))[:100])


@router.get(
    "/rounds/{round_id}/units/{unit_id}/figures",
    response=FiguresOut,
    operation_id="list_figures",
    summary="Số liệu của một đơn vị trong một kỳ",
)
def list_figures(request: HttpRequest, round_id: int, unit_id: int) -> dict[str, Any]:
    """Return the figures of a unit: as submitted, or as they stand while it has not submitted."""
    actor = _actor(request)
    unit = finding.unit_for(actor, unit_id)
    policies.require_figures(actor, unit)
    report = finding.own_report(actor, finding.round_for(actor, round_id), unit)
    if report is None:
        raise Http404
    sheet = sheet_of(actor, report, now=clock.now())
    below = finding.standing_of(actor, report).below
    return {
        "round_id": round_id,
        "unit_id": unit_id,
        "state": report.state,
        "as_of": sheet.moment.as_of,
        "included": below.included if below else None,
        "owing": below.owing if below else None,
        "figures": sheet.lines,
    }
