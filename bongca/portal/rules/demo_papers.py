"""Papers of the demonstration: real ones by the symbols domain.md names, the rest without.

When a real paper came to a register, and under which number, is made up, and each entry says so.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

NOTE: Final = "Minh họa: ngày đến, số đến là giả định"
INVENTED: Final = "Số liệu minh họa"


@dataclass(frozen=True, slots=True)
class RealPaper:
    """A paper that exists, as domain.md cites it."""

    issuer: str
    symbol: str
    written_on: date
    abstract: str
    arrived_on: date


# domain.md 1.3, 5.6, 2.1; the days of arrival are ours.
TO_CENTRAL: Final = (
    RealPaper(
        "Bộ Công an", "318/KH-HNCTVN-BCA", date(2022, 7, 8),
        "Kế hoạch phối hợp tổ chức Hội nghị toàn quốc biểu dương điển hình tiên tiến NCT trong"
        " phong trào Toàn dân bảo vệ an ninh Tổ quốc giai đoạn 2016 - 2021", date(2022, 7, 12),
    ),
    RealPaper(
        "Thủ tướng Chính phủ", "1648/QĐ-TTg", date(2025, 8, 1),
        "Đề án 1648 về Câu lạc bộ Liên thế hệ tự giúp nhau", date(2025, 8, 6),
    ),
    RealPaper(
        "Bộ Chính trị", "230-KL/TW", date(2026, 1, 5),
        "Danh sách hội quần chúng do Đảng, Nhà nước giao nhiệm vụ", date(2026, 1, 12),
    ),
)  # fmt: skip
RULE_TITLE: Final = "Quy chế Thi đua, khen thưởng của Hội NCT Việt Nam khóa VI"
RULE_CITATION: Final = "Quyết định 85/QĐ-HNCT ngày 10/5/2022"
RULE_SINCE: Final = date(2022, 5, 10)

INSTRUCTION: Final = "Văn phòng cùng Ban Chăm sóc NCT nghiên cứu, đề xuất việc phải làm."
TO_PROVINCES: Final = "V/v gửi kết quả Tháng hành động vì người cao tuổi"
TO_PROVINCES_BODY: Final = (
    "Thực hiện kết luận giao ban, Văn phòng Trung ương Hội đề nghị Hội NCT các tỉnh, thành phố tổng"
    " hợp kết quả Tháng hành động vì người cao tuổi theo biểu của Ban Chăm sóc NCT và gửi về Trung"
    " ương Hội đúng hạn."
)
TO_COMMUNES: Final = "V/v rà soát danh sách chúc thọ, mừng thọ"
TO_COMMUNES_BODY: Final = (
    "Đề nghị Hội NCT các xã, phường rà soát danh sách người cao tuổi được chúc thọ, mừng thọ theo"
    " năm sinh, đối chiếu với sổ hội viên và gửi về thành phố."
)
DRAFT: Final = "Tổng kết công tác Hội năm"
DRAFT_BODY: Final = "Dự thảo đang lấy ý kiến các Ban, Văn phòng."
FROM_BRANCH: Final = "Đề nghị cấp thẻ hội viên"
