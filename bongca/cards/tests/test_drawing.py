"""Sheets measured from the PDF: ten cards on A4, cut marks, words that fit, a code that reads."""

import io
import itertools
import re

import pdfplumber
import pytest
import segno
from pdfplumber.pdf import PDF

from bongca.cards.rules.drawing import cards_on_sheet, draw_cards, qr_bits
from bongca.cards.rules.face import Face, PrintedCard, number_text
from bongca.papers.queries import font_folder

MM = 72 / 25.4
FACE = Face("HỘI NGƯỜI CAO TUỔI VIỆT NAM", "THẺ HỘI VIÊN", "CHỦ TỊCH", "Nguyễn Văn Ví Dụ")


def card(number: int, name: str = "Nguyễn Thị Dậu") -> PrintedCard:
    return PrintedCard(
        name=name,
        born="12/3/1951",
        branch="Chi hội thôn Đồng Tâm",
        place="xã Tân Yên, thành phố Bắc Ninh",
        number=f"07354-{number:06}",
        address=f"https://hoi.vi-du.vn/kiem-tra-the/07354-{number:06}.1.0123456789ab/",
    )


def drawn(cards: list[PrintedCard], *, is_demonstration: bool = False) -> PDF:
    out = io.BytesIO()
    draw_cards(cards, FACE, out, font_folder=font_folder(), is_demonstration=is_demonstration)
    return pdfplumber.open(out)


def test_ten_cards_stand_on_a_sheet_at_their_size() -> None:
    assert cards_on_sheet(FACE) == (2, 5)

    pdf = drawn([card(number) for number in range(1, 12)])

    assert len(pdf.pages) == 2
    page = pdf.pages[0]
    assert (round(page.width / MM), round(page.height / MM)) == (210, 297)
    marks = sorted({round(line["x0"], 1) for line in page.lines if line["x0"] == line["x1"]})
    assert [round((b - a) / MM, 1) for a, b in itertools.pairwise(marks)] == [85.6, 85.6]
    assert len(re.findall(r"Số: 07354-0000", page.extract_text())) == 10


def test_a_long_name_is_set_smaller_and_never_cut() -> None:
    long = "Công Tằng Tôn Nữ Thị Phương Hoàng Thục Trinh Nguyên"

    page = drawn([card(1, long)]).pages[0]

    words = [word for word in page.extract_words() if word["text"] == "NGUYÊN"]
    left = min(char["x0"] for char in page.chars if char["text"] == "C")
    assert words, "the last word of the name stands on the card"
    assert words[-1]["x1"] < left + (85.6 - 21 - 3.5) * MM


def test_the_code_is_the_address_module_by_module() -> None:
    address = card(7).address
    side, rows = qr_bits(address)
    wanted = segno.make(address, error="m", mask=3, micro=False, boost_error=False).matrix

    width = (side + 7) // 8
    for y, row in enumerate(wanted):
        bits = int.from_bytes(rows[y * width : (y + 1) * width], "big")
        read = [1 - (bits >> (width * 8 - 1 - x) & 1) for x in range(side)]
        assert read == list(row)


def test_the_code_stands_inside_the_card_at_its_size() -> None:
    page = drawn([card(1)]).pages[0]

    image = page.images[0]
    assert round((image["x1"] - image["x0"]) / MM, 1) == 21.0
    assert image["x1"] < page.width - 15 * MM


def test_a_demonstration_says_so_on_every_card() -> None:
    text = drawn([card(1), card(2)], is_demonstration=True).pages[0].extract_text()

    assert text.count("TRÌNH DIỄN") == 2


def test_a_number_has_its_leading_zeros_and_refuses_one_digit_too_many() -> None:
    assert number_text("07354", 12, 6) == "07354-000012"
    assert number_text("", 12, 4) == "0012"
    with pytest.raises(ValueError):
        number_text("07354", 12345, 4)
