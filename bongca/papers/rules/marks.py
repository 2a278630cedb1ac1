"""Marks of urgency and their frames (domain.md 6.3, box 10b)."""

from dataclasses import dataclass

HEIGHT_MM = 8.0
WIDTHS_MM = {"KHẨN": 20.0, "THƯỢNG KHẨN": 40.0, "HỎA TỐC": 30.0}
RED = "C00000"


@dataclass(frozen=True, slots=True)
class Mark:
    """A framed word under the number, in red."""

    text: str
    width_mm: float
    height_mm: float = HEIGHT_MM
    colour: str = RED


def mark_of(words: str) -> Mark | None:
    """The mark of an urgency as it is called, or none for what bears none."""
    text = words.upper()
    return Mark(text, WIDTHS_MM[text]) if text in WIDTHS_MM else None
