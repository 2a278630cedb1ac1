"""Vietnamese text: one clean form, one way to search, sort and match names."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from viet_text_tools import normalize_diacritics

# Look-alikes that keyboards and old lists put in place of Đ and đ.
_LOOKALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
_SPACES = re.compile(r"[^\S\n]+")
_SPACE_AROUND_LINE = re.compile(r" *\n *")
_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060", "'"))
SHORT = 48
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_KEYS = dict(zip(_LETTERS, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg", strict=True))
_DIGIT_KEYS = dict(zip("0123456789", "hijklmnopq", strict=True))
_TONE_KEYS = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_VOWELS = frozenset("aăâeêioôơuưy")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NameKeys:
    """The stored forms of one name: to sort, to search and to match."""

    sort_key: str
    given_ascii: str
    search_name: str
    match_key: str


def _keep(character: str) -> bool:
    return character == "\n" or unicodedata.category(character) not in _INVISIBLE


def nfc(text: str) -> str:
    """Give text in the one form that is stored: NFC, real Đ, single plain spaces."""
    if text.isprintable() and "  " not in text:  # nothing to clean but letters and ends
        text = text.strip()
        if text.isascii():
            return text
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        return text.translate(_LOOKALIKES)
    text = unicodedata.normalize("NFC", text).translate(_LOOKALIKES)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = "".join(filter(_keep, text))
    return _SPACE_AROUND_LINE.sub("\n", _SPACES.sub(" ", text)).strip()


def fold(text: str) -> str:
    """Give text as lower-case ASCII without marks, for search and comparison."""
    return _fold_short(text) if len(text) <= SHORT else _fold(text)


@lru_cache(maxsize=65_536)
def _fold_short(text: str) -> str:
    # A roll asks for the same headings, places and names many times over.
    return _fold(text)


def _fold(text: str) -> str:
    text = nfc(text).translate(_APOSTROPHES).lower().replace("đ", "d")
    if text.isascii():
        return text
    stripped = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _SPACES.sub(" ", stripped).strip().lower()


def _title_piece(piece: str) -> str:
    if len(piece) > 1 and piece.isupper():
        return piece[0] + piece[1:].lower()
    return piece[:1].upper() + piece[1:] if piece.islower() else piece


def title_name(name: str) -> str:
    """Give a person's name as it is written on paper, from capitals or lower case.

    Words that already mix cases are kept: highland names are spelled as typed.
    """
    name = nfc(name).translate(_APOSTROPHES).replace("\n", " ")
    return re.sub(r"[^\W\d_]+", lambda word: _title_piece(word.group()), name)


@lru_cache(maxsize=65_536)
def place_tone(syllable: str) -> str:
    """Put the tone mark where the older spelling has it, so that Hoà equals Hòa."""
    return str(normalize_diacritics(syllable))


def words_of(text: str) -> list[str]:
    """Split text into lower-case words with the tone mark in its settled place."""
    return [place_tone(word) for word in _WORD.findall(nfc(text).lower())]


@lru_cache(maxsize=65_536)
def _syllable_key(syllable: str) -> str:
    """Letters first, tone last, each as one ASCII character in dictionary order."""
    letters: list[str] = []
    tone = "0"
    for character in syllable:
        decomposed = unicodedata.normalize("NFD", character)
        tone = next((_TONE_KEYS[mark] for mark in decomposed if mark in _TONE_KEYS), tone)
        without_tone = "".join(mark for mark in decomposed if mark not in _TONE_KEYS)
        base = unicodedata.normalize("NFC", without_tone)
        if base not in _LETTER_KEYS:
            base = fold(base)
        letters.extend(_LETTER_KEYS.get(c) or _DIGIT_KEYS.get(c, "") for c in base)
    return "".join(letters) + tone


@lru_cache(maxsize=65_536)
def _match_syllable(syllable: str) -> str:
    """Write y as i where both spellings stand for one sound (Lý, Lí), never May as Mai."""
    result: list[str] = []
    before = ""
    for character in syllable:
        decomposed = unicodedata.normalize("NFD", character)
        base = decomposed[0]
        if base == "y" and before not in _VOWELS:
            character = unicodedata.normalize("NFC", "i" + decomposed[1:])
        result.append(character)
        before = base
    return "".join(result)


def sort_key(full_name: str) -> str:
    """Give the key that puts names in the Vietnamese order: tên, then đệm, then họ.

    Plain ASCII, for COLLATE "C". Letters a ă â b c d đ …; the tone of a syllable
    is compared after its letters: không, huyền, hỏi, ngã, sắc, nặng.
    """
    keys = [_syllable_key(word) for word in words_of(full_name)]
    if not keys:
        return ""
    given, family, middle = keys[-1], keys[0] if len(keys) > 1 else "", keys[1:-1]
    return f"{given} {''.join(middle)} {family}".rstrip()


def match_key(full_name: str) -> str:
    """Give the key under which two spellings of one name are equal, marks kept."""
    return " ".join(_match_syllable(word) for word in words_of(full_name))


def name_keys(full_name: str) -> NameKeys:
    """Give every stored form of a person's name from its one written form."""
    words = words_of(full_name)
    folded = [fold(word) for word in words]
    return NameKeys(
        sort_key=sort_key(full_name),
        given_ascii=folded[-1] if folded else "",
        search_name=" ".join(folded),
        match_key=match_key(full_name),
    )


def reading_key(title: str) -> str:
    """Give the key that puts titles and places in dictionary order, word by word from the left.

    Numbers count as numbers: Tổ hội 2 stands before Tổ hội 10.
    """
    return " ".join(
        _syllable_key(f"{int(word):04d}" if word.isdecimal() else word) for word in words_of(title)
    )
