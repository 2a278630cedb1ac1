"""What holds of meetings whatever page or program asks."""

from typing import Any

import pytest
from django.http import Http404

from bongca.accounts.models import Notice as UserNotice
from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.models import AuditEntry
from bongca.meetings.actions.ballots import cast_vote, close_ballot, open_ballot
from bongca.meetings.actions.conclusions import ConclusionWords, edit_conclusion
from bongca.meetings.actions.meetings import answer_invitation, record_attendance
from bongca.meetings.actions.minutes import confirm_minutes, write_minutes
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.actions.refusals import NotToCome, Published
from bongca.meetings.models import (
    Ballot,
    BallotCount,
    BallotVoice,
    BallotVoter,
    Conclusion,
    Meeting,
    MinutesRevision,
)
from bongca.meetings.queries.conclusions import standings, summary_of, waiting_for_chair
from bongca.meetings.queries.home import home_tasks
from bongca.meetings.queries.meetings import attendance_of, seen_meeting
from bongca.meetings.tests.factories import add_bodies, add_meeting, call, call_units, conclude
from bongca.programmes.enums import SourceKind
from bongca.programmes.models import Assignment, Task
from tests.cast import TODAY, Cast


def ballot_of(cast: Cast, form: str = "secret", **more: Any) -> Ballot:
    meeting = add_meeting(cast)
    people = call(cast, meeting, "binh", "mai", "tu")
    present = {one.pk: True for one in people}
    record_attendance(actor=cast.actor("mai"), meeting=meeting, present=present)
    return open_ballot(
        actor=cast.actor("mai"), meeting=meeting, form=form, question="Thông qua quy chế",
        majority=more.get("majority", "half_list"),
    )  # fmt: skip


def test_publishing_gives_each_conclusion_a_task_once(cast: Cast) -> None:
    bodies = add_bodies(cast)
    meeting = add_meeting(cast)
    conclude(cast, meeting, "Việc của Ban.", lead=bodies["Ban Chăm sóc NCT"])
    conclude(cast, meeting, "Việc của tỉnh.", lead=cast.bac_ninh, deadline="quý IV")
    conclude(cast, meeting, "Việc chưa giao ai.", deadline="")

    publish_notice(actor=cast.actor("binh"), meeting=meeting, symbol="87/TB-HNCT")

    tasks = list(Task.objects.order_by("pk"))
    assert [task.words for task in tasks] == [
        "Việc của Ban.", "Việc của tỉnh.", "Việc chưa giao ai.",
    ]  # fmt: skip
    assert {task.source_kind for task in tasks} == {SourceKind.CONCLUSION}
    assert str(tasks[1].due_on) == "2026-12-31"
    assert tasks[1].citation_symbol == "87/TB-HNCT"
    assert Assignment.objects.count() == 2
    with pytest.raises(Published):
        publish_notice(actor=cast.actor("binh"), meeting=Meeting.objects.get(pk=meeting.pk))
    assert Task.objects.count() == 3


def test_when_one_task_cannot_be_made_none_is(cast: Cast) -> None:
    meeting = add_meeting(cast)
    conclude(cast, meeting, "Việc làm được.", lead=cast.bac_ninh)
    conclude(cast, meeting, "Việc của nơi đã đóng.", lead=cast.hai_phong)
    cast.hai_phong.is_open = False
    cast.hai_phong.save(update_fields=["is_open"])

    with pytest.raises(DomainError):
        publish_notice(actor=cast.actor("binh"), meeting=meeting)

    assert Task.objects.count() == 0
    assert not hasattr(seen_meeting(cast.actor("binh"), meeting.pk), "notice")


def test_guidance_from_above_is_marked_as_such(cast: Cast) -> None:
    meeting = add_meeting(cast, kind="superior", convener="Thường trực Ban Bí thư")
    conclude(cast, meeting, "Các hội đổi mới nội dung hoạt động.", deadline="")

    publish_notice(actor=cast.actor("binh"), meeting=meeting)

    assert Task.objects.get().source_kind == SourceKind.SUPERIOR


def test_what_is_published_stands(cast: Cast) -> None:
    meeting = add_meeting(cast)
    conclusion = conclude(cast, meeting)
    publish_notice(actor=cast.actor("binh"), meeting=meeting)
    conclusion = Conclusion.objects.get(pk=conclusion.pk)

    with pytest.raises(Published):
        edit_conclusion(
            actor=cast.actor("mai"), conclusion=conclusion, words=ConclusionWords("Khác."),
            parties=[],
        )  # fmt: skip


def test_only_who_concludes_publishes_and_not_before_it_is_held(cast: Cast) -> None:
    meeting = add_meeting(cast, held_on=TODAY.replace(day=30))
    conclude(cast, meeting)

    with pytest.raises(NotAllowed):
        publish_notice(actor=cast.actor("mai"), meeting=meeting)
    with pytest.raises(Http404):
        publish_notice(actor=cast.actor("hoa"), meeting=meeting)
    with pytest.raises(NotToCome):
        publish_notice(actor=cast.actor("binh"), meeting=meeting)


def test_the_second_of_two_editors_is_told(cast: Cast) -> None:
    conclusion = conclude(cast, add_meeting(cast))
    words = ConclusionWords("Sửa lần một.")
    edit_conclusion(
        actor=cast.actor("mai"), conclusion=conclusion, words=words, parties=[], version=1
    )

    with pytest.raises(Changed):
        edit_conclusion(
            actor=cast.actor("binh"), conclusion=conclusion, words=words, parties=[], version=1
        )


