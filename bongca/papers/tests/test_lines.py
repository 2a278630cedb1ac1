"""Names of units in the narrow column of the head; the longest real ones among them."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from bongca.papers.rules.face import Face, FontsMissing, faces_in
from bongca.papers.rules.lines import fit_lines
from bongca.papers.tests.factories import FONTS, REPORT, as_pdf, line_starting, pages_of

WIDTH = 63.0
LETTERS = (
    "aáàảãạăắằẳẵặâấầẩẫậbcdđeéèẻẽẹêếềểễệghiíìỉĩịklmnoóòỏõọôốồổỗộơớờởỡợpqrstuúùủũụưứừửữựvxyýỳỷỹỵ"
)


@pytest.fixture(scope="module")
def bold() -> Face:
    return faces_in(FONTS).bold


def broken(name: str, face: Face) -> tuple[str, ...]:
    return fit_lines(name.upper(), face=face, size_pt=13, width_mm=WIDTH)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Hội Người cao tuổi", ("HỘI NGƯỜI CAO TUỔI",)),
        ("Hội Người cao tuổi xã Quy Mông", ("HỘI NGƯỜI CAO TUỔI", "XÃ QUY MÔNG")),
        ("Hội Người cao tuổi Việt Nam", ("HỘI NGƯỜI CAO TUỔI", "VIỆT NAM")),
        (
            "Hội Người cao tuổi thành phố Hồ Chí Minh",
            ("HỘI NGƯỜI CAO TUỔI", "THÀNH PHỐ HỒ CHÍ MINH"),
        ),
        (
            "Hội Người cao tuổi phường Văn Miếu - Quốc Tử Giám",
            ("HỘI NGƯỜI CAO TUỔI", "PHƯỜNG VĂN MIẾU -", "QUỐC TỬ GIÁM"),
        ),
        (
            "Hội Người cao tuổi phường Xuân Trường - Đà Lạt",
            ("HỘI NGƯỜI CAO TUỔI", "PHƯỜNG XUÂN TRƯỜNG -", "ĐÀ LẠT"),
        ),
        (
            "Ban Đại diện Hội Người cao tuổi thành phố Bắc Ninh",
            ("BAN ĐẠI DIỆN", "HỘI NGƯỜI CAO TUỔI", "THÀNH PHỐ BẮC NINH"),
        ),
        ("Hội Người\ncao tuổi", ("HỘI NGƯỜI", "CAO TUỔI")),
    ],
)
def test_name_is_broken_before_the_place(name: str, lines: tuple[str, ...], bold: Face) -> None:
    assert broken(name, bold) == lines


def test_every_commune_and_province_of_the_country_fits_in_three_lines(bold: Face) -> None:
    units = settings.ROOT / "bongca" / "org" / "data" / "territory" / "units.csv"
    with units.open(encoding="utf-8", newline="") as file:
        names = {row["full_name"] for row in csv.DictReader(file) if not row["valid_to"]}

    heads = {name: broken(f"Hội Người cao tuổi {name}", bold) for name in names}

    assert len(heads) > 2_000
    assert {name for name, lines in heads.items() if len(lines) > 3} == set()
    assert {
        line for lines in heads.values() for line in lines if bold.width_mm(line, 13) > WIDTH
    } == set()


@given(st.lists(st.text(LETTERS, min_size=1, max_size=60), min_size=1, max_size=14))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(words: list[str]) -> None:
    face = faces_in(FONTS).bold

    lines = broken(" ".join(words), face)

    assert all(face.width_mm(line, 13) <= WIDTH for line in lines)
    assert "".join("".join(lines).split()) == "".join(words).upper()


def test_width_measured_is_the_width_printed(bold: Face) -> None:
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    printed = line_starting(pages_of(as_pdf(REPORT))[0], text)

    assert bold.width_mm(text, 13) == pytest.approx(printed.width, abs=2)


def test_longest_names_leave_the_other_column_alone() -> None:
    paper = replace(
        REPORT,
        superior_name="Hội Người cao tuổi thành phố Hồ Chí Minh",
        issuer_name="Ban Đại diện Hội Người cao tuổi phường Văn Miếu - Quốc Tử Giám",
        abstract="Kết quả công tác Hội và phong trào thi đua Tuổi cao - Gương sáng " * 4,
    )
    page = pages_of(as_pdf(paper))[0]

    boundary = (30 + 64) * 72 / 25.4
    head = [c for c in page.chars if c["top"] < line_starting(page, "BÁO CÁO").top * 72 / 25.4]
    assert not [c for c in head if c["x0"] < boundary - 0.1 < c["x1"] - 0.2]
    assert "QUỐC TỬ GIÁM" in page.extract_text()


def test_every_vietnamese_letter_has_a_glyph() -> None:
    faces = faces_in(FONTS)

    for face in (faces.regular, faces.bold, faces.italic):
        assert [c for c in LETTERS + LETTERS.upper() if not face.covers(c)] == []


def test_missing_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(FontsMissing, match="Tinos_400Regular"):
        faces_in(tmp_path)
