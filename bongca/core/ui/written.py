"""Numbers and dates as they are written on pages."""

import datetime as dt
from decimal import Decimal

from bongca.core.clock import VIETNAM

NO_BREAK = "\u00a0"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def grouped(value: int | Decimal | float) -> str:
    """A number with dots between thousands and a comma before decimals: 2.648 and 92,4."""
    text = f"{value:,}"
    return text.replace(",", "\0").replace(".", ",").replace("\0", ".")


def percent(value: float | Decimal, digits: int = 1) -> str:
    """A share of a hundred: 92,4%; whole shares lose their decimals."""
    rounded = round(float(value), digits)
    return f"{grouped(int(rounded) if rounded == int(rounded) else rounded)}%"


def money(value: int) -> str:
    """Whole đồng: 41.400.000 đồng."""
    return f"{grouped(value)}{NO_BREAK}đồng"


def short_date(day: dt.date) -> str:
    """A date where nothing is due: 10/12/2026; of a moment, the day it was in Vietnam."""
    if isinstance(day, dt.datetime) and day.tzinfo is not None:
        day = day.astimezone(VIETNAM)
    return f"{day:%d/%m/%Y}"


def weekday_date(day: dt.date) -> str:
    """A date on which something is due: thứ Năm, 10/12/2026; it stays on one line."""
    return f"{WEEKDAYS[day.weekday()]}, {short_date(day)}".replace(" ", NO_BREAK)


def clock_time(moment: dt.datetime | dt.time) -> str:
    """A time of day: 16 giờ 20."""
    return f"{moment:%H} giờ {moment:%M}"
