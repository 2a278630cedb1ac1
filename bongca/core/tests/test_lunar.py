from datetime import date, timedelta

import pytest

from bongca.core.lunar import FIRST_DAY, LAST_DAY, LunarDay, lunar_of

# First day of the lunar year as the calendars of Vietnam print it. In 1985, 2007 and 2030
# it is not the day of the Chinese calendar.
NEW_YEARS = {
    1968: (29, 1, "Mậu Thân"),
    1976: (31, 1, "Bính Thìn"),
    1985: (21, 1, "Ất Sửu"),
    2000: (5, 2, "Canh Thìn"),
    2007: (17, 2, "Đinh Hợi"),
    2015: (19, 2, "Ất Mùi"),
    2016: (8, 2, "Bính Thân"),
    2017: (28, 1, "Đinh Dậu"),
    2018: (16, 2, "Mậu Tuất"),
    2019: (5, 2, "Kỷ Hợi"),
    2020: (25, 1, "Canh Tý"),
    2021: (12, 2, "Tân Sửu"),
    2022: (1, 2, "Nhâm Dần"),
    2023: (22, 1, "Quý Mão"),
    2024: (10, 2, "Giáp Thìn"),
    2025: (29, 1, "Ất Tỵ"),
    2026: (17, 2, "Bính Ngọ"),
    2027: (6, 2, "Đinh Mùi"),
    2028: (26, 1, "Mậu Thân"),
    2029: (13, 2, "Kỷ Dậu"),
    2030: (2, 2, "Canh Tuất"),
}


@pytest.mark.parametrize(("year", "expected"), NEW_YEARS.items())
def test_new_year_falls_where_the_calendars_print_it(
    year: int, expected: tuple[int, int, str]
) -> None:
    day, month, name = expected

    lunar = lunar_of(date(year, month, day))

    assert lunar == LunarDay(1, 1, year)
    assert lunar.year_name == name


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 7), "29 tháng Mười năm Bính Ngọ"),
        (date(2026, 11, 22), "14 tháng Mười năm Bính Ngọ"),
        (date(2026, 3, 3), "15 tháng Giêng năm Bính Ngọ"),
        (date(2026, 4, 26), "mùng 10 tháng Ba năm Bính Ngọ"),
        (date(2025, 4, 7), "mùng 10 tháng Ba năm Ất Tỵ"),
        (date(2025, 10, 6), "15 tháng Tám năm Ất Tỵ"),
        (date(2026, 2, 16), "29 tháng Chạp năm Ất Tỵ"),
        (date(2025, 7, 25), "mùng 1 tháng Sáu nhuận năm Ất Tỵ"),
        (date(2023, 3, 22), "mùng 1 tháng Hai nhuận năm Quý Mão"),
        (date(2020, 5, 23), "mùng 1 tháng Tư nhuận năm Canh Tý"),
    ],
)
def test_lunar_day_in_words(day: date, words: str) -> None:
    lunar = lunar_of(day)

    assert lunar is not None
    assert lunar.words == words


@pytest.mark.parametrize("day", [date(1948, 5, 12), date(1967, 12, 31), date(2054, 1, 1)])
def test_nothing_is_said_of_years_that_are_not_certain(day: date) -> None:
    assert lunar_of(day) is None


def test_every_day_follows_the_one_before() -> None:
    before = lunar_of(FIRST_DAY)
    for offset in range(1, (LAST_DAY - FIRST_DAY).days + 1, 1):
        after = lunar_of(FIRST_DAY + timedelta(days=offset))
        assert before is not None
        assert after is not None
        if after.day != before.day + 1:
            assert after.day == 1
            assert before.day in (29, 30)
            following = before.month % 12 + 1
            assert after.month == following or (after.is_leap_month and after.month == before.month)
        before = after
