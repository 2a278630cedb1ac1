"""The kit in a browser: what the script adds, and that nothing is lost without it."""

import re

import pytest
from playwright.sync_api import expect

from bongca.core.models import Installation
from tests.browsing import Visit

pytestmark = pytest.mark.browser


@pytest.fixture(autouse=True)
def demonstration(visit: Visit) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})


def test_contents_fold_on_a_telephone_and_open_again(visit: Visit) -> None:
    page = visit.sign_in("minh").at(390).open("/")
    contents = page.get_by_role("navigation", name="Mục lục")
    expect(contents).to_be_hidden()

    page.get_by_role("button", name="Mục lục").click()

    expect(contents).to_be_visible()
    expect(page.get_by_role("button", name="Mục lục")).to_have_attribute("aria-expanded", "true")


def test_contents_stand_open_without_script(visit: Visit) -> None:
    page = visit.sign_in("minh").at(390).without_script().open("/")

    expect(page.get_by_role("navigation", name="Mục lục")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_size_of_letters_is_kept(visit: Visit, script: bool) -> None:
    visit.sign_in("lan")
    page = (visit if script else visit.without_script()).open("/")

    page.get_by_role("button", name="Lớn", exact=True).click()
    page.goto(visit.base + "/tra-cuu/")

    assert "is-large" in (page.locator("html").get_attribute("class") or "").split()
    expect(page.get_by_role("button", name="Lớn", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_question_opens_in_a_dialog_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit.sign_in("hoa").open("/bo-phan/")
    page.get_by_role("link", name="Mở hộp thoại").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Nhắc 12 xã, phường quá hạn?")

    dialog.get_by_role("link", name="Thôi, không gửi").click()

    expect(dialog).to_be_hidden()
    expect(page.get_by_role("link", name="Mở hộp thoại")).to_be_focused()


def test_question_is_a_page_without_script(visit: Visit) -> None:
    page = visit.sign_in("hoa").without_script().open("/bo-phan/")

    page.get_by_role("link", name="Mở hộp thoại").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Nhắc 12 xã, phường quá hạn?")
    page.get_by_role("link", name="Thôi, không gửi").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Các bộ phận của giao diện")


def test_acts_appear_when_something_is_picked(visit: Visit) -> None:
    page = visit.sign_in("hoa").open("/bo-phan/")
    act = page.get_by_role("button", name="Ghi thu hội phí")
    expect(act).to_be_hidden()

    page.get_by_label("Chọn Lò Thị Diễm").check()
    page.get_by_label("Chọn Nguyễn Thị Dậu").check()

    expect(act).to_be_visible()
    expect(page.get_by_text("Đã chọn 2 người")).to_be_visible()


def test_password_can_be_shown(visit: Visit) -> None:
    page = visit.sign_in("hoa").open("/bo-phan/")

    page.get_by_role("button", name="Hiện chữ").click()

    expect(page.get_by_label("Mật khẩu")).to_have_attribute("type", "text")


def test_skip_link_leads_past_the_header(visit: Visit) -> None:
    page = visit.sign_in("minh").open("/")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Đến phần chính của trang")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_filters_fold_on_a_telephone_and_lie_open_on_a_desk(visit: Visit) -> None:
    page = visit.sign_in("hoa").at(390).open("/bo-phan/")
    expect(page.get_by_label("Tuổi", exact=True)).to_be_hidden()
    page.get_by_text("Lọc danh sách").click()
    expect(page.get_by_label("Tuổi", exact=True)).to_be_visible()

    page = visit.at(1366).open("/bo-phan/")
    expect(page.get_by_label("Tuổi", exact=True)).to_be_visible()


def test_figure_is_checked_while_it_is_typed(visit: Visit) -> None:
    page = visit.sign_in("hoa").open("/bo-phan/")
    year = page.get_by_label("Năm sinh")

    year.fill("1984")
    expect(page.get_by_text("Sinh năm 1984 thì chưa là người cao tuổi.")).to_be_visible()
    year.fill("1948")

    expect(page.get_by_text("Hợp lý: năm nay 78 tuổi.")).to_be_visible()
    expect(page.get_by_text("chưa là người cao tuổi")).to_have_count(0)


def test_long_form_saves_itself_and_says_when(visit: Visit) -> None:
    page = visit.sign_in("hoa").open("/bo-phan/")

    page.get_by_label("Ghi thêm").fill("Bà Diễm ở với con gái.")

    expect(page.get_by_text(re.compile(r"Đã tự lưu lúc \d\d giờ \d\d"))).to_be_visible()


def test_form_that_cannot_be_saved_says_so(visit: Visit) -> None:
    page = visit.sign_in("hoa").open("/bo-phan/")
    page.route("**/bo-phan/luu/", lambda route: route.abort())

    page.get_by_label("Ghi thêm").fill("Bà Diễm ở với con gái.")

    expect(page.get_by_text("Chưa lưu được.")).to_be_visible()


def test_form_that_is_refused_points_to_the_button(visit: Visit) -> None:
    page = visit.sign_in("hoa").open("/bo-phan/")
    page.route("**/bo-phan/luu/", lambda route: route.fulfill(status=409, body=""))

    page.get_by_label("Ghi thêm").fill("Bà Diễm ở với con gái.")

    expect(page.get_by_text("Xin bấm Lưu để xem vì sao.")).to_be_visible()
