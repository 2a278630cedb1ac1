"""The only place that reads the clock; everything else is given its dates (ADR 0004)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Return this moment in UTC."""
    return timezone.now()


def today() -> date:
    """Return today's date in Vietnam."""
    return timezone.localdate(timezone=VIETNAM)
