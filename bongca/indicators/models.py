"""What a figure means, how it is obtained and where it stands in law or in real reports."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from bongca.indicators.enums import Measure, Obtained, OverTime


class Indicator(models.Model):
    """Chỉ tiêu: one figure of the Association (domain.md 3.5)."""

    code = models.CharField(primary_key=True, max_length=30)
    name = models.CharField(max_length=200)
    hint = models.CharField(max_length=300, blank=True)
    measure = models.CharField(max_length=10, choices=Measure.choices)
    obtained = models.CharField(max_length=10, choices=Obtained.choices)
    over_time = models.CharField(max_length=6, choices=OverTime.choices)
    counted_by = models.CharField(
        max_length=60, blank=True, help_text="name of the counting query, as members.members_total"
    )
    numerator = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    denominator = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    at_most = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=200, help_text="where it was really reported")
    during = DateRangeField()
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order", "code"]

    def __str__(self) -> str:
        return self.name
