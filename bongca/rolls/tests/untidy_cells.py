"""Rolls untidy in their cells: dates, numbers without zeros, capitals, marks, other people."""

from dataclasses import replace

from bongca.core.invented import InventedElder
from bongca.rolls.rules.fields import Field
from bongca.rolls.tests.paper import Column, Known, Page, Untidy, Value
from bongca.rolls.tests.untidy import (
    BIRTH,
    EPOCH,
    GROUP,
    ID,
    JOINED,
    NAME,
    NOTES,
    PHONE,
    SEX,
    STT,
    elders,
    full_days,
    headed,
    in_groups,
    known,
    mixed_date,
    real_date,
    renamed,
    roll,
    serial,
    text_date,
)

FEW = ("citizen_id", "phone", "joined", "group")


def few(people: list[InventedElder]) -> list[Known]:
    return [known(p, without=FEW) for p in people]


@roll
def names_in_capitals() -> Untidy:
    people = elders(21)
    columns = [STT, replace(NAME, write=lambda p, n: p.full_name.upper()), BIRTH, SEX]
    return Untidy("Họ tên chữ in", [headed("DS", columns, people)], few(people))


@roll
def names_in_lower_case_with_double_spaces() -> Untidy:
    people = elders(22)

    def write(person: InventedElder, _: int) -> Value:
        return "  " + person.full_name.lower().replace(" ", "  ") + "\u00a0"

    columns = [STT, replace(NAME, write=write), BIRTH, SEX]
    return Untidy("Chữ thường, cách thừa", [headed("DS", columns, people)], few(people))


@roll
def serial_numbers_for_dates() -> Untidy:
    people = elders(23)
    people = [p if p.birth.day else replace(p, birth=replace(p.birth, month=None)) for p in people]
    columns = [STT, NAME, replace(BIRTH, write=serial), SEX]
    return Untidy("Ngày thành số của Excel", [headed("DS", columns, people)], few(people))


@roll
def real_dates() -> Untidy:
    people = full_days(elders(24))
    columns = [STT, NAME, replace(BIRTH, write=real_date, shown_as="dd/mm/yyyy"), SEX]
    return Untidy("Ô ngày thật", [headed("DS", columns, people)], few(people))


@roll
def every_form_of_date() -> Untidy:
    people = elders(25)
    columns = [STT, NAME, replace(BIRTH, write=mixed_date), SEX]
    return Untidy("Ngày viết đủ kiểu", [headed("DS", columns, people)], few(people))


@roll
def american_dates() -> Untidy:
    """Excel in American order: what could be a month became a date, the rest stayed text."""
    people = full_days(elders(26))

    def write(person: InventedElder, number: int) -> Value:
        birth = person.birth
        if birth.day is not None and birth.month is not None and birth.day <= 12:
            return replace(birth, month=birth.day, day=birth.month).first_day
        return text_date(person, number)

    columns = [STT, NAME, replace(BIRTH, write=write, shown_as="m/d/yyyy"), SEX]
    return Untidy("Ngày tháng bị đổi chỗ", [headed("DS", columns, people)], few(people))


@roll
def years_in_cells_made_for_dates() -> Untidy:
    people = [replace(p, birth=replace(p.birth, month=None, day=None)) for p in elders(27)]

    def write(person: InventedElder, number: int) -> Value:
        year = person.birth.year
        return EPOCH.fromordinal(EPOCH.toordinal() + year) if number % 3 == 0 else year

    columns = [STT, NAME, replace(BIRTH, heading="Năm sinh", write=write), SEX]
    return Untidy("Năm gõ vào ô ngày", [headed("DS", columns, people)], few(people))


@roll
def numbers_that_lost_their_zeros() -> Untidy:
    people = elders(28)
    columns = [
        STT,
        NAME,
        BIRTH,
        SEX,
        replace(ID, heading="CCCD", write=lambda p, n: int(p.citizen_id)),
        replace(PHONE, heading="ĐT", write=lambda p, n: int(p.phone) if p.phone else ""),
    ]
    truth = [known(p, without=("joined", "group")) for p in people]
    return Untidy("Số mất số 0 ở đầu", [headed("DS", columns, people)], truth)


@roll
def numbers_with_spaces_and_dots() -> Untidy:
    people = elders(29)

    def spaced(person: InventedElder, _: int) -> Value:
        number = person.citizen_id
        return f" {number[:3]} {number[3:6]} {number[6:]}"

    def dotted(person: InventedElder, _: int) -> Value:
        return f"{person.phone[:4]}.{person.phone[4:7]}.{person.phone[7:]}" if person.phone else ""

    columns = [
        STT,
        NAME,
        BIRTH,
        SEX,
        replace(ID, heading="Số định danh cá nhân", write=spaced),
        replace(PHONE, heading="Số ĐT", write=dotted),
    ]
    truth = [known(p, without=("joined", "group")) for p in people]
    return Untidy("Số có dấu cách, dấu chấm", [headed("DS", columns, people)], truth)


@roll
def old_identity_cards() -> Untidy:
    people = [replace(p, citizen_id=f"06{p.citizen_id[-7:]}") for p in elders(30)]
    columns = [STT, NAME, BIRTH, SEX, renamed(ID, "Số CMND"), NOTES]
    truth = [known(p, without=("joined", "group", "phone")) for p in people]
    return Untidy("Số CMND cũ", [headed("DS", columns, people)], truth)


