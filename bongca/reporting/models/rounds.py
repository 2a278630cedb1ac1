"""When it is asked: a form, a period, a due date per tier."""

from datetime import date, timedelta

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from bongca.org.enums import Tier
from bongca.reporting.enums import RoundState
from bongca.reporting.models.forms import Form


class Round(models.Model):
    """Kỳ báo cáo, opened for the whole country from the chi hội up."""

    form = models.ForeignKey(Form, models.PROTECT, related_name="rounds")
    name = models.CharField("Tên kỳ báo cáo", max_length=160)
    period = DateRangeField("Số liệu trong thời gian")
    state = models.CharField(max_length=8, choices=RoundState.choices, default=RoundState.OPEN)
    opened_at = models.DateTimeField()
    opened_by_label = models.CharField(max_length=200)
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-period", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["form", "period"], name="round_once_a_period"),
            models.CheckConstraint(
                condition=models.Q(
                    period__startswith__isnull=False, period__endswith__isnull=False
                ),
                name="round_period_has_two_ends",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def since(self) -> date:
        """Return the first day of the period."""
        first: date = self.period.lower
        return first

    @property
    def last_day(self) -> date:
        """Return the last day of the period."""
        last: date = self.period.upper - timedelta(days=1)
        return last

    @property
    def is_open(self) -> bool:
        return self.state == RoundState.OPEN


class RoundDue(models.Model):
    """The day by which every unit of a tier has to have submitted."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="dues")
    tier = models.CharField(max_length=10, choices=Tier.choices)
    due_on = models.DateField("Hạn nộp")

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(fields=["round", "tier"], name="round_due_once_a_tier")
        ]
