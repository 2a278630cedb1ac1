"""Text typed with the old fonts (.VnTime, VNI): told by whole columns, turned into Unicode."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bongca.core.workbooks.syllables import is_syllable
from bongca.core.workbooks.workbook import Cell, Sheet


class Lettering(StrEnum):
    """How the letters of a column are written."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"
    UNSURE = "unsure"


NAMES = {Lettering.TCVN3: ".VnTime (TCVN3)", Lettering.VNI: "VNI"}
ENOUGH_WORDS = 5

# TCVN 5712:1993, VN3: one code for each small letter, seven for capitals.
_TCVN3 = dict(
    zip(
        map(
            chr,
            bytes.fromhex(
                "b5b6b7b8b9a8bbbcbdbec6a9c7c8c9cacbaecccecfd0d1aad2d3d4d5d6d7d8dcdddedfe1e2e3e4ab"
                "e5e6e7e8e9aceaebecedeeeff1f2f3f4adf5f6f7f8f9fafbfcfdfea1a2a7a3a4a5a6"
            ),
        ),
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)


def _vni_table() -> dict[str, str]:
    """VNI writes a base letter and a mark after it; some letters have a code of their own."""
    table = dict(zip("ñìíæóòîôö", "đìíỉĩịỵơư", strict=True))
    plain = {"a": "àáảãạ", "e": "èéẻẽẹ", "o": "òóỏõọ", "u": "ùúủũụ", "y": "ỳýỷỹ"}
    plain |= {"ô": "ờớởỡợ", "ö": "ừứửữự"}
    for base, letters in plain.items():
        table |= {base + mark: letter for mark, letter in zip("øùûõï", letters, strict=False)}
    for base, letters in {"a": "âấầẩẫậ", "e": "êếềểễệ", "o": "ôốồổỗộ"}.items():
        table |= {base + mark: letter for mark, letter in zip("âáàåãä", letters, strict=True)}
    table |= {"a" + mark: letter for mark, letter in zip("êéèúüë", "ăắằẳẵặ", strict=True)}
    table |= {code.upper(): letter.upper() for code, letter in table.items()}
    return table


_VNI = _vni_table()
_VNI_CODE = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_WORD = re.compile(r"[^\s\d,;:./()\"'\-]+")
_SURELY_UNICODE = re.compile(
    "[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]"
)


def decode(text: str, lettering: Lettering) -> str:
    """Turn text of an old font into Unicode; capitals typed with it become real capitals."""
    if lettering == Lettering.TCVN3:
        return _WORD.sub(lambda word: _tcvn3_word(word.group()), text)
    if lettering == Lettering.VNI:
        return _VNI_CODE.sub(lambda code: _VNI[code.group()], text)
    return text


def _tcvn3_word(word: str) -> str:
    turned = "".join(_TCVN3.get(letter, letter) for letter in word)
    plain = [letter for letter in word if letter.isascii() and letter.isalpha()]
    all_capitals = len(plain) >= 2 and all(letter.isupper() for letter in plain)
    return turned.upper() if all_capitals else turned


def _score(words: Sequence[str], lettering: Lettering) -> float:
    good = sum(is_syllable(decode(word, lettering).lower()) for word in words)
    return good / len(words)


def lettering_of(texts: Iterable[str]) -> Lettering:
    """Tell the lettering of a column from all of its cells; too few or too odd is unsure."""
    texts = [text for text in texts if not text.isascii()]
    if not texts or sum(bool(_SURELY_UNICODE.search(text)) for text in texts) * 10 > len(texts):
        return Lettering.UNICODE
    words = [w for text in texts for w in _WORD.findall(text) if not w.isascii()]
    if not words:
        return Lettering.UNICODE
    scores = {kind: _score(words, kind) for kind in Lettering if kind != Lettering.UNSURE}
    best, second = sorted(scores, key=lambda kind: scores[kind], reverse=True)[:2]
    if scores[best] >= 0.8 and scores[best] - scores[second] >= 0.2:
        return best if len(words) >= ENOUGH_WORDS else Lettering.UNSURE
    return Lettering.UNICODE if scores[Lettering.UNICODE] >= 0.8 else Lettering.UNSURE


@dataclass(frozen=True, slots=True)
class FontFinding:
    """What was found about the lettering of a file, with pairs to show the officer."""

    lettering: Lettering
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def sentence(self) -> str:
        if self.lettering == Lettering.UNSURE:
            return (
                "Có cột chữ không đọc được, có thể gõ bằng phông chữ cũ. Xin đọc kỹ tên bên dưới."
            )
        return f"Tệp này gõ bằng phông chữ cũ {NAMES[self.lettering]}."


def find_old_font(sheet: Sheet) -> FontFinding | None:
    """Say whether a sheet, or a part of it, was typed with an old font."""
    found = {column: lettering_of(_texts(sheet, column)) for column in range(sheet.width)}
    kinds = [kind for kind in found.values() if kind != Lettering.UNICODE]
    if not kinds:
        return None
    old = Counter(kind for kind in kinds if kind != Lettering.UNSURE)
    lettering: Lettering = old.most_common(1)[0][0] if old else Lettering.UNSURE
    columns = [column for column, kind in found.items() if kind == lettering]
    return FontFinding(lettering, tuple(_pairs(sheet, columns, lettering)))


def _texts(sheet: Sheet, column: int) -> list[str]:
    cells = (line.cell(column) for line in sheet.lines)
    return [cell for cell in cells if isinstance(cell, str)]


def _pairs(
    sheet: Sheet, columns: Sequence[int], lettering: Lettering, count: int = 10
) -> list[tuple[str, str]]:
    """Ten different cells before and after, names first: the longest texts of several words."""
    cells = dict.fromkeys(
        cell for column in columns for cell in _texts(sheet, column) if not cell.isascii()
    )
    names = [cell for cell in cells if 2 <= len(cell.split()) <= 5 and len(cell) < 40]
    return [(cell, decode(cell, lettering)) for cell in names[-count:]]


def in_unicode(sheet: Sheet, lettering: Lettering) -> Sheet:
    """Give the sheet with its old-font columns turned; columns already in Unicode stay."""
    columns = {column for column in range(sheet.width) if _is_old(_texts(sheet, column), lettering)}

    def turn(at: int, cell: Cell) -> Cell:
        return decode(cell, lettering) if at in columns and isinstance(cell, str) else cell

    lines = tuple(
        replace(line, cells=tuple(turn(at, cell) for at, cell in enumerate(line.cells)))
        for line in sheet.lines
    )
    return replace(sheet, lines=lines)


def _is_old(texts: list[str], lettering: Lettering) -> bool:
    """A column with too few words follows the sheet where the turned words make sense."""
    if lettering_of(texts) == lettering:
        return True
    if any(_SURELY_UNICODE.search(text) for text in texts):
        return False
    words = [w for text in texts for w in _WORD.findall(text) if not w.isascii()]
    return bool(words) and _score(words, lettering) >= _score(words, Lettering.UNICODE)
