"""The list of members as a spreadsheet: flat memory, text never a formula."""

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from django.db.models import Q, QuerySet
from rustpy_xlsxwriter import write_worksheet

from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.scope import scoped
from bongca.members.queries.lists import NAME_ORDER
from bongca.people.enums import PersonStatus, Sex
from bongca.people.models import Person

AT_ONCE = 5_000
CHUNK = 2_000
SHEET_NAME = "Hội viên"
WIDTHS = {
    "STT": 6.0, "Họ và tên": 28.0, "Nam, nữ": 9.0, "Ngày sinh": 14.0, "Năm sinh": 10.0,
    "Đơn vị": 34.0, "Điện thoại": 16.0, "Chỗ ở": 34.0, "Tình trạng": 18.0,
}  # fmt: skip


def write_members(
    actor: Actor,
    rows: QuerySet[Person],
    target: BinaryIO,
    tell: Callable[[int], None] | None = None,
) -> None:
    """Write the persons of a list into a workbook by name.

    Reads in slices, each in a transaction of its own; between two of them `tell` hears how many
    are written.
    """
    write_worksheet(
        _records(in_chunks(actor, rows), tell),
        target,
        sheet_name=SHEET_NAME,
        freeze_row=1,
        bold_headers=True,
        column_widths=WIDTHS,
        autofilter=True,
    )


def in_chunks(actor: Actor, rows: QuerySet[Person]) -> Iterator[list[Person]]:
    """Return the persons a slice at a time, each slice beginning where the last one ended."""
    ordered = rows.order_by(*NAME_ORDER)
    wanted = ordered
    while True:
        with scoped(actor):
            chunk = list(wanted[:CHUNK])
        if chunk:
            yield chunk
        if len(chunk) < CHUNK:
            return
        last = chunk[-1]
        wanted = ordered.filter(sort_key__gte=last.sort_key).filter(
            Q(sort_key__gt=last.sort_key) | Q(pk__gt=last.pk)
        )


def _records(
    chunks: Iterator[list[Person]], tell: Callable[[int], None] | None
) -> Iterator[dict[str, Any]]:
    written = 0
    for chunk in chunks:
        for place, person in enumerate(chunk, start=1):
            yield _record(written + place, person)
        written += len(chunk)
        if tell:
            tell(written)
    if not written:
        yield dict.fromkeys(WIDTHS, "")


def _record(number: int, person: Person) -> dict[str, Any]:
    return {
        "STT": number,
        "Họ và tên": person.full_name,
        "Nam, nữ": Sex(person.sex).label,
        "Ngày sinh": _birth(person),
        "Năm sinh": person.birth_year,
        "Đơn vị": person.unit.name,
        "Điện thoại": person.phone,
        "Chỗ ở": person.address,
        "Tình trạng": PersonStatus(person.status).label,
    }


def _birth(person: Person) -> str:
    if person.birth_year is None:
        return ""
    return PartialDate(person.birth_year, person.birth_month, person.birth_day).display()
