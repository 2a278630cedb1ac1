"""What changes in the register between the preview of a roll and its writing."""

import pytest

from bongca.core.dates import PartialDate
from bongca.core.jobs import work_off
from bongca.core.scope import scoped
from bongca.members.actions.admitting import admit_known_person
from bongca.members.actions.recording import Beginning
from bongca.members.enums import HowBegan
from bongca.people.actions.persons import PersonFields, add_person
from bongca.rolls.actions.writing import write_roll
from bongca.rolls.enums import BatchState
from bongca.rolls.tests.factories import previewed
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
