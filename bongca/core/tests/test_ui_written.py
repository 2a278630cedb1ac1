"""Numbers, dates and telephone numbers as they are written here."""

import datetime as dt

import pytest

from bongca.core.ui import change_of
from bongca.core.ui.charts import Share, completeness_bar, shares_bar
from bongca.core.ui.tags.filters import moment, phone_words
from bongca.core.ui.written import clock_time, grouped, money, percent, short_date, weekday_date


def test_numbers_have_dots_between_thousands() -> None:
    assert [grouped(n) for n in (0, 999, 2648, 41_400_000, -1234)] == [
        "0",
        "999",
        "2.648",
        "41.400.000",
        "-1.234",
    ]
    assert money(41_400_000) == "41.400.000\u00a0đồng"


@pytest.mark.parametrize(("value", "text"), [(92.4, "92,4%"), (86.0, "86%"), (99.96, "100%")])
def test_share_of_a_hundred(value: float, text: str) -> None:
    assert percent(value) == text


def test_due_date_has_its_weekday_in_one_piece() -> None:
    assert weekday_date(dt.date(2026, 12, 10)) == "thứ\u00a0Năm,\u00a010/12/2026"
    assert weekday_date(dt.date(2026, 12, 20)) == "Chủ\u00a0nhật,\u00a020/12/2026"


def test_moment_is_told_in_vietnamese_time() -> None:
    utc = dt.datetime(2026, 11, 28, 20, 5, tzinfo=dt.UTC)

    assert moment(utc) == "29/11/2026, 03 giờ 05"
    assert clock_time(dt.time(16, 20)) == "16 giờ 20"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("0900000219", "0900 000 219"),
        ("0900.000.219", "0900 000 219"),
        ("02400000000", "024 0000 0000"),
        ("113", "113"),
    ],
)
def test_telephone_number_is_set_in_groups(raw: str, words: str) -> None:
    assert phone_words(raw) == words


def test_change_is_said_with_a_word() -> None:
    assert change_of(31, "từ tháng 6").words == "tăng 31 từ tháng 6"
    assert change_of(-1204, "từ tháng 6").words == "giảm 1.204 từ tháng 6"
    assert change_of(0, "từ tháng 6").words == "không đổi từ tháng 6"


def test_completeness_hatches_what_is_missing_and_says_it() -> None:
    bar = completeness_bar(31, 34, "tỉnh")

    assert 'aria-label="31 trên 34 tỉnh"' in bar
    assert 'width="91.18%"' in bar and "pattern" in bar


def test_nothing_expected_is_drawn_without_a_fault() -> None:
    assert 'width="0.00%"' in completeness_bar(0, 0, "tỉnh")


def test_shares_fill_the_whole_bar() -> None:
    bar = shares_bar([Share("done", "Xong", 1), Share("late", "Quá hạn", 3)])

    assert 'x="25.00%" width="75.00%"' in bar
    assert 'aria-label="Xong: 1; Quá hạn: 3"' in bar


def test_the_small_hours_belong_to_the_day_of_vietnam() -> None:
    assert short_date(dt.datetime(2026, 11, 24, 17, 1, tzinfo=dt.UTC)) == "25/11/2026"
