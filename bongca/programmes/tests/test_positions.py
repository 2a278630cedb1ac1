"""Copies carry the place and the tier of their unit; a nightly check says where they do not."""

from bongca.core.jobs import enqueue, work_off
from bongca.core.jobs.models import JobRun
from bongca.org.actions.moves import move_unit
from bongca.org.models import Unit
from bongca.org.signals import unit_positions_moved
from bongca.programmes.actions.cascading import give_down
from bongca.programmes.models import Assignment
from bongca.programmes.queries.positions import stray_assignments
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


def checked() -> JobRun:
    run = enqueue("programmes.check_positions")
    work_off()
    run.refresh_from_db()
    return run


def test_copies_agree_with_their_units_after_a_move(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    before = copy_of(task, cast.dong_tam).unit_pos

    move_unit(
        actor=cast.actor("mai"), unit=cast.tan_yen, parent=cast.hai_phong, on=cast.today, version=1
    )

    assert copy_of(task, cast.dong_tam).unit_pos != before
    assert checked().state == "done"


def test_a_move_nobody_is_told_of_is_named(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    old, to = cast.cau_xi.lft, cast.cau_xi.lft + 7
    Unit.objects.filter(pk=cast.cau_xi.pk).update(lft=to)

    untold = checked()
    unit_positions_moved.send(sender=Unit, old_lft=old, old_rgt=old, delta=to - old)

    assert untold.state == "failed"
    assert f"Có 1 việc đã giao sai vị trí: {copy_of(task, cast.cau_xi).pk}" in untold.error
    assert checked().state == "done"


def test_a_wrong_tier_is_named(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    Assignment.objects.filter(task=task, unit=cast.bac_ninh).update(tier="commune")

    found = stray_assignments()

    assert [(one.table, one.count) for one in found] == [("programmes_assignment", 1)]
