"""What one unit owes in one round, and what has happened to it."""

from django.db import models

from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.reporting.enums import EventKind, ReportState
from bongca.reporting.models.rounds import Round


class Report(models.Model):
    """Báo cáo: unit × round. `parent_unit` is where it went up to in the tree of that round.

    `as_of`, `since` and `as_known` say what the counted figures of the last submission counted.
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="reports")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="reports")
    parent_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    tier = models.CharField(max_length=10, choices=Tier.choices)
    state = models.CharField(
        max_length=14, choices=ReportState.choices, default=ReportState.NOT_SUBMITTED
    )
    version = models.PositiveIntegerField(default=1)
    started_at = models.DateTimeField(null=True)
    started_by_label = models.CharField(max_length=200, blank=True)
    saved_at = models.DateTimeField(null=True)
    saved_by_label = models.CharField(max_length=200, blank=True)
    submitted_at = models.DateTimeField(null=True)
    submitted_by_id = models.BigIntegerField(null=True)
    submitted_by_label = models.CharField(max_length=200, blank=True)
    missing_note = models.CharField(
        max_length=300, blank=True, help_text="why it was submitted while units below were missing"
    )
    returned_at = models.DateTimeField(null=True)
    returned_by_label = models.CharField(max_length=200, blank=True)
    returned_reason = models.CharField(max_length=500, blank=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by_id = models.BigIntegerField(null=True)
    accepted_by_label = models.CharField(max_length=200, blank=True)
    closed_at = models.DateTimeField(null=True)
    as_of = models.DateField(null=True)
    since = models.DateField(null=True)
    as_known = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "unit"], name="report_once_a_round"),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[
                        ReportState.NOT_SUBMITTED,
                        ReportState.DRAFTING,
                        ReportState.RETURNED,
                    ]
                )
                | models.Q(submitted_at__isnull=False),
                name="report_submitted_says_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ReportState.RETURNED) | ~models.Q(returned_reason=""),
                name="report_returned_with_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=ReportState.ACCEPTED)
                | models.Q(accepted_at__isnull=False),
                name="report_accepted_says_when",
            ),
        ]
        indexes = [
            models.Index(fields=["round", "parent_unit", "state"], name="report_by_parent"),
            models.Index(fields=["round", "tier", "state"], name="report_by_tier"),
        ]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.unit_id}"

    @property
    def is_open_for_writing(self) -> bool:
        """Tell whether its figures may still be typed."""
        return self.state in (
            ReportState.NOT_SUBMITTED,
            ReportState.DRAFTING,
            ReportState.RETURNED,
        )

    @property
    def is_frozen(self) -> bool:
        """Tell whether its figures can only be amended by a new, marked fact."""
        return self.state in (ReportState.ACCEPTED, ReportState.CLOSED)

    @property
    def is_sent(self) -> bool:
        """Tell whether the tier above has its figures."""
        return not self.is_open_for_writing


class ReportEvent(models.Model):
    """One line of a report's history; a submission keeps its values, by indicator code."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=EventKind.choices)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=200)
    note = models.CharField(max_length=500, blank=True)
    values = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["report", "at"], name="report_event_by_report")]
