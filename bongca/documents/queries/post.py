"""Sổ gửi văn bản đi bưu điện (domain.md 6.5): what went on paper to places outside the machine."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bongca.core.actor import Actor
from bongca.documents import policies
from bongca.documents.models import Recipient

MOST_ROWS = 20_000
POST_COLUMNS = (
    "Ngày chuyển", "Số, ký hiệu", "Nơi nhận", "Số lượng bì", "Ký nhận và dấu bưu điện", "Ghi chú",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PostRow:
    """One line; how many envelopes and who received them is written by hand."""

    on: date
    symbol: str
    place: str

    @property
    def cells(self) -> tuple[str, ...]:
        return (f"{self.on:%d/%m/%Y}", self.symbol, self.place, "", "", "")


def sent_by_post(actor: Actor, since: date, until: date) -> QuerySet[Recipient]:
    """Return the places outside the Association that own papers were sent to between two days."""
    papers = policies.visible_outgoing(actor).filter(
        unit=actor.unit_id or 0, sent_on__gte=since, sent_on__lte=until
    )
    rows = Recipient.objects.filter(document__in=papers, unit__isnull=True)
    return rows.select_related("document").order_by("document__sent_on", "document_id", "ordinal")


def post_row(recipient: Recipient) -> PostRow:
    """Return the line of one place."""
    document = recipient.document
    assert document.sent_on is not None
    return PostRow(document.sent_on, document.symbol, recipient.name)
