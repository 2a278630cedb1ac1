"""What was changed in a task or a programme after it was worded: both wordings are kept."""

from django.db import models

from bongca.programmes.models.programmes import Programme
from bongca.programmes.models.tasks import Task


class Revision(models.Model):
    """Lần sửa of a task or a programme: who, when, and each field before and after, as shown.

    Those who were given a copy before it keep what they were told then, and are told of this.
    """

    task = models.ForeignKey(Task, models.CASCADE, null=True, related_name="revisions")
    programme = models.ForeignKey(Programme, models.CASCADE, null=True, related_name="revisions")
    at = models.DateTimeField()
    by_label = models.CharField(max_length=200)
    changes = models.JSONField(default=list, help_text="label, words before, words after")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(task__isnull=False, programme__isnull=True)
                | models.Q(task__isnull=True, programme__isnull=False),
                name="revision_of_exactly_one",
            )
        ]
        indexes = [
            models.Index(fields=["task", "-at"], name="revision_of_task"),
            models.Index(fields=["programme", "-at"], name="revision_of_programme"),
        ]
