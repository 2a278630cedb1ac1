"""One card of one member, and the numbers of the country."""

from django.db import models

from bongca.cards.enums import CardState, Reason, TakenBy
from bongca.cards.models.batches import CardBatch
from bongca.core.ids import uuid7
from bongca.people.models import Person


class Card(models.Model):
    """One card made for a member: which printing of the number, where it stands, who took it.

    `unit_pos` is that of the person's unit, followed as `people.Person` is. The words on the card
    are not copied: they are the person's at the moment of printing.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="cards")
    unit_pos = models.BigIntegerField()
    batch = models.ForeignKey(CardBatch, models.PROTECT, related_name="cards", db_index=False)
    number = models.CharField("Số thẻ", max_length=24, db_collation="C")
    edition = models.PositiveSmallIntegerField("Lần cấp")
    reason = models.CharField(max_length=8, choices=Reason.choices)
    state = models.CharField(max_length=8, choices=CardState.choices, default=CardState.LISTED)
    handed_on = models.DateField("Trao ngày", null=True)
    taken_by = models.CharField(max_length=6, choices=TakenBy.choices, blank=True)
    taken_by_name = models.CharField(max_length=120, blank=True)
    ended_on = models.DateField(null=True)
    note = models.CharField("Ghi chú", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(state__in=("listed", "printed")),
                name="card_one_on_its_way",
            ),
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(state="handed"), name="card_one_in_hand"
            ),
            models.UniqueConstraint(
                fields=["person", "number", "edition"], name="card_edition_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="handed") | models.Q(handed_on__isnull=False),
                name="card_handed_has_its_day",
            ),
        ]
        indexes = [
            models.Index(fields=["batch", "unit_pos", "id"], name="card_by_batch"),
            models.Index(fields=["unit_pos", "state"], name="card_by_scope"),
        ]

    def __str__(self) -> str:
        return self.number


class CardNumber(models.Model):
    """A number given to one person for life: unique in the country, hence its own table."""

    number = models.CharField(primary_key=True, max_length=24, db_collation="C")
    person_id = models.UUIDField(db_index=True)
    given_at = models.DateTimeField()


class CardSerial(models.Model):
    """The last serial given under a prefix; its row is locked while numbers are given."""

    prefix = models.CharField(primary_key=True, max_length=12, db_collation="C")
    last = models.PositiveIntegerField(default=0)
