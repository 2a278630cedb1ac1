"""Ask for a job, or ask one to stop. Both take part in the transaction around them."""

from typing import Any

from django.db import transaction
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job as QueuedJob
from procrastinate.manager import JobManager

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.registry import job_arguments, known_jobs
from bongca.core.jobs.states import JobState

TASK_NAME = "core.run_job"
QUEUE = "default"


class UnknownJob(LookupError):
    """No app registers a job of that name."""


@transaction.atomic
def enqueue(name: str, *, actor: Actor | None = None, **kwargs: Any) -> JobRun:
    """Queue the job `name` with plain keyword values and return its run, to show or to follow.

    Raises UnknownJob for a name nobody registered.
    """
    known = known_jobs().get(name)
    if known is None:
        raise UnknownJob(name)
    run = JobRun.objects.create(
        name=name,
        title=known.title,
        kwargs=job_arguments(kwargs),
        started_by_id=actor.user_id if actor else None,
        unit_id=actor.unit_id if actor else None,
        queued_at=clock.now(),
    )
    # Our own manager on Django's connection: inside a worker the library's would be another one,
    # and the job would be queued even if this transaction is undone.
    JobManager(DjangoConnector(alias="default")).defer_job(
        QueuedJob(
            id=None,
            queue=QUEUE,
            lock=None,
            queueing_lock=None,
            task_name=TASK_NAME,
            task_kwargs={"run_id": str(run.pk)},
        )
    )
    return run


@transaction.atomic
def cancel(run: JobRun) -> JobRun:
    """Stop a waiting job at once, a working one at its next `progress`; a finished one stays."""
    locked = JobRun.objects.select_for_update().get(pk=run.pk)
    if locked.state == JobState.QUEUED:
        locked.state = JobState.CANCELLED
        locked.finished_at = clock.now()
    locked.is_cancel_asked = True
    locked.save(update_fields=["state", "finished_at", "is_cancel_asked"])
    return locked
