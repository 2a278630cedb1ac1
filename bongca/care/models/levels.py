"""What a province or commune has set of its own, by date."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from bongca.care.enums import LevelKind
from bongca.org.models import Unit


class Level(models.Model):
    """A level during these days: of a province what the State gives there, of a commune the gift
    of the Association itself. The paper that sets it is named as printed."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = models.CharField("Mức cho", max_length=20, choices=LevelKind.choices)
    during = DateRangeField()
    amount_vnd = models.BigIntegerField("Số tiền", default=0)
    goods = models.CharField("Hiện vật", max_length=120, blank=True)
    basis = models.CharField("Căn cứ", max_length=200)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="care_one_level_a_day",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                condition=Q(amount_vnd__gte=0) & (Q(amount_vnd__gt=0) | ~Q(goods="")),
                name="care_level_gives_something",
            ),
        ]
