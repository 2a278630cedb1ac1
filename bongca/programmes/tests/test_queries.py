"""Counting from below, what may be combined, a Ban's report: and no more questions for more."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bongca.core.ui import due_tag
from bongca.offices.actions.bodies import body_for, form_body
from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import give_down
from bongca.programmes.actions.programmes import create_programme
from bongca.programmes.actions.reviewing import exempt
from bongca.programmes.actions.tasks import Assignee
from bongca.programmes.models import Assignment
from bongca.programmes.queries.home import home_tasks
from bongca.programmes.queries.progress import tier_counts
from bongca.programmes.queries.summaries import combining_hints, quick_report
from bongca.programmes.queries.work import board, load_per_officer, own_work
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


def test_progress_is_counted_from_the_copies_below(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    hand_in(actor=cast.actor("lan"), assignment=copy_of(task, cast.dong_tam), result="Xong.")
    exempt(actor=cast.actor("minh"), assignment=copy_of(task, cast.yen_ly), reason="Vừa tách.")

    with django_assert_num_queries(1):
        counts = {one.tier: one for one in tier_counts(cast.actor("mai"), task, cast.central)}
    below = tier_counts(cast.actor("minh"), task, cast.tan_yen)

    assert counts["branch"].words == "1/3 chi hội đã báo kết quả; 2 chưa báo đã nhận"
    assert [(one.tier, one.done, one.total) for one in below] == [("branch", 1, 1)]


def test_what_may_be_combined_is_explained(cast: Cast) -> None:
    def gather(name: str, due: date, **more: Any) -> None:
        make_task(cast, name=name, due_on=due, gathering="conference", **more)

    gather("A", date(2026, 12, 1), place="Bắc Ninh", guests="Bộ Y tế", budget_vnd=50_000_000)
    gather("B", date(2026, 12, 20), place="bắc ninh", budget_vnd=30_000_000)
    gather("C", date(2026, 12, 25), place="Huế", guests="Báo NCT và bộ y tế")
    gather("D", date(2027, 2, 1), place="Bắc Ninh", guests="Bộ Y tế")

    found = combining_hints(cast.actor("mai"))

    assert [(hint.reasons, [g.name for g in hint.gatherings]) for hint in found] == [
        ("cùng mời Bộ Y tế", ["A", "C"]),
        ("cùng ở Bắc Ninh", ["A", "B"]),
    ]
    assert found[0].quarter_words == "quý IV năm 2026"
    assert (found[1].fewer, found[1].most_saved_vnd) == (1, 30_000_000)


def test_the_same_gatherings_are_proposed_once_with_all_reasons(cast: Cast) -> None:
    for name in ("A", "B"):
        make_task(
            cast, name=name, due_on=date(2026, 12, 1), gathering="visit", place="Huế",
            guests="Bộ Y tế, Báo NCT",
        )  # fmt: skip

    found = combining_hints(cast.actor("mai"))

    assert [hint.reasons for hint in found] == ["cùng ở Huế, cùng mời Bộ Y tế, cùng mời Báo NCT"]


def test_a_bans_report_is_drafted_from_its_tasks(cast: Cast) -> None:
    mai = cast.actor("mai")
    office = body_for(mai, cast.central, "office", cast.today)
    to_office = [Assignee(body=office, role="lead")]
    done = make_task(cast, name="Đã làm", assignees=to_office)
    make_task(cast, name="Chậm", due_on=date(2026, 11, 1), assignees=to_office)
    make_task(cast, name="Đang làm", assignees=[*to_office, Assignee(label="Bà Hoa")])
    hand_in(actor=mai, assignment=done.assignments.get(), result="Đã gửi 34 tỉnh.")

    report = quick_report(mai, office, date(2026, 11, 1))

    assert [one.task.name for one in report.done] == ["Đã làm"]
    assert [one.task.name for one in report.doing] == ["Đang làm"]
    assert [one.task.name for one in report.late] == ["Chậm"]
    assert [(one.name, one.open_count, one.late_count) for one in load_per_officer(mai)] == [
        ("Văn phòng", 2, 1),
        ("Bà Hoa", 1, 0),
    ]
    # By topic no person is named.
    assert [one.name for one in load_per_officer(cast.actor("tu"))] == ["Văn phòng"]


@pytest.mark.parametrize("count", [5, 12])
def test_home_asks_the_same_however_much_is_owed(
    cast: Cast, django_assert_num_queries: Any, count: int
) -> None:
    _give_lan(cast, count, due_on=date(2026, 11, 1))

    with django_assert_num_queries(3):
        tasks = home_tasks(cast.actor("lan"))

    assert [task.title for task in tasks[:2]] == ["Việc 0", "Việc 1"]
    assert [(task.title, task.detail) for task in tasks[5:]] == (
        [("Còn 7 nhiệm vụ khác chưa xong", "Cả thảy 12 việc đã quá hạn.")] if count == 12 else []
    )


def test_one_task_of_two_bodies_names_them(cast: Cast, django_assert_num_queries: Any) -> None:
    mai = cast.actor("mai")
    for_both = [
        Assignee(body=form_body(actor=mai, unit=cast.central, kind=kind, on=cast.today, name=name))
        for kind, name in (("office", "Văn phòng"), ("department", "Ban Chăm sóc NCT"))
    ]
    make_task(cast, name="Góp ý dự thảo", assignees=for_both)

    with django_assert_num_queries(3):
        tasks = home_tasks(cast.actor("mai"))

    assert [task.detail for task in tasks] == [
        "Hội Người cao tuổi Việt Nam giao cho Văn phòng.",
        "Hội Người cao tuổi Việt Nam giao cho Ban Chăm sóc NCT.",
    ]
    month = cast.client("mai").get(reverse("programmes:work_month"), {"thang": "2026-12"})
    assert month.content.decode().count('<span class="bc-note">Ban Chăm sóc NCT</span>') == 1


def test_a_liaison_finds_what_his_partner_has_undertaken(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    plan = create_programme(
        actor=cast.actor("mai"), unit=cast.central, kind="joint", name="Kế hoạch phối hợp 2026",
        since=date(2026, 1, 1), partner=cast.partner,
    )  # fmt: skip
    theirs = Assignee(partner=cast.partner, role="lead")
    due = date(2026, 11, 1)
    make_task(cast, name="Việc của bộ", programme=plan, due_on=due, assignees=[theirs])
    ours = Assignee(unit=cast.bac_ninh)
    make_task(cast, name="Việc của Hội", programme=plan, assignees=[ours])

    with django_assert_num_queries(1):
        tasks = home_tasks(cast.actor("liaison"))

    assert [(task.title, task.detail) for task in tasks] == [
        ("Việc của bộ", "Chủ trì, theo Kế hoạch phối hợp 2026.")
    ]
    assert tasks[0].state == due_tag(-21)
    page = cast.client("liaison").get("/").content.decode()
    assert "Việc của bộ" in page
    assert cast.client("liaison").get(tasks[0].url).status_code == 200


def test_the_board_is_one_statement(cast: Cast, django_assert_num_queries: Any) -> None:
    _give_lan(cast, 10)
    lan = cast.actor("lan")
    hand_in(actor=lan, assignment=own_work(lan)[0], result="Xong.")
    received = own_work(lan).filter(state="sent")[:2]
    for state, copy in zip(("doing", "returned"), received, strict=True):
        Assignment.objects.filter(pk=copy.pk).update(state=state)

    with django_assert_num_queries(1):
        columns = board(lan, most=3)

    assert {name: (one.count, len(one.copies)) for name, one in columns.items()} == {
        "chua-nhan": (7, 3), "dang-lam": (2, 2), "da-bao": (1, 1), "da-xong": (0, 0),
    }  # fmt: skip


def test_a_page_reads_no_line_a_second_time(cast: Cast) -> None:
    """What is left out of a line is not fetched for each row after all."""
    mai = cast.client("mai")
    office = body_for(cast.actor("mai"), cast.central, "office", cast.today)
    asked: list[dict[str, int]] = []
    for count in (2, 7):
        for number in range(count):
            to_own = [Assignee(body=office, role="lead"), Assignee(label=f"Bà Hoa {number}")]
            make_task(cast, name=f"Việc {number}", assignees=to_own)
        mai.get("/")
        asked.append({name: _statements(mai, name) for name in ("work_board", "work_list", "home")})

    assert asked[0] == asked[1]


def _statements(client: Client, name: str) -> int:
    url = reverse("portal:home" if name == "home" else f"programmes:{name}")
    with CaptureQueriesContext(connection) as ran:
        answer = client.get(url)
    assert answer.status_code == 200
    return len(ran)


def _give_lan(cast: Cast, count: int, **more: Any) -> None:
    to_lan = [Assignee(unit=cast.dong_tam)]
    for number in range(count):
        make_task(cast, "minh", "tan_yen", name=f"Việc {number}", assignees=to_lan, **more)
