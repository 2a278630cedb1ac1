"""Rolls untidy as a whole: sheets, sections, pages, ghosts, several lists, kinds of file."""

from dataclasses import replace

from bongca.rolls.rules.fields import Field
from bongca.rolls.tests.paper import Column, Page, Untidy
from bongca.rolls.tests.untidy import (
    BIRTH,
    GROUP,
    ID,
    JOINED,
    NAME,
    PHONE,
    SEX,
    STT,
    elders,
    headed,
    in_groups,
    known,
    quarter,
    renamed,
    roll,
    signature,
)

FEW = ("citizen_id", "phone", "joined")
BRANCHES = ("Chi hội thôn Đồng Tâm", "Chi hội thôn Tân Tiến", "Chi hội thôn Khe Sâu")


@roll
def a_sheet_per_group() -> Untidy:
    people = elders(51)
    pages, truth = [], []
    for at in range(4):
        part = people[at * 12 : at * 12 + 12]
        page = Page(f"Tổ {at + 1}", sheet_means=Field.GROUP)
        page.title("CHI HỘI THÔN ĐỒNG TÂM", "DANH SÁCH HỘI VIÊN")
        columns = [STT, NAME, BIRTH, SEX]
        page.add(*(column.heading for column in columns))
        page.fill(columns, part)
        page.know(columns)
        pages.append(page)
        truth += [known(p, group=f"Tổ {at + 1}", without=FEW) for p in part]
    return Untidy("Mỗi tổ một trang", pages, truth)


@roll
def a_sheet_per_branch() -> Untidy:
    pages, truth = [], []
    for at, branch in enumerate(BRANCHES):
        people = elders(52 + at, 30)
        page = headed(branch, [STT, NAME, renamed(BIRTH, "Năm sinh"), SEX, GROUP], people)
        page.sheet_means = Field.BRANCH
        pages.append(page)
        truth += [
            known(p, branch=branch, group=quarter(n), without=FEW)
            for n, p in enumerate(people, start=1)
        ]
    return Untidy("Mỗi chi hội một trang", pages, truth)


@roll
def a_column_for_the_branch() -> Untidy:
    people = elders(55)
    branch = Column("Chi hội", Field.BRANCH, lambda p, n: BRANCHES[n % 3])
    page = headed("Toàn xã", [STT, branch, NAME, BIRTH, SEX, PHONE], people)
    truth = [
        known(p, branch=BRANCHES[n % 3], without=("citizen_id", "joined"))
        for n, p in enumerate(people, start=1)
    ]
    return Untidy("Cả xã, cột chi hội", [page], truth)


@roll
def sections_between_the_lines() -> Untidy:
    people = elders(56)
    columns = [STT, NAME, BIRTH, SEX]
    page = Page("DS")
    page.title("DANH SÁCH HỘI VIÊN NĂM 2026", width=4)
    page.add(*(column.heading for column in columns))
    truth = []
    for at, roman in enumerate(("I", "II", "III", "IV")):
        part = people[at * 12 : at * 12 + 12]
        if at % 2:
            row = page.add(f"{roman}. TỔ HỘI SỐ {at + 1}")
            page.merge(row, 0, row, 3)
        else:
            page.add(roman, f"Tổ {at + 1} (12 người)")
        page.fill(columns, part)
        page.add(None, "Cộng tổ:", 12)
        truth += [known(p, group=f"Tổ {at + 1}", without=FEW) for p in part]
    page.know(columns)
    page.add(None, "TỔNG CỘNG", 48)
    return Untidy("Tên tổ xen giữa danh sách", [page], truth, lines_of_nobody=5)


@roll
def branches_as_sections() -> Untidy:
    columns = [STT, NAME, BIRTH, SEX]
    page = Page("Toàn xã")
    page.add(*(column.heading for column in columns))
    truth = []
    for at, branch in enumerate(BRANCHES):
        people = elders(57 + at, 20)
        row = page.add(branch.upper())
        page.merge(row, 0, row, 3)
        page.fill(columns, people)
        truth += [known(p, branch=branch.upper(), without=(*FEW, "group")) for p in people]
    page.know(columns)
    return Untidy("Tên chi hội xen giữa", [page], truth)


@roll
def the_head_again_on_every_page() -> Untidy:
    people = elders(60)
    columns = [STT, NAME, BIRTH, SEX, JOINED]
    page = Page("In")
    for start in (0, 16, 32):
        page.add(*(column.heading for column in columns))
        page.fill(columns, people[start : start + 16], start=start + 1)
        page.add(None, "Cộng trang:", 16)
    page.know(columns)
    truth = [known(p, without=("citizen_id", "phone", "group")) for p in people]
    return Untidy("Lặp đề mục mỗi trang", [page], truth, lines_of_nobody=3)


