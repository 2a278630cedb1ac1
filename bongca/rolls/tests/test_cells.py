import datetime as dt

import pytest

from bongca.rolls.ingest.cells import group_name, read_birth, read_joined, read_sex
from bongca.rolls.ingest.identity import KnownPerson, read_citizen_id, read_phone
from bongca.rolls.ingest.names import read_name
from bongca.rolls.ingest.swapped import is_swapped
from bongca.rolls.rules.problems import Weight

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "name", "codes"),
    [
        ("NGUYỄN THỊ LAN", "Nguyễn Thị Lan", []),
        ("Bà Nguyễn Thị Lan", "Nguyễn Thị Lan", ["name_title"]),
        ("Ông Nguyễn Văn Minh", "Nguyễn Văn Minh", ["name_title"]),
        ("Ông Cao Thắng", "Ông Cao Thắng", []),
        ("Ông Thị Minh Yến", "Ông Thị Minh Yến", []),
        ("Nguyễn Văn Tám (Tư Râu)", "Nguyễn Văn Tám", ["name_bracket"]),
        ("- Trần Văn Ba .", "Trần Văn Ba", []),
        ("Lan", "Lan", ["name_short"]),
        ("Nguyễn Văn 5", "Nguyễn Văn 5", ["name_odd"]),
        ("", "", ["name_missing"]),
        ("nt", "", ["name_missing"]),
        (1950, "1950", ["name_odd"]),
    ],
)
def test_names_are_read_as_on_paper(typed: str | int, name: str, codes: list[str]) -> None:
    read, problems = read_name(typed)

    assert (read, [problem.code for problem in problems]) == (name, codes)


@pytest.mark.parametrize(
    ("cell", "person", "number", "code", "guesses"),
    [
        ("015148034035", KnownPerson("f", 1948), "015148034035", None, ()),
        ("015 148 034.035", KnownPerson("f", 1948), "015148034035", None, ()),
        ("CCCD: 015148034035", KnownPerson(), "015148034035", None, ()),
        (15148034035, KnownPerson("f", 1948), "015148034035", "id_zero_added", ()),
        (1048034035, KnownPerson("m", 1948), "001048034035", "id_zero_added", ()),
        ("15148034035", KnownPerson("f", 1948), "", "id_lost_zero", ("015148034035",)),
        (15148034035, KnownPerson("m", 1948), "", "id_lost_zero", ("015148034035",)),
        (15148034035, KnownPerson("f", None), "", "id_lost_zero", ("015148034035",)),
        ("015148034035", KnownPerson("m", 1948), "015148034035", "id_differs", ()),
        ("015148034035", KnownPerson("f", 1950), "015148034035", "id_differs", ()),
        ("999148034035", KnownPerson("f", 1948), "999148034035", "id_differs", ()),
        ("063148034", KnownPerson(), "063148034", None, ()),
        (63148034, KnownPerson(), "", "id_lost_zero", ("063148034",)),
        ("1234", KnownPerson(), "", "id_length", ()),
        ("3,8E+10", KnownPerson(), "", "id_not_digits", ()),
        ("", KnownPerson(), "", None, ()),
    ],
)
def test_citizen_ids_get_their_zero_back_only_when_all_agrees(
    cell: str | int, person: KnownPerson, number: str, code: str | None, guesses: tuple[str, ...]
) -> None:
    read, problems = read_citizen_id(cell, person)

    assert read == number
    assert [p.code for p in problems] == ([code] if code else [])
    assert not problems or problems[0].guesses == guesses


def test_a_wrong_looking_number_never_blocks_a_row() -> None:
    for cell in ("1234", "abc", "999148034035", 15148034035):
        _, problems = read_citizen_id(cell, KnownPerson("m", 1950))
        assert all(problem.weight != Weight.UNREADABLE for problem in problems)


@pytest.mark.parametrize(
    ("cell", "number", "code"),
    [
        ("0900000205", "0900000205", None),
        ("0900 000 205", "0900000205", None),
        (900000205, "0900000205", "phone_zero_added"),
        ("+84 900 000 205", "0900000205", None),
        ("84900000205", "0900000205", None),
        ("01688000205", "0388000205", "phone_renewed"),
        (1688000205, "0388000205", "phone_renewed"),
        ("0203 3825 205", "02033825205", None),
        ("0900000205/0900000206", "0900000205", "phone_several"),
        ("12345", "", "phone_wrong"),
        ("không có", "", "phone_wrong"),
        ("", "", None),
        (0, "", None),
    ],
)
def test_phones_are_made_whole(cell: str | int, number: str, code: str | None) -> None:
    read, problems = read_phone(cell)

    assert (read, [p.code for p in problems]) == (number, [code] if code else [])


def test_sex_is_never_guessed_from_a_number() -> None:
    assert read_sex("Nữ") == ("f", [])
    assert read_sex("NAM") == ("m", [])
    assert read_sex("")[0] == ""
    for cell in ("1", 0, "x"):
        sex, problems = read_sex(cell)
        assert sex == ""
        assert problems[0].guesses == ("m", "f")


def test_impossible_birth_dates_are_asked_with_the_year_kept() -> None:
    birth, problems = read_birth("30/02/1948", TODAY)

    assert birth is None
    assert problems[0].reason == "Tháng Hai không có ngày 30."
    assert problems[0].guesses == ("1948",)


def test_what_is_worth_knowing_about_a_birth_date() -> None:
    assert [p.code for p in read_birth(1980, TODAY)[1]] == ["birth_young"]
    assert [p.code for p in read_birth("12/5/48", TODAY)[1]] == ["birth_short_year"]
    assert [p.code for p in read_birth("", TODAY)[1]] == ["birth_missing"]
    assert read_birth("12/5/1948", TODAY)[1] == []


def test_joining_lies_between_the_first_associations_and_today() -> None:
    assert read_joined("6/6/2012", TODAY)[0] is not None
    assert read_joined("6/6/1890", TODAY)[1][0].weight == Weight.NEEDS_LOOK


@pytest.mark.parametrize("text", ["1", "Tổ 1", "tổ 01", "Tổ hội số 1", "TỔ HỘI 1", "T1", "to 1"])
def test_a_group_has_one_name(text: str) -> None:
    assert group_name(text) == "Tổ 1"


def test_american_order_is_seen_only_where_it_left_its_trace() -> None:
    dates = [dt.date(1948, 12, 5), dt.date(1950, 1, 3), dt.date(1951, 7, 8)]

    assert is_swapped([*dates, "25/5/1948", "13/2/1950"])
    assert not is_swapped([*dates, "25/5/1948", "3/2/1950"])
    assert not is_swapped([*dates, dt.date(1950, 1, 30), "25/5/1948", "13/2/1950"])
    assert not is_swapped(dates)
