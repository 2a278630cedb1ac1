"""The worker: Procrastinate's loop around `running.execute`, and the clock's own jobs."""

import asyncio
from uuid import UUID

from django.conf import settings
from procrastinate import App, RetryStrategy
from procrastinate.contrib.django import app as current_app
from procrastinate.contrib.django.django_connector import DjangoConnector

from bongca.core.jobs.queue import QUEUE, TASK_NAME, enqueue
from bongca.core.jobs.registry import known_jobs
from bongca.core.jobs.running import LOST_DATABASE, MOST_ATTEMPTS, StillRunning, execute

HEARTBEAT_SECONDS = 5.0
DEAD_AFTER_SECONDS = 20.0


def register_tasks(app: App) -> None:
    """Tell the queue library our tasks; named in settings as PROCRASTINATE_ON_APP_READY."""
    retry = RetryStrategy(
        max_attempts=MOST_ATTEMPTS + 1,
        linear_wait=2,
        retry_exceptions={StillRunning, *LOST_DATABASE},
    )

    @app.task(name=TASK_NAME, queue=QUEUE, retry=retry)
    def run_job(run_id: str) -> None:
        execute(UUID(run_id))

    @app.periodic(cron="* * * * * */15")
    @app.task(name="core.retry_stalled_jobs", queue=QUEUE, queueing_lock="retry_stalled_jobs")
    async def retry_stalled_jobs(timestamp: int) -> None:
        manager = app.job_manager
        for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER_SECONDS):
            await manager.retry_job(stalled)


def register_clock_jobs(app: App) -> None:
    """Have the clock ask for every job that names a cron line."""
    for known in known_jobs().values():
        if not known.cron:
            continue
        task_name = f"{known.name}.by_clock"

        @app.periodic(cron=known.cron)
        @app.task(name=task_name, queue=QUEUE, queueing_lock=task_name)
        def ask(timestamp: int, name: str = known.name) -> None:
            enqueue(name)


def work(concurrency: int = 2, *, wait: bool = True) -> None:
    """Work off the queue until told to stop (or, without `wait`, until it is empty)."""
    app: App = current_app
    register_clock_jobs(app)
    connector = app.connector
    assert isinstance(connector, DjangoConnector)

    async def run() -> None:
        async with app.open_async():
            await app.run_worker_async(
                queues=[QUEUE],
                concurrency=concurrency,
                wait=wait,
                listen_notify=wait,
                fetch_job_polling_interval=5.0,
                update_heartbeat_interval=HEARTBEAT_SECONDS,
                stalled_worker_timeout=DEAD_AFTER_SECONDS,
                shutdown_graceful_timeout=float(getattr(settings, "WORKER_GRACE_SECONDS", 20)),
                delete_jobs="successful",
            )

    with app.replace_connector(connector.get_worker_connector()):
        asyncio.run(run())