def test_a_typed_day_stands_before_the_one_read(cast: Cast) -> None:
    meeting = add_meeting(cast)
    read = conclude(cast, meeting, deadline="quý IV")
    typed = conclude(cast, meeting, deadline="quý IV", due_on=TODAY.replace(day=30))

    assert (str(read.due_from), str(read.due_on), read.is_due_typed) == (
        "2026-10-01", "2026-12-31", False,
    )  # fmt: skip
    assert (typed.due_on, typed.is_due_typed) == (TODAY.replace(day=30), True)


def test_the_chair_sees_what_waits_for_him(cast: Cast) -> None:
    meeting = add_meeting(cast)
    conclude(cast, meeting, lead=cast.bac_ninh, deadline="ngày 20/11")
    conclude(cast, meeting, deadline="")
    publish_notice(actor=cast.actor("binh"), meeting=meeting)

    rows = standings(cast.actor("binh"), seen_meeting(cast.actor("binh"), meeting.pk))

    assert [one.tag.word for one in rows] == ["Quá hạn 2 ngày", "Chưa giao"]
    summary = summary_of(rows)
    assert (summary.late, summary.unassigned, summary.done) == (1, 1, 0)
    assert [words for _, words in waiting_for_chair(rows)] == ["chưa giao đơn vị nào"]


def test_quorum_is_counted_from_those_who_came(cast: Cast) -> None:
    meeting = add_meeting(cast)
    people = call(cast, meeting, "binh", "mai", "tu")
    mai = cast.actor("mai")
    record_attendance(actor=mai, meeting=meeting, present={people[0].pk: True})
    assert not attendance_of(meeting).has_quorum

    record_attendance(
        actor=mai, meeting=meeting, present={one.pk: one is not people[2] for one in people}
    )

    counted = attendance_of(meeting)
    assert (counted.voting, counted.voting_present, counted.has_quorum) == (3, 2, True)


def test_a_secret_vote_leaves_no_way_from_voter_to_vote(cast: Cast) -> None:
    ballot = ballot_of(cast)
    for who, choice in (("binh", "for"), ("mai", "against"), ("tu", "for")):
        cast_vote(actor=cast.actor(who), ballot=ballot, choice=choice, words="không được giữ")

    assert BallotVoice.objects.count() == 0
    counts = dict(BallotCount.objects.values_list("choice", "votes"))
    assert counts == {"for": 2, "against": 1, "neutral": 0}
    names = {field.name for field in BallotCount._meta.get_fields()}
    assert names == {"id", "ballot", "choice", "votes"}
    assert {field.name for field in BallotVoter._meta.get_fields()} == {
        "id", "ballot", "user", "has_voted",
    }  # fmt: skip
    for entry in AuditEntry.objects.filter(act="meetings.cast_vote"):
        assert entry.changes == {}
    closed = close_ballot(actor=cast.actor("mai"), ballot=ballot)
    assert closed.is_adopted


def test_one_votes_once_while_it_is_open_and_if_on_the_list(cast: Cast) -> None:
    ballot = ballot_of(cast, "open")
    cast_vote(actor=cast.actor("binh"), ballot=ballot, choice="for", words="Nhất trí")

    for who in ("binh", "hoa", "quantri"):
        with pytest.raises(DomainError):
            cast_vote(actor=cast.actor(who), ballot=ballot, choice="for")
    assert BallotVoice.objects.get().words == "Nhất trí"
    assert not close_ballot(actor=cast.actor("mai"), ballot=ballot).is_adopted
    with pytest.raises(DomainError):
        cast_vote(actor=cast.actor("tu"), ballot=ballot, choice="for")


def test_minutes_are_confirmed_by_those_who_were_there(cast: Cast) -> None:
    meeting = add_meeting(cast)
    people = call(cast, meeting, "binh", "tu")
    mai = cast.actor("mai")
    record_attendance(actor=mai, meeting=meeting, present={people[0].pk: True})
    first = write_minutes(actor=mai, meeting=meeting, text="Bắt đầu lúc 8 giờ.")

    with pytest.raises(NotAllowed):
        confirm_minutes(actor=cast.actor("tu"), revision=first, agrees=True)
    with pytest.raises(DomainError):
        confirm_minutes(actor=cast.actor("binh"), revision=first, agrees=False)
    confirm_minutes(actor=cast.actor("binh"), revision=first, agrees=False, note="Sửa giờ họp")

    second = write_minutes(actor=mai, meeting=meeting, text="Bắt đầu lúc 8 giờ 30.", based_on=1)
    assert MinutesRevision.objects.filter(meeting=meeting).count() == 2
    with pytest.raises(DomainError):
        confirm_minutes(actor=cast.actor("binh"), revision=first, agrees=True)
    confirm_minutes(actor=cast.actor("binh"), revision=second, agrees=True)
    with pytest.raises(DomainError):
        write_minutes(actor=mai, meeting=meeting, text="Chậm chân.", based_on=1)


def test_an_invitation_is_answered_by_the_one_invited(cast: Cast) -> None:
    meeting = add_meeting(cast, held_on=TODAY.replace(day=30))
    invited = call_units(cast, meeting, "bac_ninh")
    call(cast, meeting, "binh")

    with pytest.raises(DomainError):
        answer_invitation(actor=cast.actor("hoa2"), participant=invited, reply="coming")
    answer_invitation(actor=cast.actor("hoa"), participant=invited, reply="sending", note="Phó CT")

    assert UserNotice.objects.filter(user=cast.binh).count() == 1
    titles = [task.title for task in home_tasks(cast.actor("binh"))]
    assert titles == [f"Trả lời giấy mời: {meeting.name}"]
    assert home_tasks(cast.actor("hoa")) == []
