"""A batch of cards of one commune, and the blanks it is printed on."""

from django.db import models

from bongca.cards.enums import BatchState, BlankMove
from bongca.cards.models.settings import Campaign, CardDesign
from bongca.core.ids import uuid7
from bongca.core.models import Attachment
from bongca.org.models import Unit


class CardBatch(models.Model):
    """Cards of one commune printed together; counts are kept by the acts that change cards.

    Bears no person: those above the province see how far it is and nobody's name.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    ordered_by = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    campaign = models.ForeignKey(Campaign, models.PROTECT, null=True, related_name="batches")
    design = models.ForeignKey(CardDesign, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=8, choices=BatchState.choices, default=BatchState.LISTED)
    card_count = models.PositiveIntegerField(default=0)
    handed_count = models.PositiveIntegerField(default=0)
    attachment = models.ForeignKey(Attachment, models.PROTECT, null=True, related_name="+")
    run_id = models.UUIDField(null=True)
    listed_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField(null=True)
    received_by_label = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(handed_count__lte=models.F("card_count")),
                name="batch_hands_out_what_it_has",
            ),
            models.CheckConstraint(
                condition=models.Q(state="listed") | models.Q(printed_at__isnull=False),
                name="batch_printed_has_its_time",
            ),
            models.UniqueConstraint(fields=["campaign", "unit"], name="batch_once_in_a_campaign"),
        ]
        indexes = [models.Index(fields=["unit", "-listed_at"], name="batch_by_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.pk}"


class BlankStock(models.Model):
    """How many blank cards a unit holds today."""

    unit = models.OneToOneField(Unit, models.PROTECT, primary_key=True, related_name="+")
    count = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(count__gte=0), name="blanks_not_below_zero")
        ]


class BlankEntry(models.Model):
    """A line in the book of blanks: received, used, spoilt, given to another unit."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    on = models.DateField("Ngày")
    move = models.CharField("Việc", max_length=8, choices=BlankMove.choices)
    count = models.PositiveIntegerField("Số phôi")
    left = models.PositiveIntegerField("Còn lại")
    to_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    note = models.CharField("Ghi chú", max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_label = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(count__gt=0), name="blanks_some_moved"),
            models.CheckConstraint(
                condition=~models.Q(move="given") | models.Q(to_unit__isnull=False),
                name="blanks_given_to_somebody",
            ),
        ]
        indexes = [models.Index(fields=["unit", "-recorded_at"], name="blanks_by_unit")]
