"""Papers as officers enter, draft and send them."""

from datetime import date
from typing import Any

from bongca.documents.actions.incoming import Arrival, register_incoming
from bongca.documents.enums import BookKind
from bongca.documents.models import IncomingDocument
from tests.cast import TODAY, Cast

PDF = b"%PDF-1.7\n1 0 obj\n"


def arrival(**changes: Any) -> Arrival:
    given: dict[str, Any] = {
        "issuer": "Ủy ban nhân dân xã Tân Yên",
        "abstract": "Phối hợp tổ chức mừng thọ năm 2026",
        "arrived_on": TODAY,
        "symbol": "23/KH-UBND",
        "written_on": date(2026, 11, 18),
    }
    return Arrival(**given | changes)


def enter(
    cast: Cast,
    who: str = "minh",
    unit: str = "tan_yen",
    kind: str = BookKind.GENERAL,
    after_number: int | None = None,
    **changes: Any,
) -> IncomingDocument:
    """Enter one paper in the register of a unit."""
    more = {name: changes.pop(name) for name in ("scan", "presented_to") if name in changes}
    return register_incoming(
        actor=cast.actor(who),
        unit=cast.units[unit],
        arrival=arrival(**changes),
        kind=kind,
        after_number=after_number,
        **more,
    )
