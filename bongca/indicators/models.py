"""What a figure means, how it is obtained and where it stands in law or in real reports."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from bongca.indicators.enums import Measure, Obtained, OverTime


class Indicator(models.Model):
    """Chỉ tiêu: one figure of the Association (domain.md 3.5).

    Over the tree every figure sums except a ratio, which is computed anew from the two sums.
    """

    code = models.CharField(primary_key=True, max_length=30)
    name = models.CharField(max_length=200)
    hint = models.CharField(max_length=300, blank=True)
    measure = models.CharField(max_length=10, choices=Measure.choices)
    obtained = models.CharField(max_length=10, choices=Obtained.choices)
    over_time = models.CharField(max_length=6, choices=OverTime.choices)
    counted_by = models.CharField(
        max_length=60, blank=True, help_text="name of the count, as members.total"
    )
    numerator = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    denominator = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    formula = models.CharField(max_length=200, blank=True)
    at_most = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    money_of = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="+", help_text="the count this pays for"
    )
    asks_source = models.BooleanField(
        default=False, help_text="a declared value must say where it was taken from"
    )
    source = models.CharField(max_length=200, help_text="where it was really reported")
    during = DateRangeField()
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order", "code"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(obtained=Obtained.COUNTED) | ~models.Q(counted_by=""),
                name="indicator_counted_says_by_what",
            ),
            models.CheckConstraint(
                condition=~models.Q(obtained=Obtained.RATIO)
                | models.Q(numerator__isnull=False, denominator__isnull=False)
                & ~models.Q(formula=""),
                name="indicator_ratio_has_two_parts",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_counted(self) -> bool:
        return self.obtained == Obtained.COUNTED

    @property
    def is_declared(self) -> bool:
        return self.obtained == Obtained.DECLARED

    @property
    def is_ratio(self) -> bool:
        return self.obtained == Obtained.RATIO

    @property
    def is_money(self) -> bool:
        return self.measure == Measure.VND
