"""The report as an official paper: what it says, and that both files carry it."""

import io
from datetime import UTC, datetime

import pytest
from docx import Document
from pypdf import PdfReader

from bongca.core import clock
from bongca.core.models import Installation
from bongca.core.scope import scoped
from bongca.papers.rules.paper import Authority, Heading
from bongca.reporting.exports import file_name, paper_of, place_of
from bongca.reporting.queries.children import gathered_from
from bongca.reporting.queries.sheet import sheet_of
from bongca.reporting.tests.factories import Setting, add_members
from bongca.reporting.views.shown import steps_of


@pytest.fixture
def submitted(setting: Setting) -> Setting:
    add_members(setting.cast.dong_tam, 12)
    with scoped(setting.cast.actor("minh")):
        setting.fill_commune("minh", "tan_yen", D3=5_000_000)
        setting.submit("minh", "tan_yen", "Chi hội chưa gửi")
    return setting


def url(setting: Setting, unit: str, kind: str) -> str:
    return f"/bao-cao/{setting.report(unit).pk}/van-ban.{kind}"


def test_paper_of_a_commune_has_its_parts(submitted: Setting) -> None:
    minh, report = submitted.cast.actor("minh"), submitted.report("tan_yen")
    with scoped(minh):
        sheet = sheet_of(minh, report, now=clock.now())

    paper = paper_of(sheet, signer="Nguyễn Văn Minh")

    assert paper.type_name == "BÁO CÁO"
    assert paper.abstract == "Công tác Hội 6 tháng cuối năm 2026"
    assert paper.issuer_name == "Hội Người cao tuổi xã Tân Yên"
    assert paper.addressees == ("Hội NCT thành phố Bắc Ninh",)
    assert paper.place == "Tân Yên"
    assert paper.number is None
    assert paper.signatures[0].authority is Authority.COLLECTIVE
    headings = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert headings == ["Kết quả nổi bật", "Thuận lợi, khó khăn", "Nhiệm vụ trọng tâm kỳ tới"]
    cells = [row.cells for row in paper.annexes[0].blocks[0].rows]  # type: ignore[union-attr]  # the table
    assert ("2", "Tổng số hội viên", "người", "12", "", "") in cells
    assert any(row[1:4] == ("Chân quỹ hiện có", "đồng", "5.000.000") for row in cells)


def test_both_files_carry_the_figures(submitted: Setting) -> None:
    Installation.objects.update_or_create(pk=1, defaults={"is_demonstration": True})
    minh = submitted.cast.client("minh")

    pdf = minh.get(url(submitted, "tan_yen", "pdf"))
    word = minh.get(url(submitted, "tan_yen", "docx"))

    pages = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages)
    said = " ".join(pages.split())
    for words in (
        "BÁO CÁO",
        "Tổng số hội viên",
        "5.000.000",
        "TM. BAN THƯỜNG VỤ",
        "BẢN TRÌNH DIỄN",
    ):
        assert words in said
    tables = Document(io.BytesIO(word.content)).tables
    texts = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert {"Tổng số hội viên", "12", "5.000.000"} <= texts
    assert pdf["Content-Disposition"].startswith(
        'attachment; filename="bao-cao-cong-tac-hoi-6-thang'
    )


@pytest.mark.parametrize(
    ("who", "expected"),
    [("minh", 200), ("hoa", 200), ("mai", 200), ("tu", 200), ("binh", 200), ("quan", 403),
     ("lan", 404), ("minh2", 404), ("hoa2", 404), ("quantri", 404), ("liaison", 404)],
)  # fmt: skip
def test_who_may_take_the_paper(submitted: Setting, who: str, expected: int) -> None:
    assert submitted.cast.client(who).get(url(submitted, "tan_yen", "docx")).status_code == expected


def test_place_is_the_name_without_its_kind(setting: Setting) -> None:
    places = {key: place_of(setting.cast.units[key]) for key in ("tan_yen", "bac_ninh", "dong_tam")}

    assert places == {"tan_yen": "Tân Yên", "bac_ninh": "Bắc Ninh", "dong_tam": "Đồng Tâm"}


def test_file_name_is_plain(setting: Setting) -> None:
    name = file_name(setting.report("tan_yen"), "pdf")

    assert name == "bao-cao-cong-tac-hoi-6-thang-cuoi-nam-2026-hoi-nct-xa-tan-yen.pdf"


def test_the_paper_says_who_is_not_in_its_sums(submitted: Setting) -> None:
    minh, report = submitted.cast.actor("minh"), submitted.report("tan_yen")
    with scoped(minh):
        sheet = sheet_of(minh, report, now=clock.now())
        included, owing = gathered_from(report)

    paper = paper_of(sheet, signer="", gathered=(included, owing))

    assert included < owing
    note = paper.annexes[0].blocks[-1].text  # type: ignore[union-attr]  # the words under the table
    assert f"cộng từ {included}/{owing} chi hội đã có báo cáo" in note


def test_a_city_has_a_thanh_uy(submitted: Setting) -> None:
    hoa, report = submitted.cast.actor("hoa"), submitted.report("bac_ninh")
    with scoped(hoa):
        paper = paper_of(sheet_of(hoa, report, now=clock.now()), signer="")

    assert any(one.startswith("Thành ủy") for one in paper.recipients)


def test_a_submission_after_midnight_is_of_the_vietnamese_day(submitted: Setting) -> None:
    report = submitted.report("tan_yen")
    report.submitted_at = datetime(2026, 11, 24, 17, 5, tzinfo=UTC)

    steps, _ = steps_of(report)

    assert steps[1].note.endswith("25/11/2026")
