"""A roll brought in, from the upload to its undoing."""

from django.db import models

from bongca.core.ids import uuid7
from bongca.core.models import Attachment
from bongca.org.models import Unit
from bongca.rolls.enums import BatchState


class RollBatch(models.Model):
    """One file brought by one officer for one unit.

    `tables_sealed` holds what was found in the file (headings, guesses, samples of cells), sealed
    because samples are names; `mapping` and `choices` hold what the officer settled.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    attachment = models.ForeignKey(Attachment, models.SET_NULL, null=True, related_name="+")
    file_name = models.CharField(max_length=255)
    state = models.CharField(max_length=10, choices=BatchState, default=BatchState.READING)
    reason = models.CharField(max_length=300, blank=True)
    tables_sealed = models.BinaryField(null=True)
    mapping = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    ignored_count = models.PositiveIntegerField(default=0)
    written_count = models.PositiveIntegerField(default=0)
    job_id = models.UUIDField(null=True)
    brought_by_id = models.BigIntegerField(null=True)
    brought_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)
    forgotten_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "-brought_at"], name="roll_by_unit")]

    def __str__(self) -> str:
        return self.file_name


class ColumnMemory(models.Model):
    """How the columns of a list with these headings were settled in a unit the last time."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    signature = models.CharField(max_length=64)
    fields = models.JSONField()
    remembered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "signature"], name="column_memory_once")
        ]
