"""One act gives a task down the tree, in one piece or as a job."""

from datetime import date

import pytest
from django.http import Http404

from bongca.core.errors import DomainError, NotAllowed
from bongca.core.jobs.models import JobRun
from bongca.core.jobs.queue import cancel
from bongca.core.jobs.running import work_off
from bongca.programmes.actions import cascading
from bongca.programmes.actions.cascading import cascade, give_down
from bongca.programmes.models import Assignment
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


def test_central_gives_to_every_province_and_they_to_their_communes(cast: Cast) -> None:
    task = make_task(cast)

    first = give_down(actor=cast.actor("mai"), task=task, due_on=date(2026, 12, 20))
    below = cascade(
        actor=cast.actor("hoa"), assignment=copy_of(task, cast.bac_ninh),
        due_on=date(2026, 12, 10), addition="Gửi kèm ảnh.",
    )  # fmt: skip

    assert (first.count, below.count) == (2, 3)
    copy = copy_of(task, cast.tan_yen)
    assert copy.parent == copy_of(task, cast.bac_ninh)
    assert (copy.due_on, copy.addition, copy.unit_pos) == (
        date(2026, 12, 10), "Gửi kèm ảnh.", cast.tan_yen.lft,
    )  # fmt: skip
    assert not Assignment.objects.filter(task=task, unit=cast.nam_sach).exists()


def test_given_twice_is_given_once(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task)

    again = give_down(actor=cast.actor("mai"), task=task, down_to="branch")

    assert again.count == 4 + 4
    assert give_down(actor=cast.actor("mai"), task=task, down_to="branch").count == 0
    assert Assignment.objects.filter(task=task).count() == 10


def test_only_the_picked_get_it(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task)

    given = cascade(
        actor=cast.actor("hoa"), assignment=copy_of(task, cast.bac_ninh), to=[cast.nha_nam]
    )

    assert given.count == 1


def test_a_unit_elsewhere_cannot_be_picked(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task)

    given = cascade(
        actor=cast.actor("hoa"), assignment=copy_of(task, cast.bac_ninh), to=[cast.nam_sach]
    )

    assert given.count == 0


def test_a_local_day_is_not_after_ones_own(cast: Cast) -> None:
    task = make_task(cast, due_on=date(2026, 12, 20))
    give_down(actor=cast.actor("mai"), task=task)

    with pytest.raises(DomainError, match="due_later"):
        cascade(
            actor=cast.actor("hoa"), assignment=copy_of(task, cast.bac_ninh),
            due_on=date(2026, 12, 21),
        )  # fmt: skip


def test_only_the_unit_itself_gives_its_copy_on(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task)

    with pytest.raises(Http404):
        cascade(actor=cast.actor("hoa2"), assignment=copy_of(task, cast.bac_ninh))
    with pytest.raises(NotAllowed):
        cascade(actor=cast.actor("mai"), assignment=copy_of(task, cast.bac_ninh))
    with pytest.raises(NotAllowed):
        give_down(actor=cast.actor("hoa"), task=task)


def test_many_are_given_by_a_job_that_runs_twice_without_harm(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cascading, "MOST_AT_ONCE", 3)
    task = make_task(cast)

    given = give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    again = give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    work_off()

    assert given.run is not None
    assert again.run is not None
    assert JobRun.objects.get(pk=again.run.pk).state == "done"
    assert Assignment.objects.filter(task=task).count() == 2 + 4 + 4


def test_a_stopped_job_is_begun_again_where_it_was(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cascading, "MOST_AT_ONCE", 3)
    task = make_task(cast)
    stopped = give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    assert stopped.run is not None
    cancel(stopped.run)
    work_off()

    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    work_off()

    assert JobRun.objects.get(pk=stopped.run.pk).state == "cancelled"
    assert Assignment.objects.filter(task=task).count() == 2 + 4 + 4


def test_copies_follow_a_unit_that_moves(cast: Cast) -> None:
    from bongca.org.actions.moves import move_unit

    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")

    moved = move_unit(
        actor=cast.actor("mai"), unit=cast.tan_yen, parent=cast.hai_phong, on=cast.today, version=1
    )

    cast.dong_tam.refresh_from_db()
    assert copy_of(task, moved).unit_pos == moved.lft
    assert copy_of(task, cast.dong_tam).unit_pos == cast.dong_tam.lft
