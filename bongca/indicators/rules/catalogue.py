"""The catalogue as a table: the real indicators of domain.md 3.5, with their sources."""

from dataclasses import dataclass
from datetime import date
from typing import Final

SINCE: Final = date(2025, 3, 1)
"""The first day from which the tree is exact (design.md 5)."""

REPORTS: Final = "Báo cáo công tác Hội của các cấp"
CHARTER: Final = "Điều lệ Hội 2022, Điều 23"


@dataclass(frozen=True, slots=True)
class Definition:
    """One line of the catalogue."""

    code: str
    name: str
    measure: str
    obtained: str
    over_time: str
    source: str
    counted_by: str = ""
    at_most: str = ""
    money_of: str = ""
    asks_source: bool = False
    hint: str = ""
    numerator: str = ""
    denominator: str = ""
    formula: str = ""


def _counted(
    code: str, name: str, counted_by: str, source: str, over_time: str = "stock",
    measure: str = "person", hint: str = "",
) -> Definition:  # fmt: skip
    return Definition(
        code, name, measure, "counted", over_time, source, counted_by=counted_by, hint=hint
    )


def _declared(
    code: str, name: str, measure: str, source: str, over_time: str = "flow", at_most: str = "",
    asks_source: bool = False, hint: str = "",
) -> Definition:  # fmt: skip
    return Definition(
        code, name, measure, "declared", over_time, source,
        at_most=at_most, asks_source=asks_source, hint=hint,
    )  # fmt: skip


def _money(code: str, name: str, money_of: str, source: str) -> Definition:
    return Definition(code, name, "vnd", "declared", "flow", source, money_of=money_of)


CATALOGUE: Final[tuple[Definition, ...]] = (
    _declared(
        "A1", "Tổng số người cao tuổi (từ đủ 60 tuổi)", "person", REPORTS,
        over_time="stock", asks_source=True,
        hint="Số người cao tuổi của cả xã, kể cả người chưa vào Hội.",
    ),
    _counted("A5", "Tổng số hội viên", "members.total", REPORTS),
    _counted("A5M", "Hội viên nam", "members.male", REPORTS),
    _counted("A5F", "Hội viên nữ", "members.female", REPORTS),
    _counted("A9", "Hội viên dưới 60 tuổi", "members.under_60", REPORTS),
    _counted(
        "A5S", "Hội viên từ đủ 60 tuổi", "members.from_60", REPORTS,
        hint="Người chưa rõ năm sinh không được tính ở đây.",
    ),
    _counted("A3A", "Hội viên từ 60 đến 69 tuổi", "members.from_60_to_69", REPORTS),
    _counted("A3B", "Hội viên từ 70 đến 79 tuổi", "members.from_70_to_79", REPORTS),
    _counted("A3C", "Hội viên từ 80 tuổi trở lên", "members.from_80", REPORTS),
    _counted("A4", "Hội viên từ 100 tuổi trở lên", "members.from_100", REPORTS),
    _counted("A6", "Hội viên mới kết nạp trong kỳ", "members.admitted", REPORTS, "flow"),
    _counted("A17", "Hội viên qua đời trong kỳ", "members.deceased", REPORTS, "flow"),
    _declared(
        "A7", "Người đủ 60 tuổi chưa vào Hội", "person", REPORTS, over_time="stock",
        hint="Đếm người đang ở trong thôn, tổ dân phố.",
    ),
    Definition(
        "A8", "Tỷ lệ tập hợp hội viên", "percent", "ratio", "stock", REPORTS,
        numerator="A5S", denominator="A1",
        formula="Hội viên từ đủ 60 tuổi chia cho tổng số người cao tuổi",
    ),
    _counted("B2", "Số chi hội", "units.branches", REPORTS, measure="unit"),
    _counted("B2T", "Số tổ hội", "units.groups", REPORTS, measure="unit"),
    _declared(
        "B11", "Số cuộc họp chi hội trong kỳ", "meeting", CHARTER,
        hint="Điều lệ: chi hội họp ít nhất 6 tháng một lần.",
    ),
    _declared("C12", "Thăm hỏi hội viên ốm đau", "turn", REPORTS),
    _money("C12V", "Tiền thăm hỏi hội viên ốm đau", "C12", REPORTS),
    _declared("C13", "Phúng viếng hội viên qua đời", "person", REPORTS),
    _money("C13V", "Tiền phúng viếng", "C13", REPORTS),
    _declared(
        "C14", "Suất quà đã tặng", "portion", REPORTS,
        hint="Quà Tết, ngày 6/6, ngày 1/10 và quà cho người khó khăn.",
    ),
    _money("C14V", "Giá trị quà đã tặng", "C14", REPORTS),
    _declared(
        "C11", "Người cao tuổi được chúc thọ, mừng thọ", "person", REPORTS, at_most="A1"
    ),
    _money("C11V", "Tiền chúc thọ, mừng thọ", "C11", REPORTS),
    _declared(
        "C1", "Người cao tuổi có thẻ bảo hiểm y tế", "person", REPORTS,
        over_time="stock", at_most="A1", hint="Lấy theo số của bảo hiểm xã hội.",
    ),
    _declared(
        "C4", "Người cao tuổi được khám sức khỏe định kỳ", "person", REPORTS,
        at_most="A1", hint="Lấy theo giấy của trạm y tế.",
    ),
    _declared("C22", "Buổi giao lưu văn hóa, văn nghệ, thể thao", "activity", REPORTS),
    _declared(
        "F1", "Người cao tuổi tham gia cấp ủy, chính quyền, Mặt trận, đoàn thể", "person",
        REPORTS, over_time="stock", at_most="A1",
    ),
    _declared("F4", "Vụ mâu thuẫn đã hòa giải thành", "case", REPORTS),
    _declared(
        "F9", "Người cao tuổi làm kinh tế giỏi", "person", REPORTS, over_time="stock",
        at_most="A1",
    ),
    _declared("D3", "Chân quỹ hiện có", "vnd", REPORTS, over_time="stock"),
    _declared("D5", "Hội phí đã thu trong kỳ", "vnd", REPORTS),
)  # fmt: skip
