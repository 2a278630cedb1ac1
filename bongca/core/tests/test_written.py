from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from bongca.core.ui import written
from bongca.core.ui.tags import filters


def shown(text: str) -> str:
    return text.replace(written.NO_BREAK, " ")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 10), "thứ Năm, 10/12/2026"),
        (date(2026, 11, 22), "Chủ nhật, 22/11/2026"),
        (date(2026, 3, 2), "thứ Hai, 02/03/2026"),
        (datetime(2026, 12, 9, 18, 30, tzinfo=UTC), "thứ Năm, 10/12/2026"),
    ],
)
def test_due_day_is_told_with_its_weekday_on_one_line(day: date, words: str) -> None:
    assert shown(filters.weekday_date(day)) == words
    assert " " not in filters.weekday_date(day)


def test_other_days_are_plain_and_counted_in_vietnam() -> None:
    assert filters.short_date(date(2026, 12, 10)) == "10/12/2026"
    assert filters.short_date(datetime(2026, 12, 31, 17, 0, tzinfo=UTC)) == "01/01/2027"


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (time(16, 20), "16 giờ 20"),
        (time(9, 42), "09 giờ 42"),
        (time(9, 5), "09 giờ 05"),
        (datetime(2026, 12, 10, 9, 20, tzinfo=UTC), "16 giờ 20"),
    ],
)
def test_clock_is_told_in_the_time_of_vietnam(moment: time, words: str) -> None:
    assert shown(filters.clock_time(moment)) == words


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "0"),
        (999, "999"),
        (2648, "2.648"),
        (10_000_000, "10.000.000"),
        (-1234, "-1.234"),
        (Decimal("1234.5"), "1.234,5"),
    ],
)
def test_thousands_are_parted_by_a_point(number: int | Decimal, text: str) -> None:
    assert written.grouped(number) == text


@pytest.mark.parametrize(
    ("share", "text"), [(92.4, "92,4%"), (100.0, "100%"), (33.333, "33,3%"), (0.04, "0%")]
)
def test_percent_has_at_most_one_place(share: float, text: str) -> None:
    assert written.percent(share) == text


def test_money_is_whole_dong() -> None:
    assert shown(written.money(41_400_000)) == "41.400.000 đồng"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 7), "29 tháng Mười năm Bính Ngọ"),
        (datetime(2026, 12, 6, 18, 0, tzinfo=UTC), "29 tháng Mười năm Bính Ngọ"),
        (date(1948, 5, 12), ""),
        (None, ""),
    ],
)
def test_lunar_day_stands_beside_the_solar_one(day: date | None, words: str) -> None:
    assert filters.lunar(day) == words
