"""Parts counted by themselves, "20 nhận tham luận, 5 đã gửi"; who writes does not accept."""

from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse

from bongca.core.errors import DomainError, NotAllowed
from bongca.programmes.actions.carrying import hand_in
from bongca.programmes.actions.cascading import give_down
from bongca.programmes.actions.milestones import (
    add_milestone,
    finish_milestone,
    give_milestone_back,
    take_milestone,
)
from bongca.programmes.actions.reviewing import accept, exempt
from bongca.programmes.models import Milestone, Task
from bongca.programmes.queries.milestones import part_counts
from bongca.programmes.queries.progress import tier_counts
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


@pytest.fixture
def task(cast: Cast) -> Task:
    """Bắc Ninh's conference, at its communes."""
    task = make_task(cast, "hoa", "bac_ninh", name="Hội nghị chuyên đề")
    give_down(actor=cast.actor("hoa"), task=task)
    return task


def part(cast: Cast, task: Task, name: str, is_for_all: bool) -> Milestone:
    return add_milestone(actor=cast.actor("hoa"), task=task, name=name, is_for_all=is_for_all)


def test_parts_are_counted_beside_the_state(
    cast: Cast, task: Task, django_assert_num_queries: Any
) -> None:
    held, paper = part(cast, task, "Tổ chức", True), part(cast, task, "Tham luận", False)
    minh, minh2 = cast.actor("minh"), cast.actor("minh2")
    finish_milestone(actor=minh, assignment=copy_of(task, cast.tan_yen), milestone=held)
    take_milestone(actor=minh, assignment=copy_of(task, cast.tan_yen), milestone=paper)
    finish_milestone(actor=minh2, assignment=copy_of(task, cast.nha_nam), milestone=paper)
    exempt(actor=cast.actor("hoa"), assignment=copy_of(task, cast.phuc_hoa), reason="Mới lập.")

    tiers = tier_counts(cast.actor("hoa"), task, cast.bac_ninh)
    with django_assert_num_queries(2):
        counts = part_counts(cast.actor("hoa"), task, cast.bac_ninh, tiers[0])

    assert [one.words for one in counts] == [
        "Tổ chức: 1/2 nơi đã xong",
        "Tham luận: 2 nơi nhận, 1 đã xong",
    ]


def test_a_part_is_opened_down_to_who_has_not(cast: Cast, task: Task) -> None:
    paper = part(cast, task, "Tham luận", False)
    take_milestone(
        actor=cast.actor("minh"), assignment=copy_of(task, cast.tan_yen), milestone=paper
    )
    finish_milestone(
        actor=cast.actor("minh2"), assignment=copy_of(task, cast.nha_nam), milestone=paper
    )
    hoa, url = cast.client("hoa"), reverse("programmes:task_progress", args=[task.pk])

    def named(group: str) -> set[str]:
        page = hoa.get(f"{url}?phan={paper.pk}&nhom={group}").content.decode()
        names = {unit.name for unit in (cast.tan_yen, cast.nha_nam, cast.phuc_hoa)}
        return {name for name in names if name in page}

    assert named("chua") == {cast.tan_yen.name}
    assert named("da") == {cast.nha_nam.name}
    assert named("nhan") == {cast.tan_yen.name, cast.nha_nam.name}
    assert named("khong") == {cast.phuc_hoa.name}
    assert "Tham luận: 2 nơi nhận, 1 đã xong" in hoa.get(url).content.decode()


def test_a_part_is_named_and_marked_on_the_pages(cast: Cast, task: Task) -> None:
    hoa, add = cast.client("hoa"), reverse("programmes:milestone_add", args=[task.pk])
    assert hoa.get(add).status_code == 200
    assert hoa.post(add, {"name": "", "who": "all"}).status_code == 422
    assert hoa.post(add, {"name": "Tham luận", "who": "some"}).status_code == 303
    twice = hoa.post(add, {"name": "Tham luận", "who": "some"})
    assert "đã có phần việc tên ấy" in twice.content.decode()

    paper, copy = Milestone.objects.get(), copy_of(task, cast.tan_yen)
    minh, page = cast.client("minh"), reverse("programmes:copy_detail", args=[copy.pk])
    assert "Nhận làm" in minh.get(page).content.decode()
    for how, after in (("nhan", "Đã nhận."), ("xong", "Đã xong."), ("thoi", "Chưa nhận")):
        url = reverse("programmes:milestone_mark", args=[copy.pk, paper.pk, how])
        assert minh.post(url).status_code == 303
        assert after in minh.get(page).content.decode()
    assert minh.post(url.replace("thoi", "khac")).status_code == 404


def test_a_part_belongs_to_its_task_and_ends_with_it(cast: Cast, task: Task) -> None:
    paper = part(cast, task, "Tham luận", False)
    other = make_task(cast, "hoa", "bac_ninh", name="Việc khác")
    give_down(actor=cast.actor("hoa"), task=other)
    wrong = reverse(
        "programmes:milestone_mark", args=[copy_of(other, cast.tan_yen).pk, paper.pk, "nhan"]
    )
    assert cast.client("minh").post(wrong).status_code == 404

    copy = copy_of(task, cast.tan_yen)
    hand_in(actor=cast.actor("minh"), assignment=copy, result="Xong.")
    accept(actor=cast.actor("hoa"), assignment=copy)
    with pytest.raises(DomainError, match="over"):
        take_milestone(actor=cast.actor("minh"), assignment=copy, milestone=paper)


def test_only_who_carries_marks_and_only_the_giver_names(cast: Cast, task: Task) -> None:
    paper, copy = part(cast, task, "Tham luận", False), copy_of(task, cast.tan_yen)
    for who, refusal in (("mai", NotAllowed), ("minh2", Http404), ("lan", Http404)):
        with pytest.raises(refusal):
            take_milestone(actor=cast.actor(who), assignment=copy, milestone=paper)
        with pytest.raises(refusal):
            give_milestone_back(actor=cast.actor(who), assignment=copy, milestone=paper)
    with pytest.raises(NotAllowed):
        add_milestone(actor=cast.actor("minh"), task=task, name="Khác", is_for_all=True)


def test_what_the_giver_wrote_for_a_unit_another_accepts(cast: Cast) -> None:
    task = make_task(cast)
    give_down(actor=cast.actor("mai"), task=task)
    copy = copy_of(task, cast.bac_ninh)

    hand_in(actor=cast.actor("mai"), assignment=copy, result="Tỉnh báo qua điện thoại.")
    with pytest.raises(DomainError, match="own_result") as refused:
        accept(actor=cast.actor("mai"), assignment=copy)
    page = cast.client("mai").get(reverse("programmes:copy_detail", args=[copy.pk]))
    done = accept(actor=cast.actor("binh"), assignment=copy)

    assert refused.value.status == 409
    assert cast.users["binh"].display_name in page.content.decode()
    assert "Công nhận kết quả" not in page.content.decode()
    assert (done.state, done.handed_in_by_label) == ("accepted", cast.actor("mai").label)
    assert [one.kind for one in copy.events.order_by("pk")] == ["written_for", "accepted"]


def test_whoever_is_alone_accepts_and_the_history_says_so(cast: Cast) -> None:
    task = make_task(cast, "minh", "tan_yen")
    give_down(actor=cast.actor("minh"), task=task)
    copy = copy_of(task, cast.dong_tam)

    hand_in(actor=cast.actor("minh"), assignment=copy, result="Chi hội báo bằng giấy.")
    accept(actor=cast.actor("minh"), assignment=copy)

    kinds = [one.kind for one in copy.events.order_by("pk")]
    assert kinds == ["written_for", "accepted_alone"]
