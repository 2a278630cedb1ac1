"""Rolls untidy at the top: titles, two-line heads, split names, abbreviations, no head at all."""

from dataclasses import replace

from bongca.core.invented import InventedElder
from bongca.rolls.rules.fields import Field
from bongca.rolls.tests.paper import Column, Page, Untidy, Value
from bongca.rolls.tests.untidy import (
    BIRTH,
    GROUP,
    ID,
    JOINED,
    NAME,
    NOTES,
    PHONE,
    SEX,
    STT,
    elders,
    headed,
    in_groups,
    known,
    padded_date,
    plain_names,
    renamed,
    roll,
    signature,
)

FEW = ("citizen_id", "phone", "joined", "group")


def last_words(person: InventedElder) -> tuple[str, str]:
    rest, _, given = person.full_name.rpartition(" ")
    return rest, given


@roll
def tidy() -> Untidy:
    people = elders(1)
    columns = [STT, NAME, BIRTH, SEX, ID, PHONE, GROUP, JOINED, NOTES]
    return Untidy("Gọn gàng", [headed("Danh sách", columns, people)], in_groups(people))


@roll
def capitals_without_marks() -> Untidy:
    people = elders(2)
    columns = [
        renamed(STT, "TT"),
        renamed(NAME, "HO VA TEN"),
        renamed(BIRTH, "NGAY SINH"),
        renamed(SEX, "GIOI TINH"),
        renamed(ID, "SO CCCD"),
        renamed(PHONE, "SO DIEN THOAI"),
        renamed(GROUP, "TO HOI"),
        renamed(JOINED, "NGAY VAO HOI"),
    ]
    return Untidy("Đề mục không dấu", [headed("Sheet1", columns, people)], in_groups(people))


