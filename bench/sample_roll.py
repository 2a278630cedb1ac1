"""Write docs/huong-dan/mau/danh-sach-hoi-vien.xlsx: cô Lan's roll as an officer keeps it.

    python -m bench.sample_roll

180 invented members in four tổ hội: a title, a two-line head, dates of every kind, a sum and
signatures. The same file every time.
"""

import datetime as dt
from pathlib import Path

import xlsxwriter

from bongca.core.invented import InventedElder, invent_elders

TARGET = Path(__file__).resolve().parents[1] / "docs/huong-dan/mau/danh-sach-hoi-vien.xlsx"
TODAY = dt.date(2026, 11, 22)
GROUPS = (48, 45, 44, 43)
SEED = 180
COUNT = sum(GROUPS)
WIDTHS = (5, 26, 13, 13, 16, 13, 9, 14, 14)
TITLES = (
    "HỘI NGƯỜI CAO TUỔI XÃ TÂN YÊN",
    "CHI HỘI THÔN ĐỒNG TÂM",
    "DANH SÁCH HỘI VIÊN NĂM 2026",
)


def people() -> list[InventedElder]:
    """The members of the sample, no two of the same name and year."""
    chosen: dict[tuple[str, int], InventedElder] = {}
    for elder in invent_elders(COUNT * 2, seed=SEED, today=TODAY, province="024"):
        chosen.setdefault((elder.full_name, elder.birth.year), elder)
    return list(chosen.values())[:COUNT]


def write(target: Path = TARGET) -> None:
    """Write the workbook, byte for byte the same."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(str(target)) as book:
        book.set_properties({"created": dt.datetime(2026, 11, 22)})  # noqa: DTZ001 - a file's own
        _fill(book, people())


def _fill(book: xlsxwriter.Workbook, members: list[InventedElder]) -> None:
    sheet = book.add_worksheet("Danh sách hội viên")
    base = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
    bold = book.add_format({**base, "bold": True, "align": "center"})
    head = book.add_format(
        {**base, "bold": True, "align": "center", "border": 1, "text_wrap": True}
    )
    cell = book.add_format({**base, "border": 1})
    centred = book.add_format({**base, "border": 1, "align": "center"})
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for row, title in enumerate(TITLES):
        sheet.merge_range(row, 0, row, 8, title, bold)
    _head(sheet, head)
    row = 6
    for number, member in enumerate(members, start=1):
        _line(sheet, row, number, member, cell, centred)
        row += 1
    sheet.write_string(row, 1, f"Tổng cộng: {len(members)} người", bold)
    sheet.write_string(row + 2, 6, "Đồng Tâm, ngày 20 tháng 11 năm 2026", bold)
    sheet.write_string(row + 3, 6, "CHI HỘI TRƯỞNG", bold)
    sheet.write_string(row + 7, 6, "Vũ Thị Lan", bold)
    sheet.freeze_panes(6, 0)


def _head(sheet: xlsxwriter.worksheet.Worksheet, form: object) -> None:
    single = {0: "Số\nTT", 1: "Họ và tên", 4: "Số CCCD", 5: "Điện thoại"}
    single |= {6: "Tổ hội", 7: "Ngày vào Hội", 8: "Ghi chú"}
    for column, text in single.items():
        sheet.merge_range(4, column, 5, column, text, form)
    sheet.merge_range(4, 2, 4, 3, "Ngày, tháng, năm sinh", form)
    sheet.write_string(5, 2, "Nam", form)
    sheet.write_string(5, 3, "Nữ", form)


def _line(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    number: int,
    member: InventedElder,
    cell: object,
    centred: object,
) -> None:
    sheet.write_number(row, 0, number, centred)
    sheet.write_string(row, 1, member.full_name, cell)
    birth = member.birth.display()
    sheet.write_string(row, 2, birth if member.sex == "m" else "", centred)
    sheet.write_string(row, 3, birth if member.sex == "f" else "", centred)
    # A third of the numbers were typed as numbers, so that Excel ate their first zero.
    if number % 3 == 0:
        sheet.write_number(row, 4, int(member.citizen_id), cell)
    elif number % 7:
        sheet.write_string(row, 4, member.citizen_id, cell)
    else:
        sheet.write_blank(row, 4, None, cell)
    sheet.write_string(row, 5, member.phone, cell)
    sheet.write_string(row, 6, f"Tổ {_group(number)}", centred)
    sheet.write_string(row, 7, member.joined.display(), centred)
    sheet.write_string(row, 8, "", cell)


def _group(number: int) -> int:
    last = 0
    for group, size in enumerate(GROUPS, start=1):
        last += size
        if number <= last:
            return group
    return len(GROUPS)


if __name__ == "__main__":
    write()
