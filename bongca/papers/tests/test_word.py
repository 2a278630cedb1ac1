"""The Word file, measured in its XML against domain.md 6.3."""

import io
import unicodedata
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st

from bongca.papers.rules.paper import Heading, Paragraph
from bongca.papers.rules.sheet import WATERMARK
from bongca.papers.tests.factories import JOINT, REPORT, WITH_ANNEXES, as_word, opened_word


@pytest.fixture(scope="module")
def report() -> WordDocument:
    return opened_word(as_word(REPORT))


def all_paragraphs(word: WordDocument) -> list[WordParagraph]:
    return [WordParagraph(found, word) for found in word.element.body.iter(qn("w:p"))]


def paragraph_with(word: WordDocument, text: str) -> WordParagraph:
    return next(p for p in all_paragraphs(word) if text in p.text)


def millimetres(length: Any) -> float:
    return float(length.mm)


def rules_of(word: WordDocument) -> list[float]:
    """Lengths of the lines drawn under the head, left to right."""
    column_mm = {0: 64.0, 1: 101.0}
    cells = word.tables[0].row_cells(0)
    found = []
    for position, cell in enumerate(cells):
        for paragraph in cell.paragraphs:
            if paragraph._p.find(".//" + qn("w:pBdr")) is not None:
                layout = paragraph.paragraph_format
                indents = millimetres(layout.left_indent) + millimetres(layout.right_indent)
                found.append(column_mm[position] - indents)
    return found


def test_page_is_a4_with_the_four_margins(report: WordDocument) -> None:
    section = report.sections[0]

    measures = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )

    assert [round(millimetres(m)) for m in measures] == [210, 297, 20, 20, 30, 15]


@pytest.mark.parametrize(
    ("text", "size", "is_bold", "is_italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True, None),
        ("Độc lập - Tự do - Hạnh phúc", 14, True, None),
        ("TỈNH LÀO CAI", 13, None, None),
        ("XÃ QUY MÔNG", 13, True, None),
        ("/BC-HNCT", 13, None, None),
        ("Quy Mông, ngày 05 tháng 7 năm 2026", 14, None, True),
        ("BÁO CÁO", 14, True, None),
        ("Kết quả công tác Hội 6 tháng", 14, True, None),
        ("Kính gửi: Ban Thường vụ", 14, None, None),
        ("Sáu tháng đầu năm 2026", 14, None, None),
        ("Biểu số liệu tổng hợp", 14, True, None),
        ("TM. BAN THƯỜNG VỤ\nCHỦ TỊCH", 14, True, None),
        ("Nguyễn Văn Minh", 14, True, None),
        ("Nơi nhận:", 12, True, True),
        ("- Lưu: VT.", 11, None, None),
    ],
)
def test_size_and_style_of_each_part(
    report: WordDocument, text: str, size: float, is_bold: bool | None, is_italic: bool | None
) -> None:
    run = paragraph_with(report, text).runs[0]

    assert run.font.size is not None
    assert (run.font.size.pt, run.font.bold, run.font.italic) == (size, is_bold, is_italic)


