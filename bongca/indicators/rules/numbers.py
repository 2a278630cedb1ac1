"""Whole numbers as officers write them, and as the pages say them."""

import re
from decimal import Decimal
from typing import Final

LARGEST: Final = 10**15
"""More than all the money of the Association; anything above is a slip of the hand."""

_GROUPED = re.compile(r"\d{1,3}(?:([.,  ])\d{3})(?:\1\d{3})*")
_WORDS: Final = {
    "nghìn": 10**3,
    "ngàn": 10**3,
    "triệu": 10**6,
    "tr": 10**6,
    "tỷ": 10**9,
    "tỉ": 10**9,
}
_WITH_WORD = re.compile(rf"(\d+(?:[.,]\d{{1,3}})?)\s*({'|'.join(_WORDS)})\b")


class NotANumber(ValueError):
    """What was written cannot be read as one whole number; the message says so kindly."""


def parse_whole(text: str) -> int | None:
    """Read "2.655", "41 400 000 đồng" or "1,5 triệu" as a whole number; nothing gives None.

    Raises NotANumber with a sentence for the person.
    """
    said = text.strip().lower()
    said = re.sub(r"\s*(đồng|đ|vnđ|vnd|người|lượt|suất|cuộc|buổi|vụ)\.?$", "", said).strip()
    if not said:
        return None
    if said.startswith("-"):
        raise NotANumber("Số không thể nhỏ hơn 0.")
    value = _with_word(said) if any(word in said for word in _WORDS) else _plain(said)
    if value > LARGEST:
        raise NotANumber("Số này lớn quá. Có thể thừa vài chữ số.")
    return value


def _plain(said: str) -> int:
    if said.isascii() and said.isdigit():
        return int(said)
    if _GROUPED.fullmatch(said):
        return int(re.sub(r"\D", "", said))
    raise NotANumber(f"Chưa đọc được số “{said}”. Xin ghi bằng chữ số, ví dụ 2.655.")


def _with_word(said: str) -> int:
    found = _WITH_WORD.fullmatch(said)
    if found is None:
        raise NotANumber(f"Chưa đọc được số “{said}”. Xin ghi bằng chữ số, ví dụ 1.500.000.")
    exact = Decimal(found[1].replace(",", ".")) * _WORDS[found[2]]
    return int(exact)


def grouped(value: int | None) -> str:
    """Write a whole number with dots: 41.400.000; nothing is a dash."""
    return "–" if value is None else f"{value:,}".replace(",", ".")


def percent(numerator: int | None, denominator: int | None) -> str:
    """Write a ratio in per cent with one decimal, rounded half up: 92,4; nothing is a dash."""
    tenths = ratio_tenths(numerator, denominator)
    return "–" if tenths is None else f"{grouped(tenths // 10)},{tenths % 10}"


def ratio_tenths(numerator: int | None, denominator: int | None) -> int | None:
    """Return a ratio in tenths of a per cent, rounded half up, or None without a denominator."""
    if numerator is None or not denominator:
        return None
    return (numerator * 2000 + denominator) // (2 * denominator)
