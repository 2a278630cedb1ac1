"""The story of the demonstration's reports: two rounds, who has got how far, in which words."""

from datetime import date
from random import Random
from typing import Final

FIRST: Final = (
    "Báo cáo công tác Hội 6 tháng đầu năm 2026",
    date(2025, 12, 1),
    date(2026, 5, 31),
    {"branch": date(2026, 6, 1), "commune": date(2026, 6, 5), "province": date(2026, 6, 10)},
)
SECOND: Final = (
    "Báo cáo công tác Hội 6 tháng cuối năm 2026",
    date(2026, 6, 1),
    date(2026, 11, 30),
    {"branch": date(2026, 12, 1), "commune": date(2026, 12, 5), "province": date(2026, 12, 10)},
)

# How far each commune is in the second round.
DRAFTING, SUBMITTED, RETURNED, ACCEPTED, UNTOUCHED = range(5)
PROGRESS: Final[dict[str, int]] = {
    "tan_yen": DRAFTING,
    "nha_nam": SUBMITTED,
    "phuc_hoa": RETURNED,
    "nam_sach": ACCEPTED,
    "thanh_ha": SUBMITTED,
    "dong_hai": UNTOUCHED,
}
FEW_COMMUNES: Final = "Bản trình diễn chỉ có số liệu của sáu xã, phường."
LATE_BRANCHES: Final = "Mấy chi hội chưa gửi, xã đã gọi điện nhắc."
RETURN_REASON: Final = "Xin xem lại chân quỹ."
FIGURE_REASON: Final = "Chân quỹ giảm nhiều so với kỳ trước. Xin ghi rõ đã chi việc gì."
SOURCE: Final = "Công an xã, số dân cư đã đối chiếu"

NARRATIVE: Final[dict[str, str]] = {
    "Kết quả nổi bật": (
        "Các chi hội sinh hoạt đều, mỗi chi hội họp ít nhất một lần trong kỳ.\n"
        "- Thăm hỏi hội viên ốm đau, viếng hội viên qua đời đúng quy định của chi hội.\n"
        "- Phối hợp với trạm y tế khám sức khỏe định kỳ cho người cao tuổi."
    ),
    "Thuận lợi, khó khăn": (
        "Được cấp ủy, chính quyền quan tâm, hội viên đoàn kết.\n"
        "Sau khi sắp xếp, địa bàn rộng, có thôn xa trụ sở, đi lại của các cụ khó khăn."
    ),
    "Ưu điểm, hạn chế": "Sổ hội viên đã ghi đủ. Một số chi hội còn gửi báo cáo chậm.",
    "Kiến nghị": "Đề nghị tập huấn cách làm báo cáo cho chi hội trưởng mới.",
    "Nhiệm vụ trọng tâm kỳ tới": (
        "- Tổ chức mừng thọ đầu xuân cho các cụ.\n"
        "- Kết nạp người đủ 60 tuổi có nguyện vọng vào Hội.\n"
        "- Vận động xây dựng chân quỹ hội."
    ),
}

# Cô Lan's members live in the commune before they stand in the register.
STILL_ON_PAPER = {"tan_yen": 180}


def branch_figures(key: str, round_number: int) -> dict[str, int]:
    """Return what one chi hội writes on its short sheet, always the same."""
    chance = Random(f"{key}/{round_number}")  # noqa: S311 - not a secret: the same every time
    visits, deaths, gifts = chance.randint(2, 9), chance.randint(0, 3), chance.randint(8, 30)
    return {
        "C12": visits,
        "C12V": visits * 100_000,
        "C13": deaths,
        "C13V": deaths * 300_000,
        "C14": gifts,
        "C14V": gifts * 150_000,
        "B11": chance.randint(1, 3),
        "A7": chance.randint(0, 6),
        "D5": chance.randint(60, 110) * 12_000,
    }


def commune_figures(key: str, round_number: int, from_60: int) -> dict[str, int]:
    """Return what one commune declares, in proportion to its members from 60 on."""
    chance = Random(f"{key}/{round_number}")  # noqa: S311 - not a secret: the same every time
    elderly = from_60 * 100 // chance.randint(90, 96) + 1
    longevity = elderly * chance.randint(9, 13) // 100
    return {
        "A1": elderly,
        "C11": longevity,
        "C11V": longevity * 300_000,
        "C1": elderly * chance.randint(96, 99) // 100,
        "C4": elderly * chance.randint(55, 80) // 100,
        "F1": elderly * chance.randint(3, 6) // 100,
        "F4": chance.randint(2, 9),
        "F9": elderly * chance.randint(1, 3) // 100,
        "C22": chance.randint(3, 12),
        "D3": chance.randint(80, 260) * 1_000_000,
    }
