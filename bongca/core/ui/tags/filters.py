"""Numbers and dates in templates."""

import datetime as dt
from decimal import Decimal
from typing import Any

from django import template
from django.utils import timezone

from bongca.core.clock import VIETNAM
from bongca.core.lunar import lunar_of
from bongca.core.ui import written

register = template.Library()

PHONE_FIRST = {10: 4, 11: 3}  # a mobile number in 4-3-3, a fixed line in 3-4-4


@register.filter
def thousands(value: Any) -> str:
    return written.grouped(value) if isinstance(value, int | float | Decimal) else str(value or "")


@register.filter
def percent(value: Any) -> str:
    return written.percent(value) if isinstance(value, int | float | Decimal) else str(value or "")


@register.filter
def money(value: Any) -> str:
    return written.money(value) if isinstance(value, int) else str(value or "")


@register.filter
def weekday_date(value: Any) -> str:
    return written.weekday_date(_day(value)) if value else ""


@register.filter
def short_date(value: Any) -> str:
    return written.short_date(_day(value)) if value else ""


@register.filter
def lunar(value: Any) -> str:
    """The lunar day, "29 tháng Mười năm Bính Ngọ"; empty in years where it is not certain."""
    found = lunar_of(_day(value)) if value else None
    return found.words if found else ""


@register.filter
def clock_time(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return written.clock_time(_local(value))
    return written.clock_time(value) if value else ""


@register.filter
def moment(value: Any) -> str:
    """The day and the time of something that happened: 28/11/2026, 16 giờ 20."""
    if not isinstance(value, dt.datetime):
        return short_date(value)
    local = _local(value)
    return f"{written.short_date(local.date())}, {written.clock_time(local)}"


@register.filter
def dial(value: Any) -> str:
    """A telephone number as a link needs it."""
    return "".join(sign for sign in str(value) if sign.isdigit() or sign == "+")


@register.filter
def phone_words(value: Any) -> str:
    """A telephone number as people read it: 0900 000 219."""
    digits = dial(value)
    first = PHONE_FIRST.get(len(digits))
    if first is None or not digits.startswith("0"):
        return str(value)
    middle = len(digits) - (len(digits) - first) // 2
    return f"{digits[:first]} {digits[first:middle]} {digits[middle:]}"


def _local(value: dt.datetime) -> dt.datetime:
    return timezone.localtime(value, VIETNAM) if timezone.is_aware(value) else value


def _day(value: dt.date | dt.datetime) -> dt.date:
    return _local(value).date() if isinstance(value, dt.datetime) else value
