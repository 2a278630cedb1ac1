"""How figures are read, checked and added up, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongca.indicators.rules.checks import Against, Level, remark_on
from bongca.indicators.rules.numbers import NotANumber, grouped, parse_whole, percent, ratio_tenths
from bongca.indicators.rules.sums import asks_answer, made_from_below, made_from_count, roll_up

VALUES = st.one_of(st.none(), st.integers(0, 10**12))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2655", 2655),
        ("2.655", 2655),
        ("2,655", 2655),
        ("41.400.000", 41_400_000),
        ("41 400 000 đồng", 41_400_000),
        ("41.400.000đ", 41_400_000),
        ("1,5 triệu", 1_500_000),
        ("500 nghìn", 500_000),
        ("2 tỷ", 2_000_000_000),
        ("138 lượt", 138),
        (" 0 ", 0),
        ("", None),
        ("   ", None),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, read: int | None) -> None:
    assert parse_whole(written) == read


@pytest.mark.parametrize(
    "written", ["mười", "-3", "2.65", "1.23.456", "12,5", "1.234,567", "9" * 17, "triệu", "1e3"]
)
def test_what_is_not_one_whole_number_is_refused(written: str) -> None:
    with pytest.raises(NotANumber):
        parse_whole(written)


@given(st.integers(0, 10**15))
def test_a_number_as_the_page_says_it_is_read_back(value: int) -> None:
    assert parse_whole(grouped(value)) == value


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [
        (2530, 2738, "92,4"),
        (1, 3, "33,3"),
        (2, 3, "66,7"),
        (5, 0, "–"),
        (None, 5, "–"),
        (7, 7, "100,0"),
    ],
)
def test_percent_is_rounded_to_one_decimal(part: int | None, whole: int, said: str) -> None:
    assert percent(part, whole) == said


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_ratio_is_never_off_by_more_than_half_a_tenth(part: int, whole: int) -> None:
    tenths = ratio_tenths(part, whole)

    assert tenths is not None
    assert abs(tenths * whole - 1000 * part) * 2 <= whole


@given(st.lists(st.lists(VALUES, max_size=6), max_size=6), VALUES)
def test_parent_is_children_and_own_at_every_tier(
    tree: list[list[int | None]], own: int | None
) -> None:
    communes = [roll_up(branches) for branches in tree]

    province = roll_up(communes, own)

    leaves = [value for branches in tree for value in branches if value is not None]
    expected = sum(leaves) + (own or 0)
    assert (province or 0) == expected
    assert (province is None) == (not leaves and own is None)


@given(VALUES, VALUES)
def test_what_came_from_below_and_the_own_entry_add_up(
    gathered: int | None, typed: int | None
) -> None:
    made = made_from_below(gathered, typed)

    assert made.value == roll_up([gathered], typed)
    assert made.origin == ("declared" if gathered is None else "summed")


@pytest.mark.parametrize(
    ("typed", "answer", "value", "origin"),
    [
        (None, "", 10, "counted"),
        (10, "", 10, "counted"),
        (12, "use_counted", 10, "counted"),
        (12, "roll_behind", 12, "declared"),
    ],
)
def test_the_count_stands_unless_a_typed_figure_is_kept(
    typed: int | None, answer: str, value: int, origin: str
) -> None:
    made = made_from_count(10, typed, answer)

    assert (made.value, made.origin) == (value, origin)


def test_a_difference_asks_for_an_answer_once() -> None:
    assert asks_answer(10, 12, "")
    assert not asks_answer(10, 12, "other")
    assert not asks_answer(10, 10, "")
    assert not asks_answer(10, None, "")


def test_a_figure_above_its_limit_is_wrong_and_says_why() -> None:
    remark = remark_on(18_420, Against(limit=2738, limit_name="số người cao tuổi"))

    assert remark is not None and remark.level is Level.WRONG and remark.blocks
    assert remark.words == "18.420 lớn hơn số người cao tuổi (2.738)."
    assert remark.cause == "Có thể thừa một chữ số."


def test_a_figure_inside_its_limit_is_said_to_be_sensible() -> None:
    remark = remark_on(2691, Against(limit=2738, limit_name="số người cao tuổi"))

    assert remark is not None and not remark.blocks
    assert remark.words == "Hợp lý: 98,3% số người cao tuổi."


@pytest.mark.parametrize(("value", "odd"), [(400, True), (300, False), (20, True), (50, False)])
def test_a_great_change_is_odd_and_does_not_block(value: int, odd: bool) -> None:
    remark = remark_on(value, Against(previous=100))

    assert (remark is not None and remark.level is Level.ODD) is odd


def test_small_numbers_change_without_a_word() -> None:
    assert remark_on(9, Against(previous=2)) is None


def test_money_without_a_count_is_odd() -> None:
    remark = remark_on(500_000, Against(count_of_money=0, count_name="Thăm hỏi hội viên ốm đau"))

    assert remark is not None and remark.level is Level.ODD
