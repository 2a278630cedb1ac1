"""Cô Lan keeps her roll and ông Minh his commune's, on a telephone, on a desk, without a script."""

import pytest
from playwright.sync_api import expect

from bongca.core.scope import scoped
from bongca.members.models import Membership
from bongca.members.tests.factories import admit, admit_several
from tests.browsing import Visit

pytestmark = pytest.mark.browser

LONGEST = "Công Huyền Tôn Nữ Nguyễn Phước Thị Hoàng Nghiêng Khuyến Thương"


@pytest.fixture
def roll(visit: Visit) -> Visit:
    """Ten members of cô Lan's, and one with the longest of names."""
    lan = visit.cast.actor("lan")
    with scoped(lan):
        admit_several(lan, visit.cast.to_1)
        admit(lan, visit.cast.to_2, LONGEST, sex="f", birth="1936-05-12", phone="0900 000 135")
    return visit


def fill_in(visit: Visit, **values: str) -> None:
    for name, value in values.items():
        visit.page.locator(f"[name={name}]").fill(value)


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("script", [True, False])
def test_lan_writes_a_member_down_and_a_death_and_takes_it_back(roll: Visit, script: bool) -> None:
    visit = roll.sign_in("lan").at(390)
    if not script:
        visit.without_script()
    visit.open("/hoi-vien/")

    visit.page.get_by_role("link", name="Thêm một hội viên").click()
    press(visit, "Ghi vào sổ hội viên")
    expect(visit.page.get_by_role("alert")).to_contain_text("Xin ghi họ và tên")
    fill_in(visit, full_name="nguyễn văn hoà", birth="1952", joined="12/9/2026")
    visit.page.get_by_label("Nam", exact=True).check()
    press(visit, "Ghi vào sổ hội viên")
    expect(visit.page.locator("main")).to_contain_text("Có phải là một người không?")
    visit.page.get_by_label("Không phải, đây là người khác").check()
    press(visit, "Ghi vào sổ hội viên")
    expect(visit.page.get_by_role("heading", level=1)).to_have_text("Nguyễn Văn Hoà")

    visit.page.get_by_role("link", name="Ghi thôi sinh hoạt").click()
    visit.page.get_by_label("Qua đời").check()
    fill_in(visit, on="20/11/2026")
    press(visit, "Ghi vào sổ")
    expect(visit.page.get_by_role("status")).to_contain_text("Đã ghi Nguyễn Văn Hoà qua đời.")
    press(visit, "Hoàn tác")

    expect(visit.page.locator("main")).to_contain_text("Đang sinh hoạt")
    with scoped(visit.cast.actor("lan")):
        open_now = Membership.objects.filter(voided_at=None, during__upper_inf=True)
        assert open_now.count() == 12


def test_lan_finds_a_member_and_sees_the_number(roll: Visit) -> None:
    visit = roll.sign_in("lan")
    visit.open("/hoi-vien/")
    fill_in(visit, q="hoang nghieng khuyen thuong")
    press(visit, "Tìm")
    visit.page.get_by_role("link", name=LONGEST).click()
    assert visit.faults_at_every_width() == []

    visit.at(1366).page.get_by_role("link", name="Ghi số định danh").click()
    fill_in(visit, number="024 136 001 234")
    press(visit, "Ghi số định danh")
    expect(visit.page.locator("#so-dinh-danh")).to_contain_text("•••• 234")
    press(visit, "Hiện số định danh")

    expect(visit.page.locator("#so-dinh-danh")).to_contain_text("024136001234")
    assert visit.faults_at_every_width() == []


def test_minh_joins_two_rows_and_parts_them(roll: Visit) -> None:
    visit = roll.sign_in("minh")
    visit.open("/hoi-vien/?q=hoa")
    visit.page.get_by_role("link", name="Nguyễn Văn Hòa").click()
    visit.page.get_by_role("link", name="Người này có hai dòng trong sổ").click()
    fill_in(visit, q="chien")
    press(visit, "Tìm")
    visit.page.get_by_role("link", name="Hoàng Văn Chiến").click()
    assert visit.faults_at_every_width() == []
    press(visit.at(1366), "Gộp thành một người")
    expect(visit.page.get_by_role("status")).to_contain_text("Đã gộp hai dòng")
    press(visit, "Tách lại hai người")

    expect(visit.page.get_by_role("status")).to_contain_text("thành hai người như trước")


@pytest.mark.parametrize(
    "path",
    [
        "/hoi-vien/?tinh_trang=tat-ca", "/hoi-vien/?q=khong-co-ai", "/hoi-vien/xuat/",
        "/hoi-vien/in/", "/hoi-vien/them/",
    ],
)  # fmt: skip
def test_pages_of_the_list_are_for_everybody(roll: Visit, path: str) -> None:
    roll.sign_in("minh").open(path)

    assert roll.faults_at_every_width() == []


def test_forms_that_answer_are_for_everybody(roll: Visit) -> None:
    visit = roll.sign_in("lan")
    visit.open("/hoi-vien/them/")
    press(visit, "Ghi vào sổ hội viên")
    expect(visit.page.get_by_role("alert")).to_contain_text("Xin ghi họ và tên")
    assert visit.faults_at_every_width() == []

    fill_in(visit, full_name="Nguyễn Văn Hòa", birth="1952", joined="2026")
    press(visit, "Ghi vào sổ hội viên")
    expect(visit.page.locator("main")).to_contain_text("Có phải là một người không?")
    assert visit.faults_at_every_width() == []
