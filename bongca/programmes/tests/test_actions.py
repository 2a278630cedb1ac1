"""A task given, received, handed in, judged; a later day asked for and answered."""

from datetime import date
from typing import Any

import pytest
from django.http import Http404

from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.models import AuditEntry
from bongca.offices.actions.bodies import body_for
from bongca.programmes.actions.carrying import EvidenceFile, hand_in, receive, report_progress
from bongca.programmes.actions.programmes import create_programme
from bongca.programmes.actions.reviewing import (
    accept,
    answer_extension,
    exempt,
    request_extension,
    return_,
)
from bongca.programmes.actions.tasks import Assignee, give_task
from bongca.programmes.models import Assignment, AssignmentEvent
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast

PHOTO = b"\xff\xd8\xff\xe0 mot tam anh"


def given(cast: Cast, **more: Any) -> Assignment:
    """Minh's task, given to Lan's chi hội."""
    assignees = [Assignee(unit=cast.dong_tam)]
    task = make_task(cast, "minh", "tan_yen", assignees=assignees, **more)
    return copy_of(task, cast.dong_tam)


def test_a_deadline_is_kept_as_said_and_as_days(cast: Cast) -> None:
    task = make_task(cast, due_on=None, due_said="quý IV")

    assert task.due_said == "quý IV"
    assert (task.due_since, task.due_on) == (date(2026, 10, 1), date(2026, 12, 31))


def test_a_task_goes_to_bodies_partners_and_persons_too(cast: Cast) -> None:
    office = body_for(cast.actor("mai"), cast.central, "office", cast.today)
    task = make_task(
        cast,
        assignees=[
            Assignee(body=office, role="lead"),
            Assignee(partner=cast.partner, role="cooperate"),
            Assignee(user=cast.tu, label="Trần Anh Tú, Ban Chăm sóc NCT"),
            Assignee(label="Bà Nguyễn Thị Hoa"),
        ],
    )

    said = {one.assignee: one.role for one in task.assignments.select_related("body", "partner")}
    assert said == {
        "Văn phòng": "lead",
        "Bộ Y tế": "cooperate",
        "Trần Anh Tú, Ban Chăm sóc NCT": "implement",
        "Bà Nguyễn Thị Hoa": "implement",
    }


def test_an_assignee_is_exactly_one(cast: Cast) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        make_task(cast, assignees=[Assignee(unit=cast.bac_ninh, label="Bà Hoa")])


def test_nobody_gives_a_task_elsewhere(cast: Cast) -> None:
    with pytest.raises(Http404):
        make_task(cast, "minh", "nha_nam")
    with pytest.raises(Http404):
        make_task(cast, "minh", "tan_yen", assignees=[Assignee(unit=cast.nha_nam)])
    with pytest.raises(NotAllowed):
        make_task(cast, "tu")


def test_a_unit_gets_a_task_once(cast: Cast) -> None:
    copy = given(cast)

    with pytest.raises(DomainError, match="assignment_given_once"):
        give_task(
            actor=cast.actor("minh"), task=copy.task, assignees=[Assignee(unit=cast.dong_tam)]
        )


def test_the_thread_of_one_copy(cast: Cast) -> None:
    copy, lan, minh = given(cast), cast.actor("lan"), cast.actor("minh")

    receive(actor=lan, assignment=copy)
    receive(actor=lan, assignment=copy)
    report_progress(actor=lan, assignment=copy, words="Đã lập danh sách", percent=40)
    photo = EvidenceFile("tang-qua.jpg", len(PHOTO), [PHOTO])
    hand_in(actor=lan, assignment=copy, result="Đã thăm 12 cụ.", files=[photo])
    return_(actor=minh, assignment=copy, reason="Xin ghi tên các cụ.")
    hand_in(actor=lan, assignment=copy, result="Đã thăm 12 cụ, có danh sách.")
    done = accept(actor=minh, assignment=copy)

    assert (done.state, done.result, done.handed_in_on) == (
        "accepted", "Đã thăm 12 cụ, có danh sách.", cast.today,
    )  # fmt: skip
    kinds = AssignmentEvent.objects.filter(assignment=copy).order_by("pk")
    assert list(kinds.values_list("kind", flat=True)) == [
        "received", "progress", "handed_in", "returned", "handed_in", "accepted",
    ]  # fmt: skip
    assert copy.evidence.get().attachment.content_type == "image/jpeg"
    acts = AuditEntry.objects.filter(object_id=str(copy.pk)).order_by("pk")
    assert acts.count() == 6


