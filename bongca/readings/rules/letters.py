"""The letters of Vietnamese as classes for patterns: a range of code points mixes the cases."""

import unicodedata
from typing import Final

_BASE = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_VOWELS = frozenset("aăâeêioôơuưy")

SMALL: Final = "".join(
    unicodedata.normalize("NFC", letter + tone)
    for letter in _BASE
    for tone in (_TONES if letter in _VOWELS else ("",))
)
CAPITAL: Final = SMALL.upper()
CAP: Final = f"[{CAPITAL}]"
LOW: Final = f"[{SMALL}]"
LETTER: Final = f"[{CAPITAL}{SMALL}]"
# A word that begins with a capital: Hội, NCT, LTHTGN.
PROPER: Final = rf"{CAP}[{CAPITAL}{SMALL}\d]*"
SYLLABLE: Final = rf"{CAP}{LOW}{{0,6}}"
