"""Pages of tasks for everybody: full, empty, in error, with the longest names."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bongca.core.models import Installation
from bongca.offices.actions.bodies import body_for
from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import give_down
from bongca.programmes.actions.editing import edit_programme, edit_task
from bongca.programmes.actions.milestones import (
    add_milestone,
    finish_milestone,
    take_milestone,
)
from bongca.programmes.actions.programmes import create_programme, set_target
from bongca.programmes.actions.reviewing import request_extension
from bongca.programmes.actions.tasks import Assignee
from bongca.programmes.models import Programme, Task
from bongca.programmes.tests.factories import copy_of, make_task
from tests.browsing import Visit

pytestmark = pytest.mark.browser
LONGEST = "Hội Người cao tuổi liên xã Thượng Kiệm, Kim Chính và các thôn Đông Khánh Thượng Cầu"


@pytest.fixture
def plan(visit: Visit) -> Programme:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})
    cast = visit.cast
    cast.nha_nam.name = LONGEST
    cast.nha_nam.save(update_fields=["name"])
    plan = create_programme(
        actor=cast.actor("mai"), unit=cast.central, kind="joint", since=cast.today,
        name="Kế hoạch phối hợp khám mắt cho người cao tuổi", partner=cast.partner,
        own_part="Lập danh sách người cần khám.", partner_part="Khám và cấp thuốc.",
        budget_vnd=2_000_000_000,
    )  # fmt: skip
    set_target(actor=cast.actor("mai"), programme=plan, words="Người được khám")
    return plan


@pytest.fixture
def task(visit: Visit, plan: Programme) -> Task:
    """A directive of Central's at work in every chi hội."""
    cast = visit.cast
    office = body_for(cast.actor("mai"), cast.central, "office", cast.today)
    task = make_task(
        cast, programme=plan, due_on=cast.today + timedelta(days=9), is_key=True,
        words="Mỗi chi hội thăm người cao tuổi cô đơn.", source_kind="conclusion",
        source_words="Giao Văn phòng chủ trì.", gathering="visit", place="Bắc Ninh",
        guests="Bộ Y tế, Báo Người cao tuổi", budget_vnd=30_000_000, repeats="yearly",
        assignees=[Assignee(body=office, role="lead"), Assignee(label="Bà Nguyễn Thị Hoa")],
    )  # fmt: skip
    make_task(
        cast, name="Hội nghị biểu dương", due_on=cast.today + timedelta(days=20),
        gathering="conference", place="Bắc Ninh", guests="Bộ Y tế", budget_vnd=90_000_000,
    )  # fmt: skip
    give_down(actor=cast.actor("mai"), task=task, down_to="branch")
    hand_in(actor=cast.actor("lan2"), assignment=copy_of(task, cast.yen_ly), result="Thăm 9 cụ.")
    request_extension(
        actor=cast.actor("lan"), assignment=copy_of(task, cast.dong_tam),
        wanted_on=cast.today + timedelta(days=30), reason="Mưa to, đường ngập.",
    )  # fmt: skip
    return task


@pytest.fixture
def mended(visit: Visit, task: Task, plan: Programme) -> Task:
    """The directive with parts counted by themselves, mended after it was given."""
    cast = visit.cast
    held, paper = (
        add_milestone(actor=cast.actor("mai"), task=task, name=name, is_for_all=is_for_all)
        for name, is_for_all in (("Tổ chức hội nghị", True), ("Tham luận", False))
    )
    copy = copy_of(task, cast.bac_ninh)
    finish_milestone(actor=cast.actor("hoa"), assignment=copy, milestone=held)
    take_milestone(actor=cast.actor("hoa"), assignment=copy, milestone=paper)
    hand_in(actor=cast.actor("mai"), assignment=copy, result="Tỉnh báo qua điện thoại.")
    edit_task(actor=cast.actor("mai"), task=task, said={"words": "Thêm quà."}, version=1)
    edit_programme(
        actor=cast.actor("mai"), programme=plan, said={"people": "Ông Bình chỉ đạo"},
        since=cast.today, version=plan.version,
    )  # fmt: skip
    return task


