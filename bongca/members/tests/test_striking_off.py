"""Striking off is decided by more than half of the tổ hội, and one waits a year (domain.md 3.3)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from bongca.core.dates import PartialDate
from bongca.core.scope import scoped
from bongca.members import rules
from bongca.members.actions.ending import (
    Ending,
    NoMajority,
    Votes,
    VotesDoNotAddUp,
    end_membership,
)
from bongca.members.actions.undoing import undo_last_act
from bongca.members.enums import HowEnded
from bongca.members.models import Membership
from bongca.members.tests.factories import admit, end
from bongca.members.views.periods import period_happening
from bongca.people.models import Person
from tests.cast import Cast

ON = PartialDate(2026, 10, 1)
PAPER = "Biên bản họp tổ hội"


def strike_off(cast: Cast, person: Person, votes: Votes | None) -> Membership:
    lan = cast.actor("lan")
    ending = Ending(HowEnded.STRUCK_OFF, ON, PAPER, votes=votes)
    return end_membership(actor=lan, person_id=person.pk, ending=ending)


@pytest.mark.parametrize(
    ("votes", "refusal"),
    [
        (None, NoMajority),
        (Votes(20, 12, 10), NoMajority),  # half of all, most of those present
        (Votes(20, 12, 13), VotesDoNotAddUp),
        (Votes(20, 21, 20), VotesDoNotAddUp),
    ],
)
def test_without_more_than_half_of_all_nobody_is_struck_off(
    cast: Cast, votes: Votes | None, refusal: type[Exception]
) -> None:
    with scoped(cast.actor("lan")):
        person = admit(cast.actor("lan"), cast.to_1).person

        with pytest.raises(refusal):
            strike_off(cast, person, votes)

        person.refresh_from_db()
    assert person.status == "member"


def test_the_votes_stand_in_the_history_and_are_undone_with_it(cast: Cast) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        person = admit(lan, cast.to_1).person
        row = strike_off(cast, person, Votes(20, 15, 11))

        said = period_happening(row).who_when
        undo_last_act(actor=lan, membership_id=row.pk)
        left = Membership.objects.get(person=person, voided_at=None)

    assert "có mặt 15 trên 20 hội viên, 11 người đồng ý xóa tên" in said
    assert left.votes_for is None and left.ended_how == ""


def test_the_database_holds_the_majority(cast: Cast) -> None:
    lan = cast.actor("lan")
    refused = pytest.raises(IntegrityError, match="membership_struck_off_by_majority")
    with scoped(lan):
        row = end(lan, admit(lan, cast.to_1).person, HowEnded.STRUCK_OFF, date(2026, 10, 1))
        with refused, transaction.atomic():
            Membership.objects.filter(pk=row.pk).update(votes_for=5, votes_total=10)


def test_a_year_is_a_year() -> None:
    assert rules.a_year_after(date(2027, 3, 1)) == date(2028, 3, 1)
    assert rules.a_year_after(date(2028, 2, 29)) == date(2029, 3, 1)


def test_the_form_asks_for_the_votes(cast: Cast) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        person = admit(lan, cast.to_1).person
    client, address = cast.client("lan"), f"/hoi-vien/{person.pk}/thoi-sinh-hoat/"
    given = {"how": "struck_off", "on": "1/10/2026", "citation": PAPER}

    asked = client.post(address, given)
    few = client.post(address, given | _votes(20, 12, 10))
    enough = client.post(address, given | _votes(20, 12, 11))

    assert asked.status_code == few.status_code == 422
    assert "Xin ghi số hội viên của tổ hội" in asked.content.decode()
    assert "10 người đồng ý trên 20 hội viên" in few.content.decode()
    assert enough.status_code == 303


def _votes(total: int, present: int, in_favour: int) -> dict[str, int]:
    return {"votes_total": total, "votes_present": present, "votes_for": in_favour}
