"""The figures and words of a report. No person stands in these tables."""

from django.db import models

from bongca.indicators.models import Indicator
from bongca.org.models import Unit
from bongca.reporting.enums import Answer, Origin
from bongca.reporting.models.forms import NarrativeSection
from bongca.reporting.models.reports import Report


class Figure(models.Model):
    """One figure of one report.

    `typed` is what a person wrote here: beside a count it stands against it, elsewhere it is
    added to what the units below sent. `counted`, `gathered` and `value` are written at the
    moment of submission and are what the report said then.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    typed = models.BigIntegerField(null=True)
    counted = models.BigIntegerField(null=True)
    gathered = models.BigIntegerField(null=True)
    value = models.BigIntegerField(null=True)
    origin = models.CharField(max_length=10, choices=Origin.choices, default=Origin.DECLARED)
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    answer_note = models.CharField(max_length=300, blank=True)
    source_note = models.CharField(max_length=300, blank=True)
    typed_by_id = models.BigIntegerField(null=True)
    typed_by_label = models.CharField(max_length=200, blank=True)
    typed_by_unit_id = models.BigIntegerField(null=True)
    typed_at = models.DateTimeField(null=True)
    returned_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "indicator"], name="figure_once_a_report"),
            models.CheckConstraint(
                condition=models.Q(typed__isnull=True) | models.Q(typed__gte=0),
                name="figure_not_below_zero",
            ),
            models.CheckConstraint(
                condition=models.Q(typed__isnull=True)
                | models.Q(typed_at__isnull=False) & ~models.Q(typed_by_label=""),
                name="figure_typed_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~models.Q(answer=Answer.OTHER) | ~models.Q(answer_note=""),
                name="figure_other_reason_is_said",
            ),
        ]


class CountedFigure(models.Model):
    """What the register held for one chi hội when the commune submitted.

    `unit` is the chi hội, or the commune itself for members under no chi hội. With the report's
    `as_of`, `since` and `as_known` and the version of the count it opens the same persons again.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="counted_figures")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    value = models.BigIntegerField()
    query_version = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["report", "indicator", "unit"], name="counted_figure_once"
            )
        ]


class Narrative(models.Model):
    """What a unit wrote under one heading."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="narratives")
    section = models.ForeignKey(NarrativeSection, models.PROTECT, related_name="+")
    text = models.TextField(max_length=8000)
    typed_by_label = models.CharField(max_length=200)
    typed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "section"], name="narrative_once_a_section")
        ]


class Amendment(models.Model):
    """A correction after acceptance: a new fact that travels up and is marked, never a rewrite."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="amendments")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    difference = models.BigIntegerField()
    reason = models.CharField("Lý do", max_length=300)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_label = models.CharField(max_length=200)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(difference=0), name="amendment_changes_something"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="amendment_says_why"),
        ]
        indexes = [models.Index(fields=["report", "indicator"], name="amendment_by_figure")]
