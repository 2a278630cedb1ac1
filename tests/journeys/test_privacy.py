"""From a signed consent to its withdrawal, answered and done; and an incident with its clock."""

import pytest
from playwright.sync_api import expect

from bongca.core import clock
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit
from bongca.privacy.tests.factories import add_privacy
from tests.browsing import Visit

pytestmark = pytest.mark.browser
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def follow(visit: Visit, name: str) -> None:
    visit.page.locator("#noi-dung").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("script", [True, False])
def test_lan_takes_a_paper_in_and_minh_answers(visit: Visit, script: bool) -> None:
    minh = visit.cast.actor("minh")
    with scoped(minh):
        person = admit(minh, visit.cast.to_1, "Lò Thị Diễm", sex="f", birth="1940").person
    visit.sign_in("minh").at(1366)
    if not script:
        visit.without_script()
    page = visit.open("/don-vi/")
    follow(visit, "Dữ liệu cá nhân")
    follow(visit, "Xem bản nội dung đồng ý")
    page.get_by_label("Dùng dữ liệu để làm gì").fill("Mừng thọ, làm hồ sơ trợ cấp")
    page.get_by_label("Nội dung đồng ý").fill("Tôi đồng ý để Hội dùng họ tên, ngày sinh của tôi.")
    press(visit, "Ghi bản này")
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi bản nội dung đồng ý")

    visit.sign_in("lan").at(390)
    page = visit.open(f"/hoi-vien/{person.pk}/")
    follow(visit, "Sự đồng ý và yêu cầu")
    follow(visit, "Ghi sự đồng ý")
    page.get_by_label("Ký trên giấy").check()
    page.get_by_label("Ngày đồng ý").fill(f"{clock.today():%d/%m/%Y}")
    press(visit, "Ghi sự đồng ý")
    expect(page.get_by_role("alert")).to_contain_text("bản chụp tờ giấy đã ký")
    scan = {"name": "don.pdf", "mimeType": "application/pdf", "buffer": PDF}
    page.get_by_label("Bản chụp tờ giấy đã ký").set_input_files(scan)  # type: ignore[arg-type]  # as the typed dict has it
    press(visit, "Ghi sự đồng ý")
    expect(page.locator("main")).to_contain_text("Đã đồng ý")
    follow(visit, "Ghi người ấy rút đồng ý")
    page.get_by_label("Ngày người ấy rút").fill(f"{clock.today():%d/%m/%Y}")
    press(visit, "Ghi việc rút đồng ý")
    expect(page.locator("main")).to_contain_text("Đã rút")

    visit.sign_in("minh").at(1366)
    page = visit.open("/")
    follow(visit, "Xem yêu cầu")
    follow(visit, "Lò Thị Diễm")
    follow(visit, "Ghi lời trả lời")
    page.get_by_label("Đã trả lời thế nào").fill("Sẽ bỏ tên cụ khỏi danh sách.")
    press(visit, "Ghi lời trả lời")
    follow(visit, "Ghi kết quả")
    page.get_by_label("Đã làm xong").check()
    page.get_by_label("Đã làm gì, hoặc vì sao không làm").fill("Đã bỏ tên cụ.")
    press(visit, "Ghi kết quả")
    expect(page.locator("main")).to_contain_text("Đã làm xong")


def test_pages_are_for_everybody(visit: Visit) -> None:
    minh = visit.cast.actor("minh", clock.today())
    with scoped(minh):
        name = "Công Tằng Tôn Nữ Thị Nguyệt Minh Phương"
        person = admit(minh, visit.cast.to_1, name, sex="f", birth="1940").person
        made = add_privacy(minh, visit.cast.tan_yen, person.pk)
    root = "/du-lieu-ca-nhan/"
    paths = [
        "", "dong-y/", f"nguoi/{person.pk}/", f"nguoi/{person.pk}/dong-y/",
        f"dong-y/{made['consent']}/rut/", "yeu-cau/", f"yeu-cau/{made['privacy:request']}/",
        f"yeu-cau/{made['privacy:request']}/phieu/", f"yeu-cau/{made['privacy:request']}/xong/",
        "nhat-ky/", "su-co/", "su-co/ghi/", f"su-co/{made['incident']}/",
        f"su-co/{made['incident']}/ghi/", "kiem-ke/", "kiem-ke/ghi/",
    ]  # fmt: skip
    visit.sign_in("minh")
    found = []
    for path in paths:
        visit.open(root + path)
        found += [f"{path} {fault}" for fault in visit.faults_at_every_width()]

    assert "\n".join(found) == ""
