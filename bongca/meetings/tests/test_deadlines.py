"""Deadlines as people say them, as days."""

from datetime import date

import pytest

from bongca.meetings.rules.deadlines import span_of, times_in

SAID_ON = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("ngày 8/7/2022", "2022-07-08", "2022-07-08"),
        ("ngày 08 tháng 7 năm 2022", "2022-07-08", "2022-07-08"),
        ("ngày 5/12", "2026-12-05", "2026-12-05"),
        ("thượng tuần tháng 3 năm 2027", "2027-03-01", "2027-03-10"),
        ("trung tuần tháng 3", "2026-03-11", "2026-03-20"),
        ("hạ tuần tháng 2/2027", "2027-02-21", "2027-02-28"),
        ("cuối tháng 12", "2026-12-21", "2026-12-31"),
        ("tháng 12", "2026-12-01", "2026-12-31"),
        ("quý IV", "2026-10-01", "2026-12-31"),
        ("quý I/2027", "2027-01-01", "2027-03-31"),
        ("quý 2 năm 2027", "2027-04-01", "2027-06-30"),
        ("từ nay đến cuối năm", "2026-11-16", "2026-12-31"),
        ("từ nay cho đến hết năm 2026", "2026-11-16", "2026-12-31"),
        ("6 tháng đầu năm 2027", "2027-01-01", "2027-06-30"),
        ("6 tháng cuối năm", "2026-07-01", "2026-12-31"),
        ("trước ngày 15/12/2026", "2026-11-16", "2026-12-14"),
        ("chậm nhất ngày 15/12", "2026-11-16", "2026-12-15"),
        ("trong 20 ngày", "2026-11-16", "2026-12-06"),
        ("trong năm 2027", "2027-01-01", "2027-12-31"),
        ("giai đoạn 2027 - 2031", "2027-01-01", "2031-12-31"),
    ],
)
def test_what_is_said_spans_days(said: str, first: str, last: str) -> None:
    time = span_of(said, SAID_ON)

    assert (str(time.first), str(time.last)) == (first, last)


@pytest.mark.parametrize("said", ["thời gian tới", "hằng năm", "sớm", "", "ngày 31/2/2026"])
def test_what_names_no_day_has_none(said: str) -> None:
    assert span_of(said, SAID_ON).last is None


def test_without_a_day_of_its_own_a_text_gives_no_year() -> None:
    assert span_of("quý IV", None).last is None
    assert str(span_of("quý IV năm 2023", None).last) == "2023-12-31"


def test_the_words_are_kept_as_said() -> None:
    text = "Hoàn thành trước ngày 15/12, báo cáo trong quý I/2027."

    assert [one.words for one in times_in(text, SAID_ON)] == ["trước ngày 15/12", "quý I/2027"]
