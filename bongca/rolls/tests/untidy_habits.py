"""Rolls untidy by habit: lists side by side, titles among names, forms of address."""

from dataclasses import replace

from bongca.rolls.rules.fields import Field
from bongca.rolls.tests.paper import Column, Page, Untidy
from bongca.rolls.tests.untidy import (
    BIRTH,
    NAME,
    SEX,
    STT,
    elders,
    full_days,
    headed,
    known,
    roll,
)

FEW = ("citizen_id", "phone", "joined", "group")
YEAR = Column("Năm sinh", Field.BIRTH, lambda p, n: p.birth.year)


@roll
def two_lists_side_by_side() -> Untidy:
    people = [replace(p, birth=replace(p.birth, month=None, day=None)) for p in elders(81, 24)]
    page = Page("DS")
    page.title("DANH SÁCH HỘI VIÊN", width=7)
    columns = [STT, NAME, YEAR]
    heads = [column.heading for column in columns]
    page.add(*heads, None, *heads)
    for at in range(12):
        left = [column.write(people[at], at + 1) for column in columns]
        right = [column.write(people[at + 12], at + 13) for column in columns]
        page.add(*left, None, *right)
    page.know(columns)
    page.later_truths = [{at + 4: column.truth for at, column in enumerate(columns)}]
    truth = [known(p, without=(*FEW, "sex")) for p in people]
    return Untidy("Hai danh sách cạnh nhau", [page], truth)


@roll
def the_title_again_among_the_names() -> Untidy:
    """Printed page by page: title, head and page number stand where names stand."""
    people = elders(82, 30)
    columns = [STT, NAME, BIRTH, SEX]
    page = Page("In")
    for at in range(3):
        page.add(None, "DANH SÁCH HỘI VIÊN NGƯỜI CAO TUỔI")
        page.add(*(column.heading for column in columns))
        page.fill(columns, people[at * 10 : at * 10 + 10], start=at * 10 + 1)
        page.add(None, f"Trang {at + 1}")
    page.know(columns)
    return Untidy("Lặp tiêu đề giữa các tên", [page], [known(p, without=FEW) for p in people])


@roll
def every_form_of_address() -> Untidy:
    people = elders(83)
    forms = ("Ông/Bà ", "Ô. ", "B. ", "Cụ bà ", "Đ/c ", "Bác ", "1. ", "")
    columns = [STT, replace(NAME, write=lambda p, n: forms[n % 8] + p.full_name), BIRTH, SEX]
    return Untidy(
        "Ông, bà, đồng chí trước tên",
        [headed("DS", columns, people)],
        [known(p, without=FEW) for p in people],
    )


@roll
def families_that_read_as_places() -> Untidy:
    """Without their marks Ngô, Dương, Bàn and Lang read as ngõ, đường, bản and làng."""
    names = ["Ngô Thị Hoa", "Dương Văn Đạt", "Bàn Thị Mùi", "Lang Văn Sính", "Bàn A Sênh"]
    people = [replace(p, full_name=names[at % 5]) for at, p in enumerate(elders(84, 20))]
    birth = replace(BIRTH, write=lambda p, n: p.birth.display() if n % 4 else "")
    truth = [
        known(p, without=(*FEW, "sex", *([] if n % 4 else ["birth"])))
        for n, p in enumerate(people, start=1)
    ]
    return Untidy("Họ Ngô, Dương, Bàn, Lang", [headed("DS", [STT, NAME, birth], people)], truth)


@roll
def apostrophes_and_runs_of_digits() -> Untidy:
    """Dates pushed out of other programs: a leading apostrophe, a midnight behind the day."""

    def written(n: int, day: int, month: int, year: int) -> str:
        forms = (
            f"'{day:02}/{month:02}/{year}",
            f"{year}-{month:02}-{day:02} 00:00:00",
            f"{day}.{month}.{year}",
        )
        return forms[n % 3]

    people = full_days(elders(85, 24))
    birth = replace(
        BIRTH,
        write=lambda p, n: written(n, p.birth.day or 1, p.birth.month or 1, p.birth.year),
    )
    page = headed("DS", [STT, NAME, birth, SEX], people)
    return Untidy("Ngày xuất từ phần mềm khác", [page], [known(p, without=FEW) for p in people])
