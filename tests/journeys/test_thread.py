"""The whole thread: from the chair's words to a chi hội, and its evidence to his next meeting."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bongca.core.models import Installation
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.models import Meeting
from bongca.meetings.tests.factories import add_meeting, conclude
from tests.browsing import Visit

pytestmark = pytest.mark.browser

WORDS = "Các tỉnh, thành phố thăm người cao tuổi có hoàn cảnh khó khăn dịp cuối năm."
PHOTO = b"\xff\xd8\xff\xe0 mot tam anh"


@pytest.fixture
def story(visit: Visit) -> Meeting:
    """A briefing that is over, and its one conclusion worded; nothing has gone out."""
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})
    meeting = add_meeting(visit.cast)
    conclude(visit.cast, meeting, WORDS, deadline="trước ngày 20/12", lead=visit.cast.bac_ninh)
    return meeting


def follow(visit: Visit, name: str) -> None:
    visit.page.get_by_role("link", name=name).first.click()


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=name, exact=True).click()


def settle(visit: Visit, who: str, place: str) -> None:
    """Whoever gave the task accepts what the tier below handed in, from the list of the waiting."""
    visit.sign_in(who).open("/nhiem-vu/cho-xem/")
    follow(visit, place)
    press(visit, "Công nhận kết quả")
    expect(visit.page.get_by_role("status")).to_be_visible()


def hand_in_own(visit: Visit, who: str, result: str) -> None:
    """A unit that has its chi hội's results reports its own part."""
    visit.sign_in(who).open("/nhiem-vu/")
    follow(visit, WORDS.rstrip("."))
    press(visit, "Báo đã nhận")
    visit.page.locator("[name=result]").fill(result)
    press(visit, "Báo kết quả")


@pytest.mark.parametrize(("width", "script"), [(1366, True), (390, False)])
def test_a_conclusion_goes_down_to_a_chi_hoi_and_its_evidence_to_the_next_meeting(
    visit: Visit, story: Meeting, tmp_path: Path, width: int, script: bool
) -> None:
    if not script:
        visit.without_script()
    visit.at(width)

    # The chair sends his conclusion out.
    visit.sign_in("binh").open("/cuoc-hop/")
    follow(visit, story.name)
    follow(visit, "Xem từng kết luận")
    follow(visit, "Ban hành kết luận")
    press(visit, "Ban hành kết luận")
    expect(visit.page.locator("main")).to_contain_text("Chưa báo đã nhận")

    # The notice lies in the register as a draft; the office finds it from the meeting and back.
    visit.sign_in("mai").open("/cuoc-hop/")
    follow(visit, story.name)
    follow(visit, "Xem từng kết luận")
    follow(visit, "Thông báo kết luận, chưa cho số")
    expect(visit.page.get_by_role("heading", level=1)).to_contain_text("Kết luận")
    follow(visit, f"Các kết luận của cuộc họp: {story.name}")
    expect(visit.page.locator("main")).to_contain_text(WORDS)

    # The province gives it down to the communes and on to the chi hội, in one act.
    visit.sign_in("hoa").open("/nhiem-vu/")
    follow(visit, WORDS.rstrip("."))
    follow(visit, "Giao xuống cấp dưới")
    visit.page.get_by_label("Tất cả xã, phường, đặc khu và chi hội", exact=True).check()
    press(visit, "Giao xuống")

    # Cô Lan records what was done, with a photograph, and hands it in.
    photo = tmp_path / "tham-cu-ba.jpg"
    photo.write_bytes(PHOTO)
    visit.sign_in("lan").open("/")
    follow(visit, "Báo đã nhận")
    press(visit, "Báo đã nhận")
    visit.page.locator("[name=result]").fill("Đã thăm 7 cụ.")
    visit.page.locator("[name=file]").set_input_files(photo)
    press(visit, "Báo kết quả")

    # It is accepted up the line, each tier answering for its own part.
    settle(visit, "minh", "Chi hội thôn Đồng Tâm")
    hand_in_own(visit, "minh", "Cả xã đã thăm 7 cụ.")
    settle(visit, "hoa", "Hội NCT xã Tân Yên")
    hand_in_own(visit, "hoa", "Thành phố đã thăm 7 cụ.")
    settle(visit, "binh", "Hội NCT thành phố Bắc Ninh")

    # The next meeting is called; the chair finds there what he had asked for.
    visit.sign_in("mai").open("/cuoc-hop/them/")
    visit.page.get_by_label("Tên cuộc họp").fill("Họp giao ban tháng 12")
    visit.page.get_by_label("Ngày họp").fill("07/12/2026")
    press(visit, "Ghi cuộc họp")

    visit.sign_in("binh").open("/")
    visit.open("/cuoc-hop/")
    follow(visit, "Họp giao ban tháng 12")
    begun = visit.page.get_by_role("region", name="Việc của kỳ trước")
    expect(begun).to_contain_text(WORDS)
    expect(begun).to_contain_text("Đã xong")
    begun.get_by_role("link", name="Ai đã làm, minh chứng").click()
    expect(visit.page.locator("main")).to_contain_text("Thành phố đã thăm 7 cụ.")
    expect(visit.page.locator("main")).to_contain_text("1/3 chi hội đã báo kết quả")
    expect(visit.page.get_by_text("Chi hội thôn Đồng Tâm")).to_be_visible()
    with visit.page.expect_download() as opened:
        follow(visit, "tham-cu-ba.jpg")
    assert Path(opened.value.path()).read_bytes() == PHOTO
    # And down to who has not: the province is done, two of its communes are not.
    follow(visit, "Nơi nào chưa báo")
    follow(visit, "đã báo kết quả")
    follow(visit, "Hội NCT thành phố Bắc Ninh")
    expect(visit.page.get_by_role("link", name="Hội NCT xã Nhã Nam")).to_be_visible()
    expect(visit.page.get_by_role("link", name="Hội NCT xã Tân Yên")).to_have_count(0)


def test_what_is_left_from_before_is_for_everybody(visit: Visit, story: Meeting) -> None:
    publish_notice(actor=visit.cast.actor("binh"), meeting=story)
    later = add_meeting(visit.cast, name="Họp giao ban tháng 12", held_on="2026-12-07")
    found = []
    paths = (
        f"{later.pk}/",
        f"{later.pk}/viec-ky-truoc/",
        f"ket-luan/{story.conclusions.get().pk}/",
    )
    for path in paths:
        visit.sign_in("binh").open(f"/cuoc-hop/{path}")
        found += [f"{path} {fault}" for fault in visit.faults_at_every_width()]

    assert "\n".join(found) == ""
