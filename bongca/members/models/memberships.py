"""The periods of membership, each with when it was known and when it was withdrawn."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from bongca.core.ids import uuid7
from bongca.members.enums import HowBegan, HowEnded, MemberKind
from bongca.org.models import Unit
from bongca.people.models import Person


class Membership(models.Model):
    """A person was a member of a unit during these days, as recorded at a moment.

    Nothing is overwritten: a change voids the row and writes a new one, so that "as of 30/6, as
    known on 5/7" can be asked. `unit_pos` is that of `unit`, not of the person's present unit.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    unit_pos = models.BigIntegerField()
    kind = models.CharField(max_length=8, choices=MemberKind.choices, default=MemberKind.REGULAR)
    during = DateRangeField()
    joined_year = models.SmallIntegerField(null=True)
    joined_month = models.SmallIntegerField(null=True)
    joined_day = models.SmallIntegerField(null=True)
    began_how = models.CharField(max_length=12, choices=HowBegan.choices)
    ended_how = models.CharField(max_length=12, choices=HowEnded.choices, blank=True)
    ended_precision = models.SmallIntegerField(null=True)
    citation = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=200, blank=True)
    roll_batch_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by_id = models.BigIntegerField(null=True)
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="membership_one_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(voided_at__isnull=True),
            )
        ]
        indexes = [
            models.Index(fields=["unit_pos", "recorded_at"], name="membership_by_scope"),
            models.Index(fields=["roll_batch_id"], name="membership_by_roll"),
        ]
