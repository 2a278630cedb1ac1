"""Where a job stands."""

from django.db.models import TextChoices


class JobState(TextChoices):
    QUEUED = "queued", "Đang chờ"
    RUNNING = "running", "Đang làm"
    DONE = "done", "Xong"
    FAILED = "failed", "Không xong"
    CANCELLED = "cancelled", "Đã dừng"


UNFINISHED = (JobState.QUEUED, JobState.RUNNING)
