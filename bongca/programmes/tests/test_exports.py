"""Lists leave as Excel as filtered, within scope, never a formula; long ones as a job."""

import io
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from bongca.core.actor import Actor
from bongca.core.jobs import work_off
from bongca.core.models import Attachment, AuditEntry
from bongca.programmes import exports
from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import give_down
from bongca.programmes.models import Task
from bongca.programmes.queries.progress import copies_of_tier
from bongca.programmes.tests.factories import copy_of, make_task
from bongca.programmes.views import exported
from tests.cast import Cast


def lines(content: bytes) -> list[dict[str, Any]]:
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    head, *body = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


@pytest.fixture
def directive(cast: Cast) -> Task:
    task = make_task(cast, name="=HYPERLINK(1) Thăm hỏi")
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    return task


def test_the_places_leave_as_filtered(cast: Cast, directive: Task) -> None:
    hand_in(actor=cast.actor("lan"), assignment=copy_of(directive, cast.dong_tam), result="Xong.")
    url = reverse("programmes:progress_export", args=[directive.pk])

    minh = cast.client("minh")
    owing = lines(minh.post(f"{url}?nhom=chua").content)
    done = lines(minh.post(f"{url}?nhom=da").content)

    assert [one["Đơn vị"] for one in owing] == [cast.yen_ly.name]
    assert [(one["Đơn vị"], one["Kết quả"]) for one in done] == [(cast.dong_tam.name, "Xong.")]
    assert "1 dòng" in minh.get(f"{url}?nhom=da").content.decode()
    entry = AuditEntry.objects.filter(act="programmes.export").latest("at")
    assert entry.changes == {"list": "places", "count": 1}


def test_another_unit_does_not_open_it(cast: Cast, directive: Task) -> None:
    url = reverse("programmes:progress_export", args=[directive.pk])

    assert cast.client("minh").post(f"{url}?don-vi={cast.nha_nam.pk}").status_code == 404


def test_by_topic_no_person_and_no_words_leave(cast: Cast, directive: Task) -> None:
    url = reverse("programmes:progress_export", args=[directive.pk])

    heads = set(lines(cast.client("tu").post(url).content)[0])

    assert not heads & {"Người liên hệ", "Điện thoại", "Kết quả", "Vì sao chậm"}


def test_own_work_and_given_tasks_leave_as_filtered(cast: Cast, directive: Task) -> None:
    make_task(cast, "minh", "tan_yen", name="Rà soát quỹ")
    minh = cast.client("minh")

    own = lines(minh.post(reverse("programmes:work_export") + "?nhom=chua-nhan").content)
    none = lines(minh.post(reverse("programmes:work_export") + "?nhom=da-xong").content)
    given = lines(minh.post(reverse("programmes:task_export")).content)

    assert [one["Nhiệm vụ"] for one in own] == [directive.name]
    assert [one["Nhiệm vụ"] for one in none] == ["Không có dòng nào"]
    assert [(one["Nhiệm vụ"], one["Được giao"]) for one in given] == [("Rà soát quỹ", 0)]


def test_a_text_is_never_a_formula(cast: Cast, directive: Task) -> None:
    content = cast.client("minh").post(reverse("programmes:work_export")).content

    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_long_list_is_written_in_the_background(
    cast: Cast, directive: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exported, "AT_ONCE", 1)
    monkeypatch.setattr(exports, "CHUNK", 2)
    hoa = cast.client("hoa")
    url = reverse("programmes:progress_export", args=[directive.pk]) + "?nhom=chua"
    assert "máy ghi dần" in hoa.get(url).content.decode()

    answer = hoa.post(url)
    work_off()

    state = hoa.get(answer["Location"]).content.decode()
    file = Attachment.objects.get(purpose="programmes.export")
    path = reverse("core:attachment", args=[file.pk])
    assert path in state
    sent = hoa.get(path)
    content = sent.getvalue()
    assert [one["STT"] for one in lines(content)] == [1, 2, 3]
    assert cast.client("mai").get(path).status_code != 200
    assert cast.client("mai").get(answer["Location"]).status_code == 404


def test_a_list_that_is_too_long_says_so(
    cast: Cast, directive: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exported, "AT_ONCE", 0)

    answer = cast.client("minh").post(reverse("programmes:work_export"))

    assert answer.status_code == 422
    assert "Xin lọc bớt" in answer.content.decode()


def test_slices_join_without_a_gap(
    cast: Cast, directive: Task, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(exports, "CHUNK", 1)
    system = Actor.system(cast.today)
    rows = copies_of_tier(system, directive, cast.central, "commune")

    read = [copy.pk for chunk in exports.in_chunks(rows) for copy in chunk]

    assert read == list(rows.values_list("pk", flat=True))
    monkeypatch.setattr(exports, "CHUNK", 100)
    with django_assert_num_queries(3):
        list(exports.place_records(cast.actor("hoa"), rows))
