"""The inventory of processing as an official paper."""

from datetime import date

from bongca.documents.queries.composing import full_name, place_of
from bongca.papers.rules.paper import Align, Annex, Column, OfficialPaper, Paragraph, Row, Table
from bongca.privacy.queries.inventory import Inventory

_COLUMNS = (
    Column("TT", 1.0, Align.CENTRE),
    Column("Loại dữ liệu", 3.4),
    Column("Gồm những gì", 6.0),
    Column("Dùng để làm gì", 4.0),
    Column("Căn cứ", 3.6),
    Column("Giữ bao lâu", 2.8),
    Column("Ai được xem", 4.4),
)


def paper_of(inventory: Inventory, on: date) -> OfficialPaper:
    """Compose the inventory as a report with its table in an annex; the number is left open."""
    unit = inventory.unit
    rows = tuple(
        Row((
            str(number), one.holding.name, one.holding.data, one.holding.purpose,
            one.basis, one.kept, one.who,
        ))
        for number, one in enumerate(inventory.rows, start=1)
    )  # fmt: skip
    words = (
        f"Căn cứ {inventory.basis}, {full_name(unit)} kiểm kê dữ liệu cá nhân đang xử lý trong"
        f" phần mềm quản lý của Hội, tính đến ngày {on:%d/%m/%Y}.",
        "Bảng kiểm kê tại Phụ lục kèm theo.",
    )
    return OfficialPaper(
        issuer_name=full_name(unit),
        superior_name=full_name(unit.parent) if unit.parent else "",
        symbol="BC-HNCT",
        place=place_of(unit),
        type_name="BÁO CÁO",
        abstract="Kiểm kê hoạt động xử lý dữ liệu cá nhân",
        blocks=tuple(Paragraph(text) for text in words),
        annexes=(
            Annex("Bảng kiểm kê dữ liệu cá nhân", (Table(_COLUMNS, rows),), is_landscape=True),
        ),
        signatures=(inventory.signature,),
    )
