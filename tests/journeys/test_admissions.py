"""A member of cô Lan's goes to Nhã Nam, and a neighbour asks to come in."""

import pytest
from playwright.sync_api import expect

from bongca.core.scope import scoped, whole_tree
from bongca.members.tests.factories import admit
from bongca.people.models import Person
from tests.browsing import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def member(visit: Visit) -> Person:
    lan = visit.cast.actor("lan")
    with scoped(lan):
        return admit(lan, visit.cast.to_1, "Hoàng Văn Chiến", joined="2011").person


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def follow(visit: Visit, name: str) -> None:
    visit.page.get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("script", [True, False])
def test_lan_sends_a_member_and_nha_nam_takes_him_in(
    visit: Visit, member: Person, script: bool
) -> None:
    visit.sign_in("lan").at(390)
    if not script:
        visit.without_script()
    visit.open(f"/hoi-vien/{member.pk}/")
    follow(visit, "Chuyển sinh hoạt sang xã, phường khác")
    visit.page.locator("[name=q]").first.fill("nha nam")
    press(visit, "Tìm")
    if script:
        assert visit.faults_at_every_width() == []
    visit.at(390).page.get_by_label("Hội NCT xã Nhã Nam, thành phố Bắc Ninh").check()
    press(visit, "Gửi sang nơi ấy")
    expect(visit.page.locator("main")).to_contain_text("Đang chuyển sinh hoạt")

    visit.sign_in("minh2").open("/")
    follow(visit, "Xem ai được chuyển đến")
    follow(visit, "Hoàng Văn Chiến")
    expect(visit.page.locator("main")).to_contain_text("Tổ hội 1, thôn Đồng Tâm, xã Tân Yên")
    follow(visit, "Tiếp nhận")
    visit.page.get_by_label("Sinh hoạt ở chi hội, tổ hội").select_option("Chi hội thôn Cầu Xi")
    press(visit, "Tiếp nhận")
    expect(visit.page.get_by_role("status")).to_contain_text(
        "Hoàng Văn Chiến đã là hội viên Chi hội thôn Cầu Xi."
    )

    press(visit, "Hoàn tác")
    expect(visit.page.get_by_role("status")).to_contain_text("lại chờ tiếp nhận")
    follow(visit, "Không tiếp nhận")
    press(visit, "Trả lời không tiếp nhận")
    expect(visit.page.get_by_role("alert")).to_contain_text("Xin ghi vì sao")
    visit.page.locator("[name=reason]").fill("Không về ở đây")
    press(visit, "Trả lời không tiếp nhận")

    with whole_tree():
        assert Person.objects.get(pk=member.pk).status == "member"
    visit.sign_in("lan").open("/sinh-hoat/chuyen/?xem=da-tra-loi")
    follow(visit, "Hoàng Văn Chiến")
    expect(visit.page.locator("main")).to_contain_text("Không về ở đây")


def test_a_neighbour_asks_and_is_recognised(visit: Visit) -> None:
    visit.sign_in("lan").at(390).open("/hoi-vien/")
    follow(visit, "Đơn xin vào Hội")
    follow(visit, "Ghi một người xin vào Hội")
    visit.page.locator("[name=full_name]").fill("trần thị giỏi")
    visit.page.locator("[name=birth]").fill("12/3/1970")
    visit.page.get_by_label("Nói miệng, vì không viết được").check()
    press(visit, "Ghi đơn")
    expect(visit.page.get_by_role("alert")).to_contain_text("Người từ 55 đến dưới 60 tuổi")
    assert visit.faults_at_every_width() == []
    visit.at(390).page.get_by_label("Tự nguyện và tích cực").check()
    press(visit, "Ghi đơn")
    expect(visit.page.locator("main")).to_contain_text("Chờ công nhận")

    visit.sign_in("minh").open("/")
    follow(visit, "Xem đơn xin vào Hội")
    follow(visit, "Trần Thị Giỏi")
    follow(visit, "Ghi công nhận")
    visit.page.locator("[name=citation]").fill("Biên bản họp chi hội ngày 20/11/2026")
    press(visit, "Ghi công nhận")
    expect(visit.page.get_by_role("status")).to_contain_text(
        "Trần Thị Giỏi đã là hội viên Chi hội thôn Đồng Tâm."
    )
    assert visit.faults_at_every_width() == []

    visit.at(1366)
    press(visit, "Hoàn tác")
    expect(visit.page.locator("main")).to_contain_text("Chờ công nhận")


