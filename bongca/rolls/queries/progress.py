"""How far the background work of a roll is."""

from bongca.core.jobs.models import JobRun
from bongca.rolls.models import RollBatch


def job_of(batch: RollBatch) -> JobRun | None:
    """Return the run of the work this roll waits for."""
    return JobRun.objects.filter(pk=batch.job_id).first() if batch.job_id else None
