"""Thông báo kết luận, biên bản, giấy mời: the printed pages measured against domain.md 6.3."""

import pytest
from pdfplumber.page import Page

from bongca.documents.actions.attaching import Brought
from bongca.documents.actions.outgoing import initial_draft, number_document, sign_document
from bongca.documents.models import OutgoingDocument
from bongca.meetings.actions.meetings import record_attendance, record_opinion
from bongca.meetings.actions.minutes import write_minutes
from bongca.meetings.actions.papers import draft_minutes_paper
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.models import Meeting
from bongca.meetings.queries.composing import invitation_paper
from bongca.meetings.tests.factories import add_bodies, add_meeting, call, call_units, conclude
from bongca.meetings.tests.printing import (
    BOTTOM,
    EXACT,
    LEFT,
    MIDDLE,
    RIGHT,
    keeps_margins,
    line_below,
    number_in_margin,
    printed,
    printed_notice,
    whole,
    words_on,
)
from bongca.papers.tests.factories import MM, Phrase, as_pdf, line_starting, pages_of
from tests.cast import TODAY, Cast

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
ABSTRACT = (
    "Kết luận của Phó Chủ tịch Hội Phạm Thanh Bình",
    "tại họp giao ban tháng 11 năm 2026",
)
SCAN = Brought("ban-ky.pdf", b"%PDF-1.7\n1 0 obj\n")
LONG = (
    "Hội Người cao tuổi thành phố Bắc Ninh chủ động phối hợp với Sở Y tế, Sở Nội vụ và Ủy ban nhân"
    " dân các xã, phường rà soát, cấp đổi thẻ hội viên ở những nơi mới hợp nhất, báo cáo kết quả"
    " bằng văn bản về Văn phòng Trung ương Hội để tổng hợp"
)


def own_meeting(cast: Cast, conclusions: int = 3, **changed: str) -> Meeting:
    bodies = add_bodies(cast)
    meeting = add_meeting(cast, **changed)
    call(cast, meeting, "binh", "tu")
    call_units(cast, meeting, "bac_ninh")
    for number in range(conclusions):
        lead = bodies["Ban Chăm sóc NCT"] if number % 2 else cast.bac_ninh
        conclude(cast, meeting, f"{LONG} lần {number + 1}.", lead=lead)
    return meeting


def face(phrase: Phrase) -> tuple[float, str]:
    return round(phrase.size, 1), phrase.font


def level(first: Phrase, second: Phrase) -> bool:
    return abs(first.top - second.top) < 1


def numbered(cast: Cast, document: OutgoingDocument, who: str = "mai") -> OutgoingDocument:
    """Bring a draft to its number, as the office does."""
    actor = cast.actor(who)
    initial_draft(actor=actor, document_id=document.pk)
    sign_document(
        actor=actor,
        document_id=document.pk,
        scan=SCAN,
        signed_on=TODAY,
        signer_name="Đặng Quỳnh Mai",
    )
    return number_document(actor=actor, document_id=document.pk)


@pytest.fixture
def notice(cast: Cast) -> list[Page]:
    document = publish_notice(actor=cast.actor("binh"), meeting=own_meeting(cast)).document
    assert document is not None
    return printed(numbered(cast, document))


def test_the_notice_is_set_in_the_types_and_sizes_of_the_annex(notice: list[Page]) -> None:
    first, last = notice[0], notice[-1]
    found = {
        text: face(line_starting(page, text))
        for page, text in (
            (first, NATION), (first, MOTTO), (first, "HỘI NGƯỜI CAO TUỔI"), (first, "Số:"),
            (first, "Hà Nội, ngày 22 tháng 11 năm 2026"), (first, "THÔNG BÁO"),
            (first, "Kết luận của Phó Chủ tịch"),
            (first, "Ngày 16/11/2026"), (first, "1. Hội Người cao tuổi thành phố"),
            (last, "TL. CHỦ TỊCH"), (last, "CHÁNH VĂN PHÒNG"), (last, "Nơi nhận:"),
            (last, "- Ban Chăm sóc NCT;"), (last, "- Lưu: VT."),
        )
    }  # fmt: skip

    assert found == {
        NATION: (13, "Tinos-Bold"),
        MOTTO: (14, "Tinos-Bold"),
        "HỘI NGƯỜI CAO TUỔI": (13, "Tinos-Bold"),
        "Số:": (13, "Tinos-Regular"),
        "Hà Nội, ngày 22 tháng 11 năm 2026": (14, "Tinos-Italic"),
        "THÔNG BÁO": (14, "Tinos-Bold"),
        "Kết luận của Phó Chủ tịch": (14, "Tinos-Bold"),
        "Ngày 16/11/2026": (14, "Tinos-Regular"),
        "1. Hội Người cao tuổi thành phố": (14, "Tinos-Regular"),
        "TL. CHỦ TỊCH": (14, "Tinos-Bold"),
        "CHÁNH VĂN PHÒNG": (14, "Tinos-Bold"),
        "Nơi nhận:": (12, "Tinos-BoldItalic"),
        "- Ban Chăm sóc NCT;": (11, "Tinos-Regular"),
        "- Lưu: VT.": (11, "Tinos-Regular"),
    }


