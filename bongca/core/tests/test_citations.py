from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bongca.core.citations import Style, parse_citation, parse_symbol

# Every sample of domain.md 6.4: symbol, number, year, type, codes, whose style.
SAMPLES = [
    ("85/QĐ-HNCT", 85, None, "Quyết định", ("HNCT",), Style.STATE),
    ("52/KH-HNCT", 52, None, "Kế hoạch", ("HNCT",), Style.STATE),
    ("166/TTr-HNCT", 166, None, "Tờ trình", ("HNCT",), Style.STATE),
    ("206/CV-HNCT", 206, None, "Công văn", ("HNCT",), Style.STATE),
    ("215/HNCT-CS", 215, None, "", ("HNCT", "CS"), Style.STATE),
    ("196/2012/HD-NCT", 196, 2012, "Hướng dẫn", ("NCT",), Style.STATE),
    ("196/2013/QĐ-NCT", 196, 2013, "Quyết định", ("NCT",), Style.STATE),
    ("333/2013/CV-NCT", 333, 2013, "Công văn", ("NCT",), Style.STATE),
    ("184/2014/BC-NCT", 184, 2014, "Báo cáo", ("NCT",), Style.STATE),
    ("187/BTV-NCT", 187, None, "", ("BTV", "NCT"), Style.STATE),
    ("318/KH-HNCTVN-BCA", 318, None, "Kế hoạch", ("HNCTVN", "BCA"), Style.STATE),
    ("58-KL/TW", 58, None, "Kết luận", ("TW",), Style.PARTY),
    ("118-QĐ/TW", 118, None, "Quyết định", ("TW",), Style.PARTY),
    ("230-KL/TW", 230, None, "Kết luận", ("TW",), Style.PARTY),
    ("1027-TB/TU", 1027, None, "Thông báo", ("TU",), Style.PARTY),
    ("28-CT/TU", 28, None, "Chỉ thị", ("TU",), Style.PARTY),
    ("05/HD-MTTW-BTT", 5, None, "Hướng dẫn", ("MTTW", "BTT"), Style.STATE),
    ("1018/CV-MTTW-BTT", 1018, None, "Công văn", ("MTTW", "BTT"), Style.STATE),
    ("6463/BNV-TCPCP", 6463, None, "", ("BNV", "TCPCP"), Style.STATE),
    ("4117/VPCP-KGVX", 4117, None, "", ("VPCP", "KGVX"), Style.STATE),
    ("23/KH-UBND", 23, None, "Kế hoạch", ("UBND",), Style.STATE),
    ("1648/QĐ-TTg", 1648, None, "Quyết định", ("TTg",), Style.STATE),
    ("96/2018/TT-BTC", 96, 2018, "Thông tư", ("BTC",), Style.STATE),
    ("288/QĐ-BNV", 288, None, "Quyết định", ("BNV",), Style.STATE),
    # and of the deciding papers the territory cites
    ("202/2025/QH15", 202, 2025, "", ("QH15",), Style.STATE),
    ("1654/NQ-UBTVQH15", 1654, None, "Nghị quyết", ("UBTVQH15",), Style.STATE),
    ("30/2020/NĐ-CP", 30, 2020, "Nghị định", ("CP",), Style.STATE),
]


@pytest.mark.parametrize(("written", "number", "year", "type_name", "codes", "style"), SAMPLES)
def test_every_form_in_use_is_understood(
    written: str,
    number: int,
    year: int | None,
    type_name: str,
    codes: tuple[str, ...],
    style: Style,
) -> None:
    symbol = parse_symbol(written)

    assert symbol is not None
    assert symbol.written == written
    assert (symbol.number, symbol.year) == (number, year)
    assert (symbol.type_name, symbol.codes, symbol.style) == (type_name, codes, style)


@pytest.mark.parametrize(
    "typed",
    [
        "Số: 85 / QĐ - HNCT",
        "số 85/QĐ–HNCT",
        "85/Q\u00d0-HNCT",
        "85/QĐ-HNCT.",
        "Quyết định số 85/QĐ-HNCT ngày 10/5/2022",
        "ngày 10/5/2022, 85/QĐ-HNCT",
    ],
)
def test_symbol_is_found_as_people_type_it(typed: str) -> None:
    symbol = parse_symbol(typed)

    assert symbol is not None
    assert symbol.written == "85/QĐ-HNCT"


@pytest.mark.parametrize(
    "typed", ["", "10/5/2022", "ngày 18/7/2025", "Nghị quyết Đại hội", "QĐ-HNCT", "12/2026"]
)
def test_text_without_a_symbol_has_none(typed: str) -> None:
    assert parse_symbol(typed) is None


@pytest.mark.parametrize(
    ("typed", "on", "issuer"),
    [
        (
            "Quyết định số 85/QĐ-HNCT ngày 10/5/2022 của Trung ương Hội Người cao tuổi Việt Nam"
            " về việc ban hành Quy chế",
            date(2022, 5, 10),
            "Trung ương Hội Người cao tuổi Việt Nam",
        ),
        (
            "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
            date(2020, 3, 5),
            "Chính phủ",
        ),
        ("Kết luận số 58-KL/TW, ngày 05-3-2023 của Ban Bí thư", date(2023, 3, 5), "Ban Bí thư"),
        ("52/KH-HNCT (18/2/2022)", date(2022, 2, 18), ""),
        ("85/QĐ-HNCT ngày 31/02/2022", None, ""),
        ("Nghị quyết Đại hội Hội Người cao tuổi xã", None, ""),
    ],
)
def test_day_and_issuer_are_read_from_the_words(typed: str, on: date | None, issuer: str) -> None:
    citation = parse_citation(typed)

    assert (citation.on, citation.issuer) == (on, issuer)
    assert citation.raw == typed


@given(st.text(max_size=80))
def test_text_is_kept_whatever_it_says(text: str) -> None:
    assert parse_citation(text).raw == text