def _marks(people: list[InventedElder], both: bool) -> list[Column]:
    male = Column("Nam", Field.MALE_MARK, lambda p, n: "x" if p.sex == "m" else "")
    female = Column("Nữ", Field.FEMALE_MARK, lambda p, n: "X" if p.sex == "f" else "")
    return [STT, NAME, *([male] if both else []), female, BIRTH]


@roll
def marks_under_nam_and_nu() -> Untidy:
    people = elders(31)
    columns = _marks(people, both=True)
    return Untidy("Đánh dấu x dưới Nam, Nữ", [headed("DS", columns, people)], few(people))


@roll
def marks_under_nu_only() -> Untidy:
    people = elders(32)
    columns = _marks(people, both=False)
    return Untidy("Chỉ có cột Nữ đánh dấu", [headed("DS", columns, people)], few(people))


@roll
def sensitive_columns_between() -> Untidy:
    people = elders(33)
    columns = [
        STT,
        NAME,
        BIRTH,
        SEX,
        Column("Dân tộc", Field.ETHNICITY, lambda p, n: "Tày" if n % 5 == 0 else "Kinh"),
        Column("Tôn giáo", Field.RELIGION, lambda p, n: "Không"),
        Column("Ngày vào Đảng", Field.PARTY, lambda p, n: "3/2/1985" if n % 6 == 0 else ""),
        renamed(JOINED, "Ngày vào Hội NCT"),
        Column("Tình trạng sức khoẻ", Field.HEALTH, lambda p, n: "Yếu" if n % 11 == 0 else ""),
    ]
    truth = [known(p, without=("citizen_id", "phone", "group")) for p in people]
    return Untidy("Cột nhạy cảm xen giữa", [headed("DS", columns, people)], truth)


@roll
def issue_dates_beside_the_number() -> Untidy:
    people = elders(34)
    page = Page("DS")
    top = page.add("STT", "Họ và tên", "Ngày sinh", "Căn cước công dân", None, None, "Giới tính")
    page.add(None, None, None, "Số", "Ngày cấp", "Nơi cấp")
    page.merge(top, 3, top, 5)
    for n, p in enumerate(people, start=1):
        sex = "Nữ" if p.sex == "f" else "Nam"
        page.add(n, p.full_name, p.birth.display(), p.citizen_id, "12/5/2021", "Cục CSQLHC", sex)
    fields = [Field.NUMBER, Field.NAME, Field.BIRTH, Field.CITIZEN_ID, Field.SKIP, Field.SKIP]
    page.truth = dict(enumerate([*fields, Field.SEX]))
    truth = [known(p, without=("phone", "joined", "group")) for p in people]
    return Untidy("Số, ngày cấp, nơi cấp", [page], truth)


@roll
def heads_of_household_and_children() -> Untidy:
    people, others = elders(35), elders(36)
    columns = [
        STT,
        Column("Họ tên chủ hộ", Field.OTHER_PERSON, lambda p, n: others[n - 1].full_name),
        renamed(NAME, "Họ và tên NCT"),
        renamed(BIRTH, "Năm sinh"),
        SEX,
        Column("SĐT con", Field.OTHER_PERSON, lambda p, n: f"09001{n:05}"),
    ]
    return Untidy("Có chủ hộ và con", [headed("DS", columns, people)], few(people))


@roll
def two_years_of_birth() -> Untidy:
    people, others = elders(37), elders(38)
    columns = [
        STT,
        NAME,
        renamed(BIRTH, "Năm sinh"),
        SEX,
        Column("Vợ/chồng", Field.OTHER_PERSON, lambda p, n: others[n - 1].full_name),
        Column("Năm sinh", Field.SKIP, lambda p, n: others[n - 1].birth.year),
    ]
    return Untidy("Hai cột năm sinh", [headed("DS", columns, people)], few(people))


@roll
def headings_exchanged() -> Untidy:
    """The headings of the number and the telephone stand over each other's column."""
    people = elders(39)
    columns = [STT, NAME, BIRTH, SEX, renamed(ID, "Điện thoại"), renamed(PHONE, "Số CCCD")]
    truth = [known(p, without=("joined", "group")) for p in people]
    return Untidy("Đề mục đặt nhầm cột", [headed("DS", columns, people)], truth)


@roll
def titles_before_names() -> Untidy:
    people = elders(40)

    def write(person: InventedElder, number: int) -> Value:
        title = ("Cụ" if number % 4 == 0 else "Bà") if person.sex == "f" else "Ông"
        return f"{title} {person.full_name}"

    without_short = [p for p in people if len(p.full_name.split()) >= 3]
    columns = [STT, replace(NAME, write=write), BIRTH, SEX]
    return Untidy("Ông, bà trước tên", [headed("DS", columns, without_short)], few(without_short))


@roll
def dittos() -> Untidy:
    people = elders(41)
    columns = [
        STT,
        NAME,
        BIRTH,
        SEX,
        replace(GROUP, write=lambda p, n: f"Tổ {(n - 1) // 12 + 1}" if n % 12 == 1 else "nt"),
    ]
    truth = in_groups(people, without=("citizen_id", "phone", "joined"))
    return Untidy("Ghi “nt” cho giống trên", [headed("DS", columns, people)], truth)
