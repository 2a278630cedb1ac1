"""The pages of tasks, each in the role concerned."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import cascade, give_down
from bongca.programmes.actions.programmes import create_programme, set_target
from bongca.programmes.actions.reviewing import request_extension
from bongca.programmes.actions.tasks import Assignee
from bongca.programmes.models import Programme, Task
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


def url(name: str, *args: Any) -> str:
    return reverse(f"programmes:{name}", args=args)


def seen(client: Client, name: str, *args: Any, query: str = "") -> str:
    answer = client.get(url(name, *args) + query)
    assert answer.status_code == 200, (name, answer.status_code)
    return str(answer.content.decode())


@pytest.fixture
def directive(cast: Cast) -> Task:
    """Central's task, given down to every chi hội."""
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    return task


def test_the_ways_to_look_at_a_units_work(cast: Cast, directive: Task) -> None:
    lan = cast.client("lan")

    for name in ("work_list", "work_board", "work_month", "work_week", "task_list"):
        seen(lan, name)
    assert directive.name in seen(lan, "work_list", query="?q=quà&nhom=chua-nhan&vai=implement")
    assert directive.name in seen(lan, "work_month", query="?thang=2026-12")
    assert "tháng Mười" in seen(lan, "work_month", query="?thang=2026-12")
    assert "Không có việc nào như vậy" in seen(lan, "work_list", query="?rieng=cham")
    for name in ("work_load", "combining", "quick_report"):
        seen(cast.client("minh"), name)


def test_a_chi_hoi_answers_in_two_presses(cast: Cast, directive: Task) -> None:
    lan, copy = cast.client("lan"), copy_of(directive, cast.dong_tam)
    assert "Báo đã nhận" in seen(lan, "copy_detail", copy.pk)

    first = lan.post(url("copy_receive", copy.pk))
    photo = SimpleUploadedFile("anh.jpg", b"\xff\xd8\xff\xe0 anh", "image/jpeg")
    second = lan.post(url("copy_hand_in", copy.pk), {"result": "Đã thăm 12 cụ.", "file": photo})

    assert (first.status_code, second.status_code) == (303, 303)
    copy.refresh_from_db()
    assert copy.state == "handed_in"
    page = seen(cast.client("minh"), "copy_detail", copy.pk)
    assert "Công nhận kết quả" in page
    assert "anh.jpg" in page
    file = copy.evidence.get().attachment
    assert cast.client("minh").get(reverse("core:attachment", args=[file.pk])).status_code == 200
    assert cast.client("tu").get(reverse("core:attachment", args=[file.pk])).status_code != 200
    assert cast.client("lan2").get(reverse("core:attachment", args=[file.pk])).status_code != 200


def test_a_result_without_words_keeps_the_page(cast: Cast, directive: Task) -> None:
    copy = copy_of(directive, cast.dong_tam)

    answer = cast.client("lan").post(url("copy_hand_in", copy.pk), {"result": ""})

    assert answer.status_code == 422
    assert "Xin ghi kết quả đã làm" in answer.content.decode()


def test_a_wrong_file_says_what_to_do(cast: Cast, directive: Task) -> None:
    copy = copy_of(directive, cast.dong_tam)
    file = SimpleUploadedFile("anh.jpg", b"MZ chuong trinh", "image/jpeg")

    answer = cast.client("lan").post(
        url("copy_hand_in", copy.pk), {"result": "Xong.", "file": file}
    )

    assert answer.status_code == 422
    assert "Xin chọn tệp khác" in answer.content.decode()


def test_the_giver_judges_returns_and_answers(cast: Cast, directive: Task) -> None:
    copy, minh = copy_of(directive, cast.dong_tam), cast.client("minh")
    asked = request_extension(
        actor=cast.actor("lan"), assignment=copy, wanted_on=date(2027, 1, 20), reason="Mưa."
    )
    assert "Mưa." in seen(minh, "judge_list")
    minh.post(url("extension_answer", asked.pk), {"granted": "co", "answer": ""})
    hand_in(actor=cast.actor("lan"), assignment=copy, result="Xong.")
    assert "Xong." in seen(minh, "judge_list")

    assert minh.post(url("copy_return", copy.pk), {"reason": ""}).status_code == 422
    assert minh.post(url("copy_return", copy.pk), {"reason": "Thiếu ảnh."}).status_code == 303
    hand_in(actor=cast.actor("lan"), assignment=copy, result="Xong, có ảnh.")
    assert minh.post(url("copy_accept", copy.pk)).status_code == 303

    copy.refresh_from_db()
    assert (copy.state, copy.due_on) == ("accepted", date(2027, 1, 20))


