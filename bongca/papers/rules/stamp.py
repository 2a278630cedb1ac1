"""The stamp ĐẾN as it is put on a paper that came in: 35 × 50 mm (domain.md 6.5)."""

import datetime
from dataclasses import dataclass
from pathlib import Path

from bongca.papers.rules.pdf import UNDATED, VIETNAM, draw_template
from bongca.papers.rules.sheet import WATERMARK

TEMPLATE = Path(__file__).with_name("stamp.typ")
WIDTH_MM, HEIGHT_MM = 50.0, 35.0
# A label holds the frame and half its line; on A4 it stands inside the margins.
LABEL_MARGIN_MM, PAGE_MARGIN_MM = 0.5, 20.0
A4_MM = (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class ArrivalStamp:
    """What a stamp says; what is not known yet is left as a line to be written on.

    `hour` only for thượng khẩn and hỏa tốc.
    """

    unit: str
    number: str
    on: datetime.date
    hour: str = ""
    passed_to: str = ""
    on_label: bool = False
    is_demonstration: bool = False

    @property
    def day(self) -> str:
        """Days below 10 and the months 1 and 2 bear a leading zero."""
        month = f"{self.on.month:02d}" if self.on.month < 3 else str(self.on.month)
        return f"{self.on.day:02d}/{month}/{self.on.year}"


def draw(stamp: ArrivalStamp, *, font_folder: Path) -> bytes:
    """The stamp as PDF, on a label of its own size or on A4."""
    margin = LABEL_MARGIN_MM if stamp.on_label else PAGE_MARGIN_MM
    label = (WIDTH_MM + 2 * margin, HEIGHT_MM + 2 * margin)
    width, height = label if stamp.on_label else A4_MM
    day = f"{stamp.day}, {stamp.hour}" if stamp.hour else stamp.day
    content = {
        "title": f"Dấu đến số {stamp.number}", "unit": stamp.unit, "margin_mm": margin,
        "page_width_mm": width, "page_height_mm": height,
        "width_mm": WIDTH_MM, "height_mm": HEIGHT_MM,
        "mark": WATERMARK if stamp.is_demonstration else "",
        "lines": [
            ("Số:", stamp.number), ("Ngày:", day), ("Chuyển:", stamp.passed_to),
            ("Lưu hồ sơ số:", ""),
        ],
    }  # fmt: skip
    made_at = datetime.datetime.combine(stamp.on or UNDATED, datetime.time(), VIETNAM)
    return draw_template(TEMPLATE, content, font_folder=font_folder, made_at=made_at)
