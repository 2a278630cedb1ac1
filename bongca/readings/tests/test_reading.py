"""What public texts showed the rules to miss, in words of our own."""

from datetime import date

import pytest

from bongca.readings.models import Proposal
from bongca.readings.queries.marking import marked
from bongca.readings.rules.lines import unwrapped
from bongca.readings.rules.reading import read

SAID_ON = date(2026, 11, 16)
WRAPPED = (
    "Tham dự buổi làm việc của Thường trực có Phó Chủ tịch Trần\n"
    "Văn Mười, đại diện Hội Người cao tuổi các xã trong toàn\n"
    "tỉnh cùng những cán bộ đã nghỉ công tác từ nhiều năm nay\n"
    "và các ban liên quan. Sau đó mọi người đi thăm nhà truyền\n"
    "thống của tỉnh, nơi giữ những kỷ vật của các cụ ngày xưa\n"
    "để lại cho con cháu mai sau cùng nhau giữ gìn."
)


def test_lines_of_a_page_are_joined_and_no_letter_moves() -> None:
    joined = unwrapped(WRAPPED)
    assert len(joined) == len(WRAPPED)
    assert "\n" not in joined
    assert [one.words for one in read(WRAPPED, SAID_ON).persons] == ["Trần Văn Mười"]


def test_paragraphs_and_points_keep_their_breaks() -> None:
    paragraphs = "Một tiêu đề không có dấu chấm ở cuối\n" + "Một đoạn dài. " * 20
    assert unwrapped(paragraphs) == paragraphs
    points = WRAPPED + "\n1. Điểm thứ nhất của việc phải làm trong tháng\n2. Điểm thứ hai"
    assert "\n1. Điểm" in unwrapped(points)
    assert "\n2. Điểm" in unwrapped(points)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Ngày 12/11, Hội họp.", []),
        ("Quyết định giai đoạn 2016 - 2030.", []),
        ("Kế hoạch năm 2027 đã có.", []),
        ("Nộp báo cáo trước ngày 05/12/2026.", ["trước ngày 05/12/2026"]),
        ("Năm 2027, Hội mở lớp.", ["Năm 2027"]),
    ],
)
def test_only_what_lies_ahead_is_a_deadline(text: str, times: list[str]) -> None:
    assert [one.words for one in read(text, SAID_ON).times] == times


@pytest.mark.parametrize(
    "text",
    [
        "Phó Chủ tịch có ý kiến như sau:\nTrung ương Hội phối hợp với Sở Y tế khám cho các cụ.",
        "Chủ tịch đề nghị, Hội NCT các xã chuẩn bị chu đáo cho đại hội.",
        "Tỉnh giao Hội Người cao tuổi tỉnh chuẩn bị Tháng hành động.",
        "Thường trực giao Ban Tổ chức tổng hợp danh sách.",
        "Danh sách phải nộp chậm nhất trước 05/12.",
    ],
)
def test_a_notice_opens_without_the_word_conclude(text: str) -> None:
    assert len(read(text, SAID_ON).conclusions) == 1


def test_a_name_after_the_province_of_an_office_is_a_person() -> None:
    found = read("Chủ tịch UBND tỉnh Vũ Hồng Mười kết luận. Xã Nguyễn Văn Mười ở xa.", SAID_ON)
    assert [one.words for one in found.persons][:1] == ["Vũ Hồng Mười"]


def test_marks_cut_the_text_and_lose_nothing() -> None:
    text = "Ông Trần Văn Mười giao Văn phòng."
    spans = [("person", 4, 17), ("unit", 23, 32), ("conclusion", 0, 33)]
    proposals = [Proposal(pk=at, kind=k, start=s, end=e) for at, (k, s, e) in enumerate(spans, 1)]
    pieces = marked(text, proposals)
    assert "".join(one.text for one in pieces) == text
    assert [one.text for one in pieces if one.label] == ["Trần Văn Mười", "Văn phòng"]
    assert [one.anchor for one in pieces if one.anchor] == [3]
    assert pieces[-1].closes
