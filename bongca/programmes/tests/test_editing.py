"""Mending what was worded: both wordings are kept, copies keep their day, each is told once."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse

from bongca.accounts.models import Notice
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.jobs import work_off
from bongca.core.models import AuditEntry
from bongca.programmes.actions import editing
from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import cascade, give_down
from bongca.programmes.actions.editing import (
    drop_target,
    edit_programme,
    edit_target,
    edit_task,
    tell_change,
)
from bongca.programmes.actions.programmes import create_programme, set_target
from bongca.programmes.actions.tasks import end_task
from bongca.programmes.models import Programme, Revision, Task
from bongca.programmes.tests.factories import DUE, NAME, copy_of, make_task
from tests.cast import Cast

NEW = "Thăm, tặng quà người cao tuổi dịp Tết và ngày 6/6"


@pytest.fixture
def task(cast: Cast) -> Task:
    """The commune's task, at its two chi hội."""
    task = make_task(cast, "minh", "tan_yen")
    give_down(actor=cast.actor("minh"), task=task)
    return task


@pytest.fixture
def plan(cast: Cast) -> Programme:
    return create_programme(
        actor=cast.actor("mai"), unit=cast.central, kind="annual", name="Chương trình 2026",
        since=date(2026, 1, 1), until=date(2026, 12, 31),
    )  # fmt: skip


def test_both_wordings_are_kept(cast: Cast, task: Task) -> None:
    said = {"name": NEW, "due_said": "15/12/2026", "is_key": True}

    mended = edit_task(actor=cast.actor("minh"), task=task, said=said, version=task.version)

    assert (mended.name, mended.due_on, mended.version) == (NEW, date(2026, 12, 15), 2)
    revision = Revision.objects.get(task=task)
    assert revision.changes == [
        ["Nhiệm vụ", NAME, NEW],
        ["Nhiệm vụ trọng tâm", "Không", "Có"],
        ["Hạn", "31/12/2026", "15/12/2026"],
    ]
    assert AuditEntry.objects.filter(act="programmes.edit_task").count() == 1


def test_a_copy_keeps_the_day_it_was_given_and_shows_the_change(cast: Cast, task: Task) -> None:
    copy = copy_of(task, cast.dong_tam)

    edit_task(
        actor=cast.actor("minh"), task=task, said={"name": NEW, "due_said": "15/12/2026"},
        version=task.version,
    )  # fmt: skip

    copy.refresh_from_db()
    assert copy.due_on == DUE
    page = cast.client("lan").get(reverse("programmes:copy_detail", args=[copy.pk]))
    shown = page.content.decode()
    assert "Nơi giao đã sửa việc này sau khi giao" in shown
    assert NAME in shown
    assert "Hạn đã giao cho nơi này vẫn là" in shown


def test_whoever_owes_it_is_told_once(
    cast: Cast, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editing, "TOLD_AT_ONCE", 1)
    hand_in(actor=cast.actor("lan2"), assignment=copy_of(task, cast.yen_ly), result="Xong.")
    edit_task(actor=cast.actor("minh"), task=task, said={"name": NEW}, version=task.version)

    work_off()
    revision = Revision.objects.get()
    after: int | None = 0
    while after is not None:
        after = tell_change(actor=Actor.system(cast.today), revision=revision, after=after)

    told = Notice.objects.filter(about=f"programmes.changed:{revision.pk}")
    assert [one.user_id for one in told] == [cast.lan.pk]
    assert NEW in told[0].text


def test_a_copy_given_after_the_change_is_told_nothing(cast: Cast) -> None:
    task = make_task(cast, "minh", "tan_yen")
    edit_task(actor=cast.actor("minh"), task=task, said={"name": NEW}, version=1)
    give_down(actor=cast.actor("minh"), task=task)

    work_off()

    assert not Notice.objects.filter(about__startswith="programmes.changed").exists()
    copy = copy_of(task, cast.dong_tam)
    page = cast.client("lan").get(reverse("programmes:copy_detail", args=[copy.pk]))
    assert "Nơi giao đã sửa" not in page.content.decode()


def test_the_second_of_two_is_shown_both(cast: Cast, task: Task) -> None:
    edit_task(actor=cast.actor("minh"), task=task, said={"name": NEW}, version=1)

    with pytest.raises(Changed) as refused:
        edit_task(actor=cast.actor("minh"), task=task, said={"name": "Khác"}, version=1)

    assert refused.value.theirs == {"Nhiệm vụ": NEW}
    assert refused.value.yours == {"Nhiệm vụ": "Khác"}


def test_nothing_changed_leaves_nothing(cast: Cast, task: Task) -> None:
    edit_task(actor=cast.actor("minh"), task=task, said={"name": NAME}, version=1)

    assert not Revision.objects.exists()
    assert not AuditEntry.objects.filter(act="programmes.edit_task").exists()


