"""The periods of membership, each with when it was known and when it was withdrawn."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from bongca.core.dates import PartialDate
from bongca.core.ids import uuid7
from bongca.members.enums import HowBegan, HowEnded, MemberKind, VoidReason
from bongca.org.models import Unit
from bongca.people.enums import Sex
from bongca.people.models import Person


class Membership(models.Model):
    """A person was a member of a unit during these days, as recorded at a moment.

    Nothing is overwritten: a change voids the row and writes a new one, so that "as of 30/6, as
    known on 5/7" can be asked. `unit_pos` is that of `unit`, not of the person's present unit.

    `during` holds the days that count (`rules.first_counted_day`, `rules.end_day`); the dates as
    people know them stand in `joined_*` and `ended_*`. Name, sex and birth are copied as they were
    known when the row was recorded: a figure once counted can be counted again, also after the
    person was corrected, moved out of sight or merged. Make rows with `actions.recording`.
    `votes_*` say by how many somebody was struck off (domain.md 3.3); older rows leave them empty.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    unit_pos = models.BigIntegerField()
    full_name = models.CharField(max_length=120)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    birth_year = models.SmallIntegerField(null=True)
    birth_month = models.SmallIntegerField(null=True)
    birth_day = models.SmallIntegerField(null=True)
    kind = models.CharField(max_length=8, choices=MemberKind.choices, default=MemberKind.REGULAR)
    during = DateRangeField()
    joined_year = models.SmallIntegerField(null=True)
    joined_month = models.SmallIntegerField(null=True)
    joined_day = models.SmallIntegerField(null=True)
    began_how = models.CharField(max_length=12, choices=HowBegan.choices)
    ended_how = models.CharField(max_length=12, choices=HowEnded.choices, blank=True)
    ended_year = models.SmallIntegerField(null=True)
    ended_month = models.SmallIntegerField(null=True)
    ended_day = models.SmallIntegerField(null=True)
    citation = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=200, blank=True)
    votes_total = models.SmallIntegerField(null=True)
    votes_present = models.SmallIntegerField(null=True)
    votes_for = models.SmallIntegerField(null=True)
    roll_batch_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by_id = models.BigIntegerField(null=True)
    voided_at = models.DateTimeField(null=True)
    void_reason = models.CharField(max_length=12, choices=VoidReason.choices, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="membership_one_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=models.Q(voided_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=models.Q(votes_for__isnull=True)
                | models.Q(
                    votes_present__lte=models.F("votes_total"),
                    votes_for__lte=models.F("votes_present"),
                    votes_for__gt=models.F("votes_total") - models.F("votes_for"),
                ),
                name="membership_struck_off_by_majority",
            ),
        ]
        indexes = [
            models.Index(fields=["unit_pos", "recorded_at"], name="membership_by_scope"),
            models.Index(fields=["roll_batch_id"], name="membership_by_roll"),
        ]

    @property
    def joined(self) -> PartialDate | None:
        """Return when this period began, as far as people know it."""
        if self.joined_year is None:
            return None
        return PartialDate(self.joined_year, self.joined_month, self.joined_day)

    @property
    def ended(self) -> PartialDate | None:
        """Return when this period ended, as far as people know it."""
        if self.ended_year is None:
            return None
        return PartialDate(self.ended_year, self.ended_month, self.ended_day)
