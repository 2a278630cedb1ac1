"""The forms as a table: what each tier is asked, in which order, under which headings."""

from dataclasses import dataclass
from datetime import date
from typing import Final

ORGANISATION: Final = "Tổ chức và hội viên"
CARE: Final = "Chăm sóc người cao tuổi"
ROLE: Final = "Phát huy vai trò"
FUNDS: Final = "Quỹ và hội phí"


@dataclass(frozen=True, slots=True)
class LineTable:
    tier: str
    section: str
    codes: str
    optional: str = ""


@dataclass(frozen=True, slots=True)
class FormTable:
    """One version of a form."""

    code: str
    version: int
    name: str
    since: date
    lines: tuple[LineTable, ...]
    narrative: tuple[tuple[str, str, bool], ...]
    narrative_tiers: tuple[str, ...] = ("commune", "province")


_LINES: Final = (
    LineTable("branch", CARE, "C12 C12V C13 C13V C14 C14V"),
    LineTable("branch", ORGANISATION, "B11 A7"),
    LineTable("branch", FUNDS, "D5"),
    LineTable(
        "commune", ORGANISATION, "A1 A5 A5M A5F A9 A5S A3A A3B A3C A4 A6 A17 A8 A7 B2 B2T B11",
        optional="A7 B11",
    ),
    LineTable(
        "commune", CARE, "C12 C12V C13 C13V C14 C14V C11 C11V C1 C4",
        optional="C12 C12V C13 C13V C14 C14V",
    ),
    LineTable("commune", ROLE, "F1 F4 F9 C22"),
    LineTable("commune", FUNDS, "D3 D5", optional="D5"),
    LineTable("province", CARE, "C14 C14V C22", optional="C14 C14V C22"),
)  # fmt: skip

_NARRATIVE: Final = (
    ("Kết quả nổi bật", "Việc làm được trong kỳ, nói ngắn, có con số.", True),
    ("Thuận lợi, khó khăn", "Viết ngắn, như nói với cán bộ cấp trên.", True),
    ("Ưu điểm, hạn chế", "Việc gì làm tốt, việc gì còn vướng, vì sao.", False),
    ("Kiến nghị", "Đề nghị cấp trên, chính quyền việc gì.", False),
    ("Nhiệm vụ trọng tâm kỳ tới", "Ba đến năm việc chính.", True),
)

FORMS: Final = (
    FormTable(
        code="cong-tac-6-thang",
        version=1,
        name="Báo cáo công tác Hội 6 tháng",
        since=date(2026, 1, 1),
        lines=_LINES,
        narrative=_NARRATIVE,
    ),
)
