"""The sessions of the articles stand as entered data, once, each with its source."""

import pytest

from bongca.core.actor import Actor
from bongca.meetings.models import Conclusion, ConclusionParty, Meeting
from bongca.meetings.policies import visible_meetings
from bongca.meetings.queries.home import home_tasks
from bongca.portal.actions.demo_meetings import hold_meetings
from bongca.programmes.models import Task
from tests.cast import TODAY, Cast

SYSTEM = Actor.system(TODAY)
UNITS = ("central", "bac_ninh", "hai_phong")


@pytest.fixture
def loaded(cast: Cast) -> Cast:
    cast.central.during = ("1994-09-24", None)
    cast.central.save(update_fields=["during"])
    cast.hai_phong.name = "Hội Người cao tuổi thành phố Hải Phòng"
    cast.hai_phong.save(update_fields=["name"])
    hold_meetings(SYSTEM, {key: cast.units[key] for key in UNITS})
    return cast


def test_five_sessions_stand_with_source_owner_and_days(loaded: Cast) -> None:
    sessions = Meeting.objects.filter(seed_key__startswith="article-")

    assert sessions.count() == 5
    assert all(one.source and not one.chair_name for one in sessions)
    said = Conclusion.objects.get(deadline_said="trung tuần tháng 3")
    assert (f"{said.due_from}", f"{said.due_on}") == ("2023-03-11", "2023-03-20")
    assert Conclusion.objects.filter(meeting__in=sessions, task__isnull=False).count() == 0
    assert ConclusionParty.objects.filter(conclusion__meeting__in=sessions).count() > 40


def test_units_of_those_days_are_history_under_their_successors(loaded: Cast) -> None:
    exchange = Meeting.objects.get(seed_key="article-2017-11")

    assert (exchange.unit.name, exchange.unit.is_open) == ("Hội NCT tỉnh Bắc Giang", False)
    assert exchange in visible_meetings(loaded.actor("hoa"))
    assert exchange in visible_meetings(loaded.actor("hoa2"))
    assert exchange not in visible_meetings(loaded.actor("minh"))


def test_an_invitation_waits_for_an_answer(loaded: Cast) -> None:
    titles = [task.title for task in home_tasks(loaded.actor("hoa"))]

    assert any(title.startswith("Trả lời giấy mời: Họp trực tuyến") for title in titles)


def test_own_briefing_has_tasks_and_a_second_load_adds_nothing(loaded: Cast) -> None:
    before = (Meeting.objects.count(), Conclusion.objects.count(), Task.objects.count())
    assert Task.objects.count() == 4

    hold_meetings(SYSTEM, {key: loaded.units[key] for key in UNITS})

    assert before == (Meeting.objects.count(), Conclusion.objects.count(), Task.objects.count())
