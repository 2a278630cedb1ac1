"""Rolls brought through the actions and jobs, as officers bring them."""

import io
from collections.abc import Sequence

import openpyxl

from bongca.core.actor import Actor
from bongca.core.jobs import work_off
from bongca.core.scope import scoped
from bongca.org.models import Unit
from bongca.rolls.actions.bringing import answer_columns, bring_roll
from bongca.rolls.actions.writing import write_roll
from bongca.rolls.models import RollBatch
from bongca.rolls.queries.columns import found_in, proposed_mapping

HEAD = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số định danh", "Tổ hội", "Ngày vào Hội")
PEOPLE = (
    (1, "Nguyễn Thị Mận", "12/3/1952", "Nữ", "015152000101", "Tổ 1", "10/5/2014"),
    (2, "Phạm Văn Khuê", "1947", "Nam", "", "Tổ 1", "2009"),
    (3, "Trần Quốc Hữu", "02/9/1955", "Nam", "015055000103", "Tổ 2", "01/10/2016"),
    (4, "Lý Thị Sửu", "19/7/1949", "Nữ", "", "Tổ 2", "6/6/2011"),
)


def workbook(rows: Sequence[Sequence[object]] = PEOPLE, head: Sequence[str] = HEAD) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Danh sách"
    sheet.append(list(head))
    for row in rows:
        sheet.append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def brought(actor: Actor, unit: Unit, content: bytes | None = None) -> RollBatch:
    """Bring a file and let it be read: it stands at its columns."""
    with scoped(actor):
        batch = bring_roll(
            actor=actor, unit=unit, chunks=[content or workbook()], file_name="DS Đồng Tâm.xlsx"
        )
    work_off()
    batch.refresh_from_db()
    return batch


def previewed(actor: Actor, unit: Unit, content: bytes | None = None) -> RollBatch:
    """Bring a file and take the guesses of its columns: it stands at its preview."""
    batch = brought(actor, unit, content)
    with scoped(actor):
        mapping = proposed_mapping(found_in(batch), batch.unit)
        answer_columns(actor=actor, batch_id=batch.pk, mapping=mapping, choices={})
    work_off()
    batch.refresh_from_db()
    return batch


def written(actor: Actor, unit: Unit, content: bytes | None = None) -> RollBatch:
    """Bring a file all the way into the register."""
    batch = previewed(actor, unit, content)
    with scoped(actor):
        write_roll(actor=actor, batch_id=batch.pk)
    work_off()
    batch.refresh_from_db()
    return batch
