"""Rolls mixed at random from what officers write: headings, ways of filling, traps between."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from bongca.core.invented import InventedElder
from bongca.rolls.rules.fields import Field
from bongca.rolls.tests.paper import Column, Known, Page, Untidy, Value, Writer
from bongca.rolls.tests.untidy import (
    elders,
    mixed_date,
    padded_date,
    quarter,
    real_date,
    sex_word,
    text_date,
)

HEADINGS: dict[Field, tuple[str, ...]] = {
    Field.NAME: ("Họ và tên", "HỌ VÀ TÊN", "Họ & tên", "Ho va ten", "Họ, tên", "Tên", "Hội viên"),
    Field.NUMBER: ("STT", "TT", "Số TT", "S.T.T", "số thứ tự"),
    Field.BIRTH: ("Ngày sinh", "Năm sinh", "Ngày, tháng, năm sinh", "NTNS", "N.S", "Nam sinh"),
    Field.SEX: ("Giới tính", "Nam/Nữ", "Phái", "GT", "gioi tinh"),
    Field.CITIZEN_ID: ("CCCD", "Số CMND/CCCD", "Mã định danh", "Số căn cước", "Số ĐDCN"),
    Field.PHONE: ("Điện thoại", "SĐT", "ĐT", "DT", "Số máy", "Liên hệ"),
    Field.GROUP: ("Tổ", "Tổ hội", "Thuộc tổ", "To hoi", "Tổ người cao tuổi"),
    Field.JOINED: ("Ngày vào Hội", "Năm kết nạp", "Ngày gia nhập", "Năm vào"),
    Field.NOTES: ("Ghi chú", "GHI CHÚ"),
    Field.ADDRESS: ("Địa chỉ", "Nơi ở", "Hộ khẩu"),
    Field.ETHNICITY: ("Dân tộc", "DT"),
    Field.PARTY: ("Đảng viên", "Ngày vào Đảng"),
    Field.HOMETOWN: ("Quê quán", "Nguyên quán"),
}
TRAPS = (
    "Tuổi", "Ngày cấp", "Nơi cấp", "Ngày nhập ngũ", "Năm nghỉ hưu", "Họ tên chủ hộ",
    "Năm sinh vợ", "Ngày sinh của con", "SĐT con", "Ngày sinh (âm lịch)", "Mã hộ", "Quan hệ",
)  # fmt: skip


def _fillings(field: Field) -> tuple[Writer, ...]:
    """The ways in which officers fill a column of this meaning."""
    return {
        Field.NAME: (lambda p, n: p.full_name, lambda p, n: p.full_name.upper()),
        Field.NUMBER: (lambda p, n: n,),
        Field.BIRTH: (text_date, padded_date, real_date, mixed_date, lambda p, n: p.birth.year),
        Field.SEX: (sex_word, lambda p, n: str(sex_word(p, n)).upper()),
        Field.CITIZEN_ID: (
            lambda p, n: p.citizen_id,
            lambda p, n: int(p.citizen_id),
            lambda p, n: p.citizen_id if n % 3 else "",
        ),
        Field.PHONE: (lambda p, n: p.phone, lambda p, n: int(p.phone) if p.phone else ""),
        Field.GROUP: (lambda p, n: quarter(n), lambda p, n: (n - 1) // 12 + 1),
        Field.JOINED: (lambda p, n: p.joined.display(), lambda p, n: p.joined.year),
        Field.NOTES: (lambda p, n: "Hộ nghèo" if n % 7 == 0 else "", lambda p, n: ""),
        Field.ADDRESS: (lambda p, n: "Thôn Đồng Tâm", lambda p, n: f"Số {n} ngõ 2"),
        Field.ETHNICITY: (lambda p, n: "Kinh" if n % 4 else "Tày",),
        Field.PARTY: (lambda p, n: f"3/2/{1970 + n % 40}" if n % 3 == 0 else "",),
        Field.HOMETOWN: (lambda p, n: "Nam Định",),
    }[field]


def _trap(heading: str, others: Sequence[InventedElder]) -> Writer:
    """What stands under a heading that imitates one of ours."""

    def write(person: InventedElder, number: int) -> Value:
        other = others[number % len(others)]
        if heading.startswith("Họ tên"):
            return other.full_name
        if heading.startswith("SĐT"):
            return f"09000{number:05}"
        if "sinh" in heading:
            return other.birth.display()
        if heading == "Tuổi":
            return 2026 - person.birth.year
        if heading == "Mã hộ":
            return 10000 + number
        if heading.startswith(("Ngày", "Năm")):
            return f"{number % 28 + 1}/{number % 12 + 1}/{1990 + number % 30}"
        return ("", "Vợ", "Chủ hộ")[number % 3]

    return write


@dataclass(slots=True)
class Mixer:
    """Makes one roll from a seed."""

    seed: int

    def make(self) -> Untidy:
        chance = random.Random(self.seed)
        people = elders(self.seed + 1000)
        rest = [field for field in HEADINGS if field != Field.NAME and chance.random() < 0.55]
        columns = [self._column(field, chance) for field in [Field.NAME, *rest]]
        others = elders(self.seed + 2000)
        for heading in chance.sample(TRAPS, chance.randrange(4)):
            truth = Field.OTHER_PERSON if _is_of_another(heading) else Field.SKIP
            columns.append(Column(heading, truth, _trap(heading, others)))
        if chance.random() < 0.5:
            chance.shuffle(columns)
        page = Page("DS")
        if chance.random() < 0.5:
            page.title("HỘI NGƯỜI CAO TUỔI", "DANH SÁCH HỘI VIÊN", width=max(2, len(columns)))
        page.add(*(column.heading for column in columns))
        if chance.random() < 0.2:
            page.add(*(f"({at + 1})" for at in range(len(columns))))
        page.fill(columns, people)
        page.know(columns)
        sums = int(chance.random() < 0.5)
        if sums:
            page.add(None, f"Tổng cộng: {len(people)} người")
        known = [_known(columns, p, n) for n, p in enumerate(people, start=1)]
        return Untidy(f"Trộn {self.seed}", [page], known, lines_of_nobody=sums)

    def _column(self, field: Field, chance: random.Random) -> Column:
        return Column(chance.choice(HEADINGS[field]), field, chance.choice(_fillings(field)))


def _is_of_another(heading: str) -> bool:
    return any(word in heading for word in ("chủ hộ", "vợ", "con"))


def _known(columns: Sequence[Column], person: InventedElder, number: int) -> Known:
    said = {column.truth: column.write(person, number) for column in columns}

    def date(field: Field, whole: str, year: int) -> str:
        if said.get(field, "") == "":
            return ""
        return str(year) if said[field] == year else whole

    return Known(
        name=person.full_name,
        birth=date(Field.BIRTH, person.birth.iso(), person.birth.year),
        sex=person.sex if Field.SEX in said else "",
        citizen_id=person.citizen_id if said.get(Field.CITIZEN_ID) else "",
        phone=person.phone if Field.PHONE in said else "",
        group=quarter(number) if Field.GROUP in said else "",
        joined=date(Field.JOINED, person.joined.iso(), person.joined.year),
    )
