"""A text read into proposals, each waiting for a person's word."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from bongca.core.models import Attachment
from bongca.meetings.models import Conclusion, Meeting
from bongca.readings.enums import ProposalKind, ProposalState


class Reading(models.Model):
    """A text pasted or uploaded, unchanged, with what the rules found in it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="readings")
    text = models.TextField("Văn bản")
    said_on = models.DateField("Ngày của văn bản", null=True)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    rules_version = models.CharField(max_length=20)
    read_at = models.DateTimeField()
    read_by_label = models.CharField(max_length=200)

    class Meta:
        ordering = ["-pk"]


class Proposal(models.Model):
    """One thing found: where in the text, what it may mean, and what a person said to it."""

    reading = models.ForeignKey(Reading, models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=12, choices=ProposalKind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()
    meaning = models.JSONField(default=dict)
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN
    )
    mended = models.TextField(blank=True)
    conclusion = models.ForeignKey(Conclusion, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["start", "-end", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="proposal_span")
        ]
        indexes = [models.Index(fields=["reading", "kind"], name="proposal_by_kind")]

    @property
    def days(self) -> str:
        """The days a time spans, as written here."""
        first, last = self.meaning.get("from"), self.meaning.get("to")
        if not last:
            return ""
        end = f"{date.fromisoformat(last):%d/%m/%Y}"
        if not first or first == last:
            return end
        return f"{date.fromisoformat(first):%d/%m/%Y} đến {end}"
