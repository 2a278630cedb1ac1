"""Rows follow their unit, and the nightly check names those that do not."""

import pytest

from bongca.admissions.actions.following import shift_rows
from bongca.admissions.models import Application
from bongca.admissions.queries.positions import stray_rows_here
from bongca.admissions.tests.factories import apply_for, other_side, send
from bongca.core.scope import whole_tree
from tests.cast import Cast


@pytest.mark.parametrize("is_moved", [True, False])
def test_a_row_that_did_not_follow_is_named(cast: Cast, is_moved: bool) -> None:
    row = apply_for(cast)
    send(cast, cast.nha_nam)
    with whole_tree():
        assert stray_rows_here() == []
        if is_moved:
            Application.objects.filter(pk=row.pk).update(unit_pos=cast.yen_ly.lft)

        named = [(found.table, found.first_keys) for found in stray_rows_here()]

    assert named == ([("admissions_application", (str(row.pk),))] if is_moved else [])


def test_both_sides_follow_their_units(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    delta = 2**45

    shift_rows(old_lft=cast.nha_nam.lft, old_rgt=cast.nha_nam.rgt, delta=delta)

    assert other_side(row).unit_pos == cast.nha_nam.lft + delta
    with whole_tree():
        row.refresh_from_db()
    assert row.unit_pos == cast.to_1.lft