def test_handing_in_says_received_too(cast: Cast) -> None:
    copy = hand_in(actor=cast.actor("lan"), assignment=given(cast), result="Đã làm xong.")

    assert copy.received_at is not None
    assert copy.received_by_label.startswith("Vũ Thị Lan")


def test_a_file_that_is_no_evidence_is_refused_and_nothing_is_handed_in(cast: Cast) -> None:
    copy = given(cast)

    with pytest.raises(DomainError, match="file_kind"):
        hand_in(
            actor=cast.actor("lan"), assignment=copy, result="Xong.",
            files=[EvidenceFile("anh.jpg", 2, [b"MZ"])],
        )  # fmt: skip
    copy.refresh_from_db()
    assert copy.state == "sent"


def test_who_may_not(cast: Cast) -> None:
    copy = given(cast)

    with pytest.raises(Http404):
        receive(actor=cast.actor("lan2"), assignment=copy)
    with pytest.raises(NotAllowed):
        receive(actor=cast.actor("hoa"), assignment=copy)
    hand_in(actor=cast.actor("lan"), assignment=copy, result="Xong.")
    with pytest.raises(NotAllowed):
        accept(actor=cast.actor("lan"), assignment=copy)
    with pytest.raises(NotAllowed):
        accept(actor=cast.actor("hoa"), assignment=copy)


def test_the_giver_writes_for_a_branch_on_paper(cast: Cast) -> None:
    copy = hand_in(actor=cast.actor("minh"), assignment=given(cast), result="Chi hội báo miệng.")

    assert copy.received_by_label.startswith("Nguyễn Văn Minh")


def test_the_second_writer_is_told(cast: Cast) -> None:
    copy = given(cast)
    receive(actor=cast.actor("lan"), assignment=copy)

    with pytest.raises(Changed):
        hand_in(actor=cast.actor("lan"), assignment=copy, result="Xong.", version=1)


def test_a_later_day_is_asked_for_and_granted(cast: Cast) -> None:
    copy, lan, minh = given(cast), cast.actor("lan"), cast.actor("minh")
    asked = request_extension(
        actor=lan, assignment=copy, wanted_on=date(2027, 1, 15), reason="Mưa lũ."
    )

    with pytest.raises(DomainError, match="extension_asked_once"):
        request_extension(actor=lan, assignment=copy, wanted_on=date(2027, 1, 20), reason="Nữa.")
    answer_extension(actor=minh, request=asked, is_granted=True, answer="Đồng ý.")

    copy.refresh_from_db()
    assert copy.due_on == date(2027, 1, 15)
    with pytest.raises(DomainError, match="answered"):
        answer_extension(actor=minh, request=asked, is_granted=False)


def test_a_refused_extension_leaves_the_day(cast: Cast) -> None:
    copy = given(cast)
    asked = request_extension(
        actor=cast.actor("lan"), assignment=copy, wanted_on=date(2027, 1, 15), reason="Bận."
    )

    answer_extension(actor=cast.actor("minh"), request=asked, is_granted=False)

    copy.refresh_from_db()
    assert copy.due_on == date(2026, 12, 31)


def test_an_exempted_copy_is_owed_no_more(cast: Cast) -> None:
    copy = exempt(actor=cast.actor("minh"), assignment=given(cast), reason="Chi hội vừa tách.")

    with pytest.raises(DomainError, match="not_open"):
        hand_in(actor=cast.actor("lan"), assignment=copy, result="Xong.")


def test_a_joint_plan_names_its_partner(cast: Cast) -> None:
    with pytest.raises(DomainError, match="partner"):
        create_programme(
            actor=cast.actor("mai"), unit=cast.central, kind="joint", name="Phối hợp",
            since=date(2026, 1, 1),
        )  # fmt: skip
