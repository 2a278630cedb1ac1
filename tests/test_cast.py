"""The cast itself: everyone reaches what is theirs and nothing beside it."""

import pytest

from bongca.org.policies import visible_units
from tests.cast import Cast


@pytest.mark.parametrize(
    ("name", "inside", "outside"),
    [
        ("lan", "to_2", "yen_ly"),
        ("minh", "yen_ly", "nha_nam"),
        ("hoa", "cau_xi", "hai_phong"),
        ("hoa2", "an_thuong", "tan_yen"),
    ],
)
def test_everyone_sees_down_and_not_aside(cast: Cast, name: str, inside: str, outside: str) -> None:
    seen = set(visible_units(cast.actor(name)))

    assert getattr(cast, inside) in seen
    assert getattr(cast, outside) not in seen


def test_intervals_nest_and_leave_gaps(cast: Cast) -> None:
    assert cast.tan_yen.lft < cast.dong_tam.lft < cast.to_1.lft < cast.to_1.rgt
    assert cast.to_2.rgt < cast.dong_tam.rgt < cast.yen_ly.lft
    assert cast.dong_tam.lft - cast.tan_yen.lft > 1_000_000


def test_liaison_reaches_no_unit(cast: Cast) -> None:
    assert not visible_units(cast.actor("liaison")).exists()
