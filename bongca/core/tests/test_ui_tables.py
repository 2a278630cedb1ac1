"""A described list: cells, sort links, check boxes."""

from dataclasses import dataclass

import pytest

from bongca.core.ui.tables import Column, Pick, Role, Table, order_of, sort_of

ORDERS = {"ten": ["sort_key", "pk"], "ngay": ["-joined_on", "pk"]}


@dataclass
class Member:
    name: str
    phone: str = ""


COLUMNS = [
    Column[Member]("Họ và tên", "name", Role.NAME, sort="ten", link=lambda row: f"/{row.name}/"),
    Column[Member]("Điện thoại", "phone", Role.PHONE, empty="Chưa có số điện thoại"),
]


def test_empty_value_is_said_in_words() -> None:
    (line,) = Table(COLUMNS, [Member("Lò Thị Diễm")], "Hội viên").lines

    assert (line.cells[1].value, line.cells[1].is_empty) == ("Chưa có số điện thoại", True)


def test_nought_is_not_empty() -> None:
    (line,) = Table([Column[int]("Số", lambda row: row, Role.NUMBER)], [0], "Số").lines

    assert (line.cells[0].value, line.cells[0].is_empty) == (0, False)


def test_sorted_head_turns_round_on_the_next_press() -> None:
    rising = Table(COLUMNS, [], "Hội viên", sorted_by="ten").heads[0]
    falling = Table(COLUMNS, [], "Hội viên", sorted_by="-ten").heads[0]

    assert (rising.aria_sort, rising.next_sort) == ("ascending", "-ten")
    assert (falling.aria_sort, falling.next_sort) == ("descending", "ten")


def test_check_box_says_whose_it_is() -> None:
    pick = Pick[Member]("chon", lambda row: row.phone, lambda row: row.name)

    (line,) = Table(COLUMNS, [Member("Lò Thị Diễm", "0900000121")], "", pick=pick).lines

    assert (line.pick_value, line.pick_label) == ("0900000121", "Lò Thị Diễm")


@pytest.mark.parametrize(
    ("asked", "sort"),
    [("ten", "ten"), ("-ngay", "-ngay"), ("password", "ten"), ("--ten", "ten"), (None, "ten")],
)
def test_only_our_own_sorts_are_taken(asked: str | None, sort: str) -> None:
    assert sort_of(asked, ORDERS, "ten") == sort


def test_order_turned_round_turns_every_field() -> None:
    assert order_of("-ngay", ORDERS) == ["joined_on", "-pk"]
