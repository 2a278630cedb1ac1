"""From a text about a meeting to conclusions, their notice, and the tasks they become."""

import pytest
from playwright.sync_api import expect

from bongca.core.models import Installation
from bongca.meetings.actions.meetings import add_agenda_item, record_report
from bongca.meetings.actions.minutes import write_minutes
from bongca.meetings.models import Meeting
from bongca.meetings.tests.factories import add_bodies, add_meeting, call, conclude
from bongca.programmes.models import Task
from tests.browsing import Visit

pytestmark = pytest.mark.browser

TEXT = """Chủ tịch kết luận: Giao Văn phòng chủ trì, phối hợp với Ban Chăm sóc NCT chuẩn bị Hội
nghị Ban Chấp hành trước ngày 15/12/2026.
Các Ban tiếp tục rà soát quy chế, hoàn thành trong quý IV."""


@pytest.fixture(autouse=True)
def demonstration(visit: Visit) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})


@pytest.mark.parametrize(("width", "script"), [(1366, True), (390, False)])
def test_a_text_becomes_conclusions_and_conclusions_tasks(
    visit: Visit, width: int, script: bool
) -> None:
    add_bodies(visit.cast)
    visit.sign_in("mai").at(width)
    page = visit.page if script else visit.without_script().page
    visit.open("/cuoc-hop/them/")
    page.get_by_label("Tên cuộc họp").fill("Họp giao ban Thường trực")
    page.get_by_label("Ngày họp").fill("16/11/2026")
    page.locator("[name=chair_name]").fill("Phạm Thanh Bình")
    page.get_by_role("button", name="Ghi cuộc họp").click()
    page.get_by_role("link", name="Đọc văn bản để lấy kết luận").click()
    page.get_by_label("Dán văn bản vào đây").fill(TEXT)
    page.get_by_role("button", name="Đọc văn bản").click()
    expect(page.get_by_text("Còn 2 câu chờ ông bà xem.")).to_be_visible()

    page.get_by_role("link", name="Xem, sửa và nhận câu 1").click()
    expect(page.get_by_label("Thời hạn, như đã nói")).to_have_value("trước ngày 15/12/2026")
    page.get_by_role("button", name="Ghi kết luận").click()
    page.get_by_role("button", name="Bỏ câu 2").click()
    expect(page.get_by_text("Đã xem hết các câu.")).to_be_visible()
    assert Task.objects.count() == 0

    meeting = Meeting.objects.get()
    chair = visit.sign_in("binh").at(width)
    page = chair.page if script else chair.without_script().page
    visit.open(f"/cuoc-hop/{meeting.pk}/ket-luan/")
    page.get_by_role("link", name="Ban hành kết luận").click()
    page.get_by_role("button", name="Ban hành kết luận").click()
    expect(page.get_by_text("Thông báo chưa có số")).to_be_visible()
    expect(page.get_by_role("link", name="Thông báo kết luận, chưa cho số")).to_be_visible()
    expect(page.get_by_text("Chưa báo đã nhận")).to_be_visible()
    assert Task.objects.get().due_said == "trước ngày 15/12/2026"

    office = visit.sign_in("mai").at(width)
    page = office.page if script else office.without_script().page
    visit.open("/")
    page.get_by_role("link", name="Xem dự thảo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kết luận của")
    page.get_by_role("link", name="Các kết luận của cuộc họp").click()
    expect(page.get_by_text("Chưa báo đã nhận")).to_be_visible()


def test_pages_are_for_everybody(visit: Visit) -> None:
    bodies = add_bodies(visit.cast)
    meeting = add_meeting(visit.cast)
    conclude(visit.cast, meeting, lead=bodies["Văn phòng"])
    called = call(visit.cast, meeting, "binh", "tu")[0]
    found = []
    mai = visit.cast.actor("mai")
    item = add_agenda_item(actor=mai, meeting=meeting, title="Sơ kết quý III")
    report = record_report(actor=mai, meeting=meeting, said_by="Văn phòng", text="Đúng hạn.")
    write_minutes(actor=mai, meeting=meeting, text="Bắt đầu lúc 8 giờ.")
    own = (
        "", "ket-luan/", "ket-luan/them/", "moi/", "co-mat/", "bieu-quyet/them/", "doc/",
        "bien-ban/", "bao-cao/them/", f"chuong-trinh/{item.pk}/tai-lieu/", "bieu-quyet/tai-cho/",
        f"moi/{called.pk}/",
    )  # fmt: skip
    paths = ["", *(f"{meeting.pk}/{page}" for page in own), f"bao-cao/{report.pk}/"]
    for who, seen in (("mai", paths), ("binh", ["cach-tinh/", "cach-tinh/quorum/"])):
        for path in seen:
            visit.sign_in(who).open(f"/cuoc-hop/{path}")
            found += [f"{path} {fault}" for fault in visit.faults_at_every_width()]

    assert "\n".join(found) == ""