@roll
def ghost_columns_and_lines() -> Untidy:
    people = elders(61)
    columns = [STT, NAME, BIRTH, SEX]
    page = headed("Sheet1", columns, people)
    page.rows[5] += [None, None, None, None, None, " ", None, "."]
    page.rows[9] += [None] * 20 + [" "]
    for number in range(49, 70):
        page.add(number)
    page.add(" ", "  ")
    return Untidy(
        "Cột ma, dòng chỉ có số", [page], [known(p, without=(*FEW, "group")) for p in people]
    )


@roll
def merged_groups_down_the_side() -> Untidy:
    people = elders(62)
    columns = [
        replace(GROUP, write=lambda p, n: quarter(n) if n % 12 == 1 else None),
        STT,
        NAME,
        BIRTH,
        SEX,
    ]
    page = headed("DS", columns, people)
    for at in range(4):
        page.merge(2 + at * 12, 0, 13 + at * 12, 0)
    return Untidy("Ô tổ gộp dọc", [page], in_groups(people, without=FEW))


@roll
def two_lists_in_one_sheet() -> Untidy:
    first, second = elders(63, 20), elders(64, 20)
    page = headed("Sheet1", [STT, NAME, BIRTH, SEX], first)
    page.add()
    page.title("Danh sách bổ sung", width=4)
    later = [STT, SEX, NAME, ID, BIRTH]
    page.add(*(column.heading for column in later))
    page.fill(later, second)
    page.later_truths = [{at: column.truth for at, column in enumerate(later)}]
    truth = [known(p, without=(*FEW, "group")) for p in first]
    truth += [known(p, without=("phone", "joined", "group")) for p in second]
    return Untidy("Hai danh sách, khác thứ tự cột", [page], truth)


@roll
def hidden_lines_and_remarks() -> Untidy:
    people = elders(65)
    columns = [STT, NAME, BIRTH, SEX]
    page = headed("DS", columns, people)
    page.hidden_rows = [5, 6, 7]
    signature(page, len(people))
    page.add("Ghi chú: danh sách chưa có người mới chuyển đến")
    truth = [known(p, without=(*FEW, "group")) for p in people]
    return Untidy("Dòng ẩn và lời dặn", [page], truth, lines_of_nobody=1)


@roll
def text_file_with_semicolons() -> Untidy:
    people = elders(66)
    columns = [STT, NAME, BIRTH, SEX, ID, PHONE, GROUP, JOINED]
    pages = [headed("", columns, people)]
    return Untidy("CSV chấm phẩy", pages, in_groups(people), kind="csv")


@roll
def text_file_of_windows_vietnamese() -> Untidy:
    people = elders(67)
    columns = [STT, NAME, BIRTH, SEX]
    pages = [headed("", columns, people)]
    truth = [known(p, without=(*FEW, "group")) for p in people]
    return Untidy("CSV bảng mã 1258", pages, truth, kind="csv", encoding="cp1258", separator=",")


@roll
def unicode_text_with_tabs() -> Untidy:
    people = elders(68)
    columns = [STT, NAME, BIRTH, SEX]
    pages = [headed("", columns, people)]
    truth = [known(p, without=(*FEW, "group")) for p in people]
    return Untidy("Văn bản Unicode", pages, truth, kind="csv", encoding="utf-16", separator="\t")


@roll
def open_document() -> Untidy:
    people = elders(69)
    columns = [STT, NAME, renamed(BIRTH, "Năm sinh"), SEX, ID, GROUP]
    truth = in_groups(people, without=("phone", "joined"))
    return Untidy("Tệp .ods", [headed("Trang1", columns, people)], truth, kind="ods")


@roll
def a_summary_beside_the_list() -> Untidy:
    """Counts typed to the right of the list must not become people or columns of it."""
    people = elders(70)
    page = headed("DS", [STT, NAME, BIRTH, SEX], people)
    page.rows[2] += [None, None, "Tổng số", 48]
    page.rows[3] += [None, None, "Nam", 20]
    page.rows[4] += [None, None, "Nữ", 28]
    return Untidy("Bảng cộng bên phải", [page], [known(p, without=(*FEW, "group")) for p in people])


@roll
def highland_names() -> Untidy:
    names = ["Y Bhăm Niê Kdăm", "H'Hen Niê", "Giàng A Páo", "Ksor H'Bia", "Lò Thị Ón", "Ma Seo Sử"]
    people = [replace(p, full_name=names[at % 6]) for at, p in enumerate(elders(71, 24))]
    page = headed("DS", [STT, NAME, BIRTH, SEX], people)
    return Untidy("Tên vùng cao", [page], [known(p, without=(*FEW, "group")) for p in people])


@roll
def rows_without_numbers() -> Untidy:
    """No STT, no title; every third person without a date."""
    people = elders(72)
    columns = [NAME, replace(BIRTH, write=lambda p, n: p.birth.display() if n % 3 else ""), SEX]
    truth = [
        known(p, without=(*FEW, "group", *([] if n % 3 else ["birth"])))
        for n, p in enumerate(people, start=1)
    ]
    return Untidy("Không số thứ tự, thiếu ngày sinh", [headed("DS", columns, people)], truth)
