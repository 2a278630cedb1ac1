"""Units of the Association: who they are today, what they were called, under whom they stood."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models

from bongca.org.enums import LineageKind, OrgModel, Tier


class Unit(models.Model):
    """Đơn vị: one unit of the Association at one tier.

    `lft`/`rgt` are its interval in the tree of today, gapped (rules.slot); they serve scope and
    fast reading only. The tree by date is `UnitAncestry`. `province` and `commune` point at the
    ancestor (or itself) of that tier.
    """

    name = models.CharField("Tên đơn vị", max_length=160)
    tier = models.CharField("Cấp", max_length=10, choices=Tier.choices)
    org_model = models.CharField(
        "Mô hình", max_length=24, choices=OrgModel.choices, default=OrgModel.ASSOCIATION
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    province = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    commune = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    lft = models.BigIntegerField(unique=True)
    rgt = models.BigIntegerField()
    during = DateRangeField("Thời gian")
    is_open = models.BooleanField(default=True)
    place_name = models.CharField(
        max_length=200, help_text="where it stands, as people say it: xã Tân Yên, tỉnh Bắc Ninh"
    )
    sort_key = models.CharField(max_length=400, db_collation="C")
    search_name = models.CharField(max_length=320, db_collation="C")
    phone = models.CharField("Điện thoại", max_length=20, blank=True)
    seed_key = models.CharField(max_length=40, blank=True)
    founded_by = models.CharField("Văn bản thành lập", max_length=200, blank=True)
    closed_by = models.CharField("Văn bản kết thúc", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(rgt__gt=models.F("lft")), name="unit_span"),
            models.UniqueConstraint(
                fields=["seed_key"], condition=~models.Q(seed_key=""), name="unit_seeded_once"
            ),
        ]
        indexes = [
            models.Index(fields=["parent", "is_open", "sort_key"], name="unit_children"),
            models.Index(fields=["tier", "lft"], name="unit_by_tier"),
            GinIndex(OpClass("search_name", name="gin_trgm_ops"), name="unit_by_name_part"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def pos(self) -> int:
        """Return the number that rows of this unit carry as `unit_pos`."""
        return self.lft


class UnitName(models.Model):
    """What a unit was called, and since when, by which paper."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="names")
    name = models.CharField(max_length=160)
    during = DateRangeField()
    citation = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="unit_one_name_a_day",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]


class UnitAncestry(models.Model):
    """The tree by date: `unit` stood `depth` tiers under `ancestor` during these days."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="ancestry")
    ancestor = models.ForeignKey(Unit, models.CASCADE, related_name="descendance")
    depth = models.PositiveSmallIntegerField()
    during = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="unit_one_ancestor_a_depth",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("depth", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]
        indexes = [models.Index(fields=["ancestor", "depth"], name="unit_below_by_date")]


class UnitLineage(models.Model):
    """Which unit became which, by which act, in which share."""

    source = models.ForeignKey(Unit, models.CASCADE, related_name="became")
    target = models.ForeignKey(Unit, models.CASCADE, null=True, related_name="came_from")
    on = models.DateField()
    kind = models.CharField(max_length=10, choices=LineageKind.choices)
    share = models.DecimalField(max_digits=5, decimal_places=4, null=True)
    citation = models.CharField(max_length=200, blank=True)
    plan = models.ForeignKey("org.ReorganisationPlan", models.PROTECT, null=True)


class Covers(models.Model):
    """Which territory a unit serves; three units may still serve one merged commune."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="covers")
    territory = models.ForeignKey("org.Territory", models.PROTECT, related_name="covered_by")
    during = DateRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="unit_covers_once_a_day",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("territory", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            )
        ]