def test_a_task_is_worded_and_given_on_two_pages(cast: Cast) -> None:
    mai = cast.client("mai")
    said = {"name": "Rà soát quỹ", "due_said": "quý I", "source_kind": "conclusion"}

    worded = mai.post(url("task_add"), said)
    task = Task.objects.get()
    assert worded["Location"].endswith(url("task_give", task.pk))
    seen(mai, "task_give", task.pk)
    given = mai.post(
        url("task_give", task.pk),
        {
            "to": "all:commune",
            "persons": [str(cast.tu.pk)],
            "partners": [str(cast.grants["liaison"].partner_id)],
        },
    )

    assert given.status_code == 303
    assert task.assignments.count() == 2 + 4 + 2
    assert task.due_on == date(2027, 3, 31)


def test_nothing_chosen_is_said(cast: Cast) -> None:
    task = make_task(cast)

    answer = cast.client("mai").post(url("task_give", task.pk), {"to": "none"})

    assert answer.status_code == 422
    assert "Xin chọn giao cho ai" in answer.content.decode()


def test_some_units_below_are_picked(cast: Cast, directive: Task) -> None:
    task = make_task(cast, "hoa", "bac_ninh")
    answer = cast.client("hoa").post(
        url("task_give", task.pk), {"to": "some", "units": [str(cast.tan_yen.pk)]}
    )
    copy = copy_of(task, cast.tan_yen)

    assert answer.status_code == 303
    seen(cast.client("minh"), "copy_cascade", copy.pk)
    posted = {"to": "all:branch", "due_on": "20/12/2026", "addition": "Gửi ảnh."}
    assert cast.client("minh").post(url("copy_cascade", copy.pk), posted).status_code == 303
    page = seen(cast.client("lan"), "copy_detail", copy_of(task, cast.dong_tam).pk)
    assert "Gửi ảnh." in page
    assert "Hội NCT thành phố Bắc Ninh" in page


def test_who_has_not_is_opened_a_tier_at_a_time(cast: Cast, directive: Task) -> None:
    hand_in(actor=cast.actor("hoa2"), assignment=copy_of(directive, cast.hai_phong), result="Xong.")
    mai = cast.client("mai")

    top = seen(mai, "task_progress", directive.pk)
    below = seen(mai, "task_progress", directive.pk, query=f"?don-vi={cast.bac_ninh.pk}")

    assert "1/2 tỉnh, thành phố đã báo kết quả" in top
    assert "Bắc Ninh" in top
    assert "Hội NCT thành phố Hải Phòng" not in top
    assert "Hội NCT xã Tân Yên" in below
    seen(mai, "task_detail", directive.pk)
    seen(cast.client("tu"), "task_progress", directive.pk)
    outside = cast.client("minh").get(
        url("task_progress", directive.pk) + f"?don-vi={cast.hai_phong.pk}"
    )
    assert outside.status_code == 404


def test_a_task_is_ended_and_made_anew_for_the_next_year(cast: Cast) -> None:
    task = make_task(
        cast, "minh", "tan_yen", name="Tổng kết năm 2026", repeats="yearly",
        assignees=[Assignee(unit=cast.dong_tam)],
    )  # fmt: skip
    minh = cast.client("minh")
    seen(minh, "task_repeat", task.pk)

    assert minh.post(url("task_repeat", task.pk)).status_code == 303
    fresh = Task.objects.get(copied_from=task)
    assert (fresh.name, fresh.due_on) == ("Tổng kết năm 2027", date(2027, 12, 31))
    assert copy_of(fresh, cast.dong_tam).state == "sent"
    again = minh.get(url("task_detail", task.pk)).content.decode()
    assert url("task_detail", fresh.pk) in again
    assert url("task_repeat", task.pk) not in again
    assert url("task_detail", task.pk) in minh.get(url("task_detail", fresh.pk)).content.decode()
    seen(minh, "task_end", task.pk, "rut")
    assert minh.post(url("task_end", task.pk, "ket-thuc")).status_code == 303


def joint_plan(cast: Cast) -> Programme:
    programme = create_programme(
        actor=cast.actor("mai"), unit=cast.central, kind="joint", name="Khám mắt cho NCT",
        since=date(2026, 1, 1), until=date(2027, 1, 1), partner=cast.partner,
        own_part="Lập danh sách.", partner_part="Khám.", budget_vnd=2_000_000_000,
    )  # fmt: skip
    set_target(
        actor=cast.actor("mai"), programme=programme, words="Người được khám", value=1000,  # type: ignore[arg-type]  # as typed
    )  # fmt: skip
    return programme


