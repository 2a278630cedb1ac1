"""The lines of a roll: staged before they are written, kept so that they can be taken back."""

from django.db import models

from bongca.core.ids import uuid7
from bongca.org.models import Unit
from bongca.rolls.enums import LineState
from bongca.rolls.models.batches import RollBatch


class RollLine(models.Model):
    """One line: what it says, what is asked of it, what was answered, what was written.

    `sealed` holds the cells as they stood and the identity number. `person_id` and
    `person_version` say what writing it made; undoing leaves alone what has changed since.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    batch = models.ForeignKey(RollBatch, models.CASCADE, related_name="lines")
    unit_pos = models.BigIntegerField()
    ordinal = models.PositiveIntegerField()
    table = models.PositiveSmallIntegerField()
    sheet = models.CharField(max_length=120)
    line = models.PositiveIntegerField()
    state = models.CharField(max_length=10, choices=LineState)
    values = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    answers = models.JSONField(default=dict)
    sealed = models.BinaryField(null=True)
    number_hash = models.BinaryField(max_length=32, null=True)
    branch_key = models.CharField(max_length=200, blank=True)
    group_key = models.CharField(max_length=200, blank=True)
    target = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    match_id = models.UUIDField(null=True)
    match_words = models.CharField(max_length=300, blank=True)
    is_again = models.BooleanField(default=False)
    person_id = models.UUIDField(null=True)
    person_version = models.PositiveIntegerField(null=True)
    membership_id = models.UUIDField(null=True)
    kept_reason = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["batch", "state", "ordinal"], name="roll_line_by_state"),
            models.Index(fields=["unit_pos"], name="roll_line_by_scope"),
        ]
