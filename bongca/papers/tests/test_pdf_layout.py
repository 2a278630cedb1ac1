"""The printed page, measured in millimetres against domain.md 6.3."""

from dataclasses import replace
from itertools import pairwise

import pytest
from pdfplumber.page import Page

from bongca.papers.rules.paper import Bullet, Paragraph
from bongca.papers.tests.factories import (
    JOINT,
    MM,
    OPENING,
    REPORT,
    WITH_ANNEXES,
    as_pdf,
    line_starting,
    pages_of,
)

LEFT, RIGHT, MIDDLE = 30.0, 195.0, 112.5
EXACT = 0.4


@pytest.fixture(scope="module")
def report() -> list[Page]:
    return pages_of(as_pdf(REPORT))


def rule_under(page: Page, text: str) -> tuple[float, float]:
    """Length of the first line drawn below a phrase and centred on it, and how far below."""
    phrase = line_starting(page, text)
    for rule in sorted(page.lines, key=lambda rule: float(rule["top"])):
        centre, top = (rule["x0"] + rule["x1"]) / 2 / MM, rule["top"] / MM
        if top > phrase.top and abs(centre - phrase.centre) < 1:
            return rule["width"] / MM, top - phrase.bottom
    raise AssertionError(f"no line under {text!r}")


def test_paper_is_a4_standing(report: list[Page]) -> None:
    assert {(round(p.width / MM), round(p.height / MM)) for p in report} == {(210, 297)}


def test_report_runs_over_three_pages(report: list[Page]) -> None:
    assert len(report) == 3


def test_text_keeps_the_four_margins(report: list[Page]) -> None:
    for page in report:
        body = [c for c in page.chars if c["top"] / MM > 18 and c["text"].strip()]
        assert min(c["x0"] for c in body) / MM >= LEFT - EXACT
        assert max(c["x1"] for c in body) / MM <= RIGHT + EXACT
        assert min(c["top"] for c in body) / MM >= 20 - EXACT
        assert max(c["bottom"] for c in body) / MM <= 277 + EXACT


def test_full_lines_reach_both_margins(report: list[Page]) -> None:
    first_line = line_starting(report[0], "Sáu tháng đầu năm 2026")
    lines = report[0].extract_text_lines()
    second_line = next(line for line in lines if line["x0"] / MM < LEFT + EXACT)

    assert first_line.left == pytest.approx(LEFT + 12.7, abs=EXACT)
    assert second_line["x1"] / MM == pytest.approx(RIGHT, abs=EXACT)


@pytest.mark.parametrize(
    ("text", "size", "font"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "Tinos-Bold"),
        ("Độc lập - Tự do - Hạnh phúc", 14, "Tinos-Bold"),
        ("TỈNH LÀO CAI", 13, "Tinos-Regular"),
        ("XÃ QUY MÔNG", 13, "Tinos-Bold"),
        ("Số:", 13, "Tinos-Regular"),
        ("Quy Mông, ngày 05 tháng 7 năm 2026", 14, "Tinos-Italic"),
        ("BÁO CÁO", 14, "Tinos-Bold"),
        ("Kết quả công tác Hội 6 tháng đầu năm 2026", 14, "Tinos-Bold"),
        ("Kính gửi:", 14, "Tinos-Regular"),
        ("Sáu tháng đầu năm 2026", 14, "Tinos-Regular"),
        ("I. KẾT QUẢ THỰC HIỆN", 14, "Tinos-Bold"),
        ("1. Công tác tổ chức", 14, "Tinos-Bold"),
        ("a) Chúc thọ, mừng thọ", 14, "Tinos-Regular"),
    ],
)
def test_type_and_size_of_each_part(report: list[Page], text: str, size: float, font: str) -> None:
    part = line_starting(report[0], text)

    assert part.size == pytest.approx(size, abs=0.05)
    assert part.font == font