def look_at(visit: Visit, places: list[tuple[str, str]]) -> str:
    faults = []
    for who, path in places:
        visit.sign_in(who).open(f"/nhiem-vu/{path}")
        faults += [f"{who} {path} {fault}" for fault in visit.faults_at_every_width()]
    return "\n".join(faults)


def test_pages_before_anything_is_given(visit: Visit) -> None:
    names = ("", "bang/", "lich/", "tuan/", "khoi-luong/", "ket-hop/", "bao-cao-nhanh/", "da-giao/")
    places = [("mai", name) for name in (*names, "cho-xem/", "chuong-trinh/", "giao-viec/")]

    assert look_at(visit, places) == ""


def test_pages_of_a_directive_at_work(visit: Visit, task: Task, plan: Programme) -> None:
    cast = visit.cast
    names = ("", "bang/", "lich/", "tuan/")
    places = [("lan", name) for name in names]
    places += [("mai", name) for name in ("khoi-luong/", "ket-hop/", "bao-cao-nhanh/", "da-giao/")]
    places += [
        ("lan", f"viec/{copy_of(task, cast.dong_tam).pk}/"),
        ("minh", f"viec/{copy_of(task, cast.yen_ly).pk}/"),
        ("hoa", f"viec/{copy_of(task, cast.bac_ninh).pk}/giao-xuong/"),
        ("minh", "cho-xem/"),
        ("mai", f"{task.pk}/"),
        ("mai", f"{task.pk}/tien-do/"),
        ("mai", f"{task.pk}/tien-do/?don-vi={cast.bac_ninh.pk}"),
        ("mai", f"{task.pk}/giao-cho/"),
        ("mai", f"{task.pk}/nam-sau/"),
        ("binh", f"chuong-trinh/{plan.pk}/"),
        ("mai", f"chuong-trinh/{plan.pk}/chi-tieu/"),
        ("mai", f"chuong-trinh/{plan.pk}/nhin-lai/"),
        ("mai", "chuong-trinh/them/"),
        ("liaison", "chuong-trinh/"),
        ("liaison", f"{task.pk}/"),
    ]

    assert look_at(visit, places) == ""


def test_pages_of_what_was_mended(visit: Visit, mended: Task, plan: Programme) -> None:
    cast, part = visit.cast, mended.milestones.get(is_for_all=False)
    target = set_target(actor=cast.actor("mai"), programme=plan, words="Số quỹ", value=Decimal(3))
    places = [
        ("mai", f"{mended.pk}/"),
        ("mai", f"{mended.pk}/sua/"),
        ("mai", f"{mended.pk}/phan-viec/"),
        ("mai", f"{mended.pk}/tien-do/?phan={part.pk}&nhom=chua"),
        ("mai", f"{mended.pk}/tien-do/xuat/"),
        ("mai", "xuat/"),
        ("mai", f"viec/{copy_of(mended, cast.bac_ninh).pk}/"),
        ("hoa2", f"viec/{copy_of(mended, cast.hai_phong).pk}/"),
        ("mai", f"chuong-trinh/{plan.pk}/"),
        ("mai", f"chuong-trinh/{plan.pk}/sua/"),
        ("mai", f"chuong-trinh/chi-tieu/{target.pk}/"),
    ]

    assert look_at(visit, places) == ""


def test_small_pages_of_one_copy(visit: Visit, task: Task) -> None:
    cast = visit.cast
    copy = f"viec/{copy_of(task, cast.an_thuong).pk}"
    places = [("minh3", f"{copy}/{name}/") for name in ("tien-do", "minh-chung", "lui-han", "mien")]

    assert look_at(visit, places) == ""
