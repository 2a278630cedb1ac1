"""What the PDF says: exactly the words it was given, in a file that lasts."""

import io
import unicodedata
from dataclasses import replace
from typing import Any

import pypdf
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from bongca.papers.rules.paper import Heading, Paragraph, Row
from bongca.papers.rules.sheet import WATERMARK
from bongca.papers.rules.wording import printable
from bongca.papers.tests.factories import FIGURES, REPORT, as_pdf, pages_of

MARKUP = "#strong[đậm] *đậm* _nghiêng_ $x^2$ <b>b</b> @ai // hết \\ `mã` = Mục ~ [[x]] #panic()"


def opened(content: bytes) -> Any:
    """The file as pypdf reads it; its objects have no useful types."""
    return pypdf.PdfReader(io.BytesIO(content))


def words_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pages_of(content)).split())


def test_markup_comes_out_as_it_was_typed() -> None:
    paper = replace(
        REPORT,
        issuer_name="Hội #let x = 1",
        abstract=MARKUP,
        addressees=('- #image("/etc/passwd")',),
        blocks=(Paragraph(MARKUP), Heading("- + = #h"), replace(FIGURES, rows=(Row((MARKUP,)),))),
    )

    printed = words_of(as_pdf(paper))

    assert printed.count("#strong[đậm] *đậm* _nghiêng_ $x^2$ <b>b</b> @ai") == 3
    assert "HỘI #LET X = 1" in printed
    assert 'Kính gửi: #image("/etc/passwd").' in printed


@trials(max_examples=20, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_printed(text: str) -> None:
    paper = replace(REPORT, place=text, blocks=(Paragraph(text), Paragraph(f"đầu {text} cuối")))

    assert as_pdf(paper).startswith(b"%PDF")


@trials(max_examples=20, deadline=None)
@given(st.text("aạăắẳâậbcdđeẽêệiĩyỵoọôổơởuưữỷ #*_$<>@\\/[]{}()=-+~`\"'", min_size=1, max_size=50))
def test_printed_text_is_the_text_given(text: str) -> None:
    given_words = "".join(printable(text).split())
    printed = "".join(words_of(as_pdf(replace(REPORT, blocks=(Paragraph(f"«{text}» hết"),)))))

    assert f"«{given_words}»hết./." in "".join(printed.split())


def test_decomposed_vietnamese_is_extracted_composed() -> None:
    typed = unicodedata.normalize("NFD", "Nguyễn Thị Thuỷ ở phường Bưởi, Hội Người cao tuổi")

    printed = words_of(as_pdf(replace(REPORT, blocks=(Paragraph(typed),))))

    assert "Nguyễn Thị Thuỷ ở phường Bưởi, Hội Người cao tuổi./." in printed
    assert printed == unicodedata.normalize("NFC", printed)


def test_character_without_a_glyph_becomes_a_square() -> None:
    printed = words_of(as_pdf(replace(REPORT, blocks=(Paragraph("Cụ 漢 và \U0001f600"),))))

    assert "Cụ □ và □./." in printed


def test_file_is_archival_tagged_and_carries_its_type() -> None:
    reader = opened(as_pdf(REPORT))
    root = reader.trailer["/Root"]
    metadata = root["/Metadata"].get_data().decode()
    fonts = [
        font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()
    ]

    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).lower().startswith("vi")
    assert reader.metadata.title == "Báo cáo: Kết quả công tác Hội 6 tháng đầu năm 2026"
    for font in fonts:
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        assert "Tinos" in font["/BaseFont"]


def test_headings_make_an_outline_even_when_a_level_is_skipped() -> None:
    skipping = replace(REPORT, blocks=(Heading("Một", 1), Heading("Hai", 3), Paragraph("Chữ")))

    outline = opened(as_pdf(skipping)).outline

    assert outline[0]["/Title"] == "I. MỘT"
    assert outline[1][0]["/Title"] == "a) Hai"


def test_same_paper_gives_the_same_file() -> None:
    assert as_pdf(REPORT) == as_pdf(REPORT)


def test_demonstration_is_marked_on_every_page() -> None:
    marked = pages_of(as_pdf(replace(REPORT, is_demonstration=True)))
    real = pages_of(as_pdf(REPORT))

    letters = "".join(WATERMARK.split())
    for page in marked:
        large = [c for c in page.chars if c["size"] > 20]
        assert sorted("".join(c["text"] for c in large if c["text"].strip())) == sorted(letters)
    assert all(c["size"] < 20 for page in real for c in page.chars)
