"""Quorum and majorities are settings with their days; ballots keep the one they were held under."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse

from bongca.core.errors import DomainError, NotAllowed
from bongca.meetings.actions.ballots import cast_vote, close_ballot, open_ballot
from bongca.meetings.actions.meetings import record_attendance
from bongca.meetings.actions.voting import set_voting_rule
from bongca.meetings.models import VotingRule
from bongca.meetings.queries.meetings import attendance_of
from bongca.meetings.queries.voting import majority_for, quorum, voting_rules
from bongca.meetings.rules.majorities import NO_BASIS, QUORUM, USUAL, majority_of
from bongca.meetings.tests.factories import add_meeting, call
from tests.cast import TODAY, Cast

LATER = TODAY + timedelta(days=40)


def set_rule(cast: Cast, code: str = QUORUM, who: str = "binh", **given: Any) -> VotingRule:
    words: dict[str, Any] = {"share": Fraction(1, 2), "since": TODAY, "is_strict": True} | given
    return set_voting_rule(actor=cast.actor(who), code=code, **words)


@pytest.mark.parametrize(
    ("code", "votes_for", "voting", "on_list", "reached"),
    [
        ("half_list", 2, 2, 4, False),
        ("half_list", 3, 3, 4, True),
        ("half_voting", 2, 3, 10, True),
        ("two_thirds_list", 2, 3, 3, True),
        ("two_thirds_list", 1, 3, 3, False),
        ("half_voting", 0, 0, 3, False),
    ],
)
def test_majorities(code: str, votes_for: int, voting: int, on_list: int, reached: bool) -> None:
    assert majority_of(code).is_reached(votes_for, voting, on_list) is reached


def test_what_is_usual_says_that_no_paper_is_known_for_it() -> None:
    assert {one.basis_words for one in USUAL.values()} == {NO_BASIS}
    assert USUAL["half_list"].title == "Quá một nửa số người trong danh sách"
    assert USUAL[QUORUM].title == "Ít nhất hai phần ba số người có quyền biểu quyết có mặt"


def test_a_rule_counts_from_its_day_and_what_was_before_stays(cast: Cast) -> None:
    set_rule(cast, basis="Quy chế làm việc", since=TODAY)
    set_rule(cast, share=Fraction(3, 4), is_strict=False, since=LATER)

    days = (TODAY - timedelta(days=1), TODAY, LATER - timedelta(days=1), LATER)
    assert [quorum(day).share for day in days] == [
        Fraction(2, 3), Fraction(1, 2), Fraction(1, 2), Fraction(3, 4),
    ]  # fmt: skip
    assert quorum(TODAY).basis_words == "Quy chế làm việc"
    assert quorum(LATER).basis_words == NO_BASIS


def test_setting_it_again_replaces_what_was_set_for_later(cast: Cast) -> None:
    set_rule(cast, share=Fraction(3, 4), since=LATER)

    set_rule(cast, share=Fraction(1, 2), since=TODAY)
    set_rule(cast, share=Fraction(2, 3), since=TODAY)

    assert quorum(LATER).share == quorum(TODAY).share == Fraction(2, 3)
    assert voting_rules(date(2020, 1, 1))[QUORUM].since is None


def test_a_ballot_keeps_the_majority_it_was_opened_under(cast: Cast) -> None:
    meeting = add_meeting(cast)
    people = call(cast, meeting, "binh", "mai", "tu")
    mai = cast.actor("mai")
    record_attendance(actor=mai, meeting=meeting, present={one.pk: True for one in people})
    before = open_ballot(
        actor=mai, meeting=meeting, form="open", question="Thông qua", majority="half_list"
    )
    set_rule(cast, "half_list", share=Fraction(1), is_strict=False)
    after = open_ballot(
        actor=mai, meeting=meeting, form="open", question="Thông qua lại", majority="half_list"
    )
    for ballot in (before, after):
        for who in ("binh", "mai"):
            cast_vote(actor=cast.actor(who), ballot=ballot, choice="for")

    assert (majority_for(before).share, majority_for(after).share) == (
        Fraction(1, 2), Fraction(1),
    )  # fmt: skip
    assert close_ballot(actor=mai, ballot=before).is_adopted
    assert not close_ballot(actor=mai, ballot=after).is_adopted
    set_rule(cast, "half_list", share=Fraction(2, 3))
    after.refresh_from_db()
    assert majority_for(after).share == 1


def test_a_meeting_is_counted_against_the_quorum_of_its_own_day(cast: Cast) -> None:
    held = add_meeting(cast, held_on=TODAY - timedelta(days=6))
    today = add_meeting(cast, held_on=TODAY)
    set_rule(cast, share=Fraction(1), is_strict=False)
    for meeting in (held, today):
        people = call(cast, meeting, "binh", "mai", "tu")
        present = {one.pk: one is not people[2] for one in people}
        record_attendance(actor=cast.actor("mai"), meeting=meeting, present=present)

    assert attendance_of(held).has_quorum
    assert not attendance_of(today).has_quorum


def test_only_leaders_at_the_top_set_it_and_never_for_the_past(cast: Cast) -> None:
    for who, error in (("mai", NotAllowed), ("tu", NotAllowed), ("minh", Http404)):
        with pytest.raises(error):
            set_rule(cast, who=who)
    with pytest.raises(DomainError):
        set_rule(cast, since=TODAY - timedelta(days=1))
    with pytest.raises(DomainError):
        set_rule(cast, share=Fraction(1), is_strict=True)
    with pytest.raises(DomainError):
        set_rule(cast, "mine")
    assert not VotingRule.objects.exists()


def test_the_page_shows_the_basis_and_the_chair_sets_another_share(cast: Cast) -> None:
    page = cast.client("lan").get(reverse("meetings:voting_rules")).content.decode()
    assert NO_BASIS in page
    assert "Đặt cách tính khác" not in page
    url = reverse("meetings:voting_rule_set", args=[QUORUM])
    client = cast.client("binh")
    assert "Đặt cách tính khác" in client.get(reverse("meetings:voting_rules")).content.decode()

    typed = {"share": "1/2", "is_strict": "yes", "basis": "Điều lệ, Điều 9", "since": "22/11/2020"}
    refused = client.post(url, typed)
    assert refused.status_code == 422
    assert "Điều lệ, Điều 9" in refused.content.decode()
    client.post(url, typed | {"since": "31/12/2026"})

    page = client.get(reverse("meetings:voting_rules")).content.decode()
    assert "Quá một nửa số người có quyền biểu quyết có mặt, từ ngày 31/12/2026" in page
    assert "Điều lệ, Điều 9" in page