@pytest.mark.parametrize(
    ("text", "size", "font"),
    [
        ("TM. BAN THƯỜNG VỤ", 14, "Tinos-Bold"),
        ("CHỦ TỊCH", 14, "Tinos-Bold"),
        ("Nguyễn Văn Minh", 14, "Tinos-Bold"),
        ("Nơi nhận:", 12, "Tinos-BoldItalic"),
        ("- Đảng ủy, HĐND, UBND xã;", 11, "Tinos-Regular"),
        ("- Lưu: VT.", 11, "Tinos-Regular"),
    ],
)
def test_type_and_size_of_the_signature_block(
    report: list[Page], text: str, size: float, font: str
) -> None:
    part = line_starting(report[-1], text)

    assert part.size == pytest.approx(size, abs=0.05)
    assert part.font == font


def test_line_under_the_motto_is_as_long_as_the_motto(report: list[Page]) -> None:
    motto = "Độc lập - Tự do - Hạnh phúc"
    length, below = rule_under(report[0], motto)

    assert length == pytest.approx(line_starting(report[0], motto).width, abs=1)
    assert 0.5 < below < 3


@pytest.mark.parametrize(
    ("last_line", "longest_line"),
    [
        ("XÃ QUY MÔNG", "HỘI NGƯỜI CAO TUỔI"),
        ("Kết quả công tác Hội 6 tháng đầu năm 2026", "Kết quả công tác Hội 6 tháng đầu năm 2026"),
    ],
)
def test_other_lines_are_a_third_to_a_half_of_the_text(
    report: list[Page], last_line: str, longest_line: str
) -> None:
    length, _ = rule_under(report[0], last_line)

    assert 1 / 3 <= length / line_starting(report[0], longest_line).width <= 1 / 2


