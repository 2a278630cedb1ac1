"""Putting papers on the agenda, so that those invited read them before they meet."""

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.documents.actions.attaching import Brought, keep_scan
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.documents.policies import visible_incoming, visible_outgoing
from bongca.meetings.actions.refusals import CONSTRAINT_SENTENCES
from bongca.meetings.models import AgendaItem, AgendaPaper
from bongca.meetings.policies import PAPER_PURPOSE
from bongca.org.policies import require_writable


@transaction.atomic
def add_agenda_paper(
    *,
    actor: Actor,
    item: AgendaItem,
    file: Brought | None = None,
    registered: IncomingDocument | OutgoingDocument | None = None,
    name: str = "",
) -> AgendaPaper:
    """Put a file, or a paper of the actor's registers, to a point of the agenda.

    Whoever sees the meeting may open it from then on.
    Raises NotAllowed, Frozen, NotAScan, TooHeavy, and DomainError without a paper.
    """
    require_writable(actor, "meetings.keep", item.meeting.unit)
    incoming, outgoing = _registered(actor, registered)
    if (file is None) == (registered is None):
        raise DomainError("no_paper", "Xin chọn tệp, hoặc ghi số, ký hiệu văn bản.", field="scan")
    attachment = keep_scan(actor, file, PAPER_PURPOSE) if file else None
    said = nfc(name).strip() or (str(registered) if registered else file.name if file else "")
    with said_in_words(CONSTRAINT_SENTENCES):
        paper = AgendaPaper.objects.create(
            item=item, name=said[:300], attachment=attachment, incoming=incoming, outgoing=outgoing
        )
    audit.record(actor, "meetings.add_agenda_paper", item, changes={"paper": paper.pk})
    return paper


def _registered(
    actor: Actor, registered: IncomingDocument | OutgoingDocument | None
) -> tuple[IncomingDocument | None, OutgoingDocument | None]:
    """Only what the actor sees in the registers may be shown to those invited."""
    missing = DomainError(
        "paper_unknown", "Không thấy văn bản này trong sổ của đơn vị.", field="symbol"
    )
    if isinstance(registered, IncomingDocument):
        if not visible_incoming(actor).filter(pk=registered.pk).exists():
            raise missing
        if registered.scan_id is None:
            raise DomainError(
                "paper_without_scan",
                "Văn bản đến này chưa có bản chụp. Xin thêm bản chụp ở sổ văn bản đến trước.",
                field="symbol",
            )
        return registered, None
    if isinstance(registered, OutgoingDocument):
        if not visible_outgoing(actor).filter(pk=registered.pk).exists():
            raise missing
        return None, registered
    return None, None


@transaction.atomic
def drop_agenda_paper(*, actor: Actor, paper: AgendaPaper) -> None:
    """Take a paper off the agenda; the file itself stays kept. Raises NotAllowed, Frozen."""
    require_writable(actor, "meetings.keep", paper.item.meeting.unit)
    audit.record(actor, "meetings.drop_agenda_paper", paper.item, changes={"name": paper.name})
    paper.delete()
