"""Papers of the agenda: files brought for the meeting, or papers of the registers."""

from django.db import models
from django.db.models import Q

from bongca.core.models import Attachment
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.meetings.models.meetings import AgendaItem


class AgendaPaper(models.Model):
    """One paper of a point of the agenda, open to whoever sees the meeting."""

    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="agenda_papers")
    name = models.CharField("Tên tài liệu", max_length=300)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    incoming = models.ForeignKey(IncomingDocument, models.PROTECT, null=True, related_name="+")
    outgoing = models.ForeignKey(OutgoingDocument, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(attachment__isnull=False, incoming__isnull=True, outgoing__isnull=True)
                | Q(attachment__isnull=True, incoming__isnull=False, outgoing__isnull=True)
                | Q(attachment__isnull=True, incoming__isnull=True, outgoing__isnull=False),
                name="agenda_paper_is_one_thing",
            ),
            models.UniqueConstraint(
                fields=["item", "attachment", "incoming", "outgoing"],
                name="agenda_paper_once",
                nulls_distinct=False,
            ),
        ]
