import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongca.core.dates import (
    DateProblem,
    PartialDate,
    Precision,
    YearWindow,
    age_by_year,
    full_age,
    full_age_at_most,
    parse_partial_date,
)

TODAY = dt.date(2026, 11, 22)
MEMBERS = YearWindow(1896, 1986)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12/5/1948", "1948-05-12"),
        ("12-05-1948", "1948-05-12"),
        ("12.5.1948", "1948-05-12"),
        (" 12 / 5 / 1948 ", "1948-05-12"),
        ("12/5/1948 00:00:00", "1948-05-12"),
        ("1948-05-12", "1948-05-12"),
        ("12 tháng 5 năm 1948", "1948-05-12"),
        ("ngày 12 tháng 05 năm 1948", "1948-05-12"),
        ("Ngày 12 tháng 5, năm 1948", "1948-05-12"),
        ("12051948", "1948-05-12"),
        ("12-05-48", "1948-05-12"),
        ("tháng 5/1948", "1948-05"),
        ("tháng 5 năm 1948", "1948-05"),
        ("T5/1948", "1948-05"),
        ("5/1948", "1948-05"),
        ("05-1948", "1948-05"),
        ("00/05/1948", "1948-05"),
        ("…/5/1948", "1948-05"),
        ("1948", "1948"),
        ("năm 1948", "1948"),
        ("sinh năm 1948", "1948"),
        ("SN 1948", "1948"),
        ("1948 (Mậu Tý)", "1948"),
        ("00/00/1948", "1948"),
        ("--/--/1948", "1948"),
        ("?/?/1948", "1948"),
        ("48", "1948"),
        ("17665", "1948-05-12"),
        (17665, "1948-05-12"),
        (17665.0, "1948-05-12"),
        (1948, "1948"),
        (1948.0, "1948"),
        (48, "1948"),
        (12051948, "1948-05-12"),
        (dt.date(1948, 5, 12), "1948-05-12"),
        (dt.datetime(1948, 5, 12, 7, 0), "1948-05-12"),  # noqa: DTZ001 - as Excel gives it
        ("29/2/1948", "1948-02-29"),
    ],
)
def test_date_is_read_as_written(written: str | float | dt.date, read: str) -> None:
    found = parse_partial_date(written, today=TODAY, window=MEMBERS)

    assert isinstance(found, PartialDate)
    assert found.iso() == read


@pytest.mark.parametrize(
    ("written", "code", "sentence", "guesses"),
    [
        ("30/02/1948", "no_such_day", "Tháng Hai không có ngày 30.", ["1948"]),
        ("29/2/1949", "no_such_day", "Tháng Hai năm 1949 không có ngày 29.", ["1949"]),
        ("31/4/1950", "no_such_day", "Tháng Tư không có ngày 31.", ["1950"]),
        ("5/23/1948", "no_such_month", "Không có tháng 23.", ["1948-05-23", "1948"]),
        ("13/1948", "no_such_month", "Không có tháng 13.", ["1948"]),
        ("12/5/2048", "date_in_future", "12/5/2048 chưa tới.", ["1948-05-12"]),
        ("1848", "year_out_of_range", "Năm 1848 khó có thể đúng.", []),
        ("2011", "year_out_of_range", "Năm 2011 khó có thể đúng.", []),
        ("90", "year_unclear", "Không rõ “90” là năm nào.", []),
        ("00/00/0000", "year_out_of_range", "Không có năm 0.", []),
        ("12/5/0000", "year_out_of_range", "Không có năm 0.", []),
        ("5/0000", "year_out_of_range", "Không có năm 0.", []),
        ("12050000", "year_out_of_range", "Không có năm 0.", []),
        ("0000", "year_out_of_range", "Không có năm 0.", []),
        ("194", "date_unreadable", "Không đọc được ngày “194”.", []),
        ("15/8 âm lịch 1948", "date_lunar", "“15/8 âm lịch 1948” là ngày âm lịch.", ["1948"]),
        ("khoảng 1948", "date_about", "“khoảng 1948” chưa chắc chắn.", ["1948"]),
        ("1948?", "date_about", "“1948?” chưa chắc chắn.", ["1948"]),
        ("12/5/l948", "date_typo", "Không đọc được ngày “12/5/l948”.", ["1948-05-12"]),
        ("1948-1950", "date_unreadable", "Không đọc được ngày “1948-1950”.", []),
        ("không nhớ", "date_unreadable", "Không đọc được ngày “không nhớ”.", []),
        ("", "date_unreadable", "Không đọc được ngày “”.", []),
        (5.1948, "date_as_number", "Không rõ “5.1948” là ngày nào.", ["1948-05"]),
        (2051948, "date_as_number", "Không rõ “2051948” là ngày nào.", ["1948-05-02"]),
        (
            dt.date(1905, 5, 1),
            "year_shown_as_date",
            "Ô này hiện 1/5/1905, có thể người nhập gõ năm 1948.",
            ["1948"],
        ),
        (-3, "date_unreadable", "Không đọc được ngày “-3”.", []),
        (float("nan"), "date_unreadable", "Không đọc được ngày “nan”.", []),
    ],
)
def test_unsure_date_becomes_a_question(
    written: str | float | dt.date, code: str, sentence: str, guesses: list[str]
) -> None:
    found = parse_partial_date(written, today=TODAY, window=YearWindow(1896, 1986))

    assert isinstance(found, DateProblem)
    assert (found.code, found.sentence) == (code, sentence)
    assert [guess.iso() for guess in found.guesses] == guesses


