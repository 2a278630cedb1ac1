"""Lunar dates beside solar ones, where elders look for them.

Exact from 1968, when the calendar of Vietnam was set to its own meridian, to 2053: in those
years two independent libraries agree on every day. Before 1968 calendars printed in Vietnam
followed another meridian and differed between North and South, so nothing is said.
"""

from dataclasses import dataclass
from datetime import date

from lunar_vn import solar_to_lunar
from lunar_vn.can_chi import get_year_can_chi

FIRST_DAY = date(1968, 1, 1)
LAST_DAY = date(2053, 12, 31)
MONTHS = (
    "Giêng",
    "Hai",
    "Ba",
    "Tư",
    "Năm",
    "Sáu",
    "Bảy",
    "Tám",
    "Chín",
    "Mười",
    "Mười một",
    "Chạp",
)


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the lunar calendar of Vietnam."""

    day: int
    month: int
    year: int
    is_leap_month: bool = False

    @property
    def year_name(self) -> str:
        """Name of the year in the cycle of sixty: "Bính Ngọ"."""
        return str(get_year_can_chi(self.year))

    @property
    def words(self) -> str:
        """ "29 tháng Mười năm Bính Ngọ"; the first ten days are "mùng"."""
        return f"{self.short_words} năm {self.year_name}"

    @property
    def short_words(self) -> str:
        """ "mùng 3 tháng Giêng", "15 tháng Sáu nhuận"."""
        first_ten = "mùng " if self.day <= 10 else ""
        leap = " nhuận" if self.is_leap_month else ""
        return f"{first_ten}{self.day} tháng {MONTHS[self.month - 1]}{leap}"


def lunar_of(day: date) -> LunarDay | None:
    """The lunar day of a solar one; None outside the years for which it is certain."""
    if not FIRST_DAY <= day <= LAST_DAY:
        return None
    found = solar_to_lunar(day)
    return LunarDay(found.day, found.month, found.year, bool(found.leap))
