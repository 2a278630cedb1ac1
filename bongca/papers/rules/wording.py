"""The fixed wordings of an official paper: number, date, lists, numerals (domain.md 6.3)."""

import datetime
import re

from bongca.core.text import nfc
from bongca.papers.rules.face import Face
from bongca.papers.rules.paper import Signature

END_MARK = "./."
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
UNKNOWN = "\N{WHITE SQUARE}"
NO_BREAK = "\N{NO-BREAK SPACE}"
NUMBER_GAP = NO_BREAK * 6
DATE_GAP = NO_BREAK * 5

# Ranks and honours never stand before a signer's name (domain.md 6.3, box 7b).
RANKS = re.compile(
    r"^(?:(?:GS|PGS|TSKH|TS|ThS|Ths|BS|DS|KS|CN|LS|CKI|CKII|CK1|CK2|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT)"
    r"\.?[\s.]*(?=[A-ZĐÀ-Ỹ])"
    r"|(?:Giáo sư|Phó giáo sư|Tiến sĩ khoa học|Tiến sĩ|Thạc sĩ|Bác sĩ|Dược sĩ|Kỹ sư|Luật sư"
    r"|Nhà giáo (?:nhân dân|ưu tú)|Thầy thuốc (?:nhân dân|ưu tú)|Anh hùng Lao động"
    r"|(?:Thiếu|Trung|Thượng|Đại) (?:tướng|tá|úy)|Đại tướng)[\s,]+)+",
)


def printable(text: str, face: Face | None = None) -> str:
    """Text fit for a printed line: clean, on one line, its no-break spaces kept.

    With a face, a character the face has no glyph for becomes a white square.
    """
    kept = NO_BREAK.join(" ".join(nfc(part).split()) for part in text.split(NO_BREAK))
    if face is None:
        return kept
    return "".join(c if face.covers(c) else UNKNOWN for c in kept)


def number_line(number: int | None, symbol: str, suffix: str = "") -> str:
    """ "Số: 05/BC-HNCT", late "Số: 25a/…"; a gap to write in while there is no number."""
    shown = NUMBER_GAP if number is None else f"{number:02d}{suffix}"
    return f"Số: {shown}/{symbol.lstrip('/')}"


def day_words(day: datetime.date | None) -> str:
    """ "ngày 07 tháng 02 năm 2026": a leading zero for days under 10 and months 1 and 2."""
    if day is None:
        return f"ngày{DATE_GAP}tháng{DATE_GAP}năm{DATE_GAP}".rstrip()
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def place_line(place: str, day: datetime.date | None) -> str:
    """ "Bắc Ninh, ngày 22 tháng 11 năm 2026"."""
    return f"{place}, {day_words(day)}"


def listed(items: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of a list: ";" after each, "." after the last; marks already typed are not doubled."""
    bare = [item.strip(" ;.,").lstrip("-–•+ ") for item in items]
    return tuple(
        item + ("." if position == len(bare) else ";") for position, item in enumerate(bare, 1)
    )


def dashed(items: tuple[str, ...]) -> tuple[str, ...]:
    """As `listed`, each line led by a dash."""
    return tuple(f"- {line}" for line in listed(items))


def ended(text: str) -> str:
    """The last words of a paper with its end mark "./."."""
    return re.sub(r"[\s./;,:]+$", "", text) + END_MARK


def authority_lines(signature: Signature) -> tuple[str, ...]:
    """The capacity of a signer, in capitals: "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"."""
    lines = tuple(printable(line).upper() for line in signature.lines)
    prefix = str(signature.authority)
    if not prefix or not lines:
        return lines
    return (f"{prefix} {lines[0]}", *lines[1:])


def signer_name(name: str) -> str:
    """A signer's name without academic rank, degree or honour before it."""
    plain = printable(name)
    return RANKS.sub("", plain) or plain


def roman(number: int) -> str:
    """Roman numeral of a part or an annex."""
    numerals = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    shown = ""
    for value, letters in numerals:
        shown += letters * (number // value)
        number %= value
    return shown


def point_letter(number: int) -> str:
    """Letter of a điểm in Vietnamese order: a, b, c, d, đ, e, g, h, i, k …; then aa, ab …"""
    tens, unit = divmod(number - 1, len(POINT_LETTERS))
    return (POINT_LETTERS[tens - 1] if tens else "") + POINT_LETTERS[unit]
