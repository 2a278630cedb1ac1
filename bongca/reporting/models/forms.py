"""What is asked: ordered indicators and narrative sections per tier, dated and versioned."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from bongca.indicators.models import Indicator
from bongca.org.enums import Tier


class Form(models.Model):
    """Mẫu báo cáo: one version of a form; headings and lines change by term."""

    code = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    name = models.CharField("Tên mẫu báo cáo", max_length=160)
    during = DateRangeField()

    class Meta:
        ordering = ["code", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="form_version_once"),
            ExclusionConstraint(
                name="form_one_version_a_day",
                expressions=[
                    ("code", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FormLine(models.Model):
    """One indicator asked of one tier; a tier above may ask the same one as its own addition."""

    form = models.ForeignKey(Form, models.CASCADE, related_name="lines")
    tier = models.CharField(max_length=10, choices=Tier.choices)
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    section = models.CharField(max_length=80)
    order = models.PositiveSmallIntegerField()
    is_required = models.BooleanField(default=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "tier", "indicator"], name="form_line_once_a_tier"
            )
        ]


class NarrativeSection(models.Model):
    """Phần lời: a heading that a tier writes under."""

    form = models.ForeignKey(Form, models.CASCADE, related_name="narrative_sections")
    tier = models.CharField(max_length=10, choices=Tier.choices)
    title = models.CharField(max_length=120)
    hint = models.CharField(max_length=200, blank=True)
    order = models.PositiveSmallIntegerField()
    is_required = models.BooleanField(default=True)

    class Meta:
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "tier", "title"], name="narrative_section_once_a_tier"
            )
        ]

    def __str__(self) -> str:
        return self.title
