"""Every type of Phụ lục III that a unit issues, measured from its PDF (domain.md 6.2, 6.3)."""

from dataclasses import replace

import pytest
from pdfplumber.page import Page

from bongca.core.citations import TYPE_NAMES
from bongca.papers.rules.narrative import parts_of, stroked
from bongca.papers.rules.paper import Bullet, OfficialPaper, Paragraph, Table
from bongca.papers.tests.factories import MM, OPENING, REPORT, as_pdf, line_starting, pages_of

# The templates of Phụ lục III: 1.1 to 1.10 by their types; a công văn has no sign.
TYPES = (
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB",
    "TTr", "HĐ", "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "",
)  # fmt: skip
LEFT, RIGHT, TOP, BOTTOM = 30.0, 195.0, 20.0, 277.0
ABSTRACT = "Tổ chức Tháng hành động vì người cao tuổi"
LONG = "Ban đại diện Hội Người cao tuổi khu kinh tế và đô thị Chu Lai, thành phố Đà Nẵng"


def paper_of(sign: str) -> OfficialPaper:
    addressees = ("Ban Thường vụ Hội Người cao tuổi tỉnh Lào Cai",)
    return replace(
        REPORT, number=5, symbol=f"{sign}-HNCT" if sign else "HNCT-CS", abstract=ABSTRACT,
        type_name=TYPE_NAMES[sign] if sign else "",
        addressees=addressees if sign in ("", "BC", "TTr", "GM") else (),
        bases=("Căn cứ Luật Người cao tuổi", "Căn cứ Điều lệ Hội") if sign == "QĐ" else (),
        blocks=(Paragraph(OPENING), Bullet("Mỗi xã cử hai người;"), Paragraph(OPENING)),
    )  # fmt: skip


def rule_under(page: Page, text: str) -> float:
    """Length of the first line drawn below a phrase and centred on it."""
    phrase = line_starting(page, text)
    for rule in sorted(page.lines, key=lambda one: float(one["top"])):
        centre = (rule["x0"] + rule["x1"]) / 2 / MM
        if rule["top"] / MM > phrase.top and abs(centre - phrase.centre) < 1:
            return float(rule["width"] / MM)
    raise AssertionError(f"no line under {text!r}")


def styled(page: Page, text: str) -> tuple[float, str]:
    part = line_starting(page, text)
    return round(part.size, 1), part.font.removeprefix("Tinos-")


@pytest.mark.parametrize("sign", TYPES)
def test_the_page_of_each_type_keeps_the_measures_of_the_decree(sign: str) -> None:
    page = pages_of(as_pdf(paper_of(sign)))[0]
    words = page.extract_words()

    assert min(word["x0"] for word in words) / MM >= LEFT - 0.2
    assert max(word["x1"] for word in words) / MM <= RIGHT + 0.2
    assert min(word["top"] for word in words) / MM >= TOP - 1
    assert max(word["bottom"] for word in words) / MM <= BOTTOM + 0.5
    assert styled(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == (13, "Bold")
    assert styled(page, "Độc lập - Tự do - Hạnh phúc") == (14, "Bold")
    assert styled(page, "XÃ QUY MÔNG") == (13, "Bold")
    assert styled(page, "Số: 05/") == (13, "Regular")
    assert styled(page, "Quy Mông, ngày 05 tháng 7 năm 2026") == (14, "Italic")
    motto = line_starting(page, "Độc lập - Tự do - Hạnh phúc")
    assert rule_under(page, "Độc lập - Tự do - Hạnh phúc") == pytest.approx(motto.width, abs=1)
    issuer = line_starting(page, "HỘI NGƯỜI CAO TUỔI").width
    assert 1 / 3 <= rule_under(page, "XÃ QUY MÔNG") / issuer <= 1 / 2
    assert styled(page, "Sáu tháng đầu năm 2026") == (14, "Regular")
    assert line_starting(page, "Sáu tháng đầu").left == pytest.approx(LEFT + 12.7, abs=0.4)
    assert styled(page, "TM. BAN THƯỜNG VỤ") == (14, "Bold")
    assert styled(page, "Nơi nhận:") == (12, "BoldItalic")
    assert styled(page, "- Lưu: VT.") == (11, "Regular")
    _title(page, sign)


def _title(page: Page, sign: str) -> None:
    """Tên loại and trích yếu centred with their line; of a công văn V/v under the number."""
    if not sign:
        subject = line_starting(page, "V/v Tổ chức")
        assert (round(subject.size, 1), subject.font) == (13, "Tinos-Regular")
        return
    name = line_starting(page, TYPE_NAMES[sign].upper())
    assert (round(name.size, 1), name.font) == (14, "Tinos-Bold")
    for text in (TYPE_NAMES[sign].upper(), ABSTRACT):
        assert line_starting(page, text).centre == pytest.approx((LEFT + RIGHT) / 2, abs=0.4)
    assert styled(page, ABSTRACT) == (14, "Bold")
    assert 1 / 3 <= rule_under(page, ABSTRACT) / line_starting(page, ABSTRACT).width <= 1 / 2
    if sign == "QĐ":
        assert styled(page, "Căn cứ Luật Người cao tuổi;") == (14, "Italic")
    assert ("Kính gửi:" in page.extract_text()) == (sign in ("BC", "TTr"))
    assert ("Trân trọng kính mời:" in page.extract_text()) == (sign == "GM")


@pytest.mark.parametrize("sign", ["KH", ""])
def test_a_long_issuer_breaks_inside_its_column(sign: str) -> None:
    page = pages_of(as_pdf(replace(paper_of(sign), issuer_name=LONG)))[0]
    number = line_starting(page, "Số:")
    column = page.crop((0, 0, (LEFT + 64.5) * MM, number.top * MM)).extract_text().split("\n")
    bold = [line for line in column if line_starting(page, line).font == "Tinos-Bold"]

    assert " ".join(bold) == LONG.upper()
    assert len(bold) >= 3
    lines = [line_starting(page, line) for line in bold]
    assert all(line.left >= LEFT - 0.1 and line.right <= LEFT + 64.1 for line in lines)
    widest = max(line.width for line in lines)
    assert 1 / 3 <= rule_under(page, bold[-1]) / widest <= 1 / 2
    assert number.top > lines[-1].bottom


def test_annexes_and_tables_of_a_drafted_text_lie_when_they_are_wide() -> None:
    wide = "\t".join(f"Cột {n}" for n in range(9)) + "\n" + "\t".join("12" for _ in range(9))
    typed = (
        f"Nội dung kế hoạch\n| TT | Việc |\n| 1 | Họp |\nPhụ lục I: Số liệu\n{wide}\n"
        "Phụ lục II: Danh sách\n- Cụ Nguyễn Thị Mận"
    )
    blocks, annexes = parts_of(stroked(typed))
    assert [type(block) for block in blocks] == [Paragraph, Table]
    paper = replace(paper_of("KH"), blocks=blocks, annexes=annexes)

    pages = pages_of(as_pdf(paper))

    heads = [page.extract_text().split("\n")[:2] for page in pages[1:]]
    assert heads == [["Phụ lục I", "SỐ LIỆU"], ["Phụ lục II", "DANH SÁCH"]]
    assert [page.width > page.height for page in pages] == [False, True, False]
    assert "Việc" in pages[0].extract_text() and "Họp" in pages[0].extract_text()
