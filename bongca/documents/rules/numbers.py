"""Numbers and symbols of our own papers: leading zero, letters of late entries, signs."""

import re
from collections.abc import Iterable

from bongca.core.text import fold, nfc
from bongca.papers.rules.wording import POINT_LETTERS

DEFAULT_SIGN = "HNCT"
_TAIL = re.compile(r"\s+(?:ngày|của)\b|\(", re.IGNORECASE)
_LED = re.compile(r"^(?:so|s)?\s*[:.]?\s*(?=\d)")
_KEPT = re.compile(r"[^a-z0-9]+")


def numbered(number: int, suffix: str = "") -> str:
    """A number as it is written in a book: 05, 25a."""
    return f"{number:02d}{suffix}"


def next_suffix(taken: Iterable[str]) -> str:
    """The letter of the next late entry behind one number: a, b, c, d, đ, …

    Raises ValueError when the alphabet is used up.
    """
    used = set(taken)
    for letter in POINT_LETTERS:
        if letter not in used:
            return letter
    raise ValueError("no letter left")


def symbol_tail(type_sign: str, sign: str, joint_sign: str = "") -> str:
    """What stands behind the number: QĐ-HNCT, HNCT for a công văn, KH-HNCT-BCA for two.

    A joint sign that names both issuers (HNCTVN-BCA) stands in the place of the unit's own.
    """
    if "-" in joint_sign:
        sign, joint_sign = joint_sign, ""
    return "-".join(part for part in (type_sign, sign or DEFAULT_SIGN, joint_sign) if part)


def symbol_of(number: int, suffix: str, tail: str) -> str:
    """The whole symbol as printed: 05/KH-HNCT."""
    return f"{numbered(number, suffix)}/{tail}"


def symbol_key(text: str) -> str:
    """How a symbol is found however typed: 05/KH - HNCT, 5/kh-hnct and 5 KH HNCT are one.

    Letters and digits alone, without marks; numbers without leading zeros.
    """
    alone = _TAIL.split(nfc(text), maxsplit=1)[0]
    written = _LED.sub("", fold(alone))
    parts = [part.lstrip("0") or "0" if part.isdigit() else part for part in _split(written)]
    return "".join(parts)[:80]


def _split(text: str) -> list[str]:
    return re.findall(r"\d+|[a-z]+", _KEPT.sub(" ", text))
