"""Papers as officers enter, draft and send them."""

from datetime import date
from typing import Any

from bongca.documents.actions.attaching import Brought
from bongca.documents.actions.incoming import Arrival, register_incoming
from bongca.documents.actions.outgoing import (
    Draft,
    draft_outgoing,
    initial_draft,
    number_document,
    sign_document,
)
from bongca.documents.actions.recipients import To
from bongca.documents.actions.sending import send_document
from bongca.documents.enums import BookKind
from bongca.documents.models import IncomingDocument, OutgoingDocument
from tests.cast import TODAY, Cast

SIGNER = "Nguyễn Quang Bảo"
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


def scan(content: bytes = PDF, name: str = "ban-ky.pdf") -> Brought:
    return Brought(name, content)


def draft(cast: Cast, who: str = "hoa", unit: str = "bac_ninh", **changes: Any) -> OutgoingDocument:
    """Begin a plan of the province to its two communes and a name."""
    given: dict[str, Any] = {
        "abstract": "Tổ chức Tháng hành động vì người cao tuổi",
        "type_sign": "KH",
        "body": "Thực hiện chương trình công tác năm.\n- Mỗi xã cử hai người.",
        "recipients": (To(unit=cast.tan_yen), To(unit=cast.nha_nam), To("Tỉnh ủy (để báo cáo)")),
    }
    return draft_outgoing(
        actor=cast.actor(who), unit=cast.units[unit], draft=Draft(**given | changes)
    )


def signed(
    cast: Cast, who: str = "hoa", unit: str = "bac_ninh", **changes: Any
) -> OutgoingDocument:
    """A draft that was initialled and signed by pen."""
    made = draft(cast, who, unit, **changes)
    initial_draft(actor=cast.actor(who), document_id=made.pk)
    return sign_document(
        actor=cast.actor(who), document_id=made.pk, scan=scan(), signed_on=TODAY, signer_name=SIGNER
    )


def numbered(
    cast: Cast, who: str = "hoa", unit: str = "bac_ninh", **changes: Any
) -> OutgoingDocument:
    made = signed(cast, who, unit, **changes)
    return number_document(actor=cast.actor(who), document_id=made.pk)


def sent(cast: Cast, who: str = "hoa", unit: str = "bac_ninh", **changes: Any) -> OutgoingDocument:
    """A paper that has gone out."""
    made = numbered(cast, who, unit, **changes)
    return send_document(actor=cast.actor(who), document_id=made.pk)
