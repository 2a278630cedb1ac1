"""What apps tell the frame: contents, header, first page, search."""

from datetime import date

import pytest

from bongca.core.actor import Actor, Reach
from bongca.core.ui import HelpLine, PersonLine, State, header, home, navigation, search
from bongca.core.ui.home import HomeTask
from bongca.core.ui.registry import Registry, key_of
from bongca.core.ui.search import Hit, HitGroup

TODAY = date(2026, 12, 7)


def actor(*words: str, role: str = "") -> Actor:
    held = dict.fromkeys(words, Reach.UNIT)
    return Actor(user_id=1, label="Vũ Thị Lan, Chi hội trưởng", today=TODAY, words=held, role=role)


@pytest.fixture
def entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_entries", Registry())


def task(title: str, *, due: date | None = None, urgency: int = 0) -> HomeTask:
    return HomeTask(title, "", State.DUE.tag(), "/", "Làm", due=due, urgency=urgency)


def test_registering_again_replaces() -> None:
    registry: Registry[str] = Registry()
    registry.add("a", "first")
    registry.add("b", "second", order=1)
    registry.add("a", "third")

    assert list(registry) == ["second", "third"]


def test_two_functions_of_one_name_stand_side_by_side() -> None:
    assert key_of(test_registering_again_replaces) != key_of(task)


@pytest.mark.usefixtures("entries")
def test_contents_show_what_the_person_may_open() -> None:
    navigation.register_nav("Bộ phận", "core:parts")
    navigation.register_nav("Kiểm tra", "core:parts_check", word="inspection.view")
    navigation.register_nav("Chủ tịch", "core:parts_question", roles=frozenset({"leader"}))

    assert [link.label for link in navigation.nav_for(actor(), "/")] == ["Bộ phận"]
    assert len(navigation.nav_for(actor("inspection.view", role="leader"), "/")) == 3


@pytest.mark.usefixtures("entries")
def test_contents_mark_the_nearest_place() -> None:
    navigation.register_nav("Bộ phận", "core:parts", order=1)
    navigation.register_nav("Hỏi", "core:parts_question", order=2)

    links = navigation.nav_for(actor(), "/bo-phan/hoi/")

    assert [link.is_current for link in links] == [False, True]


@pytest.mark.usefixtures("entries")
def test_pages_of_another_app_stand_under_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_places", {})
    navigation.register_nav("Bộ phận", "core:parts")
    navigation.register_nav_place("core:job_list", under="core:parts")

    assert navigation.nav_for(actor(), "/quan-tri/cong-viec/")[0].is_current


@pytest.mark.usefixtures("entries")
def test_page_that_is_not_there_has_no_entry() -> None:
    navigation.register_nav("Quỹ", "funds:fund_list")

    assert navigation.nav_for(actor(), "/") == []


@pytest.mark.usefixtures("entries")
def test_contents_never_hold_more_than_eight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(navigation, "_url", lambda entry: f"/{entry.url_name}/")
    for number in range(12):
        navigation.register_nav(f"Mục {number}", f"page{number:02}", order=number)

    assert len(navigation.nav_for(actor(), "/")) == 8


@pytest.mark.parametrize(
    ("line", "called"),
    [
        (PersonLine("Vũ Thị Lan", salutation="cô"), "cô Lan"),
        (PersonLine("Lan"), "Lan"),
        (PersonLine(""), ""),
    ],
)
def test_person_is_called_by_salutation_and_given_name(line: PersonLine, called: str) -> None:
    assert line.called == called


def test_first_answer_names_the_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(header, "_help", [])
    header.register_help_line(lambda actor: None)
    header.register_help_line(lambda actor: HelpLine("ông Minh", "0900000001"))
    header.register_help_line(lambda actor: HelpLine("chị Hoa"))

    assert header.help_line(actor()) == HelpLine("ông Minh", "0900000001")


def test_tasks_stand_by_urgency_then_by_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "_tasks", Registry())
    home.register_tasks(lambda actor: [task("không hạn"), task("xa", due=date(2026, 12, 20))])
    home.register_tasks(_late_and_near)

    found = [one.title for one in home.tasks_for(actor())]

    assert found == ["muộn", "gần", "xa", "không hạn"]


def _late_and_near(_: Actor) -> list[HomeTask]:
    return [task("gần", due=date(2026, 12, 9)), task("muộn", urgency=1)]


def test_groups_without_hits_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_sources", Registry())
    search.register_search("none", lambda actor, words: None)
    search.register_search("empty", lambda actor, words: HitGroup("Trống", []))
    search.register_search("one", lambda actor, words: HitGroup("Có", [Hit(words, "", "/")]))

    assert [group.label for group in search.search_all(actor(), "lan")] == ["Có"]
