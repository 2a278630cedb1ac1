"""What personal data the product holds, for what, on which basis, how long.

The data and the times are those of the code; a basis or a time that no source gives is said to be
open, for the person responsible to settle (domain.md 9.1).
"""

from dataclasses import dataclass
from typing import Final

CONSENT: Final = "Sự đồng ý của người có dữ liệu"
OPEN_BASIS: Final = "Chưa xác định, người phụ trách dữ liệu cá nhân ghi theo luật"
OPEN_TIME: Final = "Chưa có quy định về thời hạn"


@dataclass(frozen=True, slots=True)
class Holding:
    """One class of data; `words` are the rights that open it."""

    name: str
    data: str
    purpose: str
    basis: str
    kept: str
    words: tuple[str, ...]
    is_sensitive: bool = False


HOLDINGS: Final = (
    Holding(
        "Sổ hội viên",
        "Họ tên, ngày sinh, nam nữ, chỗ ở, điện thoại, ngày vào Hội, ngày mất",
        "Quản lý hội viên, lập báo cáo của Hội",
        CONSENT,
        OPEN_TIME,
        ("members.view",),
    ),
    Holding(
        "Số định danh",
        "Số căn cước, số chứng minh cũ; lưu ở dạng mã hóa, hiện ba số cuối",
        "Nhận đúng người, tránh ghi trùng",
        CONSENT,
        OPEN_TIME,
        ("people.identity",),
    ),
    Holding(
        "Dữ liệu nhạy cảm",
        "Dân tộc, tôn giáo, Đảng, sức khỏe; lưu riêng, ở dạng mã hóa",
        "Chăm lo hội viên",
        CONSENT,
        OPEN_TIME,
        ("people.sensitive",),
        is_sensitive=True,
    ),
    Holding(
        "Mừng thọ, quyền lợi",
        "Tuổi, quà, người ký nhận; lương hưu, hộ nghèo, người phụng dưỡng, thẻ bảo hiểm y tế",
        "Mừng thọ, giúp làm hồ sơ trợ cấp",
        CONSENT,
        OPEN_TIME,
        ("care.view",),
        is_sensitive=True,
    ),
    Holding(
        "Danh sách đưa từ tệp",
        "Tệp được đưa vào và các dòng đã đọc",
        "Đưa danh sách có sẵn vào sổ",
        CONSENT,
        "90 ngày",
        ("members.import",),
    ),
    Holding(
        "Tệp đã xuất, giấy mừng thọ",
        "Danh sách theo nơi và theo điều kiện người xuất chọn",
        "Như người xuất đã ghi",
        CONSENT,
        "7 ngày",
        ("members.export",),
    ),
    Holding(
        "Tờ in thẻ",
        "Họ tên, năm sinh, số thẻ",
        "In thẻ hội viên",
        CONSENT,
        "30 ngày",
        ("members.print",),
    ),
    Holding(
        "Sự đồng ý, yêu cầu của hội viên",
        "Bản chụp tờ đồng ý, người làm chứng, lời yêu cầu và cách giải quyết",
        "Chứng minh đã làm đúng luật",
        OPEN_BASIS,
        OPEN_TIME,
        ("privacy.view",),
    ),
    Holding(
        "Nhật ký",
        "Ai xem, ghi, xuất điều gì, lúc nào; giá trị của từng người lưu ở dạng mã hóa",
        "Kiểm tra việc dùng dữ liệu",
        OPEN_BASIS,
        OPEN_TIME,
        ("audit.view", "privacy.watch"),
    ),
)
