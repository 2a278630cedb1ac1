"""The arithmetic of places and the reading of names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongca.org import rules

TIERS = ("province", "commune", "branch", "group")


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Hội Người cao tuổi xã Tân Yên", "Tân Yên"),
        ("Hội Người cao tuổi thành phố Bắc Ninh", "Bắc Ninh"),
        ("Hội Người cao tuổi đặc khu Cát Hải", "Cát Hải"),
        ("Hội NCT phường Móng Cái 1", "Móng Cái 1"),
        ("Chi hội thôn Đồng Tâm", "Đồng Tâm"),
        ("Chi hội tổ dân phố số 5", "số 5"),
        ("Chi hội Bản Mạ", "Mạ"),
        ("Chi hội Bảng Môn", "Bảng Môn"),
        ("Tổ hội 12", "12"),
        ("Trung ương Hội Người cao tuổi Việt Nam", "Trung ương Hội Người cao tuổi Việt Nam"),
    ],
)
def test_proper_name_is_what_people_look_for(name: str, proper: str) -> None:
    assert rules.proper_name(name) == proper


@pytest.mark.parametrize(
    ("tier", "typed", "written"),
    [
        ("branch", "thôn Ngò", "Chi hội thôn Ngò"),
        ("branch", "Chi hội thôn Ngò", "Chi hội thôn Ngò"),
        ("group", "3", "Tổ hội 3"),
        ("group", "Tổ 3", "Tổ hội 3"),
        ("group", "tổ hội số 3", "tổ hội số 3"),
        ("commune", "Hội Người cao tuổi xã Ngò", "Hội Người cao tuổi xã Ngò"),
    ],
)
def test_full_name_is_made_of_what_was_typed(tier: str, typed: str, written: str) -> None:
    assert rules.written_name(tier, typed) == written


def test_units_stand_in_dictionary_order_and_numbers_by_value() -> None:
    names = [
        "Chi hội thôn Ân", "Chi hội thôn An", "Chi hội xóm Đông", "Chi hội khu Dinh",
        "Tổ hội 10", "Tổ hội 2",
    ]  # fmt: skip

    ordered = sorted(names, key=lambda name: rules.unit_keys(name, "")[0])

    assert ordered == [
        "Chi hội thôn An", "Chi hội thôn Ân", "Chi hội khu Dinh", "Chi hội xóm Đông",
        "Tổ hội 2", "Tổ hội 10",
    ]  # fmt: skip


def test_keys_fit_their_columns_and_are_ascii() -> None:
    sort_key, search_name = rules.unit_keys("Chi hội " + "thôn Đồng " * 15, "xã Ngò, " * 20)

    assert len(sort_key) <= 400
    assert len(search_name) <= 320
    assert (sort_key + search_name).isascii()


def test_each_tier_holds_a_thousand_places_of_the_next() -> None:
    above = "central"
    for tier in TIERS:
        assert rules.WIDTH[above] == rules.WIDTH[tier] * rules.SLOTS_PER_PARENT
        above = tier


@given(st.sampled_from(TIERS), st.integers(0, 1022))
def test_places_of_children_lie_inside_the_parent_and_apart(tier: str, number: int) -> None:
    parent_lft, parent_rgt = 0, rules.WIDTH[tier] * rules.SLOTS_PER_PARENT - 1
    last = rules.first_slot(parent_lft, tier) + (number - 1) * rules.WIDTH[tier] if number else None

    lft, rgt = rules.next_slot(parent_lft, parent_rgt, tier, last)

    assert parent_lft < lft < rgt <= parent_rgt
    assert last is None or lft > last + rules.WIDTH[tier] - 1


def test_the_place_after_the_last_is_refused() -> None:
    rgt = rules.WIDTH["branch"] * rules.SLOTS_PER_PARENT - 1

    with pytest.raises(rules.SlotsExhausted):
        rules.next_slot(0, rgt, "branch", rgt - rules.WIDTH["branch"] + 1)


@given(st.sets(st.integers(0, 1022), max_size=40))
def test_closing_gaps_never_lands_on_a_place_still_taken(slots: set[int]) -> None:
    width = rules.WIDTH["branch"]
    first = rules.first_slot(0, "branch")
    taken = {first + slot * width for slot in slots}

    for old, new in rules.compacted(0, "branch", sorted(taken)):
        assert new not in taken
        taken = (taken - {old}) | {new}

    assert taken == {first + number * width for number in range(len(slots))}