def test_a_liaison_sees_the_joint_plan_and_nothing_else(cast: Cast, directive: Task) -> None:
    programme = joint_plan(cast)
    shared = make_task(
        cast, name="Tổ chức khám", programme=programme,
        assignees=[Assignee(unit=cast.bac_ninh), Assignee(label="Bà Hoa")],
    )  # fmt: skip
    liaison = cast.client("liaison")

    assert programme.name in seen(liaison, "programme_list")
    assert "Tổ chức khám" in seen(liaison, "programme_detail", programme.pk)
    page = seen(liaison, "task_detail", shared.pk)
    assert "Hội NCT thành phố Bắc Ninh" in page
    assert "Bà Hoa" not in page
    copy = copy_of(shared, cast.bac_ninh)
    hand_in(actor=cast.actor("hoa"), assignment=copy, result="Bà Mận đã khám.")
    state = seen(liaison, "copy_detail", copy.pk)
    assert "Đã báo kết quả" in state
    assert "Bà Mận" not in state
    assert "Bà Mận" not in seen(cast.client("tu"), "copy_detail", copy.pk)
    assert liaison.get(url("task_detail", directive.pk)).status_code == 404
    assert liaison.get(url("work_list")).status_code == 403


def test_an_officer_of_a_field_sees_a_task_of_his_own(cast: Cast) -> None:
    mine = make_task(cast, assignees=[Assignee(user=cast.tu), Assignee(user=cast.mai)])
    tu = cast.client("tu")
    copy = mine.assignments.get(user_id=cast.tu.pk)

    assert mine.name in tu.get("/").content.decode()
    assert tu.post(url("copy_hand_in", copy.pk), {"result": "Xong."}).status_code == 303
    assert "Xong." in seen(tu, "copy_detail", copy.pk)
    other = mine.assignments.get(user_id=cast.mai.pk)
    assert tu.get(url("copy_detail", other.pk)).status_code == 404


def test_a_programme_on_one_page(cast: Cast) -> None:
    programme = joint_plan(cast)
    mai = cast.client("mai")
    make_task(cast, programme=programme, is_key=True)

    page = seen(cast.client("binh"), "programme_detail", programme.pk)

    assert "0/1 nhiệm vụ đã xong" in page
    assert "Quý IV năm 2026" in page
    assert "2.000.000.000" in page
    for name in ("target_add", "programme_review"):
        seen(mai, name, programme.pk)
    answer = mai.post(
        url("programme_review", programme.pk),
        {"review": "Đạt 80%.", "on": "20/11/2026", "version": "1"},
    )
    assert answer.status_code == 303


def test_a_programme_is_laid_down(cast: Cast) -> None:
    mai = cast.client("mai")
    seen(mai, "programme_add")

    wrong = mai.post(url("programme_add"), {"kind": "joint", "name": "X", "since": "01/01/2027"})
    right = mai.post(url("programme_add"), {"kind": "plan", "name": "X", "since": "01/01/2027"})

    assert (wrong.status_code, right.status_code) == (422, 303)
    assert "Xin chọn đơn vị cùng phối hợp" in wrong.content.decode()


def test_home_names_five_and_counts_the_rest(cast: Cast) -> None:
    for number in range(8):
        make_task(
            cast, "minh", "tan_yen", name=f"Việc thứ {number}",
            assignees=[Assignee(unit=cast.dong_tam)],
        )  # fmt: skip

    page = cast.client("lan").get("/").content.decode()

    assert "Việc thứ 0" in page
    assert "Còn 3 nhiệm vụ khác chưa xong" in page


@pytest.mark.parametrize("copies", [1, 3])
def test_the_questions_do_not_grow_with_the_work(
    cast: Cast, copies: int, django_assert_max_num_queries: Any
) -> None:
    for number in range(copies):
        task = make_task(cast, name=f"Việc {number}")
        give_down(actor=cast.actor("mai"), task=task)
        cascade(actor=cast.actor("hoa"), assignment=copy_of(task, cast.bac_ninh))
    hoa = cast.client("hoa")
    hoa.get("/")

    for name, most in (("work_list", 25), ("work_board", 28), ("task_list", 25)):
        with django_assert_max_num_queries(most):
            hoa.get(url(name))


def test_the_sheet_of_two_weeks_holds_what_fits_and_says_what_is_left(cast: Cast) -> None:
    for number in range(12):
        make_task(
            cast, "minh", "tan_yen", name=f"Việc {number:02}", due_on=cast.today,
            assignees=[Assignee(unit=cast.dong_tam)],
        )  # fmt: skip
    late = make_task(
        cast, "minh", "tan_yen", name="Việc chậm", due_on=date(2026, 11, 1),
        assignees=[Assignee(unit=cast.dong_tam)],
    )  # fmt: skip

    page = seen(cast.client("lan"), "work_week")

    assert page.index(late.name) < page.index("Việc 00")
    assert "01/11/2026, quá hạn" in page
    assert ("Việc 08" in page, "Việc 09" in page) == (True, False)
    assert "Còn 3 việc nữa không in vừa một tờ" in page