def test_only_the_giver_mends_and_only_what_stands(cast: Cast, task: Task) -> None:
    with pytest.raises(NotAllowed):
        edit_task(actor=cast.actor("lan"), task=task, said={"name": NEW}, version=1)
    with pytest.raises(Http404):
        edit_task(actor=cast.actor("minh2"), task=task, said={"name": NEW}, version=1)
    with pytest.raises(NotAllowed):
        tell_change(actor=cast.actor("minh"), revision=Revision(task=task))
    with pytest.raises(DomainError, match="name_missing"):
        edit_task(actor=cast.actor("minh"), task=task, said={"name": " "}, version=1)
    end_task(actor=cast.actor("minh"), task=task, state="closed")
    with pytest.raises(DomainError, match="task_over"):
        edit_task(actor=cast.actor("minh"), task=task, said={"name": NEW}, version=2)


def test_a_task_is_mended_on_its_page(cast: Cast, task: Task) -> None:
    minh, url = cast.client("minh"), reverse("programmes:task_edit", args=[task.pk])
    assert "31/12/2026" in minh.get(url).content.decode()
    said = {"name": NEW, "due_said": "31/12/2026", "source_kind": "own", "version": "1"}

    assert minh.post(url, said | {"name": ""}).status_code == 422
    assert minh.post(url, said).status_code == 303
    late = minh.post(url, said | {"name": "Khác"})

    task.refresh_from_db()
    assert (task.name, task.due_on) == (NEW, DUE)
    assert (late.status_code, NEW in late.content.decode()) == (409, True)
    shown = minh.get(reverse("programmes:task_detail", args=[task.pk])).content.decode()
    assert "Đã sửa những gì" in shown


def test_the_cascaded_are_told_too(cast: Cast) -> None:
    task = make_task(cast, "hoa", "bac_ninh")
    give_down(actor=cast.actor("hoa"), task=task)
    cascade(actor=cast.actor("minh"), assignment=copy_of(task, cast.tan_yen))

    edit_task(actor=cast.actor("hoa"), task=task, said={"words": "Thêm quà."}, version=1)
    work_off()

    told = set(Notice.objects.values_list("user__username", flat=True))
    assert {cast.minh.username, cast.lan.username} <= told
    assert cast.users["hoa"].username not in told


def test_a_programme_is_mended_with_its_days(cast: Cast, plan: Programme) -> None:
    mai, url = cast.client("mai"), reverse("programmes:programme_edit", args=[plan.pk])
    said = {
        "kind": "annual", "name": "Chương trình công tác năm 2026", "since": "01/01/2026",
        "until": "31/12/2026", "people": "Ông Bình chỉ đạo", "version": "1",
    }  # fmt: skip

    assert mai.get(url).status_code == 200
    assert mai.post(url, said | {"until": "01/01/2025"}).status_code == 422
    assert mai.post(url, said).status_code == 303
    assert mai.post(url, said).status_code == 409

    plan.refresh_from_db()
    assert (plan.people, plan.version) == ("Ông Bình chỉ đạo", 2)
    revision = Revision.objects.get(programme=plan)
    assert revision.changes == [
        ["Tên", "Chương trình 2026", "Chương trình công tác năm 2026"],
        ["Người phụ trách", "Để trống", "Ông Bình chỉ đạo"],
    ]
    page = mai.get(reverse("programmes:programme_detail", args=[plan.pk])).content.decode()
    assert "trước là “Chương trình 2026”" in page


def test_a_programme_is_no_part_of_itself(cast: Cast, plan: Programme) -> None:
    mai = cast.actor("mai")
    inner = create_programme(
        actor=mai, unit=cast.central, kind="plan", name="Kế hoạch", since=date(2026, 1, 1),
        parent=plan,
    )  # fmt: skip
    given: dict[str, Any] = {"actor": mai, "programme": plan, "since": date(2026, 1, 1)}

    with pytest.raises(DomainError, match="circle"):
        edit_programme(**given, said={"parent": inner}, version=1)


def test_a_target_is_mended_and_dropped_with_its_past(cast: Cast, plan: Programme) -> None:
    mai = cast.actor("mai")
    target = set_target(
        actor=mai, programme=plan, words="Số CLB mới", value=Decimal(100), measure="CLB"
    )

    edit_target(actor=mai, target=target, words="Số CLB mới", value=Decimal(120), version=1)
    with pytest.raises(Changed):
        edit_target(actor=mai, target=target, words="Khác", version=1)
    drop_target(actor=mai, target=target, version=2)

    assert not plan.targets.exists()
    kept = [change for one in plan.revisions.order_by("at") for change in one.changes]
    assert kept == [
        ["Chỉ tiêu", "Số CLB mới: 100 CLB", "Số CLB mới: 120"],
        ["Chỉ tiêu", "Số CLB mới: 120", "Đã bỏ"],
    ]


def test_a_target_is_dropped_on_its_page(cast: Cast, plan: Programme) -> None:
    target = set_target(actor=cast.actor("mai"), programme=plan, words="Số CLB mới")
    mai, url = cast.client("mai"), reverse("programmes:target_edit", args=[target.pk])

    assert mai.get(url).status_code == 200
    assert mai.post(url, {"words": "", "version": "1"}).status_code == 422
    assert mai.post(url, {"words": "Số CLB", "version": "1"}).status_code == 303
    assert mai.post(url, {"words": "Số CLB", "version": "2", "bo": "1"}).status_code == 303

    assert not plan.targets.exists()