def test_head_stands_in_two_centred_columns(report: list[Page]) -> None:
    page = report[0]
    issuer_centre = line_starting(page, "XÃ QUY MÔNG").centre
    nation_centre = line_starting(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").centre

    assert issuer_centre == pytest.approx(LEFT + 64 / 2, abs=EXACT)
    assert nation_centre == pytest.approx(RIGHT - 101 / 2, abs=EXACT)
    assert line_starting(page, "TỈNH LÀO CAI").centre == pytest.approx(issuer_centre, abs=1)
    for text in ("Độc lập - Tự do - Hạnh phúc", "Quy Mông, ngày 05 tháng 7 năm 2026"):
        assert line_starting(page, text).centre == pytest.approx(nation_centre, abs=1)


def test_number_and_place_stand_on_one_line(report: list[Page]) -> None:
    number = line_starting(report[0], "Số:")
    place = line_starting(report[0], "Quy Mông, ngày 05")

    assert number.bottom == pytest.approx(place.bottom, abs=1)


def test_title_is_centred_across_the_text(report: list[Page]) -> None:
    for text in ("BÁO CÁO", "Kết quả công tác Hội 6 tháng đầu năm 2026"):
        assert line_starting(report[0], text).centre == pytest.approx(MIDDLE, abs=EXACT)


def test_first_page_has_no_number_and_later_ones_have_it_in_the_top_margin(
    report: list[Page],
) -> None:
    margins = [[c for c in page.chars if c["bottom"] / MM < 19] for page in report]

    assert margins[0] == []
    for number, characters in enumerate(margins[1:], 2):
        assert "".join(c["text"] for c in characters) == str(number)
        centre = (characters[0]["x0"] + characters[0]["x1"]) / 2 / MM
        assert centre == pytest.approx(MIDDLE, abs=EXACT)
        assert characters[0]["size"] == pytest.approx(14, abs=0.05)


def test_head_of_a_table_is_repeated_on_the_next_page(report: list[Page]) -> None:
    with_rows = [page for page in report if "Chỉ tiêu thứ" in page.extract_text()]

    assert len(with_rows) == 2
    assert all("Đơn vị tính" in page.extract_text().replace("\n", " ") for page in with_rows)


def test_baselines_are_between_one_and_one_and_a_half_lines(report: list[Page]) -> None:
    lines = [
        line["bottom"]
        for line in report[2].extract_text_lines()
        if line["chars"][0]["size"] == 14 and line["x0"] / MM < LEFT + EXACT
    ]
    steps = {round(after - before, 1) for before, after in pairwise(lines)}

    assert 14 * 1.149 <= min(steps) <= 14 * 1.149 * 1.5


def test_recipients_stand_level_with_the_signers_capacity(report: list[Page]) -> None:
    recipients = line_starting(report[-1], "Nơi nhận:")
    capacity = line_starting(report[-1], "TM. BAN THƯỜNG VỤ")
    name = line_starting(report[-1], "Nguyễn Văn Minh")

    assert recipients.left == pytest.approx(LEFT, abs=EXACT)
    assert recipients.top == pytest.approx(capacity.top, abs=1)
    assert name.centre == pytest.approx(capacity.centre, abs=EXACT)
    assert name.top - capacity.bottom > 25


def test_two_signers_stand_level_with_the_recipients_below() -> None:
    page = pages_of(as_pdf(JOINT))[-1]
    first, second = (line_starting(page, name) for name in ("Lê Văn An", "Trần Văn Bình"))

    assert first.top == pytest.approx(second.top, abs=EXACT)
    assert first.centre < MIDDLE < second.centre
    assert line_starting(page, "Nơi nhận:").top > first.bottom


def test_joint_paper_names_both_issuers() -> None:
    text = pages_of(as_pdf(JOINT))[0].extract_text()

    assert "VIỆT NAM -" in text
    assert "BỘ CÔNG AN" in text


def test_several_addressees_stand_each_on_a_line_under_the_colon() -> None:
    paper = replace(REPORT, addressees=("Ban Thường vụ Tỉnh hội", "Thường trực Đảng ủy xã"))
    page = pages_of(as_pdf(paper))[0]
    label = line_starting(page, "Kính gửi:")
    first, last = (
        line_starting(page, text)
        for text in ("- Ban Thường vụ Tỉnh hội;", "- Thường trực Đảng ủy xã.")
    )

    colon_left = label.right - 14 * 0.278 / MM
    assert first.left == pytest.approx(last.left, abs=0.1)
    assert first.left == pytest.approx(colon_left, abs=1)
    assert label.bottom <= first.top + 1 < last.top


def test_letter_has_its_subject_under_the_number_and_no_title() -> None:
    paper = replace(REPORT, type_name="", symbol="HNCT-CS", number=215)
    page = pages_of(as_pdf(paper))[0]
    number = line_starting(page, "Số: 215/HNCT-CS")
    subject = line_starting(page, "V/v Kết quả công tác")

    assert "BÁO CÁO" not in page.extract_text()
    assert subject.size == pytest.approx(13, abs=0.05)
    assert subject.centre == pytest.approx(number.centre, abs=1)
    assert 6 / MM - 1 <= subject.top - number.bottom <= 6 / MM + 1.5


def test_annexes_lie_or_stand_and_count_their_own_pages() -> None:
    pages = pages_of(as_pdf(WITH_ANNEXES))
    starts = [n for n, page in enumerate(pages) if page.extract_text().startswith("Phụ lục")]

    assert [pages[n].extract_text().split("\n")[0] for n in starts] == ["Phụ lục I", "Phụ lục II"]
    assert pages[starts[0]].width > pages[starts[0]].height
    assert pages[starts[1]].width < pages[starts[1]].height
    assert pages[starts[0] + 1].extract_text().split("\n")[0] == "2"
    reference = pages[starts[0]].extract_text().replace("\n", " ")
    assert "(Kèm theo Báo cáo số 12/BC-HNCT ngày 05 tháng 7 năm 2026 của Hội Người" in reference


@pytest.mark.parametrize("line_count", range(9, 19))
def test_signature_never_stands_on_a_page_without_text(line_count: int) -> None:
    lines = tuple(Bullet(f"Việc thứ {n}") for n in range(line_count))
    paper = replace(REPORT, blocks=(*lines, Paragraph(OPENING)))

    last_page = pages_of(as_pdf(paper))[-1].extract_text()

    assert "TM. BAN THƯỜNG VỤ" in last_page
    assert "địa bàn./." in last_page
