"""A unit that is closed with open tasks: counted before, carried on by its successor after."""

from datetime import date

import pytest

from bongca.org.actions.units import close_unit
from bongca.org.models import Grant
from bongca.org.queries.changes import affected_by
from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import give_down
from bongca.programmes.actions.reviewing import accept
from bongca.programmes.actions.tasks import Assignee
from bongca.programmes.models import Assignment, Task
from bongca.programmes.queries.work import own_work
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


@pytest.fixture
def only_yen_ly(cast: Cast) -> Task:
    """The commune's task at one chi hội only."""
    yen_ly = [Assignee(unit=cast.yen_ly)]
    return make_task(cast, "minh", "tan_yen", name="Rà soát quỹ", assignees=yen_ly)


def merge(cast: Cast, *, into_dong_tam: bool = True) -> None:
    successor = cast.dong_tam if into_dong_tam else None
    close_unit(actor=cast.actor("minh"), unit=cast.yen_ly, on=cast.today, successor=successor)
    cast.dong_tam.refresh_from_db()


def test_the_preview_counts_open_tasks(cast: Cast, only_yen_ly: Task) -> None:
    done = make_task(cast, "minh", "tan_yen", name="Đã xong")
    give_down(actor=cast.actor("minh"), task=done)
    hand_in(actor=cast.actor("lan2"), assignment=copy_of(done, cast.yen_ly), result="Xong.")

    counts = {one.noun: one for one in affected_by(cast.yen_ly, cast.today)}

    assert counts["nhiệm vụ chưa xong"].count == 1
    assert not counts["nhiệm vụ chưa xong"].blocks_closing


def test_the_successor_carries_what_was_open(cast: Cast, only_yen_ly: Task) -> None:
    merge(cast)

    copy = Assignment.objects.get(task=only_yen_ly)
    assert (copy.unit_id, copy.unit_pos) == (cast.dong_tam.pk, cast.dong_tam.lft)
    assert list(own_work(cast.actor("lan"))) == [copy]
    assert copy.events.get().kind == "moved"
    hand_in(actor=cast.actor("lan"), assignment=copy, result="Xong.")
    assert accept(actor=cast.actor("minh"), assignment=copy).state == "accepted"


def test_what_the_successor_has_already_is_let_off(cast: Cast) -> None:
    task = make_task(cast, "minh", "tan_yen")
    give_down(actor=cast.actor("minh"), task=task)

    merge(cast)

    assert copy_of(task, cast.yen_ly).state == "exempt"
    assert copy_of(task, cast.dong_tam).state == "sent"
    note = copy_of(task, cast.yen_ly).events.get().note
    assert cast.dong_tam.name in note


def test_what_was_done_stays_where_it_was_done(cast: Cast, only_yen_ly: Task) -> None:
    copy = copy_of(only_yen_ly, cast.yen_ly)
    hand_in(actor=cast.actor("lan2"), assignment=copy, result="Xong.")

    merge(cast)

    copy.refresh_from_db()
    assert (copy.unit_id, copy.state) == (cast.yen_ly.pk, "handed_in")
    assert accept(actor=cast.actor("minh"), assignment=copy).state == "accepted"


def test_without_a_successor_it_is_let_off(cast: Cast, only_yen_ly: Task) -> None:
    merge(cast, into_dong_tam=False)

    copy = copy_of(only_yen_ly, cast.yen_ly)
    assert copy.state == "exempt"
    assert "kết thúc hoạt động" in copy.events.get().note


def test_what_a_closed_unit_gave_is_judged_by_its_successor(cast: Cast) -> None:
    task = make_task(cast, "minh2", "nha_nam", assignees=[Assignee(label="Ông Thuận")])
    Grant.objects.filter(unit=cast.cau_xi).update(during=(date(2025, 7, 1), cast.today))
    close_unit(actor=cast.actor("minh2"), unit=cast.cau_xi, on=cast.today)

    close_unit(actor=cast.actor("hoa"), unit=cast.nha_nam, on=cast.today, successor=cast.tan_yen)

    task.refresh_from_db()
    assert task.unit_id == cast.tan_yen.pk
    assert task.assignments.get().state == "exempt"
