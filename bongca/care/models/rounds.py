"""A ceremony of mừng thọ: its day, its list, who received what."""

from django.db import models
from django.db.models import Q

from bongca.care.enums import Congratulator, Occasion, Received, Removed, RoundState
from bongca.core.dates import PartialDate
from bongca.core.ids import uuid7
from bongca.org.models import Unit
from bongca.people.enums import Sex
from bongca.people.models import Person


class LongevityRound(models.Model):
    """One ceremony of a commune in a year; names stand on `Recipient` only.

    The three counts are kept by the actions, so that a province adds up rounds and not persons.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("Năm")
    occasion = models.CharField("Dịp", max_length=12, choices=Occasion.choices)
    held_on = models.DateField("Ngày tổ chức", null=True)
    held_at = models.TimeField("Giờ", null=True)
    place = models.CharField("Nơi tổ chức", max_length=200, blank=True)
    extra_year = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(
        max_length=10, choices=RoundState.choices, default=RoundState.PREPARING
    )
    frozen_on = models.DateField(null=True)
    listed_count = models.PositiveIntegerField(default=0)
    received_count = models.PositiveIntegerField(default=0)
    prepared_by = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year", "occasion"], name="care_one_round_an_occasion"
            ),
            models.CheckConstraint(
                condition=Q(year__range=(2000, 2100)), name="care_round_year_real"
            ),
            models.CheckConstraint(
                condition=Q(extra_year__lte=1), name="care_round_counts_one_more_at_most"
            ),
            models.CheckConstraint(
                condition=Q(state=RoundState.PREPARING, frozen_on__isnull=True)
                | (~Q(state=RoundState.PREPARING) & Q(frozen_on__isnull=False)),
                name="care_round_frozen_has_its_day",
            ),
        ]
        indexes = [models.Index(fields=["year", "unit"], name="care_round_by_year")]

    @property
    def is_frozen(self) -> bool:
        """Tell whether the list stands: later changes are shown as changes."""
        return self.state != RoundState.PREPARING


class Recipient(models.Model):
    """A person on a frozen list, as known on that day, with gift and receipt.

    `unit` is where the person stood then, and `unit_pos` its position: the list stays with the
    commune that made it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    round = models.ForeignKey(LongevityRound, models.PROTECT, related_name="recipients")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    unit_pos = models.BigIntegerField()
    full_name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=400, db_collation="C")
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    birth_year = models.SmallIntegerField()
    birth_month = models.SmallIntegerField(null=True)
    birth_day = models.SmallIntegerField(null=True)
    age = models.PositiveSmallIntegerField()
    congratulator = models.CharField(max_length=10, choices=Congratulator.choices)
    state_gift = models.CharField(max_length=200, blank=True)
    own_gift = models.CharField(max_length=200, blank=True)
    is_late_entry = models.BooleanField(default=False)
    listed_on = models.DateField()
    removed_why = models.CharField(max_length=10, choices=Removed.choices, blank=True)
    removed_on = models.DateField(null=True)
    received = models.CharField(max_length=8, choices=Received.choices, blank=True)
    received_on = models.DateField(null=True)
    handed_by = models.CharField(max_length=120, blank=True)
    signed_by = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=200, blank=True)
    recorded_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "person"], name="care_listed_once"),
            models.CheckConstraint(
                condition=Q(received="", received_on__isnull=True)
                | (~Q(received="") & Q(received_on__isnull=False) & ~Q(handed_by="")),
                name="care_receipt_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(removed_why="", removed_on__isnull=True)
                | (~Q(removed_why="") & Q(removed_on__isnull=False)),
                name="care_removed_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["round", "birth_year", "sort_key", "id"], name="care_recipients"),
            models.Index(fields=["unit_pos"], name="care_recipient_by_scope"),
        ]

    @property
    def born(self) -> PartialDate:
        """Return the birth date as it was known when the list was made."""
        return PartialDate(self.birth_year, self.birth_month, self.birth_day)
