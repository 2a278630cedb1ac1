"""The nightly check names what does not agree, and moving works as a job as well."""

from datetime import date

import pytest

from bongca.core.jobs import enqueue, work_off
from bongca.core.jobs.models import JobRun
from bongca.org.actions.founding import found_units
from bongca.org.actions.units import close_unit, create_unit, rename_unit
from bongca.org.models import Unit, UnitAncestry, UnitName
from bongca.org.queries.faults import faults_of_tree
from tests.cast import TODAY, Cast

MAY = date(2026, 5, 1)


def test_tree_agrees_after_every_kind_of_change(cast: Cast) -> None:
    actor = cast.actor("hoa")
    create_unit(actor=actor, parent=cast.tan_yen, name="thôn Ngò", on=MAY)
    found_units(actor=actor, parent=cast.yen_ly, names=["1", "2"], on=MAY)
    rename_unit(actor=actor, unit=cast.to_1, name="Tổ Một", on=MAY, version=1)
    close_unit(actor=actor, unit=cast.to_2, on=MAY, successor=cast.yen_ly)

    run_move(cast)

    assert faults_of_tree(TODAY) == []


@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (lambda cast: Unit.objects.filter(pk=cast.to_1.pk).update(lft=5, rgt=6), "đứng ngoài"),
        (
            lambda cast: Unit.objects.filter(pk=cast.to_1.pk).update(rgt=cast.to_2.rgt),
            "đứng chồng",
        ),
        (lambda cast: UnitAncestry.objects.filter(unit=cast.to_1, depth=1).delete(), "Cấp trên"),
        (lambda cast: UnitName.objects.filter(unit=cast.to_1).update(name="Tổ X"), "Tên hôm nay"),
        (
            lambda cast: Unit.objects.filter(pk=cast.to_1.pk).update(commune=cast.nha_nam),
            "Tỉnh, xã",
        ),
    ],
)
def test_each_fault_is_named(cast: Cast, break_it: object, words: str) -> None:
    break_it(cast)  # type: ignore[operator]  # a table of small breakages

    faults = faults_of_tree(TODAY)

    assert [fault.words.startswith(words) or words in fault.words for fault in faults] == [True]
    assert "Tổ hội" in faults[0].names


def run_move(cast: Cast) -> JobRun:
    run = enqueue(
        "org.move_unit",
        actor=cast.actor("hoa"),
        unit_id=cast.dong_tam.pk,
        parent_id=cast.nha_nam.pk,
        on="2026-05-01",
        version=1,
    )
    work_off()
    run.refresh_from_db()
    return run


def test_move_runs_in_the_background_and_twice_without_harm(cast: Cast) -> None:
    assert run_move(cast).state == "done"
    assert run_move(cast).state == "done"
    assert Unit.objects.get(pk=cast.dong_tam.pk).parent == cast.nha_nam


def test_move_in_the_background_asks_for_the_right(cast: Cast) -> None:
    run = enqueue(
        "org.move_unit",
        actor=cast.actor("minh"),
        unit_id=cast.dong_tam.pk,
        parent_id=cast.nha_nam.pk,
        on="2026-05-01",
        version=1,
    )
    work_off()

    run.refresh_from_db()
    assert run.state == "failed"
    assert Unit.objects.get(pk=cast.dong_tam.pk).parent == cast.tan_yen
