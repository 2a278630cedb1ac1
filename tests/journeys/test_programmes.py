"""A directive goes from Central to a chi hội on a telephone, and its evidence back up."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bongca.programmes.actions.cascading import give_down
from bongca.programmes.models import Task
from bongca.programmes.tests.factories import copy_of, make_task
from tests.browsing import Visit

pytestmark = pytest.mark.browser


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("script", [True, False])
def test_a_directive_goes_down_and_its_evidence_comes_back(
    visit: Visit, tmp_path: Path, script: bool
) -> None:
    if not script:
        visit.without_script()
    visit.sign_in("mai").open("/nhiem-vu/giao-viec/")
    visit.page.locator("[name=name]").fill("Thăm người cao tuổi dịp Tết")
    visit.page.locator("[name=due_said]").fill("quý I")
    press(visit, "Ghi và chọn nơi giao")
    visit.page.get_by_label("Tất cả tỉnh, thành phố", exact=True).check()
    press(visit, "Giao việc")
    expect(visit.page.locator("main")).to_contain_text("0/2 tỉnh, thành phố đã báo kết quả")

    task = Task.objects.get()
    visit.sign_in("hoa").open(f"/nhiem-vu/viec/{copy_of(task, visit.cast.bac_ninh).pk}/giao-xuong/")
    visit.page.get_by_label("Tất cả xã, phường, đặc khu và chi hội", exact=True).check()
    press(visit, "Giao xuống")

    photo = tmp_path / "tang-qua.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0 mot tam anh")
    visit.at(390).sign_in("lan").open("/")
    visit.page.get_by_role("link", name="Báo đã nhận").first.click()
    press(visit, "Báo đã nhận")
    visit.page.locator("[name=result]").fill("Đã thăm 12 cụ.")
    visit.page.locator("[name=file]").set_input_files(photo)
    press(visit, "Báo kết quả")
    expect(visit.page.get_by_role("status")).to_contain_text(
        "Đã báo kết quả lên Hội NCT xã Tân Yên"
    )

    visit.at(1366).sign_in("minh").open("/nhiem-vu/cho-xem/")
    visit.page.get_by_role("link", name="Chi hội thôn Đồng Tâm").click()
    expect(visit.page.get_by_role("link", name="tang-qua.jpg")).to_be_visible()
    press(visit, "Công nhận kết quả")

    visit.sign_in("binh").open(f"/nhiem-vu/{task.pk}/")
    expect(visit.page.locator("main")).to_contain_text("1/3 chi hội đã báo kết quả")


@pytest.mark.parametrize("script", [True, False])
def test_a_part_is_taken_and_sent_and_counted_above(visit: Visit, script: bool) -> None:
    cast = visit.cast
    task = make_task(cast, "hoa", "bac_ninh", name="Hội nghị chuyên đề")
    give_down(actor=cast.actor("hoa"), task=task)
    if not script:
        visit.without_script()
    visit.sign_in("hoa").open(f"/nhiem-vu/{task.pk}/phan-viec/")
    visit.page.locator("[name=name]").fill("Tham luận")
    visit.page.get_by_label("Chỉ nơi nào nhận thì làm").check()
    press(visit, "Thêm phần việc")

    visit.at(390).sign_in("minh").open(f"/nhiem-vu/viec/{copy_of(task, cast.tan_yen).pk}/")
    press(visit, "Nhận làm Tham luận")
    press(visit, "Ghi là đã xong Tham luận")
    expect(visit.page.locator("main")).to_contain_text("Đã xong. ")

    visit.at(1366).sign_in("hoa").open(f"/nhiem-vu/{task.pk}/")
    expect(visit.page.locator("main")).to_contain_text("Tham luận: 1 nơi nhận, 1 đã xong")
    visit.page.get_by_role("link", name="Nơi nào chưa xong Tham luận").click()
    expect(visit.page.locator("main")).to_contain_text("Không có nơi nào ở nhóm này")
