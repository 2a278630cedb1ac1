"""The hook and the freeze for reorganisation (design.md 8); the plan itself comes later."""

from django.db import models

from bongca.org.models.units import Unit


class ReorganisationPlan(models.Model):
    """One reorganisation: a deciding paper, the day it takes effect, its state."""

    title = models.CharField("Tên phương án", max_length=200)
    citation = models.CharField("Văn bản quyết định", max_length=200)
    effective_on = models.DateField("Ngày có hiệu lực")
    state = models.CharField(max_length=12, default="draft")
    created_by_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)


class Freeze(models.Model):
    """While a unit is frozen, nobody writes into it or below it."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="freezes")
    plan = models.ForeignKey(ReorganisationPlan, models.CASCADE, null=True)
    reason = models.CharField(max_length=200)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(until__isnull=True),
                name="freeze_once_a_unit",
            )
        ]
