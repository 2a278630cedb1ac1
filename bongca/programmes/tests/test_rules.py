"""Deadlines as they are said, and what may be evidence."""

from datetime import date

import pytest

from bongca.programmes.rules.dues import parse_due
from bongca.programmes.rules.evidence import kind_of
from bongca.programmes.rules.tiers import tiers_down

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("quý IV", (2026, 10, 1), (2026, 12, 31)),
        ("Quý I", (2027, 1, 1), (2027, 3, 31)),
        ("quý 2/2023", (2023, 4, 1), (2023, 6, 30)),
        ("trong quý III năm 2023", (2023, 7, 1), (2023, 9, 30)),
        ("trung tuần tháng 3", (2027, 3, 11), (2027, 3, 20)),
        ("hạ tuần tháng 2/2028", (2028, 2, 21), (2028, 2, 29)),
        ("đầu tháng 12", (2026, 12, 1), (2026, 12, 10)),
        ("tháng 12 năm 2026", (2026, 12, 1), (2026, 12, 31)),
        ("trước ngày 15/3", (2027, 3, 15), (2027, 3, 15)),
        ("ngày 07 tháng 02 năm 2023", (2023, 2, 7), (2023, 2, 7)),
        ("6 tháng đầu năm", (2027, 1, 1), (2027, 6, 30)),
        ("6 tháng cuối năm 2026", (2026, 7, 1), (2026, 12, 31)),
        ("cuối năm", (2026, 11, 1), (2026, 12, 31)),
        ("năm 2027", (2027, 1, 1), (2027, 12, 31)),
    ],
)
def test_a_deadline_is_found_in_the_words(
    said: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    span = parse_due(said, TODAY)

    assert span is not None
    assert (span.first, span.last) == (date(*first), date(*last))


@pytest.mark.parametrize("said", ["", "sớm", "khi có điều kiện", "31/2", "tháng 13"])
def test_no_day_is_guessed(said: str) -> None:
    assert parse_due(said, TODAY) is None


def test_evidence_is_known_by_its_first_bytes() -> None:
    assert kind_of(b"\xff\xd8\xff\xe0", "anh.jpg") == "image/jpeg"
    assert kind_of(b"%PDF-1.7", "anh.jpg") == "application/pdf"
    assert kind_of(b"PK\x03\x04", "danh sach.docx") is not None
    assert kind_of(b"PK\x03\x04", "tep.zip") is None
    assert kind_of(b"MZ", "anh.jpg") is None


def test_tiers_go_down_to_the_branch() -> None:
    assert tiers_down("central", "") == ["province"]
    assert tiers_down("central", "branch") == ["province", "commune", "branch"]
    assert tiers_down("branch", "") == []
    assert tiers_down("commune", "province") == []