def test_the_head_of_the_notice_stands_where_it_belongs(notice: list[Page]) -> None:
    page = notice[0]
    nation, motto = line_starting(page, NATION), line_starting(page, MOTTO)
    issuer = line_starting(page, "HỘI NGƯỜI CAO TUỔI")
    number = line_starting(page, "Số: 01/TB-HNCT")
    place = line_starting(page, "Hà Nội, ngày 22 tháng 11 năm 2026")

    assert (round(page.width / MM), round(page.height / MM)) == (210, 297)
    assert motto.centre == pytest.approx(nation.centre, abs=1)
    assert place.centre == pytest.approx(nation.centre, abs=1)
    assert number.centre == pytest.approx(issuer.centre, abs=1)
    assert issuer.right < nation.left
    assert level(issuer, nation)
    assert number.bottom == pytest.approx(place.bottom, abs=1)
    title = line_starting(page, "THÔNG BÁO")
    abstract = [whole(page, words) for words in ABSTRACT]
    assert [one.centre for one in (title, *abstract)] == pytest.approx([MIDDLE] * 3, abs=EXACT)
    assert number.bottom < title.top < abstract[0].top < abstract[1].top


def test_the_lines_under_motto_issuer_and_abstract_have_their_lengths(notice: list[Page]) -> None:
    page = notice[0]
    motto, below = line_below(page, MOTTO)
    abstract, _ = line_below(page, ABSTRACT[1])
    longest = max(whole(page, words).width for words in ABSTRACT)
    issuer = [line for line in page.lines if line["x1"] / MM < MIDDLE]

    assert motto == pytest.approx(line_starting(page, MOTTO).width, abs=1)
    assert 0.5 < below < 3
    assert 1 / 3 <= abstract / longest <= 1 / 2
    assert len(issuer) == 1
    name = line_starting(page, "HỘI NGƯỜI CAO TUỔI")
    assert 1 / 3 <= issuer[0]["width"] / MM / name.width <= 1 / 2
    assert (issuer[0]["x0"] + issuer[0]["x1"]) / 2 / MM == pytest.approx(name.centre, abs=1)


def test_each_conclusion_stands_numbered_with_who_and_when_below_it(notice: list[Page]) -> None:
    first = notice[0]
    text = " ".join(words_on(page) for page in notice)
    for number in (1, 2, 3):
        who = "Ban Chăm sóc NCT" if number == 2 else "Hội NCT thành phố Bắc Ninh"
        assert f"để tổng hợp lần {number}. Chủ trì: {who}. Thời hạn: trước ngày 15/12" in text
        assert f"{number}. Hội Người cao tuổi thành phố Bắc Ninh chủ động" in text

    begun = line_starting(first, "1. Hội Người cao tuổi")
    owed = line_starting(first, "Chủ trì: Hội NCT")
    assert begun.left == pytest.approx(LEFT + 12.7, abs=EXACT)
    assert owed.left == pytest.approx(begun.left, abs=0.1)
    full = whole(first, r"Nội vụ và Ủy ban nhân dân[^\n]*")
    assert (full.left, full.right) == pytest.approx((LEFT, RIGHT), abs=EXACT)


def test_the_foot_of_the_notice_has_receivers_left_and_sign_off_right(notice: list[Page]) -> None:
    page = notice[-1]
    receivers = line_starting(page, "Nơi nhận:")
    order, chief = line_starting(page, "TL. CHỦ TỊCH"), line_starting(page, "CHÁNH VĂN PHÒNG")
    last = line_starting(page, "- Lưu: VT.")

    assert receivers.left == pytest.approx(LEFT, abs=EXACT)
    assert level(receivers, order)
    assert order.centre == pytest.approx(chief.centre, abs=EXACT)
    assert receivers.right < MIDDLE < order.left
    assert order.bottom <= chief.top + 0.5
    assert last.top > line_starting(page, "- Hội NCT thành phố Bắc Ninh;").top
    assert "thực hiện./." in words_on(page)


def test_forty_conclusions_run_over_numbered_pages_and_end_with_text(cast: Cast) -> None:
    pages = printed_notice(cast, own_meeting(cast, 40))

    assert len(pages) > 6
    assert all(keeps_margins(page) for page in pages)
    assert [number_in_margin(page) for page in pages] == [
        "", *(str(number) for number in range(2, len(pages) + 1)),
    ]  # fmt: skip
    ending = words_on(pages[-1])
    assert "TL. CHỦ TỊCH" in ending
    assert "Văn phòng thông báo kết luận của" in ending
    assert "TL. CHỦ TỊCH" not in words_on(pages[-2])


@pytest.mark.parametrize("conclusions", range(3, 9))
def test_the_sign_off_never_stands_on_a_page_without_text(cast: Cast, conclusions: int) -> None:
    ending = words_on(printed_notice(cast, own_meeting(cast, conclusions))[-1])

    assert "TL. CHỦ TỊCH" in ending
    assert "biết, thực hiện./." in ending