def test_every_style_used_names_times_new_roman(report: WordDocument) -> None:
    for name in {p.style.name for p in all_paragraphs(report) if p.style} | {"Header"}:
        fonts = report.styles[name].element.rPr.rFonts
        scripts = {fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")}
        assert scripts == {"Times New Roman"}, name
        assert fonts.get(qn("w:asciiTheme")) is None
    assert b"w:rFonts" not in zipfile.ZipFile(io.BytesIO(as_word(REPORT))).read("word/document.xml")


def test_text_is_justified_with_indent_and_spacing(report: WordDocument) -> None:
    paragraph = paragraph_with(report, "Sáu tháng đầu năm 2026")
    layout = paragraph.paragraph_format

    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert millimetres(layout.first_line_indent) == pytest.approx(12.7, abs=0.1)
    assert layout.space_after is not None
    assert layout.space_after.pt >= 6
    assert isinstance(layout.line_spacing, float)
    assert 1 <= layout.line_spacing <= 1.5


def test_lines_of_the_head_have_the_lengths_of_the_decree(report: WordDocument) -> None:
    issuer, motto = rules_of(report)

    # Widths of the texts in this type, as measured on the printed PDF.
    assert motto == pytest.approx(60.5, abs=1)
    assert 1 / 3 <= issuer / 50.0 <= 1 / 2


def test_page_number_is_centred_in_the_top_margin_from_page_two(report: WordDocument) -> None:
    section = report.sections[0]
    number = section.header.paragraphs[0]

    assert section.different_first_page_header_footer
    assert number.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert "".join(t.text for t in number._p.iter(qn("w:instrText"))) == "PAGE"
    assert number.runs[0].font.size is not None
    assert number.runs[0].font.size.pt == 14
    assert millimetres(section.header_distance) < 20
    assert not list(section.first_page_header._element.iter(qn("w:instrText")))


def test_head_of_the_table_repeats_and_rows_stay_whole(report: WordDocument) -> None:
    rows = report.tables[1]._tbl.tr_lst

    assert len(rows) == 25
    assert [row.find(".//" + qn("w:tblHeader")) is not None for row in rows] == [True] + [
        False
    ] * 24
    assert all(row.find(".//" + qn("w:cantSplit")) is not None for row in rows)


def test_columns_hold_their_widths_within_the_text(report: WordDocument) -> None:
    table = report.tables[1]
    widths = [millimetres(column.width) for column in table.columns]

    assert sum(widths) == pytest.approx(165, abs=0.5)
    assert widths[1] == pytest.approx(165 * 6 / 13, abs=0.2)
    for row in table._tbl.tr_lst:
        assert [round(millimetres(cell.width), 1) for cell in row.tc_lst] == [
            round(w, 1) for w in widths
        ]


def test_headings_are_real_headings(report: WordDocument) -> None:
    headings = [
        (p.style.name, p.text) for p in report.paragraphs if p.style and "Head" in str(p.style.name)
    ]

    assert headings == [
        ("Heading 1", "I. KẾT QUẢ THỰC HIỆN"),
        ("Heading 2", "1. Công tác tổ chức"),
        ("Heading 2", "2. Chăm sóc người cao tuổi"),
        ("Heading 3", "a) Chúc thọ, mừng thọ"),
        ("Heading 1", "II. NHIỆM VỤ TRỌNG TÂM"),
    ]


def test_paper_says_the_same_words_as_the_pdf_sheet(report: WordDocument) -> None:
    text = "\n".join(p.text for p in all_paragraphs(report))

    assert "Số: " + "\N{NO-BREAK SPACE}" * 6 + "/BC-HNCT" in text
    assert "Trên đây là báo cáo của Hội Người cao tuổi xã Quy Mông./." in text
    assert text == unicodedata.normalize("NFC", text)


def test_names_of_two_signers_stand_level() -> None:
    word = opened_word(as_word(JOINT))
    first, second = (paragraph_with(word, name) for name in ("Lê Văn An", "Trần Văn Bình"))

    heights = []
    for name, office_lines in ((first, 3), (second, 2)):
        assert name.paragraph_format.space_before is not None
        heights.append(name.paragraph_format.space_before.pt + office_lines * 14 * 1.149)

    assert heights[0] == pytest.approx(heights[1], abs=0.5)


def test_annexes_lie_or_stand_and_count_their_own_pages() -> None:
    sections = opened_word(as_word(WITH_ANNEXES)).sections
    starts = [
        [mark.get(qn("w:start")) for mark in s._sectPr.findall(qn("w:pgNumType"))] for s in sections
    ]

    assert [millimetres(s.page_width) > millimetres(s.page_height) for s in sections] == [
        False,
        True,
        False,
    ]
    assert starts == [[], ["1"], ["1"]]


def test_head_of_several_rows_is_merged_and_repeated() -> None:
    table = opened_word(as_word(WITH_ANNEXES)).tables[3]

    assert table.cell(0, 0)._tc is table.cell(1, 0)._tc
    assert table.cell(0, 1)._tc is table.cell(0, 6)._tc
    assert [cell.text for cell in table.row_cells(1)][1:3] == ["C1", "C2"]
    assert len(list(table._tbl.iter(qn("w:tblHeader")))) == 2


def test_demonstration_is_marked_on_first_and_later_pages() -> None:
    section = opened_word(as_word(replace(REPORT, is_demonstration=True))).sections[0]
    plain = opened_word(as_word(REPORT)).sections[0]

    for place in (section.header, section.first_page_header):
        marks = [e.get("string") for e in place._element.iter() if e.get("string")]
        assert marks == [WATERMARK]
    for place in (plain.header, plain.first_page_header):
        assert not [e for e in place._element.iter() if e.get("string")]


def test_file_tells_nothing_of_the_program_that_wrote_it(report: WordDocument) -> None:
    properties = report.core_properties
    names = zipfile.ZipFile(io.BytesIO(as_word(REPORT))).namelist()

    assert properties.title == "Báo cáo: Kết quả công tác Hội 6 tháng đầu năm 2026"
    assert properties.author == "Hội Người cao tuổi xã Quy Mông"
    assert properties.comments == ""
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
    assert not [name for name in names if "font" in name.lower() and name.endswith("ttf")]


def test_parts_of_a_table_stand_in_the_order_word_wants() -> None:
    order = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    for table in opened_word(as_word(WITH_ANNEXES)).tables:
        tags = [child.tag.split("}")[1] for child in table._tbl.tblPr]
        assert tags == sorted(tags, key=order.index)


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_written(text: str) -> None:
    paper = replace(REPORT, place=text, blocks=(Heading(text), Paragraph(f"đầu {text} cuối")))

    word = opened_word(as_word(paper))

    assert any("đầu" in p.text and "cuối./." in p.text for p in word.paragraphs)


def test_control_characters_and_markup_are_harmless() -> None:
    paper = replace(REPORT, blocks=(Paragraph("a\x00\x08\x1b b <w:b/> &amp; {{ x }} \u202eđảo"),))

    text = opened_word(as_word(paper)).paragraphs

    assert any("a b <w:b/> &amp; {{ x }} đảo./." in p.text for p in text)
