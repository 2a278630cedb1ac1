"""A paper from chị Hoa's draft to ông Minh's register, with and without a script."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bongca.documents.tests.register import PDF, draft, enter, sent
from tests.browsing import Visit
from tests.cast import TODAY

pytestmark = pytest.mark.browser

DAY = f"{TODAY:%d/%m/%Y}"


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def follow(visit: Visit, name: str) -> None:
    visit.page.locator("#noi-dung").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("script", [True, False])
def test_a_plan_goes_from_draft_to_the_register_of_a_commune(
    visit: Visit, script: bool, tmp_path: Path
) -> None:
    scan = tmp_path / "ban-ky.pdf"
    scan.write_bytes(PDF)
    visit.sign_in("hoa").at(1366)
    if not script:
        visit.without_script()
    page = visit.open("/van-ban/")
    follow(visit, "Soạn văn bản")
    press(visit, "Lưu dự thảo")
    expect(page.get_by_role("alert")).to_contain_text("Xin ghi trích yếu")
    page.get_by_label("Loại văn bản").select_option(label="Kế hoạch")
    page.get_by_label("Trích yếu").fill("Tổ chức Tháng hành động vì người cao tuổi")
    page.get_by_label("Nội dung").fill("Thực hiện chương trình công tác năm 2026.")
    page.get_by_label("Gửi cả 3 đơn vị cấp dưới trực tiếp").check()
    press(visit, "Lưu dự thảo")
    follow(visit, "Xem bản in")
    expect(page.get_by_alt_text("Trang 1 của văn bản")).to_be_visible()
    follow(visit, "Văn bản")
    follow(visit, "Ký nháy")
    press(visit, "Ký nháy")
    follow(visit, "Ghi đã ký")
    page.get_by_label("Bản chụp có chữ ký").set_input_files(scan)
    page.get_by_label("Người đã ký").fill("Nguyễn Quang Bảo")
    press(visit, "Ghi đã ký")
    follow(visit, "Cho số")
    press(visit, "Cho số kế tiếp")
    expect(page.get_by_role("status")).to_contain_text("Đã cho số 01/KH-HNCT.")
    follow(visit, "Gửi văn bản")
    press(visit, "Gửi văn bản")
    expect(page.locator("main")).to_contain_text("Chưa báo đã nhận")

    page = visit.sign_in("minh").at(390).open("/")
    follow(visit, "Xem và nhận")
    follow(visit, "Tổ chức Tháng hành động vì người cao tuổi")
    page.get_by_label("Trình ai cho ý kiến").select_option(label="Nguyễn Văn Minh")
    press(visit, "Nhận và vào sổ")
    expect(page.get_by_role("status")).to_contain_text("Đã nhận và vào sổ, số đến 01.")
    follow(visit, "Ghi bút phê")
    page.get_by_label("Ý kiến chỉ đạo").fill("Các chi hội thực hiện")
    press(visit, "Ghi bút phê")
    expect(page.locator("main")).to_contain_text("Các chi hội thực hiện")


def test_the_pages_of_papers_have_no_faults(visit: Visit) -> None:
    cast = visit.cast
    came = enter(cast, "hoa", "bac_ninh")
    paper, drafted = sent(cast), draft(cast)
    visit.sign_in("hoa")
    found = []
    for path in (
        "", "den/", "den/vao-so/", f"den/{came.pk}/", "gui-den/", "di/", "di/soan/",
        f"di/{paper.pk}/", f"di/{drafted.pk}/", f"di/{drafted.pk}/xem/",
        f"di/{drafted.pk}/ky-nhay/", "so/", f"so/{came.book_id}/", f"so/{came.book_id}/in/",
        "so/quyen-ky/", "mat/", "mat/vao-so/", "quy-che/", "quy-che/ghi/",
    ):  # fmt: skip
        visit.open(f"/van-ban/{path}")
        found += [f"{path}: {fault}" for fault in visit.faults_at_every_width()]

    assert found == []


def test_a_whole_tier_is_written_to_from_the_page_of_recipients(visit: Visit) -> None:
    paper = draft(visit.cast, recipients=())
    page = visit.sign_in("hoa").at(390).open(f"/van-ban/di/{paper.pk}/noi-nhan/")
    page.get_by_label("Tất cả Hội xã, phường, đặc khu thuộc Hội NCT thành phố Bắc Ninh").check()
    press(visit, "Thêm những nơi đã đánh dấu")
    expect(page.get_by_role("status")).to_contain_text("Đã thêm 3 nơi nhận.")
    page.get_by_label("Tìm nơi nhận").fill("hai phong")
    press(visit, "Tìm")
    page.get_by_label("Hội NCT thành phố Hải Phòng").check()
    press(visit, "Thêm những nơi đã đánh dấu")
    expect(page.locator("main")).to_contain_text("Gửi 4 đơn vị trong Hội")

    assert "\n".join(visit.faults_at_every_width()) == ""


def test_the_page_is_seen_while_it_is_written(visit: Visit) -> None:
    page = visit.sign_in("hoa").at(1366).open("/van-ban/di/soan/")
    page.get_by_label("Loại văn bản").select_option(label="Kế hoạch")
    page.get_by_label("Nội dung").fill("Thực hiện.\nPhụ lục: Danh sách\n- Cụ Mận")

    expect(page.get_by_alt_text("Trang 2 của dự thảo")).to_be_visible()
    assert "\n".join(visit.faults_at_every_width()) == ""