def test_lan_writes_a_pause_down_and_the_return(visit: Visit, member: Person) -> None:
    visit.sign_in("lan").at(390).open(f"/hoi-vien/{member.pk}/")
    follow(visit, "Ghi tạm nghỉ")
    visit.page.locator("[name=on]").fill("1/10/2026")
    visit.page.locator("[name=reason]").fill("Ở với con")
    press(visit, "Ghi tạm nghỉ")
    expect(visit.page.locator("main")).to_contain_text("Đang tạm nghỉ")
    assert visit.faults_at_every_width() == []
    follow(visit.at(390), "Ghi sinh hoạt lại")
    press(visit, "Ghi sinh hoạt lại")
    expect(visit.page.locator("main")).not_to_contain_text("Đang tạm nghỉ")


@pytest.mark.parametrize(
    "path",
    [
        "/sinh-hoat/toan-canh/", "/sinh-hoat/don/", "/sinh-hoat/chuyen/",
        "/sinh-hoat/chuyen/?xem=da-tra-loi",
    ],
)  # fmt: skip
def test_pages_are_for_everybody(visit: Visit, member: Person, path: str) -> None:
    visit.sign_in("lan").open(path)

    assert visit.faults_at_every_width() == []


@pytest.mark.parametrize("script", [True, False])
def test_lan_moves_two_at_once_and_takes_it_back(
    visit: Visit, member: Person, script: bool
) -> None:
    lan = visit.cast.actor("lan")
    with scoped(lan):
        admit(lan, visit.cast.to_1, "Đỗ Thị Ngữ")
    visit.sign_in("lan").at(390)
    if not script:
        visit.without_script()
    visit.open("/hoi-vien/")
    visit.page.get_by_role("checkbox", name="Hoàng Văn Chiến").check(force=True)
    visit.page.get_by_role("checkbox", name="Đỗ Thị Ngữ").check(force=True)
    if script:
        assert visit.faults_at_every_width() == []
        visit.at(390)
    press(visit, "Chuyển tổ hội")
    visit.page.locator("[name=unit]").select_option(label="Tổ hội 2, Chi hội thôn Đồng Tâm")
    press(visit, "Chuyển 2 người")
    expect(visit.page.get_by_role("status").first).to_contain_text(
        "Đã chuyển 2 người sang Tổ hội 2."
    )

    press(visit, "Hoàn tác")
    expect(visit.page.get_by_role("status").first).to_contain_text("Đã hoàn tác cho cả 2 người.")
    with whole_tree():
        assert Person.objects.filter(unit=visit.cast.to_1).count() == 2


def test_lan_writes_down_how_a_member_lives(visit: Visit, member: Person) -> None:
    visit.sign_in("lan").at(390).open(f"/hoi-vien/{member.pk}/")
    follow(visit, "Ghi hoàn cảnh, người thân")
    visit.page.get_by_label("Thuộc hộ nghèo", exact=True).check(force=True)
    visit.page.locator("[name=year_poor]").fill("2062")
    visit.page.locator("[name=kin_name]").fill("Hoàng Thị Hạnh")
    press(visit, "Ghi hoàn cảnh")
    expect(visit.page.get_by_role("alert")).to_contain_text("năm của giấy tờ không đúng")
    assert visit.faults_at_every_width() == []
    visit.at(390).page.locator("[name=year_poor]").fill("2026")
    press(visit, "Ghi hoàn cảnh")

    expect(visit.page.locator("main")).to_contain_text("Thuộc hộ nghèo, giấy tờ năm 2026")
    assert visit.faults_at_every_width() == []