def test_long_names_of_units_stay_in_their_places(cast: Cast) -> None:
    long_name = "Hội NCT xã Tân Yên và các xã Nhã Nam, Phúc Hòa, Ngọc Thiện, Lam Cốt, Việt Lập"
    cast.tan_yen.name = long_name
    cast.tan_yen.save(update_fields=["name"])
    meeting = add_meeting(cast, "tan_yen", "minh")
    cast.dong_tam.name = "Chi hội thôn Đồng Tâm, khu dân cư số 3 và các xóm Ngoài, xóm Trong"
    cast.dong_tam.save(update_fields=["name"])
    conclude(cast, meeting, f"{LONG}.", lead=cast.dong_tam, who="minh")

    first, *_ = pages = printed_notice(cast, meeting, "minh")

    assert all(keeps_margins(page) for page in pages)
    nation = line_starting(first, NATION)
    column = first.crop((0, 0, nation.left * MM - 1, line_starting(first, "THÔNG BÁO").top * MM))
    assert max(c["x1"] for c in column.chars) / MM <= nation.left
    issuer = " ".join(column.extract_text().split())
    assert "HỘI NGƯỜI CAO TUỔI THÀNH PHỐ BẮC NINH" in issuer
    assert "HỘI NGƯỜI CAO TUỔI XÃ TÂN YÊN VÀ CÁC XÃ NHÃ NAM" in issuer
    assert "Số: /TB-HNCT" in issuer
    ending = pages[-1]
    assert "các xóm Ngoài, xóm Trong;" in words_on(ending)
    listed = line_starting(ending, "- Chi hội thôn Đồng Tâm")
    assert listed.right < line_starting(ending, "CHỦ TỊCH").left


def test_the_minutes_are_signed_by_secretary_left_and_chair_right(cast: Cast) -> None:
    meeting = own_meeting(cast, secretary_name="Đặng Quỳnh Mai")
    mai = cast.actor("mai")
    people = {one.pk: True for one in meeting.participants.all()}
    record_attendance(actor=mai, meeting=meeting, present=people)
    record_opinion(actor=mai, meeting=meeting, said_by="Ông Trần Anh Tú", text=f"{LONG}.")
    write_minutes(actor=mai, meeting=meeting, text="\n".join([f"{LONG}."] * 14))

    pages = printed(draft_minutes_paper(actor=mai, meeting=meeting))

    first, last = pages[0], pages[-1]
    title = line_starting(first, "BIÊN BẢN")
    assert face(title) == (14, "Tinos-Bold")
    assert title.centre == pytest.approx(MIDDLE, abs=EXACT)
    assert line_starting(first, "Họp giao ban tháng 11").font == "Tinos-Bold"
    assert "Số: /BB-HNCT" in words_on(first)
    text = " ".join(words_on(page) for page in pages)
    for said in (
        "Thời gian bắt đầu: ngày 16/11/2026", "Chủ tọa: Phạm Thanh Bình, Phó Chủ tịch Hội.",
        "Thư ký: Đặng Quỳnh Mai.", "Có mặt: Phạm Thanh Bình; Trần Anh Tú", "Ông Trần Anh Tú: Hội",
    ):  # fmt: skip
        assert said in text
    secretary, chair = line_starting(last, "THƯ KÝ"), line_starting(last, "CHỦ TỌA")
    assert level(secretary, chair)
    assert secretary.right < MIDDLE < chair.left
    names = line_starting(last, "Đặng Quỳnh Mai"), line_starting(last, "Phạm Thanh Bình")
    assert level(*names)
    assert names[0].centre == pytest.approx(secretary.centre, abs=EXACT)
    assert names[1].centre == pytest.approx(chair.centre, abs=EXACT)
    assert all(keeps_margins(page) for page in pages)
    assert [number_in_margin(page) for page in pages[:3]] == ["", "2", "3"]


def test_an_invitation_is_one_page_with_its_title_and_sign_off(cast: Cast) -> None:
    meeting = own_meeting(cast, 0)
    guest = meeting.participants.get(unit=cast.bac_ninh)

    (page,) = pages_of(as_pdf(invitation_paper(meeting, guest)))

    assert keeps_margins(page)
    title = line_starting(page, "GIẤY MỜI")
    assert face(title) == (14, "Tinos-Bold")
    assert title.centre == pytest.approx(MIDDLE, abs=EXACT)
    abstract, _ = line_below(page, "Họp giao ban tháng 11 năm 2026")
    assert 1 / 3 <= abstract / line_starting(page, "Họp giao ban tháng 11 năm 2026").width <= 1 / 2
    assert "trân trọng kính mời: Hội NCT thành phố Bắc Ninh" in words_on(page)
    assert level(line_starting(page, "Nơi nhận:"), line_starting(page, "TL. CHỦ TỊCH"))
    assert line_starting(page, "- Như trên;").size == pytest.approx(11, abs=0.05)
    assert line_starting(page, "CHÁNH VĂN PHÒNG").bottom < BOTTOM
