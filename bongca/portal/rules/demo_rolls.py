"""The rolls the chairs of the six communes bring: a plain Excel file each, all people invented."""

import io
from collections.abc import Iterator
from datetime import date
from random import Random

import xlsxwriter

from bongca.core.invented import InventedElder, invent_elders
from bongca.portal.rules.demo_places import (
    COMMUNES,
    LAN_BRANCH,
    DemoCommune,
    branches_of,
    groups_of,
    shares_of,
)

HEAD = (
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Điện thoại", "Chi hội",
    "Tổ hội", "Ngày vào Hội",
)  # fmt: skip
# First three digits of the citizen ID: where the birth was registered, under the old provinces.
PREFIXES = {
    "tan_yen": "024", "nha_nam": "024", "phuc_hoa": "024", "nam_sach": "030", "thanh_ha": "030",
    "dong_hai": "031",
}  # fmt: skip
NUMBERED = 0.35  # how many of the people of such lists have their number written


def roll_of(commune: DemoCommune, today: date) -> bytes:
    """Return the workbook a commune's chair brings, always the same for one day."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Danh sách hội viên")
        for row, cells in enumerate([HEAD, *_rows(commune, today)]):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    sheet.write_number(row, column, cell)
                else:
                    sheet.write_string(row, column, cell)
    return target.getvalue()


def _rows(commune: DemoCommune, today: date) -> Iterator[tuple[str | int, ...]]:
    seed = COMMUNES.index(commune)
    chance = Random(f"{commune.territory}/roll")  # noqa: S311 - not a secret: the same every time
    elders = invent_elders(
        commune.members + 50, seed=seed, today=today, province=PREFIXES[commune.key]
    )
    number = 0
    for branch_number, (branch, share) in enumerate(
        zip(branches_of(commune), shares_of(commune), strict=True), start=1
    ):
        if branch == LAN_BRANCH:
            continue
        groups = groups_of(commune, branch_number)
        for place in range(share):
            number += 1
            group = groups[place * len(groups) // share]
            yield number, *_cells(next(elders), branch, group, chance)


def _cells(
    elder: InventedElder, branch: str, group: str, chance: Random
) -> tuple[str, str, str, str, str, str, str, str]:
    return (
        elder.full_name,
        elder.birth.display(),
        "Nữ" if elder.sex == "f" else "Nam",
        elder.citizen_id if chance.random() < NUMBERED else "",
        elder.phone,
        f"Chi hội {branch}",
        group,
        elder.joined.display(),
    )
