"""Kept counts per commune, fed by deltas and folded by a job; recounted nightly."""

from django.db import models

from bongca.core.ids import uuid7
from bongca.org.models import Unit


class MemberCount(models.Model):
    """How many persons of one birth year, sex and status a commune has (0 = year unknown)."""

    commune = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    commune_pos = models.BigIntegerField()
    birth_year = models.SmallIntegerField()
    sex = models.CharField(max_length=1, blank=True)
    status = models.CharField(max_length=12)
    count = models.IntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["commune", "birth_year", "sex", "status"], name="member_count_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["commune_pos"],
                include=["birth_year", "sex", "status", "count"],
                name="member_count_by_scope",
            )
        ]


class MemberCountDelta(models.Model):
    """One change waiting to be folded; written by the action that changed the persons."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    commune_id = models.BigIntegerField()
    commune_pos = models.BigIntegerField()
    birth_year = models.SmallIntegerField()
    sex = models.CharField(max_length=1, blank=True)
    status = models.CharField(max_length=12)
    change = models.IntegerField()
