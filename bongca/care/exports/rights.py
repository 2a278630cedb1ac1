"""The list of those with a right, as a workbook."""

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from django.db.models import QuerySet
from rustpy_xlsxwriter import write_worksheet

from bongca.care.queries.listed import place_words
from bongca.care.rules.rights import birthday_at
from bongca.core.dates import PartialDate, full_age
from bongca.core.ui.written import short_date
from bongca.people.models import Person

WIDTHS = {
    "STT": 6.0, "Họ và tên": 28.0, "Ngày sinh": 14.0, "Đủ tuổi": 18.0, "Chi hội, tổ hội": 34.0,
    "Xã, phường": 34.0, "Điện thoại": 16.0, "Chỗ ở": 34.0,
}  # fmt: skip
ASK = "Cần hỏi ngày sinh"


def write_rights(rows: QuerySet[Person], age: int, today: date, target: BinaryIO) -> None:
    """Write the persons of a list into a workbook; what they were asked is not in it."""
    write_worksheet(
        _records(rows, age, today),
        target,
        sheet_name="Quyền lợi",
        freeze_row=1,
        bold_headers=True,
        column_widths=WIDTHS,
        autofilter=True,
    )


def reached_words(person: Person, age: int, today: date) -> str:
    """Say on which day a person completes an age, or that it has to be asked."""
    if person.birth_year is None:
        return ASK
    birth = PartialDate(person.birth_year, person.birth_month, person.birth_day)
    day = birthday_at(birth, age)
    if day is not None:
        return short_date(day)
    return "Chắc chắn đã đủ" if full_age(birth, today) >= age else ASK


def _records(rows: QuerySet[Person], age: int, today: date) -> Iterator[dict[str, Any]]:
    for number, person in enumerate(rows.iterator(2_000), start=1):
        born = ""
        if person.birth_year is not None:
            born = PartialDate(person.birth_year, person.birth_month, person.birth_day).display()
        yield {
            "STT": number,
            "Họ và tên": person.full_name,
            "Ngày sinh": born,
            "Đủ tuổi": reached_words(person, age, today),
            "Chi hội, tổ hội": place_words(person.unit),
            "Xã, phường": person.commune.name if person.commune else "",
            "Điện thoại": person.phone,
            "Chỗ ở": person.address,
        }
