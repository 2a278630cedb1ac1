"""The list as a workbook and as an official paper (domain.md 6.3)."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from rustpy_xlsxwriter import write_worksheet

from bongca.care.queries.listed import Line, Listing
from bongca.care.rules.tables import ceremony_on
from bongca.documents.queries.composing import full_name, place_of
from bongca.org.enums import Tier
from bongca.org.rules import place_of as place_named
from bongca.papers.rules.paper import Align, Annex, Column, OfficialPaper, Paragraph, Row, Table

STEP = 2_000
WIDTHS = {
    "STT": 6.0, "Họ và tên": 28.0, "Nam, nữ": 9.0, "Ngày sinh": 14.0, "Năm sinh": 10.0,
    "Mừng thọ": 14.0, "Chi hội, tổ hội": 34.0, "Xã, phường": 34.0, "Ai chúc thọ": 26.0,
    "Quà": 44.0, "Ký nhận": 16.0,
}  # fmt: skip
_COLUMNS = (
    Column("TT", 1.1, Align.CENTRE),
    Column("Họ và tên", 4.6),
    Column("Ngày sinh", 2.3, Align.CENTRE),
    Column("Mừng thọ", 2.2, Align.CENTRE),
    Column("Chi hội, tổ hội", 4.4),
    Column("Ai chúc thọ", 3.6),
    Column("Quà", 4.4),
    Column("Ký nhận", 2.6),
)


def write_list(
    lines: Iterable[Line], target: BinaryIO, tell: Callable[[int], None] | None = None
) -> None:
    """Write a list into a workbook with flat memory; `tell` hears how many are written."""
    write_worksheet(
        _records(lines, tell),
        target,
        sheet_name="Mừng thọ",
        freeze_row=1,
        bold_headers=True,
        column_widths=WIDTHS,
        autofilter=True,
    )


def paper_of(listing: Listing, lines: Iterable[Line]) -> OfficialPaper:
    """Compose the list as a proposal (tờ trình) with its annex; the number is left open.

    A list is no type of paper of its own in Nghị định 30/2020: it goes with one that is.
    """
    unit, wanted = listing.unit, listing.wanted
    rows = tuple(_row(number, line) for number, line in enumerate(lines, start=1))
    above = full_name(unit.parent) if unit.parent else ""
    basis = ceremony_on(listing.on).basis
    count = f"{len(rows):,}".replace(",", ".")
    words = (
        f"Căn cứ {basis}, {full_name(unit)} đã lập danh sách {count} người cao tuổi được chúc"
        f" thọ, mừng thọ năm {wanted.year}. Tuổi tính theo năm sinh; danh sách tính đến ngày"
        f" {listing.on:%d/%m/%Y}, đã bỏ người qua đời.",
        "Danh sách kèm theo tại Phụ lục. Kính đề nghị xem xét.",
    )
    return OfficialPaper(
        issuer_name=full_name(unit),
        superior_name=above,
        symbol="TTr-HNCT",
        place=place_of(unit),
        type_name="TỜ TRÌNH",
        abstract=f"Đề nghị chúc thọ, mừng thọ người cao tuổi năm {wanted.year}",
        addressees=_addressees(listing, above),
        blocks=tuple(Paragraph(text) for text in words),
        annexes=(Annex(listing.title, (Table(_COLUMNS, rows),), is_landscape=True),),
        signatures=(listing.signature,),
        recipients=("Như trên",),
    )


def _addressees(listing: Listing, above: str) -> tuple[str, ...]:
    """The committee of the same tier, and the Association above."""
    names = (above,) if above else ()
    if listing.unit.tier in (Tier.COMMUNE, Tier.PROVINCE):
        return (f"Ủy ban nhân dân {place_named(listing.unit.name)}", *names)
    return names


def _row(number: int, line: Line) -> Row:
    return Row((str(number), line.name, line.born, line.age, line.place, line.by, line.gift, ""))


def _records(lines: Iterable[Line], tell: Callable[[int], None] | None) -> Iterator[dict[str, Any]]:
    number = 0
    for number, line in enumerate(lines, start=1):
        yield {
            "STT": number,
            "Họ và tên": line.name,
            "Nam, nữ": line.sex,
            "Ngày sinh": line.born,
            "Năm sinh": line.birth_year,
            "Mừng thọ": line.age,
            "Chi hội, tổ hội": line.place,
            "Xã, phường": line.commune,
            "Ai chúc thọ": line.by,
            "Quà": line.gift,
            "Ký nhận": "",
        }
        if tell and number % STEP == 0:
            tell(number)
    if not number:
        yield dict.fromkeys(WIDTHS, "")
