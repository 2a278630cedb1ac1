"""The main job from end to end: a list becomes a figure of the province, and stays explained.

Cô Lan's 180 members are in the live count at once, in the commune's report after ông Minh
submits, in the province's sum only after chị Hoa accepts; fifty deaths recorded later change the
first and not the second, and both can be explained.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from bongca.core.jobs import work_off
from bongca.core.models import Installation
from bongca.core.scope import scoped
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import end
from bongca.people.models import Person
from bongca.reporting.tests.factories import BRANCH_CODES, COMMUNE_CODES, Setting, open_setting
from tests.browsing import Visit
from tests.cast import TODAY

pytestmark = pytest.mark.browser

SAMPLE = Path(__file__).resolve().parents[2] / "docs/huong-dan/mau/danh-sach-hoi-vien.xlsx"
MEMBERS, DEATHS = 180, 50
WAYS = [(1366, True), (390, True), (390, False)]


@pytest.fixture
def setting(visit: Visit) -> Setting:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})
    return open_setting(visit.cast)


def sit_down(visit: Visit, who: str, width: int, script: bool) -> Page:
    visit.sign_in(who).at(width)
    return visit.page if script else visit.without_script().page


def bring_the_list(page: Page) -> None:
    page.get_by_label("Tệp danh sách").set_input_files(SAMPLE)
    for button in ("Gửi tệp để đọc", "Đúng rồi, xem trước", re.compile(r"Ghi \d+ người vào sổ")):
        page.get_by_role("button", name=button).click()
        page.wait_for_load_state()
        work_off()
        page.reload()


def write_figures(page: Page, report: str, **figures: str) -> None:
    """Type into the parts of a report, one part at a time as on a telephone."""
    for code, number in figures.items():
        field = page.locator(f"#so_{code}")
        part = field.locator("xpath=ancestor::section").get_attribute("id")
        page.goto(f"{report}#{part}")
        field.fill(number)
        field.blur()
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_load_state()


def write_words(page: Page, report: str) -> None:
    page.goto(f"{report}#phan-5")
    for title in ("Kết quả nổi bật", "Thuận lợi, khó khăn", "Nhiệm vụ trọng tâm kỳ tới"):
        page.get_by_label(title, exact=True).fill("Các chi hội sinh hoạt đều.\n- Thăm hỏi đầy đủ.")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.wait_for_load_state()


def value_shown(page: Page, code: str) -> str:
    figure: Locator = page.locator(f"#chi-tieu-{code} .bc-line__now b")
    return (figure.text_content() or "").strip()


def bury(setting: Setting) -> None:
    """Record fifty deaths, one by one, as cô Lan does."""
    lan, branch = setting.cast.actor("lan"), setting.cast.dong_tam
    with scoped(lan):
        present = Person.objects.filter(
            unit_pos__gte=branch.lft, unit_pos__lte=branch.rgt, status="member"
        )
        for person in present.order_by("pk")[:DEATHS]:
            end(lan, person, HowEnded.DECEASED, TODAY)


@pytest.mark.parametrize(("width", "script"), WAYS)
def test_a_list_becomes_a_figure_and_stays_explained(
    visit: Visit, setting: Setting, width: int, script: bool
) -> None:
    faults: list[str] = []

    def look() -> None:
        if script:
            faults.extend(f"{visit.page.url} {fault}" for fault in visit.faults())

    def address(unit: str) -> str:
        return f"{visit.base}/bao-cao/{setting.report(unit).pk}/"

    page = sit_down(visit, "lan", width, script)
    visit.open("/nhap-danh-sach/")
    bring_the_list(page)
    assert page.get_by_role("heading", level=1).inner_text() == f"Đã ghi {MEMBERS} người vào sổ"

    visit.open("/bao-cao/")
    page.get_by_role("link", name="Làm báo cáo").click()
    assert page.locator(".bc-ledger td").first.inner_text().startswith(str(MEMBERS))
    write_figures(page, address("dong_tam"), **dict.fromkeys(BRANCH_CODES, "2"))
    look()
    page.get_by_role("button", name="Nộp lên xã").click()
    page.get_by_role("button", name="Nộp lên xã").click()
    assert "Đã nộp lên xã" in page.locator("#loi-nhan").inner_text()

    page = sit_down(visit, "minh", width, script)
    page.goto(address("tan_yen"))
    assert value_shown(page, "A5") == str(MEMBERS)
    write_figures(page, address("tan_yen"), A1="200", **dict.fromkeys(COMMUNE_CODES, "3"))
    page.goto(address("tan_yen"))
    page.get_by_label("Lấy số này từ đâu").fill("Công an xã, số ngày 01/11/2026")
    write_words(page, address("tan_yen"))
    look()
    page.get_by_role("button", name="Nộp lên thành phố").click()
    page.get_by_label("Vì sao vẫn nộp khi còn thiếu").fill("Chi hội thôn Yên Lý chưa gửi")
    look()
    page.get_by_role("button", name="Nộp lên thành phố").click()
    assert "Đã nộp lên thành phố" in page.locator("#loi-nhan").inner_text()

    page = sit_down(visit, "hoa", width, script)
    page.goto(address("bac_ninh"))
    assert value_shown(page, "A5") == "–"
    visit.open("/")
    page.get_by_role("link", name="Xem và duyệt").click()
    page.get_by_role("link", name="Hội NCT xã Tân Yên").click()
    look()
    page.get_by_role("link", name="Duyệt báo cáo").click()
    page.get_by_role("button", name="Duyệt báo cáo").click()
    page.get_by_text("Đã duyệt báo cáo của Hội NCT xã Tân Yên.").wait_for()
    page.goto(address("bac_ninh"))
    assert value_shown(page, "A5") == str(MEMBERS)

    bury(setting)
    page.goto(address("bac_ninh"))
    assert value_shown(page, "A5") == str(MEMBERS)
    page.goto(f"{visit.base}/bao-cao/ky/{setting.round.pk}/so/A5/{setting.cast.dong_tam.pk}/")
    look()
    assert page.get_by_text(f"{MEMBERS} người được đếm").is_visible()
    assert marked_as_deceased(page) == DEATHS

    page = sit_down(visit, "lan", width, script)
    visit.open("/")
    assert page.get_by_text(str(MEMBERS - DEATHS), exact=True).first.is_visible()
    assert "\n".join(faults) == ""


def marked_as_deceased(page: Page) -> int:
    """Count the marks over every page of the list, going on by its own link."""
    found = 0
    while True:
        found += page.locator("table td", has_text="Đã qua đời").count()
        onward = page.locator("a[rel=next]")
        if not onward.count():
            return found
        onward.first.click()
        page.wait_for_load_state()
