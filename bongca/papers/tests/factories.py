"""Papers as a commune, a province and Central really issue them."""

import datetime
import io
import re
from dataclasses import dataclass, replace

import pdfplumber
from django.conf import settings
from docx import Document
from docx.document import Document as WordDocument
from pdfplumber.page import Page

from bongca.papers.rules import pdf, word
from bongca.papers.rules.paper import (
    Align,
    Annex,
    Authority,
    Bullet,
    Column,
    HeadCell,
    Heading,
    OfficialPaper,
    Paragraph,
    Row,
    Signature,
    Table,
)

MM = 72 / 25.4
OPENING = (
    "Sáu tháng đầu năm 2026, Hội Người cao tuổi xã đã tổ chức quán triệt, triển khai thực hiện"
    " các nghị quyết, chỉ thị của Đảng, chính sách, pháp luật của Nhà nước và chương trình công"
    " tác của Hội cấp trên đến toàn thể cán bộ, hội viên; phối hợp với các ban, ngành, đoàn thể"
    " của xã chăm lo đời sống vật chất, tinh thần cho người cao tuổi trên địa bàn."
)
FIGURES = Table(
    title="Biểu số liệu tổng hợp",
    columns=(
        Column("TT", 1, Align.CENTRE),
        Column("Chỉ tiêu", 6),
        Column("Đơn vị tính", 2, Align.CENTRE),
        Column("Kỳ trước", 2, Align.RIGHT),
        Column("Kỳ này", 2, Align.RIGHT),
    ),
    rows=tuple(
        Row((str(n), f"Chỉ tiêu thứ {n} của biểu", "người", f"{n}17", f"{n}21"))
        for n in range(1, 25)
    ),
)
WIDE = Table(
    columns=tuple(Column(f"Cột {n}", 3 if n == 0 else 1) for n in range(13)),
    head=(
        (HeadCell("Đơn vị", rows=2), HeadCell("Hội viên", columns=6), HeadCell("Cán bộ", 6)),
        tuple(HeadCell(f"C{n}") for n in range(1, 13)),
    ),
    rows=tuple(
        Row((f"Chi hội thứ {n}", *(str(n * column) for column in range(1, 13))))
        for n in range(1, 41)
    ),
)
CHAIR = Signature(("Ban Thường vụ", "Chủ tịch"), "Nguyễn Văn Minh", Authority.COLLECTIVE)
REPORT = OfficialPaper(
    superior_name="Hội Người cao tuổi tỉnh Lào Cai",
    issuer_name="Hội Người cao tuổi xã Quy Mông",
    symbol="/BC-HNCT",
    place="Quy Mông",
    on=datetime.date(2026, 7, 5),
    type_name="Báo cáo",
    abstract="Kết quả công tác Hội 6 tháng đầu năm 2026",
    addressees=("Ban Thường vụ Hội Người cao tuổi tỉnh Lào Cai",),
    blocks=(
        Paragraph(f"{OPENING} Kết quả cụ thể như sau:"),
        Heading("Kết quả thực hiện"),
        Heading("Công tác tổ chức", 2),
        Paragraph(OPENING),
        Bullet("Tổng số chi hội: 26, tăng 2 so với cuối năm 2025;"),
        Heading("Chăm sóc người cao tuổi", 2),
        Heading("Chúc thọ, mừng thọ", 3),
        *(Paragraph(OPENING) for _ in range(6)),
        FIGURES,
        Heading("Nhiệm vụ trọng tâm"),
        *(Paragraph(OPENING) for _ in range(2)),
        Paragraph("Trên đây là báo cáo của Hội Người cao tuổi xã Quy Mông."),
    ),
    recipients=("Như trên", "Đảng ủy, HĐND, UBND xã", "Các chi hội"),
    signatures=(CHAIR,),
)
JOINT = replace(
    REPORT,
    superior_name="",
    issuer_name="Hội Người cao tuổi Việt Nam",
    joint_issuer_names=("Bộ Công an",),
    symbol="KHPH-HNCT-BCA",
    number=318,
    type_name="Kế hoạch phối hợp",
    addressees=(),
    signatures=(
        Signature(
            ("Ban Thường vụ", "KT. Chủ tịch", "Phó Chủ tịch"),
            "PGS.TS. Lê Văn An",
            Authority.COLLECTIVE,
        ),
        Signature(("Bộ trưởng", "Thứ trưởng"), "Trần Văn Bình", Authority.DEPUTY),
    ),
)
WITH_ANNEXES = replace(
    REPORT,
    number=12,
    annexes=(
        Annex("Số liệu theo chi hội", (WIDE,), is_landscape=True),
        Annex("Danh sách mừng thọ", (Paragraph(OPENING),)),
    ),
)


FONTS = settings.NODE_MODULES / "@expo-google-fonts" / "tinos"


def as_pdf(paper: OfficialPaper) -> bytes:
    return pdf.draw(paper, font_folder=FONTS)


def as_word(paper: OfficialPaper) -> bytes:
    return word.draw(paper, font_folder=FONTS)


def pages_of(content: bytes) -> list[Page]:
    return pdfplumber.open(io.BytesIO(content)).pages


def opened_word(content: bytes) -> WordDocument:
    return Document(io.BytesIO(content))


@dataclass(frozen=True)
class Phrase:
    """Where a phrase stands on a page, in millimetres from the left and the top."""

    left: float
    right: float
    top: float
    bottom: float
    size: float
    font: str

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def line_starting(page: Page, text: str) -> Phrase:
    found = page.search(re.escape(text), return_chars=True)
    assert found, f"{text!r} is not on the page: {page.extract_text()[:300]!r}"
    hit = found[0]
    letter = hit["chars"][0]
    return Phrase(
        left=hit["x0"] / MM,
        right=hit["x1"] / MM,
        top=hit["top"] / MM,
        bottom=hit["bottom"] / MM,
        size=letter["size"],
        font=letter["fontname"].split("+")[-1],
    )
