"""The way of a request: answered in two working days, put off once, done or not."""

from datetime import date

import pytest
from django.http import Http404

from bongca.core.errors import NotAllowed
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit
from bongca.people.models import Person
from bongca.privacy.actions.refusals import DayOutside, WordsMissing, WrongState
from bongca.privacy.actions.requests import (
    Asked,
    answer_request,
    extend_request,
    finish_request,
    record_request,
)
from bongca.privacy.models import PersonRequest
from bongca.privacy.queries.home import home_tasks
from bongca.privacy.queries.requests import CLOSED, LATE, OPEN, listed_requests, owed
from bongca.privacy.tests.factories import ask
from tests.cast import TODAY, Cast


@pytest.fixture
def person(cast: Cast) -> Person:
    minh = cast.actor("minh")
    with scoped(minh):
        return admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1940-02-03").person


def test_a_request_goes_its_way(cast: Cast, person: Person) -> None:
    lan, minh = cast.actor("lan"), cast.actor("minh")
    with scoped(lan):
        row = ask(lan, person.pk, "restrict")
        assert row.due_on == row.answer_by == date(2026, 11, 24)
    with scoped(minh):
        row = answer_request(actor=minh, request_id=row.pk, on=TODAY, answer="Sẽ làm")
        assert row.due_on == row.finish_by == date(2026, 12, 7)
        until = date(2026, 12, 20)
        row = extend_request(actor=minh, request_id=row.pk, until=until, why="Phải hỏi xã")
        assert row.due_on == until
        row = finish_request(
            actor=minh, request_id=row.pk, on=TODAY, outcome="done", result="Đã bỏ khỏi danh sách"
        )
        assert row.due_on is None and row.closed_by == minh.label
        assert [one.pk for one in listed_requests(minh, CLOSED)] == [row.pk]
        assert not listed_requests(minh, OPEN).exists()


def test_steps_out_of_order_are_refused(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        row = ask(minh, person.pk, "restrict")
        done = {"on": TODAY, "outcome": "done", "result": "Xong"}
        with pytest.raises(WrongState):
            extend_request(actor=minh, request_id=row.pk, until=date(2026, 12, 8), why="Bận")
        with pytest.raises(WrongState):
            finish_request(actor=minh, request_id=row.pk, **done)  # type: ignore[arg-type]  # mixed
        answer_request(actor=minh, request_id=row.pk, on=TODAY, answer="Sẽ làm")
        with pytest.raises(WrongState):
            answer_request(actor=minh, request_id=row.pk, on=TODAY, answer="Lần nữa")
        with pytest.raises(DayOutside):  # 16 days
            extend_request(actor=minh, request_id=row.pk, until=date(2026, 12, 23), why="Bận")
        extend_request(actor=minh, request_id=row.pk, until=date(2026, 12, 22), why="Bận")
        with pytest.raises(WrongState):
            extend_request(actor=minh, request_id=row.pk, until=date(2026, 12, 23), why="Bận")
        with pytest.raises(WordsMissing):
            finish_request(actor=minh, request_id=row.pk, on=TODAY, outcome="refused", result=" ")


def test_the_branch_takes_in_and_the_commune_answers(cast: Cast, person: Person) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        row = ask(lan, person.pk)
        with pytest.raises(NotAllowed):
            answer_request(actor=lan, request_id=row.pk, on=TODAY, answer="Vâng")
    for who, refusal in (("hoa", NotAllowed), ("minh2", Http404)):
        actor = cast.actor(who)
        with scoped(actor), pytest.raises(refusal):
            answer_request(actor=actor, request_id=row.pk, on=TODAY, answer="Vâng")
        with scoped(actor), pytest.raises(refusal):
            ask(actor, person.pk)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (Asked("see", "Xem", date(2026, 11, 23)), DayOutside),
        (Asked("see", " ", TODAY), WordsMissing),
    ],
)
def test_an_odd_request_is_refused(
    cast: Cast, person: Person, asked: Asked, refusal: type[Exception]
) -> None:
    lan = cast.actor("lan")
    with scoped(lan), pytest.raises(refusal):
        record_request(actor=lan, person_id=person.pk, asked=asked)


def test_what_is_late_is_said_at_home(cast: Cast, person: Person) -> None:
    lan, minh = cast.actor("lan"), cast.actor("minh")
    with scoped(lan):
        ask(lan, person.pk)
        assert home_tasks(lan) == []  # the commune answers
    later = cast.actor("minh", date(2026, 11, 25))
    with scoped(minh):
        assert [task.state.word for task in home_tasks(minh)] == ["Còn 2 ngày"]
        assert owed(minh)["late"] == 0
    with scoped(later):
        assert [task.state.word for task in home_tasks(later)] == ["Quá hạn 1 ngày"]
        assert listed_requests(later, LATE).count() == 1
    with scoped(cast.actor("minh2")):
        assert home_tasks(cast.actor("minh2")) == []
        assert not PersonRequest.objects.exists()
