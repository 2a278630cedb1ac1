"""The sessions of the articles stand as entered data, once, each with its source."""

import re
from pathlib import Path

import pytest

from bongca import readings
from bongca.core.actor import Actor
from bongca.meetings.models import Conclusion, ConclusionParty, Meeting
from bongca.meetings.policies import visible_meetings
from bongca.meetings.queries.home import home_tasks
from bongca.portal.actions.demo_meetings import SESSIONS, hold_meetings
from bongca.portal.rules.demo_meetings import Session
from bongca.programmes.models import Task
from tests.cast import TODAY, Cast

SYSTEM = Actor.system(TODAY)
ARTICLES = Path(readings.__file__).parent / "tests" / "articles"
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
    ours = sessions.exclude(kind="superior")
    assert Conclusion.objects.filter(meeting__in=ours, task__isnull=False).count() == 0
    assert ConclusionParty.objects.filter(conclusion__meeting__in=sessions).count() > 40


def _plain(text: str) -> str:
    # Spelled as the house does; quotation marks of either kind.
    quotes = text.replace('"', "”").replace("“", "”").replace("tỉ lệ", "tỷ lệ")
    return re.sub(r"\s+", " ", quotes).strip(" .;…").casefold()


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.key)
def test_every_sentence_put_in_a_mouth_stands_in_the_article(session: Session) -> None:
    article = _plain((ARTICLES / f"{session.key.removeprefix('article-')}.txt").read_text("utf-8"))
    said = [text for _, text in (*session.reports, *session.opinions)]
    said += [one.words for one in session.conclusions]
    said += [one.deadline for one in session.conclusions if one.deadline]
    sentences = [part for text in said for part in re.split(r"(?<=[.…])\s+|\n", text) if part]
    assert len(sentences) >= 8
    missing = [one for one in sentences if _plain(one) not in article]

    assert missing == []


def test_guidance_from_above_is_answered_by_an_own_programme(loaded: Cast) -> None:
    above = Meeting.objects.get(kind="superior")
    tasks = Task.objects.filter(conclusion__meeting=above).order_by("pk")

    assert above.conclusions.count() == tasks.count() == 8
    assert {task.programme.citation for task in tasks if task.programme} == {above.source}
    assert {task.source_kind for task in tasks} == {"superior"}
    assert all(task.assignments.filter(role="lead").count() == 1 for task in tasks)
    first = above.conclusions.order_by("number")[0]
    for address in (f"/cuoc-hop/{above.pk}/ket-luan/", f"/cuoc-hop/ket-luan/{first.pk}/"):
        read = loaded.client("binh").get(address).content.decode()
        assert "Chương trình thực hiện kết luận của Thường trực Ban Bí thư" in read


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
    assert Task.objects.filter(source_kind="conclusion").count() == 6

    hold_meetings(SYSTEM, {key: loaded.units[key] for key in UNITS})

    assert before == (Meeting.objects.count(), Conclusion.objects.count(), Task.objects.count())
