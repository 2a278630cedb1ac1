import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongca.papers.rules import wording
from bongca.papers.rules.narrative import blocks_of
from bongca.papers.rules.paper import Authority, Bullet, Paragraph, Signature

GAP = "\N{NO-BREAK SPACE}" * 6


@pytest.mark.parametrize(
    ("number", "symbol", "printed"),
    [
        (None, "/BC-HNCT", f"Số: {GAP}/BC-HNCT"),
        (5, "BC-HNCT", "Số: 05/BC-HNCT"),
        (85, "/QĐ-HNCT", "Số: 85/QĐ-HNCT"),
        (318, "KHPH-HNCT-BCA", "Số: 318/KHPH-HNCT-BCA"),
    ],
)
def test_number_has_a_leading_zero_below_ten(number: int | None, symbol: str, printed: str) -> None:
    assert wording.number_line(number, symbol) == printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (datetime.date(2026, 2, 7), "ngày 07 tháng 02 năm 2026"),
        (datetime.date(2026, 1, 10), "ngày 10 tháng 01 năm 2026"),
        (datetime.date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (datetime.date(2026, 12, 22), "ngày 22 tháng 12 năm 2026"),
    ],
)
def test_days_below_ten_and_two_first_months_have_a_leading_zero(
    day: datetime.date, printed: str
) -> None:
    assert wording.day_words(day) == printed


def test_draft_without_a_day_leaves_room_to_write_one() -> None:
    assert " ".join(wording.day_words(None).split()) == "ngày tháng năm"


def test_list_ends_with_semicolons_and_a_full_stop() -> None:
    assert wording.dashed(("Như trên", "- Các chi hội;", "Lưu: VT.")) == (
        "- Như trên;",
        "- Các chi hội;",
        "- Lưu: VT.",
    )


@pytest.mark.parametrize(
    "typed", ["xã Quy Mông.", "xã Quy Mông./.", "xã Quy Mông", "xã Quy Mông; "]
)
def test_end_mark_stands_once_after_the_last_word(typed: str) -> None:
    assert wording.ended(typed) == "xã Quy Mông./."


@pytest.mark.parametrize(
    ("signature", "printed"),
    [
        (
            Signature(("Ban Thường vụ", "Chủ tịch"), "A", Authority.COLLECTIVE),
            ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"),
        ),
        (
            Signature(("Chủ tịch", "Phó Chủ tịch"), "A", Authority.DEPUTY),
            ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        (
            Signature(("Chủ tịch", "Chánh Văn phòng"), "A", Authority.ORDER),
            ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (Signature(("Chủ tịch",), "A", Authority.ACTING), ("Q. CHỦ TỊCH",)),
        (Signature(("Chi hội trưởng",), "A"), ("CHI HỘI TRƯỞNG",)),
    ],
)
def test_capacity_of_a_signer_is_in_capitals(
    signature: Signature, printed: tuple[str, ...]
) -> None:
    assert wording.authority_lines(signature) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("TS. Nguyễn Văn Minh", "Nguyễn Văn Minh"),
        ("PGS.TS. Lê Văn An", "Lê Văn An"),
        ("GS.TSKH Đỗ Thị Ánh", "Đỗ Thị Ánh"),
        ("ThS Trần Bình", "Trần Bình"),
        ("Thượng tướng Trần Văn Bình", "Trần Văn Bình"),
        ("Nhà giáo ưu tú Vũ Oanh", "Vũ Oanh"),
        ("Tiến Sĩ", "Tiến Sĩ"),
        ("Tô Sơn", "Tô Sơn"),
        ("Cao Nguyên Bảo", "Cao Nguyên Bảo"),
        ("Y Bhăm Niê Kdăm", "Y Bhăm Niê Kdăm"),
        ("Đại Tá", "Đại Tá"),
    ],
)
def test_no_rank_stands_before_a_signers_name(typed: str, printed: str) -> None:
    assert wording.signer_name(typed) == printed


def test_points_are_lettered_in_vietnamese_order() -> None:
    letters = [wording.point_letter(number) for number in range(1, 25)]

    assert letters == [*"abcdđeghiklmnopqrstuvxy", "aa"]


@pytest.mark.parametrize(("number", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV")])
def test_roman_numerals(number: int, numeral: str) -> None:
    assert wording.roman(number) == numeral


@given(st.text())
def test_printable_text_is_one_clean_line(text: str) -> None:
    printed = wording.printable(text)

    assert printed == wording.printable(printed)
    assert all(c.isprintable() or c == "\N{NO-BREAK SPACE}" or c.isspace() for c in printed)
    assert "\n" not in printed


def test_decomposed_text_is_printed_composed() -> None:
    assert wording.printable("Ho\u0323\u0302i Ngu\u031bo\u031b\u0300i") == "Hội Người"


def test_narrative_becomes_paragraphs_and_bullets() -> None:
    typed = "Trong kỳ:\n\n- Thăm 12 cụ\n – Tặng 30 suất quà\n2026-2031 là nhiệm kỳ mới"

    assert blocks_of(typed) == (
        Paragraph("Trong kỳ:"),
        Bullet("Thăm 12 cụ"),
        Bullet("Tặng 30 suất quà"),
        Paragraph("2026-2031 là nhiệm kỳ mới"),
    )
