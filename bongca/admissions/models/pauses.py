"""A member takes no part for a while and stays a member."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from bongca.core.ids import uuid7
from bongca.org.models import Unit
from bongca.people.models import Person


class Pause(models.Model):
    """During these days a member took no part: illness, a long absence (domain.md 3.3).

    The membership goes on and is counted; a pause entered by mistake is voided.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="pauses")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    unit_pos = models.BigIntegerField()
    during = DateRangeField()
    reason = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by_id = models.BigIntegerField(null=True)
    voided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="pause_one_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(voided_at__isnull=True),
            )
        ]
        indexes = [models.Index(fields=["unit_pos"], name="pause_by_scope")]
