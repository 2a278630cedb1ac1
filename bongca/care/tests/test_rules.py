"""The two ages, the dated tables, and what is said of one person."""

from datetime import date

import pytest

from bongca.care.rules.longevity import (
    OVER,
    birth_years,
    congratulator,
    round_age,
    round_ages,
    tet_of,
    usual_day,
)
from bongca.care.rules.rights import Known, Verdict, birthday_at, judge, months_later
from bongca.care.rules.said import condition_words, reason_words
from bongca.care.rules.tables import gift_on, right_on, rights_on
from bongca.core.dates import PartialDate

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("year", "birth_year", "extra", "age"),
    [
        (2024, 1924, 0, 100),  # the President's card of 2024 (domain.md 4.1)
        (2024, 1923, 0, OVER),
        (2026, 1956, 0, 70),
        (2026, 1957, 0, None),
        (2026, 1957, 1, 70),
        (2026, 1936, 0, 90),
        (2026, 1931, 0, 95),
        (2026, 1966, 0, None),
    ],
)
def test_mung_tho_counts_by_year_of_birth(
    year: int, birth_year: int, extra: int, age: int | None
) -> None:
    assert round_age(year, birth_year, extra) == age


@pytest.mark.parametrize("extra", [0, 1])
@pytest.mark.parametrize("year", [2025, 2026, 2027])
def test_the_years_of_birth_are_those_of_the_ages(year: int, extra: int) -> None:
    listed = set(birth_years(year, round_ages(year), extra))

    assert listed == {b for b in range(1890, 2000) if round_age(year, b, extra) is not None}


def test_the_highest_congratulates() -> None:
    by = {age: congratulator(age, 2026) for age in round_ages(2026)}

    assert by == {
        OVER: "president", 100: "president", 95: "commune", 90: "province", 85: "commune",
        80: "commune", 75: "commune", 70: "commune",
    }  # fmt: skip


def test_gifts_are_those_of_the_circular_and_only_from_its_day() -> None:
    hundred, ninety = gift_on(100, TODAY), gift_on(90, TODAY)

    assert hundred is not None and (hundred.cash_vnd, hundred.goods) == (700_000, "5 m vải lụa")
    assert ninety is not None and ninety.cash_vnd == 500_000
    assert gift_on(80, TODAY) is None
    assert gift_on(100, date(2018, 12, 31)) is None


@pytest.mark.parametrize(
    ("year", "day"),
    [(2025, date(2025, 1, 29)), (2026, date(2026, 2, 17)), (2027, date(2027, 2, 6))],
)
def test_tet_is_the_first_lunar_day(year: int, day: date) -> None:
    assert tet_of(year) == usual_day("tet", year) == day


def test_rights_begin_on_their_day() -> None:
    assert right_on("social_pension", date(2025, 6, 30)) is None
    assert {right.code for right in rights_on(TODAY)} == {
        "social_pension", "health_insurance", "social_allowance",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("birth", "household", "verdict"),
    [
        ("1951-11-22", "", Verdict.REACHED),
        ("1951-11-23", "", Verdict.COMING),
        ("1951-11-23", "neither", Verdict.COMING),
        ("1951-11-23", "poor", Verdict.REACHED),
        ("1952-02-22", "neither", Verdict.COMING),
        ("1952-02-23", "neither", Verdict.LATER),
        ("1951", "neither", Verdict.ASK),
        ("1951-12", "neither", Verdict.ASK),
        ("1950", "neither", Verdict.REACHED),
        ("1951-10", "neither", Verdict.REACHED),
        ("1956-11-22", "near_poor", Verdict.REACHED),
        ("1956-11-22", "neither", Verdict.LATER),
        ("1970-01-01", "", Verdict.LATER),
        ("", "", Verdict.ASK),
    ],
)
def test_the_social_pension_goes_by_the_full_date(
    birth: str, household: str, verdict: Verdict
) -> None:
    right = right_on("social_pension", TODAY)
    assert right is not None
    known = Known(PartialDate.from_iso(birth) if birth else None, "no", household, 2026)

    assert judge(right, known, TODAY).verdict == verdict


def test_a_pension_ends_the_question() -> None:
    right = right_on("social_pension", TODAY)
    assert right is not None
    judged = judge(right, Known(PartialDate(1940, 1, 1), "yes"), TODAY)

    assert judged.verdict == Verdict.NOT_ENTITLED
    assert "đang có lương hưu" in judged.against[0]


def test_a_person_is_told_why() -> None:
    right = right_on("social_pension", date(2026, 3, 20))
    assert right is not None
    birth = PartialDate(1951, 3, 12)
    judged = judge(right, Known(birth), date(2026, 3, 20))

    said = reason_words(judged, birth, date(2026, 3, 20))
    assert said == "Sinh 12/3/1951, tròn 75 tuổi ngày 12/3/2026."
    assert judged.missing == ("có lương hưu hay không",)
    assert "từ đủ 70 đến dưới 75 tuổi thuộc hộ nghèo, hộ cận nghèo" in condition_words(right)


def test_a_year_alone_is_asked_and_never_guessed() -> None:
    right = right_on("social_pension", TODAY)
    assert right is not None
    judged = judge(right, Known(PartialDate(1951), "no", "neither"), TODAY)

    assert judged.missing == ("ngày và tháng sinh",)
    assert "Cần hỏi giấy tờ" in reason_words(judged, PartialDate(1951), TODAY)


def test_a_certificate_of_an_earlier_year_is_asked_for_again() -> None:
    right = right_on("social_pension", TODAY)
    assert right is not None
    judged = judge(right, Known(PartialDate(1955, 1, 1), "no", "poor", 2025), TODAY)

    assert judged.verdict == Verdict.REACHED
    assert judged.missing == ("giấy chứng nhận hộ nghèo, cận nghèo của năm 2026",)


def test_birthdays_and_months_at_the_edges() -> None:
    assert birthday_at(PartialDate(1952, 2, 29), 75) == date(2027, 3, 1)
    assert birthday_at(PartialDate(1952, 2, 29), 76) == date(2028, 2, 29)
    assert birthday_at(PartialDate(1952, 2), 75) is None
    assert months_later(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 1), 1) == date(2027, 1, 1)
