"""What stands in the papers of a meeting, before and after they are drawn."""

import io

from docx import Document
from pypdf import PdfReader

from bongca.meetings.actions.meetings import record_report
from bongca.meetings.actions.minutes import write_minutes
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.models import Meeting
from bongca.meetings.queries.composing import invitation_paper, minutes_paper, notice_paper
from bongca.meetings.queries.conclusions import standings
from bongca.meetings.queries.meetings import attendance_of, minutes_of, outcomes_of, seen_meeting
from bongca.meetings.tests.factories import add_bodies, add_meeting, call, conclude
from bongca.papers.queries import render_pdf, render_word
from bongca.papers.rules.paper import Authority, Heading, OfficialPaper, Paragraph
from tests.cast import TODAY, Cast


def notice_of(cast: Cast, meeting: Meeting) -> OfficialPaper:
    binh = cast.actor("binh")
    seen = seen_meeting(binh, meeting.pk)
    return notice_paper(seen, standings(binh, seen), attendance_of(seen), "Đặng Quỳnh Mai")


def words_of(paper: OfficialPaper) -> list[str]:
    return [block.text for block in paper.blocks if isinstance(block, Paragraph | Heading)]


def test_the_notice_says_who_concluded_what_for_whom_until_when(cast: Cast) -> None:
    meeting = add_meeting(cast)
    call(cast, meeting, "binh", "tu")
    conclude(cast, meeting, "Chuẩn bị hội nghị", lead=add_bodies(cast)["Văn phòng"])
    publish_notice(actor=cast.actor("binh"), meeting=meeting, symbol="87/TB-HNCT", signed_on=TODAY)

    paper = notice_of(cast, meeting)

    assert (paper.type_name, paper.number, paper.symbol) == ("THÔNG BÁO", 87, "TB-HNCT")
    assert paper.abstract == (
        "Kết luận của Phó Chủ tịch Hội Phạm Thanh Bình tại họp giao ban tháng 11 năm 2026"
    )
    said = words_of(paper)
    assert said[0].startswith("Ngày 16/11/2026, tại trụ sở Trung ương Hội, Phạm Thanh Bình")
    assert said[0].endswith("Cùng dự có: Trần Anh Tú.")
    assert said[2:4] == [
        "1. Chuẩn bị hội nghị.",
        "Chủ trì: Văn phòng. Thời hạn: trước ngày 15/12 (đến 14/12/2026).",
    ]
    (signature,) = paper.signatures
    assert (signature.authority, signature.lines) == (
        Authority.ORDER, ("Chủ tịch", "Chánh Văn phòng"),
    )  # fmt: skip
    assert "Văn phòng" in paper.recipients


def test_both_files_of_the_notice_read_alike(cast: Cast) -> None:
    meeting = add_meeting(cast)
    conclude(cast, meeting, "Rà soát việc cấp đổi thẻ hội viên ở các xã mới hợp nhất")
    paper = notice_of(cast, meeting)

    pages = PdfReader(io.BytesIO(render_pdf(paper))).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    word = Document(io.BytesIO(render_word(paper)))
    written = " ".join(paragraph.text for paragraph in word.paragraphs)

    for sentence in ("Rà soát việc cấp đổi thẻ hội viên", "Văn phòng thông báo kết luận"):
        assert sentence in printed
        assert sentence in written
    assert "TL. CHỦ TỊCH" in printed
    assert "CHÁNH VĂN PHÒNG" in printed


def test_the_minutes_hold_what_was_recorded_and_claim_nothing_more(cast: Cast) -> None:
    meeting = add_meeting(cast)
    mai = cast.actor("mai")
    record_report(
        actor=mai, meeting=meeting, said_by="Ban Chăm sóc NCT", text="Đã xong phần việc quý III."
    )
    write_minutes(actor=mai, meeting=meeting, text="Các đại biểu thảo luận.\n- Nhất trí báo cáo.")
    seen = seen_meeting(mai, meeting.pk)

    paper = minutes_paper(
        seen, minutes_of(seen), attendance_of(seen), standings(mai, seen), outcomes_of(seen)
    )

    said = words_of(paper)
    assert "Ban Chăm sóc NCT báo cáo: Đã xong phần việc quý III." in said
    assert "Các đại biểu thảo luận." in said
    assert "Kết luận" not in said
    assert not any("thông qua" in one for one in said)
    assert [one.lines for one in paper.signatures] == [("Thư ký",), ("Chủ tọa",)]


def test_an_invitation_names_the_guest_day_and_place(cast: Cast) -> None:
    meeting = add_meeting(cast, held_on=TODAY.replace(day=30))
    (guest,) = call(cast, meeting, "tu")

    said = words_of(invitation_paper(meeting, guest, "Đặng Quỳnh Mai"))

    assert said[1] == "Trần Anh Tú"
    assert "Thời gian: thứ\u00a0Hai,\u00a030/11/2026." in said
    assert "Địa điểm: trụ sở Trung ương Hội." in said
