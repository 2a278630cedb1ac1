"""Jobs: asked for with the transaction, run to an end that people can read, safe to begin again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

import psycopg
import pytest
from django.conf import settings
from django.db import OperationalError, connection, transaction

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs import (
    UnknownJob,
    cancel,
    enqueue,
    job,
    progress,
    registry,
    work_off,
)
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.running import MOST_ATTEMPTS, StillRunning, execute
from bongca.core.jobs.states import JobState
from bongca.core.jobs.upkeep import forget_old_runs
from bongca.core.jobs.worker import work

LAN = Actor(user_id=7, label="Cô Lan", today=date(2026, 11, 22), unit_id=42)


@pytest.fixture(autouse=True)
def _restore_registry() -> Iterator[None]:
    # Those of the apps are looked for once a process: kept before that, they would be lost after.
    before = registry.known_jobs()
    yield
    registry._jobs.clear()
    registry._jobs.update(before)


@pytest.fixture
def seen() -> list[int]:
    """A job that counts to three in steps and remembers what it did."""
    done: list[int] = []

    @job("core.count_to_three", title="Đếm đến ba")
    def count(run: JobRun, *, start: int = 0) -> None:
        for number in range(start, 3):
            progress(run, number, 3, f"đến {number}")
            done.append(number)

    return done


def queued_count() -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where status = 'todo'")
        row = cursor.fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.django_db
def test_a_job_runs_with_its_keywords_and_remembers_who_asked(seen: list[int]) -> None:
    run = enqueue("core.count_to_three", actor=LAN, start=1)

    assert (run.title, run.started_by_id, run.unit_id) == ("Đếm đến ba", 7, 42)
    assert work_off() == 1
    run.refresh_from_db()
    assert seen == [1, 2]
    assert run.state == JobState.DONE
    assert (run.done_count, run.total_count, run.message) == (2, 3, "đến 2")
    assert run.percent == 66


@pytest.mark.django_db
def test_a_transaction_undone_takes_the_job_with_it(seen: list[int]) -> None:
    class Undone(Exception):
        pass

    with pytest.raises(Undone), transaction.atomic():
        enqueue("core.count_to_three")
        raise Undone

    assert queued_count() == 0
    assert not JobRun.objects.exists()


@pytest.mark.django_db
def test_an_unknown_name_is_refused_at_once() -> None:
    with pytest.raises(UnknownJob):
        enqueue("core.never_written")


@pytest.mark.django_db
def test_keywords_must_survive_json(seen: list[int]) -> None:
    with pytest.raises(TypeError, match="start is date"):
        enqueue("core.count_to_three", start=date(2026, 11, 22))


@pytest.mark.django_db
def test_a_cancelled_job_stops_at_its_next_step(seen: list[int]) -> None:
    waiting = enqueue("core.count_to_three")
    assert cancel(waiting).state == JobState.CANCELLED
    working = enqueue("core.count_to_three")
    JobRun.objects.filter(pk=working.pk).update(is_cancel_asked=True)

    work_off()

    working.refresh_from_db()
    assert seen == []
    assert working.state == JobState.CANCELLED


@pytest.mark.django_db
def test_a_refusal_is_shown_in_its_own_words_and_a_fault_without_any() -> None:
    @job("core.refuse", title="Từ chối")
    def refuse(run: JobRun) -> None:
        raise DomainError("too_big", "Tệp lớn quá 20 MB.")

    @job("core.break", title="Hỏng")
    def break_down(run: JobRun) -> None:
        raise ValueError("Nguyễn Thị Lan, 12/5/1948")

    refused, broken = enqueue("core.refuse"), enqueue("core.break")
    work_off()

    refused.refresh_from_db()
    broken.refresh_from_db()
    assert (refused.state, refused.error) == (JobState.FAILED, "Tệp lớn quá 20 MB.")
    assert broken.state == JobState.FAILED
    assert "Lan" not in broken.error  # names of people reach no log and no page by accident


@pytest.mark.django_db
def test_a_lost_database_leaves_the_run_open_and_gives_up_in_the_end() -> None:
    @job("core.lose", title="Mất kết nối")
    def lose(run: JobRun) -> None:
        raise OperationalError("server closed the connection")

    run = enqueue("core.lose")
    for _ in range(MOST_ATTEMPTS):
        with pytest.raises(OperationalError):
            execute(run.pk)
        run.refresh_from_db()
        assert run.state == JobState.RUNNING
    execute(run.pk)

    run.refresh_from_db()
    assert run.state == JobState.FAILED
    assert run.error


@pytest.mark.django_db
def test_a_finished_run_is_never_run_again(seen: list[int]) -> None:
    run = enqueue("core.count_to_three")
    work_off()

    execute(run.pk)

    assert seen == [0, 1, 2]


@pytest.mark.django_db(transaction=True)
def test_two_workers_never_run_the_same_job_at_once(seen: list[int]) -> None:
    run = enqueue("core.count_to_three")
    parameters = connection.get_connection_params()
    other = psycopg.connect(
        **{word: parameters[word] for word in ("dbname", "user", "password", "host", "port")}
    )
    with other:
        other.execute("select pg_advisory_lock(%s)", (run.pk.int & (2**63 - 1),))
        with pytest.raises(StillRunning):
            execute(run.pk)
        other.execute("select pg_advisory_unlock_all()")
    assert seen == []

    execute(run.pk)

    assert seen == [0, 1, 2]


@pytest.mark.django_db(transaction=True)
def test_the_worker_does_what_is_queued_and_what_that_queues(seen: list[int]) -> None:
    @job("core.queue_more", title="Xếp thêm")
    def queue_more(run: JobRun) -> None:
        enqueue("core.count_to_three")

    enqueue("core.queue_more")

    work(1, wait=False)

    # The clock may ask for its own jobs meanwhile.
    asked = JobRun.objects.filter(name__in=["core.queue_more", "core.count_to_three"])
    assert list(asked.values_list("state", flat=True)) == ["done", "done"]
    assert queued_count() == 0


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_was_killed_is_begun_again() -> None:
    """A worker of its own is killed in the middle of a nap; the next one takes the nap up."""
    run = enqueue("core.nap", seconds=1.5)
    environment = {
        **os.environ,
        "DATABASE_URL": _url_of_test_database(),
        "DJANGO_SETTINGS_MODULE": "bongca.config.settings_test",
    }
    command = [sys.executable, "manage.py", "work", "--concurrency", "1"]

    first = subprocess.Popen(command, cwd=settings.ROOT, env=environment)
    _wait_for(run, JobState.RUNNING)
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    with connection.cursor() as cursor:  # twenty seconds go by
        cursor.execute("update procrastinate_workers set last_heartbeat = now() - interval '1 min'")
    second = subprocess.Popen(command, cwd=settings.ROOT, env=environment)
    try:
        _wait_for(run, JobState.DONE)
    finally:
        second.terminate()
        assert second.wait(30) == 0

    run.refresh_from_db()
    assert run.attempt_count == 2


@pytest.mark.django_db
def test_old_runs_are_forgotten_and_open_ones_kept(seen: list[int]) -> None:
    long_ago = clock.now() - timedelta(days=200)
    old = enqueue("core.count_to_three")
    work_off()
    JobRun.objects.filter(pk=old.pk).update(finished_at=long_ago)
    waiting = enqueue("core.count_to_three")
    JobRun.objects.filter(pk=waiting.pk).update(queued_at=long_ago)

    forget_old_runs(waiting)

    assert list(JobRun.objects.values_list("pk", flat=True)) == [waiting.pk]


def _url_of_test_database() -> str:
    chosen = settings.DATABASES["default"]
    return (
        f"postgresql://{chosen['USER']}:{chosen['PASSWORD']}@/{chosen['NAME']}"
        f"?host={chosen['HOST']}&port={chosen['PORT']}"
    )


def _wait_for(run: JobRun, state: JobState, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not JobRun.objects.filter(pk=run.pk, state=state).exists():
        assert time.monotonic() < deadline, f"the job is not {state}"
        time.sleep(0.1)
