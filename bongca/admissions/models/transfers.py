"""A member goes from one commune's unit to another's."""

from django.db import models

from bongca.admissions.enums import TransferSide, TransferState
from bongca.admissions.rules import unit_with_place
from bongca.core.ids import uuid7
from bongca.org.models import Unit
from bongca.people.models import Person


class Transfer(models.Model):
    """One side of a transfer; the other side is the row with the same `transfer`.

    Each unit reads its own row, so the wall stays an interval (decision 0025); what one side does
    reaches the other through the functions of decision 0008. Name and year of birth are copied,
    since the receiving unit cannot see the person before it has taken them in.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    transfer = models.UUIDField()
    side = models.CharField(max_length=3, choices=TransferSide.choices)
    person = models.ForeignKey(Person, models.CASCADE, related_name="transfers")
    unit_pos = models.BigIntegerField()
    full_name = models.CharField(max_length=120)
    sex = models.CharField(max_length=1, blank=True)
    birth_year = models.SmallIntegerField(null=True)
    from_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    to_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    state = models.CharField(
        max_length=10, choices=TransferState.choices, default=TransferState.SENT
    )
    sent_on = models.DateField()
    sent_by = models.CharField(max_length=200)
    reason = models.CharField(max_length=200, blank=True)
    citation = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=200, blank=True)
    refusal = models.CharField(max_length=300, blank=True)
    moved_on = models.DateField(null=True)
    former_membership_id = models.UUIDField(null=True)
    closed_membership_id = models.UUIDField(null=True)
    opened_membership_id = models.UUIDField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "side"],
                condition=models.Q(state="sent"),
                name="transfer_one_on_the_way",
            ),
            models.UniqueConstraint(
                fields=["person", "transfer", "side"], name="transfer_two_sides"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="declined") | ~models.Q(refusal=""),
                name="transfer_declined_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["unit_pos", "state", "sent_on"], name="transfer_by_scope"),
            models.Index(fields=["transfer"], name="transfer_by_key"),
        ]

    @property
    def from_words(self) -> str:
        """Return the sending unit with its commune and province."""
        return unit_with_place(self.from_unit.name, self.from_unit.place_name)

    @property
    def to_words(self) -> str:
        """Return the receiving unit with its commune and province."""
        return unit_with_place(self.to_unit.name, self.to_unit.place_name)
