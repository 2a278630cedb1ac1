"""Ông Minh's mừng thọ from the list to the last receipt, and cô Lan's question about a pension."""

import pytest
from playwright.sync_api import expect

from bongca.care.tests.factories import add_elders, make_round
from bongca.core.scope import scoped
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import admit, end
from tests.browsing import Visit
from tests.cast import TODAY

pytestmark = pytest.mark.browser

DAY = f"{TODAY:%d/%m/%Y}"


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def follow(visit: Visit, name: str) -> None:
    visit.page.locator("#noi-dung").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("script", [True, False])
def test_minh_prepares_a_round_and_lan_records_a_receipt(visit: Visit, script: bool) -> None:
    cast = visit.cast
    elders = add_elders(cast)
    visit.sign_in("minh").at(1366)
    if not script:
        visit.without_script()
    page = visit.open("/cham-lo/")
    follow(visit, "Lập đợt mừng thọ")
    press(visit, "Lập đợt này")
    expect(page.get_by_role("alert")).to_contain_text("Xin chọn một dịp")
    page.get_by_label("Ngày Quốc tế Người cao tuổi, 1/10").check()
    page.get_by_label("Ngày tổ chức").fill("01/10/2026")
    page.get_by_label("Nơi tổ chức").fill("Nhà văn hóa xã")
    press(visit, "Lập đợt này")
    expect(page.locator("main")).to_contain_text("21 tháng Tám năm Bính Ngọ")
    press(visit, "Chốt danh sách 6 cụ")
    expect(page.get_by_role("status").first).to_contain_text("Đã chốt danh sách 6 cụ")

    minh = cast.actor("minh")
    with scoped(minh):
        end(minh, elders["Phạm Văn Đễ"], HowEnded.DECEASED, TODAY)
        admit(minh, cast.to_1, "Vũ Đình Khuyến", birth="1941")
    page.reload()
    expect(page.locator("main")).to_contain_text("Phạm Văn Đễ, sinh năm 1946: đã qua đời")
    expect(page.locator("main")).to_contain_text("Vũ Đình Khuyến")
    press(visit, "Cập nhật danh sách")
    expect(page.get_by_role("status").first).to_contain_text("bớt 1 cụ, thêm 1 cụ")

    follow(visit, "In giấy mừng thọ")
    page.get_by_label("Dùng để làm gì").fill("Trao tại lễ")
    with page.expect_download() as download:
        press(visit, "Lập và tải về")
    assert download.value.suggested_filename.startswith("giay-mung-tho-2026")

    visit.sign_in("lan").at(390)
    page = visit.open("/")
    follow(visit, "Ghi trao quà")
    page.get_by_label("Lò Thị Diễm").check()
    press(visit, "Ghi đã trao quà")
    page.get_by_label("Đến nhà trao").check()
    page.get_by_label("Ai trao").fill("Vũ Thị Lan")
    page.get_by_label("Ai ký nhận").fill("Con trai, Lò Văn Đạt")
    press(visit, "Ghi đã trao cho 1 cụ")
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi trao quà cho 1 cụ")
    visit.open(page.url.removeprefix(visit.base).partition("?")[0] + "?xem=da")
    expect(page.locator("main")).to_contain_text("Con trai, Lò Văn Đạt ký nhận")


@pytest.mark.parametrize("script", [True, False])
def test_lan_asks_and_hands_a_request_in(visit: Visit, script: bool) -> None:
    cast = visit.cast
    lan = cast.actor("lan")
    with scoped(lan):
        admit(lan, cast.to_1, "Lò Thị Diễm", sex="f", birth="1951-12-03")
        admit(lan, cast.to_1, "Vũ Đình Khuyến", birth="1951")
    visit.sign_in("lan").at(390)
    if not script:
        visit.without_script()
    page = visit.open("/")
    expect(page.locator("main")).to_contain_text("Nhắc 1 người sắp đủ tuổi")
    visit.open("/cham-lo/quyen-loi/")
    follow(visit, "Lò Thị Diễm")
    expect(page.locator("main")).to_contain_text("sẽ tròn 75 tuổi ngày 3/12/2026")
    follow(visit, "Ghi điều đã hỏi")
    page.get_by_role("group", name="Có lương hưu").get_by_label("Không", exact=True).check()
    page.get_by_label("Không thuộc hộ nghèo, cận nghèo").check()
    press(visit, "Ghi lại")
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi điều đã hỏi")
    page.locator("main").get_by_role("link", name="Ghi đã nộp đơn").first.click()
    page.get_by_label("Ngày nộp đơn").fill(DAY)
    press(visit, "Ghi hồ sơ")
    expect(page.locator("main")).to_contain_text("Đã nộp đơn")
    visit.open("/cham-lo/quyen-loi/?nhom=ask")
    expect(page.locator("main")).to_contain_text("Vũ Đình Khuyến")
    expect(page.locator("main")).to_contain_text("Cần hỏi ngày sinh")


def test_the_pages_of_care_have_no_faults(visit: Visit) -> None:
    cast = visit.cast
    person = add_elders(cast)["Lò Thị Diễm"]
    open_, frozen = make_round(cast), make_round(cast, year=2027, is_frozen=True)
    visit.sign_in("minh")
    found = []
    for path in (
        "", "?nam=2027&ai=commune", "muc/", "lap/", f"lap/?dot={frozen.pk}", "dot/lap/",
        f"dot/{open_.pk}/", f"dot/{frozen.pk}/", f"dot/{frozen.pk}/sua/", f"dot/{frozen.pk}/trao/",
        "quyen-loi/?nhom=reached", f"quyen-loi/{person.pk}/", f"quyen-loi/{person.pk}/hoi/",
        f"quyen-loi/{person.pk}/social_pension/",
    ):  # fmt: skip
        visit.open(f"/cham-lo/{path}")
        found += [f"{path}: {fault}" for fault in visit.faults_at_every_width()]
    for who, path in (("hoa", ""), ("tu", "")):
        visit.sign_in(who).open(f"/cham-lo/{path}")
        found += [f"{who}: {fault}" for fault in visit.faults_at_every_width()]

    assert found == []
