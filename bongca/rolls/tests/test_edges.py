"""What changes in the register between the preview of a roll and its writing."""

import pytest

from bongca.core.dates import PartialDate
from bongca.core.jobs import work_off
from bongca.core.scope import scoped
from bongca.members.actions.admitting import admit_known_person
from bongca.members.actions.recording import Beginning
from bongca.members.enums import HowBegan
from bongca.people.actions.persons import PersonFields, add_person
from bongca.people.models import Person
from bongca.rolls.actions.writing import write_roll
from bongca.rolls.enums import BatchState
from bongca.rolls.tests.factories import PEOPLE, previewed, workbook, written
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_who_was_admitted_since_the_preview_is_not_written_again(cast: Cast) -> None:
    actor = cast.actor("lan")
    man = PersonFields("Nguyễn Thị Mận", "f", PartialDate(1952, 3, 12))
    with scoped(actor):
        person = add_person(actor=actor, unit=cast.dong_tam, wanted=man)
    batch = previewed(actor, cast.dong_tam)
    with scoped(actor):
        admit_known_person(
            actor=actor,
            person_id=person.pk,
            unit=cast.to_1,
            beginning=Beginning(HowBegan.ADMITTED, PartialDate(2014, 5, 10)),
        )
        write_roll(actor=actor, batch_id=batch.pk)
    work_off()

    batch.refresh_from_db()
    assert (batch.state, batch.written_count) == (BatchState.WRITTEN, 3)


def test_names_no_register_can_hold_do_not_keep_the_others_out(cast: Cast) -> None:
    actor = cast.actor("lan")
    rows = [
        *PEOPLE,
        (5, "Nguyễn Thị " + "Mùi " * 40, "1950", "Nữ", "", "Tổ 1", ""),
        (6, "Đỗ Văn Thắng", "1950", "Nam", "", "Tổ của các cụ " * 20, ""),
    ]

    batch = written(actor, cast.dong_tam, workbook(rows))

    assert (batch.state, batch.written_count) == (BatchState.WRITTEN, 5)
    with scoped(actor):
        assert Person.objects.get(full_name="Đỗ Văn Thắng").unit == cast.dong_tam
