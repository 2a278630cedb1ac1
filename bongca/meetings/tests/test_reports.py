"""A Ban's quick report: drafted from its tasks, shown beside them, with figures that open."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bongca.meetings.actions.meetings import record_report
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.models import Meeting
from bongca.meetings.queries.reports import drafted_words, since_of, tasks_behind
from bongca.meetings.tests.factories import add_bodies, add_meeting, call_units, conclude
from bongca.offices.models import Body
from bongca.programmes.models import Assignment
from tests.cast import TODAY, Cast


@pytest.fixture
def body(cast: Cast) -> Body:
    """A Ban with a task of each kind, from the conclusions of an earlier meeting."""
    body = add_bodies(cast)["Ban Chăm sóc NCT"]
    before = add_meeting(cast, name="Họp giao ban tháng 10", held_on=TODAY - timedelta(days=33))
    for words, deadline in (
        ("Rà soát thẻ hội viên.", "ngày 15/11"),
        ("Chuẩn bị hội nghị.", "ngày 20/12"),
        ("In tài liệu.", "ngày 20/12"),
    ):
        conclude(cast, before, words, lead=body, deadline=deadline)
    publish_notice(actor=cast.actor("binh"), meeting=before)
    done = Assignment.objects.get(task__name="In tài liệu")
    done.state, done.handed_in_on, done.result = "accepted", TODAY, "Đã in 200 bộ."
    done.save()
    return body


def this_meeting(cast: Cast) -> Meeting:
    return add_meeting(cast, held_on=TODAY)


def test_the_report_is_drafted_from_the_tasks_since_the_meeting_before(
    cast: Cast, body: Body
) -> None:
    meeting = this_meeting(cast)
    mai = cast.actor("mai")
    since = since_of(meeting, TODAY)

    behind = tasks_behind(mai, meeting, body)

    assert behind is not None
    assert since == TODAY - timedelta(days=33)
    assert drafted_words(behind, since).splitlines() == [
        "Từ ngày 20/10/2026 đến nay:",
        "Đã xong 1 việc:",
        "- In tài liệu (Đã in 200 bộ).",
        "Đang làm 1 việc:",
        "- Chuẩn bị hội nghị (hạn 20/12/2026).",
        "Quá hạn 1 việc:",
        "- Rà soát thẻ hội viên (hạn 15/11/2026).",
    ]


def test_the_form_offers_each_ban_and_fills_itself(cast: Cast, body: Body) -> None:
    url = reverse("meetings:report_add", args=[this_meeting(cast).pk])
    client = cast.client("mai")

    assert f'href="?ban={body.pk}"' in client.get(url).content.decode()
    filled = client.get(url, {"ban": body.pk}).content.decode()

    assert 'value="Ban Chăm sóc NCT"' in filled
    assert "- Rà soát thẻ hội viên (hạn 15/11/2026)." in filled


def test_the_page_of_a_report_leads_to_every_task_behind_it(cast: Cast, body: Body) -> None:
    meeting = this_meeting(cast)
    report = record_report(
        actor=cast.actor("mai"), meeting=meeting, said_by=body.name, text="Cơ bản đúng hạn.",
        body=body,
    )  # fmt: skip

    page = cast.client("binh").get(reverse("meetings:report_detail", args=[report.pk]))

    html = page.content.decode()
    for words in ("Quá hạn: 1 việc", "Đang làm: 1 việc", "Đã xong: 1 việc", "Cơ bản đúng hạn."):
        assert words in html
    for copy in Assignment.objects.filter(body=body):
        assert reverse("programmes:copy_detail", args=[copy.pk]) in html


def test_those_invited_read_the_words_and_not_the_tasks(cast: Cast, body: Body) -> None:
    meeting = this_meeting(cast)
    call_units(cast, meeting, "bac_ninh")
    report = record_report(
        actor=cast.actor("mai"), meeting=meeting, said_by=body.name, text="Cơ bản đúng hạn.",
        body=body,
    )  # fmt: skip

    html = (
        cast.client("hoa").get(reverse("meetings:report_detail", args=[report.pk])).content.decode()
    )

    assert "Cơ bản đúng hạn." in html
    assert "Quá hạn" not in html
