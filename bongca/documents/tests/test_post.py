"""The stamp ĐẾN and the book of papers sent by post, as they are printed (domain.md 6.5)."""

import io

import openpyxl
from django.urls import reverse

from bongca.documents.queries.post import POST_COLUMNS
from bongca.documents.tests.register import enter, sent
from tests.cast import TODAY, Cast


def test_the_stamp_is_printed_from_the_page_of_the_entry(cast: Cast) -> None:
    entered = enter(cast)
    minh = cast.client("minh")
    url = reverse("documents:incoming_stamp", args=[entered.pk])
    assert url in minh.get(reverse("documents:incoming_detail", args=[entered.pk])).content.decode()

    for kind in ("", "?kho=nhan", "?kho=khac"):
        answer = minh.get(url + kind)
        assert answer.status_code == 200 and answer.content.startswith(b"%PDF")


def test_only_what_went_outside_the_association_stands_in_the_book_of_the_post(cast: Cast) -> None:
    paper = sent(cast)
    hoa = cast.client("hoa")
    page = hoa.get(reverse("documents:post_book")).content.decode()
    assert "Tỉnh ủy (để báo cáo)" in page and "Hội NCT xã Tân Yên" not in page

    book = hoa.get(reverse("documents:post_export"))

    sheet = openpyxl.load_workbook(io.BytesIO(book.content)).active
    assert sheet is not None
    rows = [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]
    assert rows[2] == POST_COLUMNS
    assert rows[3:] == [(f"{TODAY:%d/%m/%Y}", paper.symbol, "Tỉnh ủy (để báo cáo)", "", "", "")]
    other = hoa.get(reverse("documents:post_book"), {"tu": "01/01/2025", "den": "31/12/2025"})
    assert "Không có văn bản nào gửi bưu điện" in other.content.decode()
    assert "Tỉnh ủy" not in cast.client("minh").get(reverse("documents:post_book")).content.decode()
