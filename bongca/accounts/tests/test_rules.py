"""Names, numbers and passwords off paper."""

import re
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongca.accounts import rules

USERNAME = re.compile(r"^[a-z0-9][a-z0-9._-]{1,59}$")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Vũ Thị Lan", "lanvt"),
        ("Đỗ Văn Đạo", "daodv"),
        ("Công Tằng Tôn Nữ Thị Nguyệt Minh Phương", "phuongcttntnm"),
        ("Lan", "lan"),
        ("Y", "ynct"),
        ("H' Hen Niê", "niehh"),
        ("Nguyễn  Văn   Hoà ", "hoanv"),
        ("", "hoivien"),
    ],
)
def test_a_user_name_is_the_given_name_and_initials(name: str, expected: str) -> None:
    assert rules.username_base(name) == expected


def test_a_taken_name_gets_a_number() -> None:
    assert rules.free_username("Vũ Thị Lan", {"lanvt", "lanvt2"}) == "lanvt3"


@given(st.text(max_size=200))
def test_whatever_the_name_the_database_takes_its_user_name(name: str) -> None:
    assert USERNAME.match(rules.free_username(name, set()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0912 000 212", "0912000212"),
        ("+84 912.000.212", "0912000212"),
        ("(0204) 3878-000", "02043878000"),
        ("lan", ""),
        ("12345", ""),
        ("0912000212345", ""),
        ("", ""),
    ],
)
def test_a_number_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert rules.plain_phone(typed) == kept


def test_a_slips_password_is_three_words_and_four_figures() -> None:
    drawn = iter([0, 1, 2, 7])

    password = rules.one_time_password(lambda _: next(drawn))

    assert password == f"{rules.WORDS[0]}-{rules.WORDS[1]}-{rules.WORDS[2]}-0007"


def test_slips_do_not_repeat() -> None:
    assert len({rules.one_time_password(secrets.randbelow) for _ in range(2_000)}) == 2_000


def test_no_vietnamese_keyboard_changes_a_word_of_a_slip() -> None:
    telex = re.compile(r"[aeiouy].*[sfrxjzw]|w|aa|ee|oo|dd|d.*d|a.*a|e.*e|o.*o")

    assert [word for word in rules.WORDS if telex.search(word)] == []
    assert len(set(rules.WORDS)) == len(rules.WORDS) >= 128
