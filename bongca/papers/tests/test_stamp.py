"""The stamp ĐẾN, measured: 35 × 50 mm on a label and on A4 (domain.md 6.5)."""

import io
from dataclasses import replace
from datetime import date

import pdfplumber
import pytest

from bongca.papers.rules.stamp import ArrivalStamp, draw
from bongca.papers.tests.factories import FONTS, MM

STAMP = ArrivalStamp(
    "Hội Người cao tuổi xã Tân Yên", "05", date(2026, 2, 3), hour="7 giờ 30", passed_to="Ông Minh"
)


@pytest.mark.parametrize(
    ("on_label", "size", "left"), [(True, (51.0, 36.0), 0.5), (False, (210.0, 297.0), 20.0)]
)
def test_the_frame_is_35_by_50(on_label: bool, size: tuple[float, float], left: float) -> None:
    with pdfplumber.open(
        io.BytesIO(draw(replace(STAMP, on_label=on_label), font_folder=FONTS))
    ) as read:
        [page] = read.pages
        frame = max(page.rects, key=lambda one: one["width"])
        words = page.extract_text()

    assert (page.width / MM, page.height / MM) == pytest.approx(size, abs=0.1)
    assert frame["width"] / MM == pytest.approx(50, abs=0.1)
    assert frame["height"] / MM == pytest.approx(35, abs=0.1)
    assert (frame["x0"] / MM, frame["top"] / MM) == pytest.approx((left, left), abs=0.1)
    for said in (
        "HỘI NGƯỜI CAO TUỔI XÃ TÂN YÊN", "ĐẾN", "Số: 05", "Ngày: 03/02/2026, 7 giờ 30",
        "Chuyển: Ông Minh", "Lưu hồ sơ số:",
    ):  # fmt: skip
        assert said in words


def test_what_is_not_known_is_left_to_be_written_and_a_long_name_stays_inside() -> None:
    long = "Ban đại diện Hội Người cao tuổi khu phố Nguyễn Tri Phương, phường Bắc Giang, thành phố"
    bare = replace(STAMP, unit=long, hour="", passed_to="", on=date(2026, 11, 22), on_label=True)
    with pdfplumber.open(io.BytesIO(draw(bare, font_folder=FONTS))) as read:
        [page] = read.pages
        assert "22/11/2026" in page.extract_text()
        assert max(word["bottom"] for word in page.extract_words()) / MM < 35.5


def test_a_demonstration_is_marked() -> None:
    marked = draw(replace(STAMP, is_demonstration=True), font_folder=FONTS)
    with pdfplumber.open(io.BytesIO(marked)) as read:
        assert "BẢN TRÌNH DIỄN" in read.pages[0].extract_text()
