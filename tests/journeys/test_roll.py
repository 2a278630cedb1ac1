"""Cô Lan brings her Excel list into the register: with and without a script, desk and telephone."""

import datetime as dt
import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from bongca.core.jobs import work_off
from bongca.core.models import Installation
from bongca.rolls.tests.factories import PEOPLE, workbook
from tests.browsing import Visit

pytestmark = pytest.mark.browser

ROWS = [
    *PEOPLE,
    (5, "Nguyễn Văn Hoà", 1951, "Nam", "", "Tổ 2", "2012"),
    (6, "Nguyễn Văn Hòa", 1951, "Nam", "", "Tổ 2", "2012"),
    (7, "Trần Thị Mùi", "30/02/1948", "Nữ", "", "Tổ 1", "6/6/2010"),
    (8, "Đỗ Văn Thắng", "1950", "Nam", "15050001227", "Tổ 2", ""),
    (9, "", "1950", "", "", "Tổ 3", ""),
    (10, "Bùi Thị Lượng", dt.date(1950, 5, 12), "Nữ", "", "Tổ 9", ""),
    (None, "Tổng cộng: 10 người"),
]
PICTURES = os.environ.get("BONGCA_PICTURES", "")


@pytest.fixture(autouse=True)
def demonstration(visit: Visit) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})


def picture(visit: Visit, name: str) -> None:
    """Keep what is seen, when somebody asks for pictures."""
    if PICTURES:
        for width in (390, 1366):
            visit.at(width)
            visit.page.screenshot(path=f"{PICTURES}/{name}-{width}.png", full_page=True)


def bring(page: Page, tmp_path: Path, head: list[str] | None = None) -> None:
    path = tmp_path / "DS hội viên thôn Đồng Tâm 2026.xlsx"
    path.write_bytes(workbook(ROWS, head) if head else workbook(ROWS))
    page.get_by_label("Tệp danh sách").set_input_files(path)
    page.get_by_role("button", name="Gửi tệp để đọc").click()
    page.wait_for_load_state()


def go_on(page: Page) -> None:
    """Let the work in the background end, then look again as somebody without a script does."""
    work_off()
    page.reload()


@pytest.mark.parametrize("script", [True, False])
def test_lan_brings_her_list(visit: Visit, tmp_path: Path, script: bool) -> None:
    visit.sign_in("lan")
    page = (visit if script else visit.without_script()).open("/nhap-danh-sach/")
    bring(page, tmp_path)
    go_on(page)

    assert page.get_by_role("heading", level=1).inner_text() == "Khớp cột"
    page.get_by_role("button", name="Đúng rồi, xem trước").click()
    page.wait_for_load_state()
    go_on(page)

    assert page.get_by_role("heading", level=1).inner_text() == "Xem trước khi ghi vào sổ"
    assert "Chưa ghi gì vào sổ" in page.locator("main").inner_text()
    page.get_by_label("Chỉ ghi năm 1948, hỏi lại gia đình sau").check()
    page.get_by_label("Là hai người khác nhau, ghi cả hai").check()
    page.get_by_role("button", name="Ghi 6 người vào sổ").click()
    page.wait_for_load_state()
    go_on(page)

    assert page.get_by_role("heading", level=1).inner_text() == "Đã ghi 8 người vào sổ"
    page.get_by_role("link", name="Hoàn tác danh sách này").click()
    page.get_by_role("button", name="Hoàn tác 8 người").click()
    page.wait_for_load_state()
    go_on(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Đã hoàn tác 8 người"


def test_every_step_is_for_everybody(visit: Visit, tmp_path: Path) -> None:
    page = visit.sign_in("lan").open("/nhap-danh-sach/")
    faults = visit.faults_at_every_width()
    picture(visit, "1-gui")
    bring(page, tmp_path, ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Tổ", "Cột lạ"])
    faults += visit.faults_at_every_width()
    picture(visit, "2-doc")
    go_on(page)
    faults += visit.faults_at_every_width()
    picture(visit, "3-cot")
    page.get_by_label("Cột này là (Cột lạ)").select_option("joined")
    page.get_by_role("button", name="Đúng rồi, xem trước").click()
    page.wait_for_load_state()
    go_on(page)
    faults += visit.faults_at_every_width()
    picture(visit, "4-xem-truoc")
    page.get_by_role("button", name="Ghi 6 người vào sổ").click()
    page.wait_for_load_state()
    go_on(page)
    faults += visit.faults_at_every_width()
    picture(visit, "5-da-ghi")
    page.get_by_role("link", name="Nhập từ Excel").click()
    faults += visit.faults_at_every_width()
    picture(visit, "6-da-mang")

    assert "\n".join(faults) == ""
