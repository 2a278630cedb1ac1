"""A page of a book reads its own lines: the same as the whole book would show there."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bongca.documents.actions.numbering import leave_number_out
from bongca.documents.models import NumberBook
from bongca.documents.queries.registers import lines_of, rows_of
from bongca.documents.tests.register import enter, numbered
from bongca.documents.tests.test_pages import words
from tests.cast import Cast


def test_pages_of_a_book_put_together_are_the_book(cast: Cast) -> None:
    for _ in range(4):
        enter(cast)
    for _ in range(7):  # 2a 2b 2c 2d 2đ 2e 2g: in the Vietnamese order, whose đ stands behind d
        enter(cast, after_number=2)
    leave_number_out(
        actor=cast.actor("minh"), unit=cast.tan_yen, year=2026, direction="in", kind="general",
        reason="Ghi nhầm sổ",
    )  # fmt: skip
    enter(cast)
    book = NumberBook.objects.get()
    whole = rows_of(book)
    lines = list(lines_of(book))

    assert [row.place for row in whole] == lines and len(lines) == 13
    assert [row.suffix for row in whole[2:9]] == ["a", "b", "c", "d", "đ", "e", "g"]
    for size in (1, 3, 5, 20):
        pages = [lines[at : at + size] for at in range(0, len(lines), size)]
        assert [row for page in pages for row in rows_of(book, page)] == whole
    assert rows_of(book, []) == []


def test_a_page_of_papers_gone_out_names_who_gets_them(cast: Cast) -> None:
    numbered(cast)
    second = numbered(cast, abstract="Khám mắt")
    book = NumberBook.objects.get()

    (row,) = rows_of(book, list(lines_of(book))[1:])

    assert (row.document_id, row) == (str(second.pk), rows_of(book)[1])
    assert "Tỉnh ủy (để báo cáo)" in "".join(row.cells)


def test_a_page_of_a_book_asks_as_often_for_few_as_for_many(cast: Cast) -> None:
    minh = cast.client("minh")
    asked = []
    for count in (2, 9):
        for _ in range(count):
            enter(cast)
        url = reverse("documents:book_detail", args=[NumberBook.objects.get().pk])
        minh.get(url)
        with CaptureQueriesContext(connection) as ran:
            answer = minh.get(url)
        assert "Ủy ban nhân dân xã Tân Yên" in words(answer)
        asked.append(len(ran))

    assert asked[0] == asked[1]
