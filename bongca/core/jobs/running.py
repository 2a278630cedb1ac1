"""Run one job to its end, whatever the end is."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import InterfaceError, OperationalError, connection, transaction

from bongca.core import clock
from bongca.core.errors import DomainError
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.registry import known_jobs
from bongca.core.jobs.states import JobState

MOST_ATTEMPTS = 10
LOST_DATABASE = (OperationalError, InterfaceError)
UNEXPECTED = "Có lỗi ngoài dự tính. Quản trị hệ thống xem nhật ký theo mã công việc."
GAVE_UP = "Công việc bị ngắt quá nhiều lần nên đã dừng."

logger = logging.getLogger(__name__)


class JobCancelled(Exception):
    """Somebody asked this job to stop; raised by `progress`, not to be caught by the job."""


class StillRunning(Exception):
    """Another worker holds this run, or a killed one's connection has not fallen yet."""


def progress(run: JobRun, done: int, total: int | None = None, message: str = "") -> None:
    """Show how far a job is; to be called between transactions, or nobody sees it.

    Raises JobCancelled when the job was asked to stop.
    """
    JobRun.objects.filter(pk=run.pk).update(
        done_count=done, total_count=total, message=message[:300]
    )
    if JobRun.objects.filter(pk=run.pk, is_cancel_asked=True).exists():
        raise JobCancelled


def execute(run_id: UUID) -> None:
    """Run a queued job, or begin a broken-off one again; never two at once, never a finished one.

    Raises OperationalError or InterfaceError when the database went away, and StillRunning when
    another worker holds the run, so that the queue tries again.
    """
    with _alone(run_id) as is_alone:
        if not is_alone:
            raise StillRunning
        run = _begin(run_id)
        if run is None:
            return
        try:
            known_jobs()[run.name].function(run, **run.kwargs)
        except JobCancelled:
            _finish(run, JobState.CANCELLED)
        except DomainError as refusal:
            _finish(run, JobState.FAILED, refusal.message)
        except LOST_DATABASE:
            raise
        except Exception as error:
            logger.exception("job failed", extra={"run": str(run_id), "job": run.name})
            _finish(run, JobState.FAILED, f"{UNEXPECTED} ({type(error).__name__})")
        else:
            _finish(run, JobState.DONE)


def work_off() -> int:
    """Run here and now what is queued, oldest first, also what those jobs queue; for tests."""
    count = 0
    while True:
        waiting = JobRun.objects.filter(state=JobState.QUEUED).order_by("queued_at", "id")
        first = waiting.values_list("pk", flat=True).first()
        if first is None:
            return count
        execute(first)
        count += 1


@transaction.atomic
def _begin(run_id: UUID) -> JobRun | None:
    run = JobRun.objects.select_for_update().filter(pk=run_id).first()
    if run is None or run.is_finished:
        return None
    if run.attempt_count >= MOST_ATTEMPTS:
        _finish(run, JobState.FAILED, GAVE_UP)
        return None
    run.attempt_count += 1
    run.state = JobState.RUNNING
    run.started_at = run.started_at or clock.now()
    run.save(update_fields=["attempt_count", "state", "started_at"])
    return run


def _finish(run: JobRun, state: JobState, error: str = "") -> None:
    run.state, run.error, run.finished_at = state, error[:300], clock.now()
    run.save(update_fields=["state", "error", "finished_at"])


@contextmanager
def _alone(run_id: UUID) -> Iterator[bool]:
    """Hold the database's own lock on this run: it falls when the worker's connection does."""
    key = run_id.int & (2**63 - 1)
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s)", [key])
        row = cursor.fetchone()
    is_alone = bool(row and row[0])
    try:
        yield is_alone
    finally:
        if is_alone and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("select pg_advisory_unlock(%s)", [key])