def test_two_digit_year_with_two_centuries_is_asked() -> None:
    found = parse_partial_date("12/5/15", today=TODAY, window=YearWindow(1910, 2026))

    assert isinstance(found, DateProblem)
    assert [guess.iso() for guess in found.guesses] == ["1915", "2015"]


@pytest.mark.parametrize(
    ("date", "shown", "precision", "first", "last"),
    [
        (PartialDate(1948, 5, 12), "12/5/1948", Precision.DAY, "1948-05-12", "1948-05-12"),
        (PartialDate(1948, 2), "tháng 2/1948", Precision.MONTH, "1948-02-01", "1948-02-29"),
        (PartialDate(1948), "1948", Precision.YEAR, "1948-01-01", "1948-12-31"),
    ],
)
def test_partial_date_knows_what_it_covers(
    date: PartialDate, shown: str, precision: Precision, first: str, last: str
) -> None:
    assert date.display() == shown
    assert date.precision == precision
    assert (date.first_day.isoformat(), date.last_day.isoformat()) == (first, last)
    assert PartialDate.from_iso(date.iso()) == date
    assert PartialDate.of(date.first_day, precision) == date


def test_impossible_dates_cannot_be_built() -> None:
    for year, month, day in [(1948, 2, 30), (1948, None, 3), (1948, 13, None), (0, None, None)]:
        with pytest.raises(ValueError):
            PartialDate(year, month, day)


@pytest.mark.parametrize(
    ("birth", "on", "surely", "at_most"),
    [
        (PartialDate(1951, 11, 22), TODAY, 75, 75),
        (PartialDate(1951, 11, 23), TODAY, 74, 74),
        (PartialDate(1951, 11), TODAY, 74, 75),
        (PartialDate(1951), TODAY, 74, 75),
        (PartialDate(1952, 2, 29), dt.date(2027, 2, 28), 74, 74),
        (PartialDate(1952, 2, 29), dt.date(2027, 3, 1), 75, 75),
    ],
)
def test_allowances_count_completed_years(
    birth: PartialDate, on: dt.date, surely: int, at_most: int
) -> None:
    assert full_age(birth, on) == surely
    assert full_age_at_most(birth, on) == at_most


def test_longevity_counts_by_year_of_birth() -> None:
    assert age_by_year(1924, dt.date(2024, 1, 1)) == 100


def test_a_number_that_may_be_a_year_is_asked_about() -> None:
    found = parse_partial_date(2193, today=TODAY, window=YearWindow(1900, 1986))

    assert isinstance(found, DateProblem) and found.code == "date_in_future"


@given(st.dates(dt.date(1906, 1, 8), dt.date(1985, 12, 31)))  # before that a serial may be a year
def test_every_usual_form_of_a_day_reads_the_same(day: dt.date) -> None:
    forms: list[str | float | dt.date] = [
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"{day.day:02}/{day.month:02}/{day.year % 100:02}",
        f"{day.day} tháng {day.month} năm {day.year}",
        day.isoformat(),
        day,
        (day - dt.date(1899, 12, 30)).days,
    ]
    for form in forms:
        found = parse_partial_date(form, today=TODAY, window=YearWindow(1900, 1986))
        assert found == PartialDate(day.year, day.month, day.day), form


@given(st.text(max_size=30) | st.text("0123456789/-.?ol nămtháng", max_size=14))
def test_any_text_gives_a_date_or_a_question(text: str) -> None:
    found = parse_partial_date(text, today=TODAY)

    assert isinstance(found, PartialDate) or found.sentence
