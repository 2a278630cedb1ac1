"""What was concluded: numbered, owned, dated; and the notice by which it goes out."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from bongca.documents.models import OutgoingDocument
from bongca.meetings.enums import Part
from bongca.meetings.models.meetings import Meeting
from bongca.offices.models import Body
from bongca.org.models import Partner, Unit
from bongca.programmes.models import Task


class Conclusion(models.Model):
    """One numbered conclusion, in the words as concluded.

    The deadline is kept as it was said, and as the span of days the rules read from it; a span
    that a person wrote over the rule's is marked.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="conclusions")
    number = models.PositiveSmallIntegerField()
    words = models.TextField("Nội dung kết luận")
    deadline_said = models.CharField("Thời hạn, như đã nói", max_length=80, blank=True)
    due_from = models.DateField(null=True)
    due_on = models.DateField(null=True)
    is_due_typed = models.BooleanField(default=False)
    citation = models.CharField("Văn bản liên quan", max_length=200, blank=True)
    task = models.OneToOneField(Task, models.PROTECT, null=True, related_name="conclusion")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"],
                name="conclusion_number_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=Q(due_from__isnull=True) | Q(due_from__lte=F("due_on")),
                name="conclusion_span_runs_forward",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="conclusion_has_words"),
        ]


class ConclusionParty(models.Model):
    """Who owns a conclusion or helps with it; `said` keeps the name as it was said."""

    conclusion = models.ForeignKey(Conclusion, models.CASCADE, related_name="parties")
    part = models.CharField(max_length=8, choices=Part.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    said = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["part", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(unit__isnull=False)
                | Q(body__isnull=False)
                | Q(partner__isnull=False)
                | ~Q(said=""),
                name="conclusion_party_is_named",
            ),
            models.UniqueConstraint(
                fields=["conclusion", "unit", "body", "partner", "said"],
                name="conclusion_party_once",
                nulls_distinct=False,
            ),
        ]

    @property
    def name(self) -> str:
        """The name to show: that of the register, else as it was said."""
        named = self.body or self.unit or self.partner
        return named.name if named else self.said

    @property
    def is_known(self) -> bool:
        """Tell whether the register knows it, so that a task can be given to it."""
        return bool(self.body_id or self.unit_id or self.partner_id)


class Notice(models.Model):
    """Thông báo kết luận: published once for a meeting; from then on its words stand.

    `document` is the paper it goes out as, with its signature, number and receipts. Only a notice
    of somebody else, or of the past, has no paper here: then `symbol` is what its source prints.
    """

    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="notice")
    document = models.OneToOneField(
        OutgoingDocument, models.PROTECT, null=True, related_name="conclusion_notice"
    )
    symbol = models.CharField("Số, ký hiệu", max_length=60, blank=True)
    signed_on = models.DateField("Ngày ký", null=True)
    signer = models.CharField("Người ký", max_length=120, blank=True)
    published_at = models.DateTimeField()
    published_by_label = models.CharField(max_length=200)

    @property
    def shown_symbol(self) -> str:
        """Its number: of the paper once the book has given one, else as the source prints it."""
        return self.document.symbol if self.document else self.symbol

    @property
    def shown_day(self) -> date | None:
        """Its day: of the paper, else as the source prints it."""
        return self.document.issued_on if self.document else self.signed_on
