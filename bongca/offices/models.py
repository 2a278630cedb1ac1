"""Bodies, terms, positions, appointments."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from bongca.core.ids import uuid7
from bongca.offices.enums import BodyKind, HowAppointed, HowEnded
from bongca.org.models import Grant, Unit
from bongca.people.models import Person


class Term(models.Model):
    """Nhiệm kỳ of one unit, as 2026-2031; terms are not synchronised in the country."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="terms")
    name = models.CharField("Nhiệm kỳ", max_length=40)
    during = DateRangeField()
    citation = models.CharField("Văn bản", max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class Body(models.Model):
    """A committee, office or leadership of a unit."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="bodies")
    kind = models.CharField("Loại", max_length=24, choices=BodyKind.choices)
    name = models.CharField("Tên", max_length=160)
    term = models.ForeignKey(Term, models.PROTECT, null=True)
    seats = models.PositiveSmallIntegerField("Số ủy viên", null=True)
    during = DateRangeField()
    citation = models.CharField("Văn bản thành lập", max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "kind"], name="body_by_unit")]

    def __str__(self) -> str:
        return self.name


class Position(models.Model):
    """Chức danh: data with a rank, the role it carries and the tiers where it exists."""

    code = models.CharField(primary_key=True, max_length=40)
    title = models.CharField("Chức danh", max_length=120)
    tier = models.CharField(max_length=10)
    body_kind = models.CharField(max_length=24, choices=BodyKind.choices)
    rank = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=40, blank=True)
    is_single = models.BooleanField(default=False)

    class Meta:
        ordering = ["rank", "code"]

    def __str__(self) -> str:
        return self.title


class Appointment(models.Model):
    """Giữ chức: a person in a position of a body, between days, by a paper."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    display_name = models.CharField(
        max_length=120, help_text="name as appointed; officers' names are public within the Hội"
    )
    position = models.ForeignKey(Position, models.PROTECT)
    body = models.ForeignKey(Body, models.PROTECT, related_name="appointments")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="appointments")
    during = DateRangeField()
    how = models.CharField("Hình thức", max_length=12, choices=HowAppointed.choices)
    citation_symbol = models.CharField("Số, ký hiệu văn bản", max_length=60, blank=True)
    citation_on = models.DateField("Ngày văn bản", null=True)
    citation_issuer = models.CharField("Nơi ban hành", max_length=160, blank=True)
    ended_how = models.CharField(max_length=12, choices=HowEnded.choices, blank=True)
    ended_citation = models.CharField(max_length=200, blank=True)
    grant = models.OneToOneField(Grant, models.PROTECT, null=True, related_name="appointment")
    recorded_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="appointment_once_a_day",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("position", RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(voided_at__isnull=True),
            )
        ]
        indexes = [models.Index(fields=["unit", "position"], name="appointment_by_unit")]
