"""Where memberships meet their edges: merged rows, undone returns, closed units."""

from collections.abc import Iterator
from datetime import date

import pytest

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.core.scope import scoped
from bongca.members.actions.admitting import admit_known_person
from bongca.members.actions.moving import move_group
from bongca.members.actions.recording import Beginning
from bongca.members.actions.undoing import undo_last_act
from bongca.members.enums import Counter, HowBegan, HowEnded
from bongca.members.queries.counting import count_members, sum_figures
from bongca.members.tests.factories import admit, end
from bongca.org.actions.units import CannotClose, close_unit
from bongca.people.actions.merging import merge_persons
from bongca.people.enums import PersonStatus
from tests.cast import TODAY, Cast

JUNE = date(2026, 6, 30)
JULY = date(2026, 7, 15)
AGAIN = Beginning(HowBegan.READMITTED, PartialDate(2026, 9, 1))


@pytest.fixture
def minh(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("minh")
    with scoped(actor):
        yield actor


def test_a_branch_with_members_is_not_closed(cast: Cast, minh: Actor) -> None:
    admit(minh, cast.yen_ly)

    with pytest.raises(CannotClose, match="cannot_close") as refusal:
        close_unit(actor=minh, unit=cast.yen_ly, on=TODAY, successor=cast.dong_tam)

    assert "1 hội viên" in refusal.value.message


def test_a_merged_row_is_not_admitted_again(cast: Cast, minh: Actor) -> None:
    kept, gone = (admit(minh, cast.yen_ly).person for _ in range(2))
    merge_persons(actor=minh, keep_id=kept.pk, gone_id=gone.pk, choices={})

    with pytest.raises(DomainError, match="merged"):
        admit_known_person(actor=minh, person_id=gone.pk, unit=cast.yen_ly, beginning=AGAIN)


def test_undoing_a_return_leaves_who_had_left_as_having_left(cast: Cast, minh: Actor) -> None:
    person = admit(minh, cast.yen_ly, joined="2014").person
    end(minh, person, HowEnded.LEFT, date(2026, 3, 1))
    again = admit_known_person(actor=minh, person_id=person.pk, unit=cast.dong_tam, beginning=AGAIN)

    undone = undo_last_act(actor=minh, membership_id=again.pk)

    assert (undone.status, undone.unit) == (PersonStatus.LEFT, cast.yen_ly)


def test_the_past_of_a_closed_branch_is_counted_once(cast: Cast, minh: Actor) -> None:
    staying = admit(minh, cast.yen_ly, "Nguyễn Văn Hòa", joined="2014").person
    gone = admit(minh, cast.yen_ly, "Trần Thị Giỏi", joined="2014").person
    end(minh, gone, HowEnded.DECEASED, date(2026, 6, 20))
    move_group(actor=minh, person_id=staying.pk, to_unit=cast.dong_tam, on=JULY)
    close_unit(actor=minh, unit=cast.yen_ly, on=JULY, successor=cast.dong_tam)

    found = count_members(
        minh, cast.tan_yen, as_of=JUNE, as_known=clock.now(), since=date(2025, 12, 31)
    )

    total = sum_figures(found.values())
    assert (total[Counter.TOTAL], total[Counter.DECEASED]) == (1, 1)


def test_an_end_before_a_move_is_refused_however_vague_the_joining(cast: Cast, minh: Actor) -> None:
    person = admit(minh, cast.to_1, joined="2025", how=HowBegan.ADMITTED).person
    move_group(actor=minh, person_id=person.pk, to_unit=cast.yen_ly, on=date(2026, 9, 17))

    with pytest.raises(DomainError, match="ended_before_begun") as refusal:
        end(minh, person, HowEnded.LEFT, date(2025, 7, 19))

    assert "sau ngày chuyển đến (17/9/2026)" in refusal.value.message
