"""More than thirty rolls as officers really make them, with the truth beside each."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

from bongca.core.invented import InventedElder, invent_elders
from bongca.core.text import fold
from bongca.rolls.rules.fields import Field
from bongca.rolls.tests.paper import Column, Known, Page, Untidy, Value

TODAY = dt.date(2026, 11, 22)
EPOCH = dt.date(1899, 12, 30)
SIZE = 48


def elders(seed: int, count: int = SIZE) -> list[InventedElder]:
    return list(invent_elders(count, seed=seed, today=TODAY))


def full_days(people: list[InventedElder]) -> list[InventedElder]:
    """The same people with every birth day known."""
    return [
        replace(p, birth=replace(p.birth, month=p.birth.month or 3, day=p.birth.day or 17))
        for p in people
    ]


def known(
    person: InventedElder, *, group: str = "", branch: str = "", without: Sequence[str] = ()
) -> Known:
    values = {
        "name": person.full_name,
        "birth": person.birth.iso(),
        "sex": person.sex,
        "citizen_id": person.citizen_id,
        "phone": person.phone,
        "group": group,
        "branch": branch,
        "joined": person.joined.iso(),
    }
    return Known(**{key: "" if key in without else value for key, value in values.items()})


def text_date(person: InventedElder, _: int) -> Value:
    return person.birth.display()


def padded_date(person: InventedElder, _: int) -> Value:
    birth = person.birth
    if birth.day is None or birth.month is None:
        return birth.display()
    return f"{birth.day:02}/{birth.month:02}/{birth.year}"


def real_date(person: InventedElder, _: int) -> Value:
    return person.birth.first_day if person.birth.day else person.birth.year


def serial(person: InventedElder, _: int) -> Value:
    return (person.birth.first_day - EPOCH).days if person.birth.day else person.birth.year


def mixed_date(person: InventedElder, number: int) -> Value:
    birth = person.birth
    if birth.month is None:
        years: list[Value] = [birth.year, str(birth.year), f"SN {birth.year}", f"?/?/{birth.year}"]
        return years[number % 4]
    if birth.day is None:
        return f"T{birth.month}/{birth.year}"
    forms: list[Value] = [
        f"{birth.day}-{birth.month}-{birth.year}",
        f"{birth.day:02}.{birth.month:02}.{birth.year}",
        birth.first_day,
        f"{birth.day} tháng {birth.month} năm {birth.year}",
        f"{birth.day}/{birth.month}/{birth.year % 100:02}",
    ]
    return forms[number % 5]


def sex_word(person: InventedElder, _: int) -> Value:
    return "Nữ" if person.sex == "f" else "Nam"


STT = Column("STT", Field.NUMBER, lambda p, n: n)
NAME = Column("Họ và tên", Field.NAME, lambda p, n: p.full_name)
BIRTH = Column("Ngày sinh", Field.BIRTH, text_date)
SEX = Column("Giới tính", Field.SEX, sex_word)
ID = Column("Số định danh", Field.CITIZEN_ID, lambda p, n: p.citizen_id)
PHONE = Column("Điện thoại", Field.PHONE, lambda p, n: p.phone)
JOINED = Column("Ngày vào Hội", Field.JOINED, lambda p, n: p.joined.display())
NOTES = Column("Ghi chú", Field.NOTES, lambda p, n: "Con liệt sỹ" if n % 9 == 0 else "")


def quarter(number: int, of: int = SIZE) -> str:
    return f"Tổ {(number - 1) * 4 // of + 1}"


GROUP = Column("Tổ hội", Field.GROUP, lambda p, n: quarter(n))


def headed(name: str, columns: Sequence[Column], people: Sequence[InventedElder]) -> Page:
    """The simplest page: a head line and the people."""
    page = Page(name)
    page.add(*(column.heading for column in columns))
    page.fill(columns, people)
    page.know(columns)
    return page


def renamed(column: Column, heading: str) -> Column:
    return replace(column, heading=heading)


def in_groups(people: list[InventedElder], without: Sequence[str] = ()) -> list[Known]:
    return [
        known(p, group=quarter(n, len(people)), without=without)
        for n, p in enumerate(people, start=1)
    ]


Maker = Callable[[], Untidy]
MAKERS: list[Maker] = []


def roll(maker: Maker) -> Maker:
    MAKERS.append(maker)
    return maker


def plain_names(person: InventedElder, _: int) -> Value:
    return fold(person.full_name).upper()


def signature(page: Page, total: int) -> None:
    """The lines under a list: a sum, a place and day, who signs."""
    page.add(None, f"Tổng cộng: {total} người")
    page.add()
    page.add(None, None, None, "Đồng Tâm, ngày 15 tháng 10 năm 2026")
    page.add(None, "NGƯỜI LẬP BIỂU", None, "TM. BAN CHẤP HÀNH CHI HỘI")
    page.add(None, "(Ký, ghi rõ họ tên)", None, "CHI HỘI TRƯỞNG")
    page.add()
    page.add(None, "Vũ Thị Lan", None, "Vũ Thị Lan")
