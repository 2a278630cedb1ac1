"""Frames of urgency, measured on the printed page and in the Word file (domain.md 6.3)."""

from dataclasses import replace

import pytest

from bongca.papers.rules.marks import mark_of
from bongca.papers.tests.factories import (
    MM,
    REPORT,
    as_pdf,
    as_word,
    line_starting,
    opened_word,
    pages_of,
)

MIDDLE_OF_ISSUER = 30 + 64 / 2


@pytest.mark.parametrize(("words", "width"), [("Khẩn", 20), ("Thượng khẩn", 40), ("Hỏa tốc", 30)])
def test_an_urgent_paper_bears_its_frame_in_red(words: str, width: int) -> None:
    page = pages_of(as_pdf(replace(REPORT, urgency=words)))[0]

    frame = next(rect for rect in page.rects if abs(rect["width"] / MM - width) < 0.6)
    word = line_starting(page, words.upper())
    assert frame["height"] / MM == pytest.approx(8, abs=0.4)
    assert frame["stroking_color"] == pytest.approx((0.753, 0, 0), abs=0.01)
    assert (frame["x0"] + frame["x1"]) / 2 / MM == pytest.approx(word.centre, abs=0.6)
    assert word.top > line_starting(page, "Số:").bottom
    assert word.centre == pytest.approx(MIDDLE_OF_ISSUER, abs=0.4)


def test_the_word_file_has_the_same_frame() -> None:
    word = opened_word(as_word(replace(REPORT, urgency="Hỏa tốc")))

    frame = word.tables[0].cell(1, 0).tables[0]
    assert frame.cell(0, 0).text == "HỎA TỐC"
    assert frame.rows[0].height is not None
    assert round(frame.rows[0].height.mm) == 8
    assert round(frame.columns[0].width.mm) == 30


def test_an_ordinary_paper_bears_none() -> None:
    assert mark_of("Thường") is None
    assert mark_of("") is None
