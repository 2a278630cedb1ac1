"""The clock's words: near its day one is reminded, after it the tier above is told; each once."""

from datetime import timedelta

import pytest

from bongca.accounts.models import Notice
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.core.jobs import enqueue, work_off
from bongca.programmes.actions import reminding
from bongca.programmes.actions.carrying import hand_in, report_progress
from bongca.programmes.actions.reminding import escalate_late, remind_due
from bongca.programmes.actions.tasks import Assignee
from bongca.programmes.models import Assignment
from bongca.programmes.queries.home import home_tasks, home_waiting
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


def owed(cast: Cast, days: int) -> Assignment:
    """Minh's task at Lan's and Mận's chi hội, due so many days from the day of the cast."""
    assignees = [Assignee(unit=cast.dong_tam), Assignee(unit=cast.yen_ly)]
    due = cast.today + timedelta(days=days)
    task = make_task(cast, "minh", "tan_yen", due_on=due, assignees=assignees)
    return copy_of(task, cast.dong_tam)


def told(cast: Cast, who: str) -> int:
    return Notice.objects.filter(user=cast.users[who], about__startswith="programmes.").count()


def test_one_is_reminded_once(cast: Cast) -> None:
    owed(cast, 5)
    system = Actor.system(cast.today)

    assert remind_due(actor=system) == 2
    assert remind_due(actor=system) == 0
    assert (told(cast, "lan"), told(cast, "minh")) == (1, 0)


def test_nobody_is_reminded_of_what_is_far_or_done(cast: Cast) -> None:
    owed(cast, 30)
    copy = owed(cast, 3)
    hand_in(actor=cast.actor("lan"), assignment=copy, result="Xong.")

    assert remind_due(actor=Actor.system(cast.today)) == 1
    assert told(cast, "lan") == 0


def test_what_is_late_climbs_one_tier_once(cast: Cast) -> None:
    copy = owed(cast, 1)
    late = Actor.system(cast.today + timedelta(days=3))

    assert escalate_late(actor=late) == 2
    assert escalate_late(actor=late) == 0

    assert (told(cast, "minh"), told(cast, "hoa"), told(cast, "lan")) == (1, 0, 0)
    assert "2 nơi" in Notice.objects.get(user=cast.minh, about__startswith="programmes.").text
    assert copy.events.get().kind == "escalated"


def test_the_reason_is_asked_for_and_kept(cast: Cast) -> None:
    copy = owed(cast, -2)
    assert "xin nói lý do" in home_tasks(cast.actor("lan"))[0].detail

    report_progress(actor=cast.actor("lan"), assignment=copy, late_reason="Mưa lũ.")

    assert "xin nói lý do" not in home_tasks(cast.actor("lan"))[0].detail
    assert home_waiting(cast.actor("minh"))[0].who == "2 nơi cấp dưới"


def test_a_person_does_not_set_the_clock_off(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        remind_due(actor=cast.actor("mai"))
    with pytest.raises(NotAllowed):
        escalate_late(actor=cast.actor("mai"))


def test_the_job_goes_through_all_batches(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reminding, "BATCH", 1)
    owed(cast, 5)
    owed(cast, -5)

    enqueue("programmes.remind")
    work_off()

    assert Assignment.objects.filter(reminded_at__isnull=False).count() == 2
    assert Assignment.objects.filter(escalated_at__isnull=False).count() == 2
