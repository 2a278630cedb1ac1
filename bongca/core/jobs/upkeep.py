"""Forget old runs."""

import time
from datetime import timedelta

from bongca.core import clock
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.registry import job, known_jobs
from bongca.core.jobs.states import UNFINISHED

POSTED_DAYS = 30


@job("core.forget_old_runs", title="Dọn công việc cũ", cron="20 19 * * *", keep_days=7)
def forget_old_runs(run: JobRun) -> None:
    """Delete finished runs past the days that their job keeps them."""
    for known in known_jobs().values():
        before = clock.now() - timedelta(days=known.keep_days)
        old = JobRun.objects.filter(name=known.name, finished_at__lt=before)
        old.exclude(state__in=UNFINISHED).delete()


@job("core.forget_posted_forms", title="Dọn dấu các lần gửi cũ", cron="50 19 * * *", keep_days=7)
def forget_posted_forms(run: JobRun) -> None:
    """Forget which forms were taken in once nobody can still press them again."""
    from bongca.core.models import PostedForm  # it imports this package

    before = clock.now() - timedelta(days=POSTED_DAYS)
    PostedForm.objects.filter(posted_at__lt=before).delete()


@job("core.delete_expired_files", title="Xóa tệp hết hạn giữ", cron="40 19 * * *", keep_days=30)
def delete_expired_files(run: JobRun) -> None:
    """Delete what people were told is deleted by itself: lists taken out, rolls as brought."""
    from bongca.core.files.store import delete_expired  # its model imports this package

    delete_expired(clock.today())


@job("core.nap", title="Thử người làm việc nền", keep_days=1)
def nap(run: JobRun, *, seconds: float = 0.0) -> None:
    """Do nothing for a while: shows an administrator, and the drills, that the worker works."""
    time.sleep(seconds)
