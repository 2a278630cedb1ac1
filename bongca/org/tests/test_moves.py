"""Moving keeps the past, moves the rows of others, and never runs out of places unsaid."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.http import Http404

from bongca.core.errors import Changed, DomainError
from bongca.core.scope import whole_tree
from bongca.org import rules
from bongca.org.actions.ancestry import LaterChange
from bongca.org.actions.moves import move_unit, renumber_units
from bongca.org.actions.positions import NoRoom
from bongca.org.actions.units import create_unit
from bongca.org.models import Unit, UnitAncestry, UnitLineage
from bongca.org.queries.tree import units_below
from bongca.org.signals import unit_positions_moved
from tests.cast import Cast

MAY = date(2026, 5, 1)
APRIL = date(2026, 4, 30)


@contextmanager
def heard() -> Iterator[list[tuple[int, int, int]]]:
    """Collect what is announced to the apps above."""
    moves: list[tuple[int, int, int]] = []

    def listen(old_lft: int, old_rgt: int, delta: int, **_: object) -> None:
        moves.append((old_lft, old_rgt, delta))

    unit_positions_moved.connect(listen)
    try:
        yield moves
    finally:
        unit_positions_moved.disconnect(listen)


def move(cast: Cast, who: str = "hoa", version: int = 1, on: date = MAY) -> Unit:
    return move_unit(
        actor=cast.actor(who), unit=cast.dong_tam, parent=cast.nha_nam, on=on, version=version
    )


def test_branch_moves_with_its_groups_by_one_number(cast: Cast) -> None:
    old_lft, old_rgt = cast.dong_tam.lft, cast.dong_tam.rgt
    old_groups = [cast.to_1.lft, cast.to_2.lft]

    with heard() as moves:
        moved = move(cast)

    delta = moved.lft - old_lft
    assert moves == [(old_lft, old_rgt, delta)]
    assert cast.cau_xi.rgt < moved.lft <= cast.nha_nam.rgt
    groups = Unit.objects.filter(parent=moved).order_by("lft")
    assert [group.lft - delta for group in groups] == old_groups
    assert {group.commune for group in groups} == {cast.nha_nam}
    assert moved.place_name == "thôn Đồng Tâm, xã Nhã Nam, thành phố Bắc Ninh"


def test_tree_of_each_day_is_kept(cast: Cast) -> None:
    move(cast)

    before = set(units_below(cast.actor("hoa"), cast.tan_yen, APRIL))
    after = set(units_below(cast.actor("hoa"), cast.tan_yen, MAY))
    there = set(units_below(cast.actor("hoa"), cast.nha_nam, MAY))
    moved = {cast.dong_tam, cast.to_1, cast.to_2}
    assert moved <= before
    assert not moved & after
    assert moved <= there
    depths = UnitAncestry.objects.filter(unit=cast.to_1, during__contains=MAY)
    assert dict(depths.values_list("ancestor_id", "depth")) == {
        cast.dong_tam.pk: 1, cast.nha_nam.pk: 2, cast.bac_ninh.pk: 3, cast.central.pk: 4,
    }  # fmt: skip


def test_move_leaves_a_line_of_descent(cast: Cast) -> None:
    moved = move(cast)

    assert UnitLineage.objects.get(source=moved).kind == "moved"


def test_commune_chair_takes_nothing_from_next_door(cast: Cast) -> None:
    with pytest.raises(Http404):
        move(cast, "minh2")
    with pytest.raises(Http404):
        move(cast, "minh")
    with pytest.raises(Http404):
        move(cast, "hoa2")


def test_past_is_not_rewritten(cast: Cast) -> None:
    create_unit(actor=cast.actor("lan"), parent=cast.dong_tam, name="Tổ 3", on=date(2026, 6, 1))

    with pytest.raises(LaterChange):
        move(cast)
    assert Unit.objects.get(pk=cast.dong_tam.pk).parent == cast.tan_yen


def test_move_of_a_unit_changed_meanwhile_is_told(cast: Cast) -> None:
    move(cast)

    with pytest.raises(Changed):
        move(cast, version=1)


@pytest.mark.parametrize("parent", ["tan_yen", "bac_ninh", "yen_ly"])
def test_branch_moves_to_another_commune_only(cast: Cast, parent: str) -> None:
    with pytest.raises(DomainError, match="wrong_parent"):
        move_unit(
            actor=cast.actor("hoa"),
            unit=cast.dong_tam,
            parent=cast.units[parent],
            on=MAY,
            version=1,
        )


def test_gap_left_by_a_move_is_used_when_the_end_is_reached(cast: Cast) -> None:
    width = rules.WIDTH["branch"]
    move(cast)
    last = cast.tan_yen.rgt - width + 1
    Unit.objects.filter(pk=cast.yen_ly.pk).update(lft=last, rgt=cast.tan_yen.rgt)

    with heard() as moves:
        unit = create_unit(actor=cast.actor("minh"), parent=cast.tan_yen, name="thôn Ngò", on=MAY)

    first = rules.first_slot(cast.tan_yen.lft, "branch")
    cast.yen_ly.refresh_from_db()
    assert cast.yen_ly.lft == first
    assert unit.lft == first + width
    assert moves == [(last, last + width - 1, first - last)]


def test_parent_without_a_free_place_refuses_in_a_sentence(cast: Cast) -> None:
    width = rules.WIDTH["group"]
    first = rules.first_slot(cast.yen_ly.lft, "group")
    Unit.objects.bulk_create(
        Unit(
            name=f"Tổ hội {number}", tier="group", parent=cast.yen_ly, during=(MAY, None),
            lft=first + number * width, rgt=first + (number + 1) * width - 1,
            place_name="", sort_key="", search_name="",
        )
        for number in range(rules.SLOTS_PER_PARENT - 1)
    )  # fmt: skip

    with pytest.raises(NoRoom):
        create_unit(actor=cast.actor("lan2"), parent=cast.yen_ly, name="Tổ cuối", on=MAY)


def test_renumbering_closes_gaps_and_keeps_order_and_groups(cast: Cast) -> None:
    middle = cast.dong_tam
    move(cast)
    create_unit(actor=cast.actor("minh"), parent=cast.tan_yen, name="thôn Ngò", on=MAY)

    with whole_tree():
        moved = renumber_units(actor=cast.actor("hoa"), parent=cast.tan_yen)

    children = list(Unit.objects.filter(parent=cast.tan_yen).order_by("lft"))
    first, width = rules.first_slot(cast.tan_yen.lft, "branch"), rules.WIDTH["branch"]
    assert moved == 2
    assert [child.lft for child in children] == [first, first + width]
    assert [child.name for child in children] == ["Chi hội thôn Yên Lý", "Chi hội thôn Ngò"]
    assert middle not in children
