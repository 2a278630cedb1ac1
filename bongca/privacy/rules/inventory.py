"""What personal data the product holds, for what, on which basis, how long.

The data and the times are those of the code; a basis or a time that no source gives is open until
the person responsible settles it (`SettledHolding`, domain.md 9.1).
"""

from dataclasses import dataclass
from typing import Final

OPEN_BASIS: Final = "Chưa xác định"
OPEN_TIME: Final = "Chưa có quy định về thời hạn"


@dataclass(frozen=True, slots=True)
class Holding:
    """One class of data; `words` are the rights that open it."""

    code: str
    name: str
    data: str
    purpose: str
    basis: str
    kept: str
    words: tuple[str, ...]
    is_sensitive: bool = False

    @property
    def is_kept_by_code(self) -> bool:
        """Tell whether the product itself deletes it in time."""
        return self.kept != OPEN_TIME


HOLDINGS: Final = (
    Holding(
        "register",
        "Sổ hội viên",
        "Họ tên, ngày sinh, nam nữ, chỗ ở, điện thoại, ngày vào Hội, ngày mất",
        "Quản lý hội viên, lập báo cáo của Hội",
        OPEN_BASIS,
        OPEN_TIME,
        ("members.view",),
    ),
    Holding(
        "identity",
        "Số định danh",
        "Số căn cước, số chứng minh cũ; lưu ở dạng mã hóa, hiện ba số cuối",
        "Nhận đúng người, tránh ghi trùng",
        OPEN_BASIS,
        OPEN_TIME,
        ("people.identity",),
    ),
    Holding(
        "sensitive",
        "Dữ liệu nhạy cảm",
        "Dân tộc, tôn giáo, Đảng, sức khỏe; lưu riêng, ở dạng mã hóa",
        "Chăm lo hội viên",
        OPEN_BASIS,
        OPEN_TIME,
        ("people.sensitive",),
        is_sensitive=True,
    ),
    Holding(
        "care",
        "Mừng thọ, quyền lợi",
        "Tuổi, quà, người ký nhận; lương hưu, hộ nghèo, người phụng dưỡng, thẻ bảo hiểm y tế",
        "Mừng thọ, giúp làm hồ sơ trợ cấp",
        OPEN_BASIS,
        OPEN_TIME,
        ("care.view",),
        is_sensitive=True,
    ),
    Holding(
        "rolls",
        "Danh sách đưa từ tệp",
        "Tệp được đưa vào và các dòng đã đọc",
        "Đưa danh sách có sẵn vào sổ",
        OPEN_BASIS,
        "90 ngày",
        ("members.import",),
    ),
    Holding(
        "exports",
        "Tệp đã xuất, giấy mừng thọ",
        "Danh sách theo nơi và theo điều kiện người xuất chọn",
        "Như người xuất đã ghi",
        OPEN_BASIS,
        "7 ngày",
        ("members.export",),
    ),
    Holding(
        "sheets",
        "Tờ in thẻ",
        "Họ tên, năm sinh, số thẻ",
        "In thẻ hội viên",
        OPEN_BASIS,
        "30 ngày",
        ("members.print",),
    ),
    Holding(
        "consents",
        "Sự đồng ý, yêu cầu của hội viên",
        "Bản chụp tờ đồng ý, người làm chứng, lời yêu cầu và cách giải quyết",
        "Chứng minh đã làm đúng luật",
        OPEN_BASIS,
        OPEN_TIME,
        ("privacy.view",),
    ),
    Holding(
        "audit",
        "Nhật ký",
        "Ai xem, ghi, xuất điều gì, lúc nào; giá trị của từng người lưu ở dạng mã hóa",
        "Kiểm tra việc dùng dữ liệu",
        OPEN_BASIS,
        OPEN_TIME,
        ("audit.view", "privacy.watch"),
    ),
)
