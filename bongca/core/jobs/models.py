"""One row for each job that was asked for: what people see of it while it works and after."""

from django.db import models

from bongca.core.ids import uuid7
from bongca.core.jobs.states import UNFINISHED, JobState


class JobRun(models.Model):
    """A job someone (or the clock) asked for, with how far it is and how it ended."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    kwargs = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    done_count = models.PositiveIntegerField(default=0)
    total_count = models.PositiveIntegerField(null=True)
    message = models.CharField(max_length=300, blank=True)
    error = models.CharField(max_length=300, blank=True)
    attempt_count = models.PositiveSmallIntegerField(default=0)
    is_cancel_asked = models.BooleanField(default=False)
    started_by_id = models.BigIntegerField(null=True)
    unit_id = models.BigIntegerField(null=True)
    queued_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "core"
        indexes = [
            models.Index(fields=["-queued_at"], name="job_run_latest"),
            models.Index(fields=["name", "-queued_at"], name="job_run_by_name"),
            models.Index(
                fields=["state"],
                name="job_run_unfinished",
                condition=models.Q(state__in=[state.value for state in UNFINISHED]),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=JobState.values), name="job_run_state_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in UNFINISHED])
                | models.Q(finished_at__isnull=False),
                name="job_run_ended_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.id}"

    @property
    def is_finished(self) -> bool:
        return self.state not in UNFINISHED

    @property
    def percent(self) -> int | None:
        """How far it is, where the job said out of how many."""
        if not self.total_count:
            return None
        return min(100, self.done_count * 100 // self.total_count)
