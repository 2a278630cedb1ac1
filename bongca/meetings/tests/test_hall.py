"""A vote of people without an account: who may be called, and what was counted in the hall."""

from typing import Any

import pytest
from django.urls import reverse

from bongca.core.errors import DomainError, NotAllowed
from bongca.meetings.actions.ballots import record_count
from bongca.meetings.actions.meetings import edit_participant, record_attendance
from bongca.meetings.actions.minutes import confirm_minutes, write_minutes
from bongca.meetings.models import Ballot, Meeting
from bongca.meetings.queries.home import home_tasks
from bongca.meetings.queries.meetings import attendance_of, outcome_of, outcomes_of
from bongca.meetings.tests.factories import add_meeting, call
from tests.cast import Cast

NAMED = "Nguyễn Thị Sáu, Ủy viên\nTrần Văn Bảy, Ủy viên\nLê Thị Tám"


def post(cast: Cast, who: str, at: str, /, *args: object, **words: Any) -> Any:
    return cast.client(who).post(reverse(f"meetings:{at}", args=args), words, follow=True)


@pytest.fixture
def held(cast: Cast) -> Meeting:
    """A meeting of three who have a vote and no account, and a guest; all came."""
    meeting = add_meeting(cast)
    post(
        cast, "mai", "participant_add", meeting.pk, members=NAMED, has_vote="on",
        guests="Hoàng Văn Khách, Báo Người cao tuổi",
    )  # fmt: skip
    there = {one.pk: True for one in meeting.participants.all()}
    record_attendance(actor=cast.actor("mai"), meeting=meeting, present=there)
    return meeting


def test_people_without_an_account_count_for_the_quorum_and_guests_do_not(
    cast: Cast, held: Meeting
) -> None:
    listed = attendance_of(held)

    assert (listed.called, listed.voting, listed.voting_present) == (4, 3, 3)
    assert listed.has_quorum


@pytest.mark.parametrize(
    ("votes", "adopted", "said"),
    [
        ({"for": "2", "against": "1", "neutral": "0"}, True, "Đã ghi: được thông qua."),
        ({"for": "1", "against": "0", "neutral": "2"}, False, "Đã ghi: chưa đủ đa số."),
    ],
)
def test_hands_counted_in_the_hall_decide(
    cast: Cast, held: Meeting, votes: dict[str, str], adopted: bool, said: str
) -> None:
    asked = {"form": "open", "question": "Thông qua quy chế", "majority": "half_list"}

    html = post(cast, "mai", "ballot_count", held.pk, **asked, **votes).content.decode()

    ballot = Ballot.objects.get()
    assert said in html
    assert "3/3 người đã cho ý kiến, đếm tại chỗ" in html
    assert ballot.is_adopted is adopted
    assert outcome_of(ballot).votes[0] == ("Tán thành", int(votes["for"]))
    assert [(one.voted, one.on_list) for one in outcomes_of(held)] == [(3, 3)]


def test_more_votes_than_voters_are_refused_and_what_was_typed_is_kept(
    cast: Cast, held: Meeting
) -> None:
    answer = post(
        cast, "mai", "ballot_count", held.pk, form="secret", question="Bầu Chủ tịch",
        majority="half_list", **{"for": "4", "against": "0", "neutral": "0"},
    )  # fmt: skip

    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Cộng lại 4 phiếu, mà chỉ 3 người có quyền biểu quyết có mặt." in html
    assert "Bầu Chủ tịch" in html
    assert not Ballot.objects.exists()


def test_the_hall_is_not_for_questions_in_writing_nor_for_others(cast: Cast, held: Meeting) -> None:
    asked: dict[str, Any] = {"question": "Góp ý", "majority": "half_list", "votes": {"for": 1}}

    with pytest.raises(DomainError, match="not_in_hall"):
        record_count(actor=cast.actor("mai"), meeting=held, form="written", **asked)
    with pytest.raises(NotAllowed):
        record_count(actor=cast.actor("binh"), meeting=held, form="open", **asked)


def test_a_vote_forgotten_is_given_later_and_a_wrong_guest_taken_off(cast: Cast) -> None:
    meeting = add_meeting(cast)
    called, guest = call(cast, meeting, "binh", "tu", votes=False)
    shown = cast.client("mai").get(reverse("meetings:meeting_detail", args=[meeting.pk]))
    edit_url = reverse("meetings:participant_edit", args=[meeting.pk, called.pk])

    post(cast, "mai", "participant_edit", meeting.pk, called.pk, office="Chủ trì", has_vote="on")
    post(cast, "mai", "participant_drop", meeting.pk, guest.pk)

    assert edit_url in shown.content.decode()
    left = meeting.participants.get()
    assert (left.pk, left.office, left.counts_for_quorum) == (called.pk, "Chủ trì", True)
    with pytest.raises(NotAllowed):
        edit_participant(actor=cast.actor("binh"), participant=left, office="", has_vote=False)


def test_who_keeps_the_minutes_is_told_that_they_are_to_be_mended(cast: Cast) -> None:
    meeting = add_meeting(cast)
    there = call(cast, meeting, "binh")
    mai = cast.actor("mai")
    record_attendance(actor=mai, meeting=meeting, present={one.pk: True for one in there})
    revision = write_minutes(actor=mai, meeting=meeting, text="Khai mạc lúc 8 giờ.")
    titles = [task.title for task in home_tasks(mai)]

    confirm_minutes(
        actor=cast.actor("binh"), revision=revision, agrees=False, note="Khai mạc 8 giờ 15."
    )
    told = [task.title for task in home_tasks(mai)]
    write_minutes(actor=mai, meeting=meeting, text="Khai mạc lúc 8 giờ 15.", based_on=1)

    wanted = f"Sửa biên bản: {meeting.name}"
    assert wanted not in titles
    assert wanted in told
    assert wanted not in [task.title for task in home_tasks(mai)]
