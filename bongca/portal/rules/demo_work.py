"""Programmes and tasks of the demonstration: all of it invented but the papers that are cited."""

import struct
import zlib
from dataclasses import dataclass
from datetime import date
from typing import Final

MARK: Final = "Số liệu minh họa."
TERM_NAME: Final = "Chương trình hành động toàn khóa VI"
RESOLUTION: Final = "Nghị quyết Đại hội VI Hội NCT Việt Nam"
LAW: Final = "Luật Người cao tuổi 39/2009/QH12"
HEALTH_NAME: Final = "Kế hoạch phối hợp với Bộ Y tế về chăm sóc sức khỏe người cao tuổi"
HEALTH_CITATION: Final = (
    "Chương trình Chăm sóc sức khỏe người cao tuổi đến năm 2030, Quyết định 1579/QĐ-TTg ngày"
    " 13/10/2020"
)

# Real, of its own day: domain.md 1.3 and the article of 11/11/2022.
SECURITY_PARTNER: Final = "Bộ Công an"
SECURITY_NAME: Final = (
    "Kế hoạch phối hợp tổ chức Hội nghị toàn quốc biểu dương điển hình tiên tiến NCT trong phong"
    " trào Toàn dân bảo vệ an ninh Tổ quốc giai đoạn 2016 - 2021"
)
SECURITY_SYMBOL: Final = "318/KH-HNCTVN-BCA"
SECURITY_ON: Final = date(2022, 7, 8)
SECURITY_UNTIL: Final = date(2022, 12, 31)

CARDS: Final = "Lập danh sách hội viên cần cấp, đổi thẻ"
LONGEVITY: Final = "Rà soát danh sách người cao tuổi được chúc thọ, mừng thọ"
LONGEVITY_WORDS: Final = (
    "Rà soát theo năm sinh, đối chiếu với sổ hội viên; nơi nào chưa có ngày sinh đầy đủ thì hỏi gia"
    " đình."
)


@dataclass(frozen=True, slots=True)
class Conference:
    """A task that brings people together, as two of the same quarter might be held at once."""

    name: str
    month: int
    day: int
    budget_vnd: int


CONFERENCES: Final = (
    Conference("Hội nghị tổng kết công tác Hội và tổng kết thi đua", 12, 18, 180_000_000),
    Conference("Hội nghị biểu dương người cao tuổi làm kinh tế giỏi", 12, 22, 240_000_000),
)
CONFERENCE_PLACE: Final = "Hà Nội"
CONFERENCE_GUESTS: Final = "Chủ tịch Hội NCT cấp tỉnh"


def drawn_picture(width: int = 480, height: int = 320) -> bytes:
    """Return a PNG that is plainly a drawing: two fields of colour, nobody and no place."""
    sky, ground = bytes((240, 184, 58)) * width, bytes((20, 67, 47)) * width
    rows = b"".join(b"\0" + (sky if line < height // 2 else ground) for line in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in parts)


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
