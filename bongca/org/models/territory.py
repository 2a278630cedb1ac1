"""The State's map by date. Key is `uid`, never the code: codes are issued again."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from bongca.org.enums import LineageKind, TerritoryLevel


class Territory(models.Model):
    """One province, district or commune of one generation (before or since 1/7/2025)."""

    uid = models.CharField(primary_key=True, max_length=12)
    level = models.CharField(max_length=10, choices=TerritoryLevel.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    area_km2 = models.DecimalField(max_digits=9, decimal_places=2, null=True)

    def __str__(self) -> str:
        return self.uid


class TerritoryVersion(models.Model):
    """Name, kind and code of a territory during one period."""

    territory = models.ForeignKey(Territory, models.CASCADE, related_name="versions")
    code = models.CharField(max_length=6)
    kind = models.CharField(max_length=40)
    name = models.CharField(max_length=80)
    full_name = models.CharField(max_length=120)
    search_name = models.CharField(max_length=120)
    aliases = models.CharField(max_length=200, blank=True)
    decided_by = models.CharField(max_length=120, blank=True)
    during = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="territory_one_version_a_day",
                expressions=[
                    ("territory", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]
        indexes = [
            models.Index(fields=["code"], name="territory_by_code"),
            models.Index(fields=["search_name"], name="territory_by_name"),
        ]

    def __str__(self) -> str:
        return self.full_name


class TerritoryLineage(models.Model):
    """Which territory became which, on what day."""

    source = models.ForeignKey(Territory, models.CASCADE, related_name="became")
    target = models.ForeignKey(Territory, models.CASCADE, null=True, related_name="came_from")
    on = models.DateField()
    kind = models.CharField(max_length=10, choices=LineageKind.choices)
    is_default = models.BooleanField()
    confidence = models.PositiveSmallIntegerField()
    sources = models.CharField(max_length=20, blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "target", "on"], name="territory_lineage_once"
            )
        ]
