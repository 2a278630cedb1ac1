"""Việc của kỳ trước: what the next meeting begins with, and what it no longer asks for."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.models import Conclusion, Meeting
from bongca.meetings.queries.previous import opening, previous_matters
from bongca.meetings.tests.factories import add_bodies, add_meeting, call_units, conclude
from bongca.offices.models import Body
from bongca.programmes.actions.carrying import EvidenceFile, hand_in
from bongca.programmes.actions.reviewing import accept
from bongca.programmes.actions.tasks import end_task
from bongca.programmes.enums import TaskState
from bongca.programmes.models import Assignment
from tests.cast import TODAY, Cast

PHOTO = EvidenceFile("anh.jpg", 20, [b"\xff\xd8\xff\xe0 mot tam anh"], "Thăm cụ Ba")


def concluded(
    cast: Cast, held_on: str, *leads: Any, **more: Any
) -> tuple[Meeting, list[Conclusion]]:
    """A meeting whose conclusions went out, one for each lead."""
    meeting = add_meeting(cast, name=f"Họp ngày {held_on}", held_on=held_on)
    meeting.refresh_from_db()
    rows = [conclude(cast, meeting, f"Việc {n}", lead=lead, **more) for n, lead in enumerate(leads)]
    publish_notice(actor=cast.actor("binh"), meeting=meeting)
    return meeting, [Conclusion.objects.get(pk=row.pk) for row in rows]


def finish(cast: Cast, conclusion: Conclusion, on: Any = TODAY) -> None:
    """Both who carries it and who gave it do their part."""
    copy = Assignment.objects.get(task=conclusion.task)
    hand_in(actor=cast.actor("mai", on), assignment=copy, result="Xong rồi.", files=[PHOTO])
    accept(actor=cast.actor("binh", on), assignment=copy)


def next_meeting(cast: Cast, *bodies: Body) -> Meeting:
    meeting = add_meeting(cast, name="Họp kỳ sau", held_on="2026-12-07")
    meeting.bodies.set(bodies)
    return Meeting.objects.get(pk=meeting.pk)


def words_of(cast: Cast, meeting: Meeting, who: str = "binh") -> list[str]:
    rows = previous_matters(cast.actor(who), meeting)
    return [f"{row.meeting.held_on:%d/%m} {row.words}" for row in rows]


def test_what_is_owed_stands_before_what_was_done_since(cast: Cast) -> None:
    bodies = list(add_bodies(cast).values())
    _, (older,) = concluded(cast, "2026-10-05", bodies[0], deadline="trước ngày 1/11")
    _, (first, second) = concluded(cast, "2026-11-09", bodies[0], bodies[1])
    finish(cast, first)

    meeting = next_meeting(cast)
    assert words_of(cast, meeting) == ["05/10 Việc 0", "09/11 Việc 1", "09/11 Việc 0"]
    begun = opening(cast.actor("binh"), meeting)
    assert begun is not None
    assert (begun.total, begun.owed, begun.late, begun.done) == (3, 2, 1, 1)
    assert [row.is_done for row in begun.rows] == [False, False, True]
    assert (older.pk, second.pk) == tuple(row.conclusion.pk for row in begun.rows[:2])


def test_what_was_done_before_the_last_meeting_is_not_asked_for_again(cast: Cast) -> None:
    bodies = list(add_bodies(cast).values())
    _, (old,) = concluded(cast, "2026-10-05", bodies[0])
    finish(cast, old, TODAY.replace(month=10, day=20))
    concluded(cast, "2026-11-09", bodies[1])

    assert words_of(cast, next_meeting(cast)) == ["09/11 Việc 0"]


def test_what_was_withdrawn_or_stands_later_is_not_asked_for(cast: Cast) -> None:
    bodies = list(add_bodies(cast).values())
    early, (gone,) = concluded(cast, "2026-10-05", bodies[0])
    concluded(cast, "2026-11-09", bodies[1])
    assert gone.task is not None
    end_task(actor=cast.actor("mai"), task=gone.task, state=TaskState.WITHDRAWN)

    assert words_of(cast, next_meeting(cast)) == ["09/11 Việc 0"]
    assert words_of(cast, early) == []
    assert opening(cast.actor("binh"), early) is None


def test_a_meeting_of_bodies_hears_of_theirs_and_of_what_came_from_above(cast: Cast) -> None:
    bodies = add_bodies(cast)
    care, office = bodies["Ban Chăm sóc NCT"], bodies["Văn phòng"]
    theirs, _ = concluded(cast, "2026-10-05", care)
    theirs.bodies.set([care])
    others, _ = concluded(cast, "2026-10-06", office)
    others.bodies.set([office])
    above, _ = concluded(cast, "2026-10-07", office)
    Meeting.objects.filter(pk=above.pk).update(kind="superior", source="Tin của TTXVN")

    assert words_of(cast, next_meeting(cast, care)) == ["07/10 Việc 0", "05/10 Việc 0"]
    assert len(words_of(cast, next_meeting(cast))) == 3


def test_a_guest_of_the_meeting_is_not_shown_what_it_owes(cast: Cast) -> None:
    concluded(cast, "2026-11-09", cast.bac_ninh)
    meeting = next_meeting(cast)
    call_units(cast, meeting, "bac_ninh")
    detail = reverse("meetings:meeting_detail", args=[meeting.pk])
    assert "Việc của kỳ trước" not in cast.client("hoa").get(detail).content.decode()
    assert "Việc của kỳ trước" in cast.client("binh").get(detail).content.decode()
    listed = reverse("meetings:previous_list", args=[meeting.pk])
    assert cast.client("hoa").get(listed).status_code == 404


def test_a_conclusion_shows_who_has_not_and_the_evidence(cast: Cast) -> None:
    bodies = add_bodies(cast)
    _, (first,) = concluded(cast, "2026-11-09", bodies["Văn phòng"])
    address = reverse("meetings:conclusion_detail", args=[first.pk])
    before = cast.client("binh").get(address).content.decode()
    assert "Chưa báo đã nhận" in before
    assert "Chưa nơi nào gửi minh chứng" in before

    finish(cast, first)
    after = cast.client("binh").get(address).content.decode()
    assert "Xong rồi." in after
    assert "Thăm cụ Ba" in after


def test_a_topic_reader_reads_states_and_not_what_a_province_wrote(cast: Cast) -> None:
    _, (first,) = concluded(cast, "2026-11-09", cast.bac_ninh)
    copy = Assignment.objects.get(task=first.task)
    hand_in(actor=cast.actor("hoa"), assignment=copy, result="Lời của tỉnh.", files=[PHOTO])
    for address in (
        reverse("meetings:conclusion_detail", args=[first.pk]),
        reverse("meetings:conclusion_list", args=[first.meeting_id]),
    ):
        read = cast.client("tu").get(address).content.decode()
        assert "Đã báo kết quả" in read
        assert "Lời của tỉnh." not in read
        assert "Thăm cụ Ba" not in read
        assert "Lời của tỉnh." in cast.client("binh").get(address).content.decode()


def test_statements_do_not_grow_with_what_is_left(cast: Cast) -> None:
    bodies = list(add_bodies(cast).values())
    concluded(cast, "2026-10-05", bodies[0])
    meeting = next_meeting(cast)
    address = reverse("meetings:previous_list", args=[meeting.pk])
    client = cast.client("binh")
    client.get(address)
    counts = []
    for held_on in ("2026-10-12", "2026-10-19"):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counts.append(len(asked))
        concluded(cast, held_on, *bodies, *bodies[:1])

    assert counts[0] == counts[1]
