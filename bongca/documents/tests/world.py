"""Papers for the table of access: some of Minh's, of the province's, of Central's."""

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
from bongca.documents.actions.regulations import Ruling, put_in_force
from bongca.documents.actions.secret import SecretPaper, enter_secret
from bongca.documents.actions.sending import send_document
from bongca.documents.enums import Direction, Secrecy
from bongca.documents.models import Recipient
from bongca.documents.tests.register import PDF, SIGNER
from tests.cast import Cast


def add_papers(cast: Cast, today: date) -> dict[str, Any]:
    """Make one paper of each kind, as of today, and name them."""
    minh, hoa, mai, tu = (cast.actor(who, today) for who in ("minh", "hoa", "mai", "tu"))
    arrival = Arrival("UBND xã Tân Yên", "Tổ chức mừng thọ", today, "23/KH-UBND")
    came = register_incoming(actor=minh, unit=cast.tan_yen, arrival=arrival)
    central = register_incoming(actor=mai, unit=cast.central, arrival=arrival)
    words = Draft("Tổ chức mừng thọ", "KH", "Thực hiện chương trình.")
    drafted = draft_outgoing(actor=minh, unit=cast.tan_yen, draft=words)
    of_central = draft_outgoing(actor=tu, unit=cast.central, draft=words)
    to = Draft("Mừng thọ", "KH", "Thực hiện.", recipients=(To(unit=cast.tan_yen),))
    paper = draft_outgoing(actor=hoa, unit=cast.bac_ninh, draft=to)
    initial_draft(actor=hoa, document_id=paper.pk)
    sign_document(
        actor=hoa, document_id=paper.pk, scan=Brought("ban-ky.pdf", PDF), signed_on=today,
        signer_name=SIGNER,
    )  # fmt: skip
    number_document(actor=hoa, document_id=paper.pk)
    send_document(actor=hoa, document_id=paper.pk)
    entry = enter_secret(
        actor=mai, unit=cast.central, direction=Direction.IN,
        paper=SecretPaper(Secrecy.SECRET, today, "Ban Bí thư", "Đặng Quỳnh Mai"),
    )  # fmt: skip
    rule = put_in_force(actor=hoa, unit=cast.bac_ninh, ruling=Ruling("Quy chế làm việc", today))
    return {
        "paper:in": came.pk,
        "paper:central": central.pk,
        "paper:draft": drafted.pk,
        "paper:central_draft": of_central.pk,
        "paper:sent": paper.pk,
        "delivery": Recipient.objects.get(document=paper).pk,
        "book": came.book_id,
        "book:secret": entry.book_id,
        "secret": entry.pk,
        "regulation": rule.pk,
    }