@roll
def year_under_sex() -> Untidy:
    people = [replace(p, birth=replace(p.birth, month=None, day=None)) for p in elders(3)]
    page = Page("DS")
    page.title("HỘI NGƯỜI CAO TUỔI XÃ QUY MÔNG", "DANH SÁCH HỘI VIÊN CHI HỘI THÔN ĐỒNG TÂM")
    page.add()
    top = page.add("TT", "Họ và tên", "Năm sinh", None, "Tổ", "Ghi chú")
    page.add(None, None, "Nam", "Nữ")
    for column in (0, 1, 4, 5):
        page.merge(top, column, top + 1, column)
    page.merge(top, 2, top, 3)
    for n, p in enumerate(people, start=1):
        male = p.birth.year if p.sex == "m" else None
        page.add(n, p.full_name, male, None if male else p.birth.year, (n - 1) * 4 // 48 + 1)
    page.add(None, "Cộng", sum(p.sex == "m" for p in people), sum(p.sex == "f" for p in people))
    fields = [Field.NUMBER, Field.NAME, Field.BIRTH_MALE, Field.BIRTH_FEMALE, Field.GROUP]
    page.truth = dict(enumerate([*fields, Field.NOTES]))
    truth = in_groups(people, without=("citizen_id", "phone", "joined"))
    return Untidy("Năm sinh dưới cột nam, nữ", [page], truth, lines_of_nobody=1)


@roll
def year_under_sex_unmerged() -> Untidy:
    people = [replace(p, birth=replace(p.birth, month=None, day=None)) for p in elders(4)]
    page = Page("")
    page.add("STT", "Họ và tên", "Năm sinh", "", "Địa chỉ")
    page.add("", "", "Nam", "Nữ", "")
    for n, p in enumerate(people, start=1):
        years = (p.birth.year, "") if p.sex == "m" else ("", p.birth.year)
        page.add(n, p.full_name, *years, "Thôn Đồng Tâm")
    fields = [Field.NUMBER, Field.NAME, Field.BIRTH_MALE, Field.BIRTH_FEMALE, Field.ADDRESS]
    page.truth = dict(enumerate(fields))
    truth = [known(p, without=FEW) for p in people]
    return Untidy("Hai dòng đề mục, tệp CSV", [page], truth, kind="csv")


@roll
def family_and_given_apart() -> Untidy:
    people = elders(5)
    columns = [
        STT,
        Column("Họ và đệm", Field.FAMILY_MIDDLE, lambda p, n: last_words(p)[0]),
        Column("Tên", Field.GIVEN, lambda p, n: last_words(p)[1]),
        renamed(BIRTH, "Ngày, tháng, năm sinh"),
        renamed(SEX, "Nam/Nữ"),
        JOINED,
    ]
    truth = [known(p, without=("citizen_id", "phone", "group")) for p in people]
    return Untidy("Họ đệm và tên hai cột", [headed("Hội viên", columns, people)], truth)


def _name_over_two(page: Page, people: list[InventedElder]) -> Untidy:
    for n, p in enumerate(people, start=1):
        page.add(n, *last_words(p), padded_date(p, n), "Nữ" if p.sex == "f" else "Nam")
    fields = [Field.NUMBER, Field.FAMILY_MIDDLE, Field.GIVEN, Field.BIRTH, Field.SEX]
    page.truth = dict(enumerate(fields))
    return Untidy("", [page], [known(p, without=FEW) for p in people])


@roll
def one_heading_over_two_columns() -> Untidy:
    page = Page("Sheet1")
    row = page.add("STT", "Họ và tên", None, "Ngày sinh", "Nam, nữ")
    page.merge(row, 1, row, 2)
    return replace(_name_over_two(page, elders(6)), name="Họ tên gộp trên hai cột")


@roll
def one_heading_over_two_columns_unmerged() -> Untidy:
    page = Page("Sheet1")
    page.add("STT", "Họ và tên", "", "Ngày sinh", "Nam, nữ")
    return replace(_name_over_two(page, elders(7)), name="Họ tên hai cột, không gộp", kind="csv")


@roll
def heading_broken_over_two_lines() -> Untidy:
    people = elders(8)
    page = Page("DSHV")
    page.add("Số", "Họ và", "Ngày tháng", "Giới", "Ngày vào")
    page.add("TT", "tên", "năm sinh", "tính", "Hội NCT")
    columns = [STT, NAME, BIRTH, SEX, JOINED]
    page.fill(columns, people)
    page.know(columns)
    truth = [known(p, without=("citizen_id", "phone", "group")) for p in people]
    return Untidy("Đề mục gãy làm hai dòng", [page], truth)


@roll
def heading_with_notes_inside() -> Untidy:
    people = elders(9)
    columns = [
        renamed(STT, "Số\nTT"),
        renamed(NAME, "Họ, tên hội viên\n(ghi đúng theo CCCD)"),
        renamed(BIRTH, "Ngày tháng\nnăm sinh\n(dương lịch)"),
        renamed(SEX, "Giới tính\n(nam/nữ)"),
        renamed(ID, "Số CCCD/\nmã định danh"),
        renamed(GROUP, "Thuộc\ntổ hội"),
    ]
    truth = in_groups(people, without=("phone", "joined"))
    return Untidy("Đề mục xuống dòng trong ô", [headed("A", columns, people)], truth)


@roll
def abbreviations() -> Untidy:
    people = elders(10)
    columns = [
        renamed(STT, "TT"),
        renamed(NAME, "Họ tên HV"),
        renamed(BIRTH, "N.sinh"),
        renamed(SEX, "G.tính"),
        renamed(PHONE, "SĐT"),
        renamed(ID, "Số CC"),
        renamed(GROUP, "Tổ"),
        renamed(NOTES, "G.chú"),
    ]
    truth = in_groups(people, without=("joined",))
    return Untidy("Viết tắt", [headed("HV", columns, people)], truth)


@roll
def column_numbers_below_head() -> Untidy:
    people = elders(11)
    columns = [renamed(STT, "Stt"), NAME, BIRTH, SEX, PHONE, NOTES]
    page = Page("Biểu 1")
    page.title("Biểu số 01", "DANH SÁCH HỘI VIÊN NGƯỜI CAO TUỔI NĂM 2026")
    page.add(*(column.heading for column in columns))
    page.add("(1)", "(2)", "(3)", "(4)", "(5)", "(6)")
    page.fill(columns, people)
    page.know(columns)
    truth = [known(p, without=("citizen_id", "group", "joined")) for p in people]
    return Untidy("Dòng đánh số cột", [page], truth)


@roll
def no_head_at_all() -> Untidy:
    people = elders(12)
    page = Page("Sheet1")
    columns = [STT, NAME, BIRTH, SEX, PHONE]
    page.fill(columns, people)
    page.know(columns)
    truth = [known(p, without=("citizen_id", "group", "joined")) for p in people]
    return Untidy("Không có đề mục", [page], truth)


@roll
def three_columns_of_a_date() -> Untidy:
    people = [replace(p, birth=replace(p.birth, month=p.birth.month or 2)) for p in elders(13)]
    people = [replace(p, birth=replace(p.birth, day=p.birth.day or 9)) for p in people]
    page = Page("DS")
    top = page.add("TT", "Họ và tên", "Ngày tháng năm sinh", None, None, "Giới tính")
    page.add(None, None, "Ngày", "Tháng", "Năm")
    page.merge(top, 2, top, 4)
    for n, p in enumerate(people, start=1):
        sex = "Nữ" if p.sex == "f" else "Nam"
        page.add(n, p.full_name, p.birth.day, p.birth.month, p.birth.year, sex)
    birth = [Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR]
    page.truth = dict(enumerate([Field.NUMBER, Field.NAME, *birth, Field.SEX]))
    return Untidy("Ngày, tháng, năm ba cột", [page], [known(p, without=FEW) for p in people])


@roll
def any_order() -> Untidy:
    people = elders(14)
    columns = [PHONE, GROUP, BIRTH, NOTES, NAME, JOINED, SEX, ID]
    return Untidy("Cột đảo thứ tự", [headed("x", columns, people)], in_groups(people))


@roll
def everything_plain() -> Untidy:
    """Neither headings nor names have marks, as from an old telephone."""
    people = elders(15)
    columns = [
        STT,
        Column("Ho ten", Field.NAME, plain_names),
        renamed(BIRTH, "Nam sinh"),
        Column("Gioi tinh", Field.SEX, lambda p, n: "Nu" if p.sex == "f" else "Nam"),
    ]
    page = headed("Sheet1", columns, people)
    truth = [
        known(replace(p, full_name=str(plain_names(p, 0)).title()), without=FEW) for p in people
    ]
    return Untidy("Họ tên không dấu", [page], truth)


@roll
def elder_manager() -> Untidy:
    """The twelve columns of the one product made for the Hội (domain.md 10.1)."""
    people = elders(16)

    def blank(_: InventedElder, __: int) -> Value:
        return ""

    columns = [
        renamed(NAME, "Họ và tên"),
        BIRTH,
        SEX,
        Column("Địa chỉ", Field.ADDRESS, lambda p, n: "Thôn Đồng Tâm, xã Quy Mông"),
        Column("Quê quán", Field.HOMETOWN, lambda p, n: "Lào Cai"),
        renamed(PHONE, "Số điện thoại"),
        renamed(JOINED, "Ngày vào hội"),
        Column("Số thẻ", Field.CARD_NUMBER, lambda p, n: f"QM-{n:04}"),
        Column("Ngày cấp thẻ", Field.CARD_ISSUED, lambda p, n: "6/6/2022"),
        Column("Ảnh", Field.SKIP, blank),
        Column("Tình trạng", Field.SKIP, lambda p, n: "Còn sống"),
        Column("Ngày mất", Field.DIED, blank),
    ]
    truth = [known(p, without=("citizen_id", "group")) for p in people]
    return Untidy("Mười hai cột của phần mềm cũ", [headed("Export", columns, people)], truth)


@roll
def totals_and_signatures() -> Untidy:
    people = elders(17)
    columns = [STT, NAME, BIRTH, SEX, JOINED]
    page = headed("DS", columns, people)
    signature(page, len(people))
    truth = [known(p, without=("citizen_id", "phone", "group")) for p in people]
    return Untidy("Dòng cộng và chữ ký", [page], truth, lines_of_nobody=1)
