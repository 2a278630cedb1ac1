"""When personal data got lost or out: what, whose, and who was told."""

from django.db import models
from django.db.models import Q

from bongca.org.models import Unit


class Incident(models.Model):
    """One incident of a unit; no person is named in it. The clock runs from `known_at`."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    known_at = models.DateTimeField()
    what = models.CharField("Chuyện gì đã xảy ra", max_length=1000)
    which_data = models.CharField("Dữ liệu nào", max_length=300)
    whose = models.CharField("Của ai, khoảng bao nhiêu người", max_length=300)
    measures = models.CharField("Đã làm gì", max_length=1000, blank=True)
    reported_at = models.DateTimeField(null=True)
    reported_to = models.CharField("Đã báo cho cơ quan nào", max_length=200, blank=True)
    told_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    recorded_by = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reported_at__isnull=True, reported_to="")
                | (Q(reported_at__isnull=False) & ~Q(reported_to="")),
                name="privacy_report_says_to_whom",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True)
                | (Q(reported_at__isnull=False) & ~Q(measures="")),
                name="privacy_closed_when_reported",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-known_at"], name="privacy_incident_by_unit")]
