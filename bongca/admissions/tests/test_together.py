"""Several members at once: all or none, and one way back for all."""

from datetime import date
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from bongca.admissions.actions.together import (
    NobodyPicked,
    OneStandsInTheWay,
    UndoneAlready,
    move_together,
    record_deaths,
    undo_together,
)
from bongca.core.dates import PartialDate
from bongca.core.scope import scoped, whole_tree
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import admit, admit_several, end
from bongca.org.models import Unit
from bongca.people.models import Person
from tests.cast import Cast

ON = date(2026, 11, 20)


@pytest.fixture
def people(cast: Cast) -> list[Person]:
    lan = cast.actor("lan")
    with scoped(lan):
        return admit_several(lan, cast.to_1, ("Đặng Thị Bích", "Hoàng Văn Chiến", "Lò Thị Diễm"))


def standing(unit: Unit) -> set[UUID]:
    with whole_tree():
        return set(Person.objects.filter(unit=unit, status="member").values_list("pk", flat=True))


def test_all_move_and_all_come_back(cast: Cast, people: list[Person]) -> None:
    lan, keys = cast.actor("lan"), {person.pk for person in people}

    with scoped(lan):
        act = move_together(actor=lan, person_ids=keys, to_unit=cast.to_2, on=ON)
    assert standing(cast.to_2) == keys

    with scoped(lan):
        undo_together(actor=lan, act_id=act.pk)
        with pytest.raises(UndoneAlready):
            undo_together(actor=lan, act_id=act.pk)
    assert standing(cast.to_1) == keys


def test_deaths_each_on_their_own_day_and_undone_as_one(cast: Cast, people: list[Person]) -> None:
    lan = cast.actor("lan")
    died = {people[0].pk: PartialDate(2026, 3, None), people[1].pk: PartialDate(2026, 11, 2)}

    with scoped(lan):
        act = record_deaths(actor=lan, died=died)
        first = Person.objects.get(pk=people[0].pk)
    assert (first.status, first.died_month, first.died_day) == ("deceased", 3, None)
    assert standing(cast.to_1) == {people[2].pk}

    with scoped(lan):
        undo_together(actor=lan, act_id=act.pk)
    assert len(standing(cast.to_1)) == 3


def test_one_in_the_way_stops_all_and_is_named(cast: Cast, people: list[Person]) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        end(lan, people[1], HowEnded.LEFT, ON)

        with pytest.raises(OneStandsInTheWay) as refusal:
            move_together(
                actor=lan, person_ids=[one.pk for one in people], to_unit=cast.to_2, on=ON
            )

    assert "Hoàng Văn Chiến" in refusal.value.message
    assert standing(cast.to_2) == set()


def test_what_was_written_since_stops_the_undoing(cast: Cast, people: list[Person]) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        act = move_together(
            actor=lan, person_ids=[one.pk for one in people], to_unit=cast.to_2, on=ON
        )
        end(lan, people[2], HowEnded.LEFT, cast.today)

        with pytest.raises(OneStandsInTheWay, match="not_the_last_act"):
            undo_together(actor=lan, act_id=act.pk)

    assert len(standing(cast.to_2)) == 2


def test_somebody_elsewhere_is_not_found(cast: Cast, people: list[Person]) -> None:
    lan, minh2 = cast.actor("lan"), cast.actor("minh2")
    with scoped(minh2):
        stranger = admit(minh2, cast.cau_xi).person

    with scoped(lan), pytest.raises(Http404):
        move_together(actor=lan, person_ids=[stranger.pk], to_unit=cast.to_2, on=ON)
    with scoped(lan), pytest.raises(NobodyPicked):
        move_together(actor=lan, person_ids=[], to_unit=cast.to_2, on=ON)


def test_the_page_of_several_and_its_queries(cast: Cast, people: list[Person]) -> None:
    client = cast.client("lan")

    def queries(chosen: list[Person]) -> int:
        asked = urlencode({"chon": [one.pk for one in chosen]}, doseq=True)
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert client.get(f"/sinh-hoat/nhieu/chuyen-to/?{asked}").status_code == 200
        return len(seen)

    queries(people)  # the first visit signs the session in
    assert queries(people[:1]) == queries(people)


def test_the_picked_are_printed_and_exported_alone(cast: Cast, people: list[Person]) -> None:
    asked = urlencode({"chon": [people[0].pk, people[2].pk, "bua"]}, doseq=True)
    client = cast.client("lan")

    printed = client.get(f"/hoi-vien/in/?{asked}").content.decode()
    exported = client.get(f"/hoi-vien/xuat/?{asked}").content.decode()

    assert "Đặng Thị Bích" in printed and "Lò Thị Diễm" in printed
    assert "Hoàng Văn Chiến" not in printed and "những người đã đánh dấu" in printed
    assert "Xuất 2 người ra Excel" in exported
