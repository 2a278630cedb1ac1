"""The first wall by itself: with row-level security wide open, each filter still holds."""

from collections.abc import Iterator

import pytest

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.members.actions.counts import fold_counts
from bongca.members.enums import Counter
from bongca.members.policies import (
    can_edit_members,
    can_export_members,
    visible_count_changes,
    visible_counts,
    visible_members,
    visible_memberships,
)
from bongca.members.queries.counting import buckets_of, count_members
from bongca.members.tests.factories import admit
from bongca.org.models import Unit
from tests.cast import Cast

EVERYBODY = (
    "lan", "lan2", "lan3", "minh", "minh2", "minh3", "hoa", "hoa2", "tu", "mai", "binh", "quan",
    "quantri", "liaison",
)  # fmt: skip
HOLD_THE_ROLL = {"lan", "minh", "hoa"}
READ_FIGURES = {"minh", "hoa", "tu", "mai", "binh", "quan"}


@pytest.fixture
def unit(cast: Cast) -> Iterator[Unit]:
    """Thôn Đồng Tâm with one member counted and one waiting to be counted."""
    system = Actor.system(cast.today)
    with whole_tree():
        admit(system, cast.to_1)
        fold_counts()
        admit(system, cast.to_1, "Đỗ Thị Ngữ")
        yield cast.dong_tam


SEES = {
    visible_members: HOLD_THE_ROLL,
    visible_memberships: HOLD_THE_ROLL,
    visible_counts: READ_FIGURES,
    visible_count_changes: READ_FIGURES,
}


@pytest.mark.parametrize("visible", SEES, ids=lambda function: function.__name__)
def test_each_of_the_cast_sees_what_is_theirs(cast: Cast, unit: Unit, visible: object) -> None:
    assert callable(visible)

    seeing = {name for name in EVERYBODY if visible(cast.actor(name)).exists()}

    assert seeing == SEES[visible]


def test_who_writes_a_roll_and_who_takes_it_out(cast: Cast, unit: Unit) -> None:
    actors = {name: cast.actor(name) for name in EVERYBODY}

    assert {name for name, one in actors.items() if can_edit_members(one, unit)} == {"lan", "minh"}
    exporting = {name for name, one in actors.items() if can_export_members(one, unit)}
    assert exporting == {"lan", "minh", "hoa"}


def test_a_bucket_outside_the_scope_is_not_counted(cast: Cast, unit: Unit) -> None:
    system, lan2 = Actor.system(cast.today), cast.actor("lan2")
    buckets = buckets_of(system, cast.tan_yen)

    found = count_members(lan2, buckets, as_of=cast.today, as_known=clock.now())

    assert set(found) == {cast.yen_ly.pk}
    assert found[cast.yen_ly.pk][Counter.TOTAL] == 0
