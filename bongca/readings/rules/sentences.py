"""A text cut into sentences, captions of pictures and remains of pages left out."""

import re
from collections.abc import Iterator

from bongca.meetings.rules.spans import Span

_END = re.compile(
    r"(?<=[.…?])(?<!TP\.)(?<!\bsố\.)\s+(?=[“\"A-ZĐÀ-Ỹ0-9a-zđ]\S*)|\n{2,}|\n(?!\s*[a-zđà-ỹ]{2})"
)
_LETTERED = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[-–+•*]|[IVX]+[.)])\s+")
_CAPTION = re.compile(
    r"(?:phát biểu(?: [\wÀ-ỹ ]{0,60})?|chủ trì [\wÀ-ỹ ]{0,40}|trao đổi [\wÀ-ỹ, ]{0,60}"
    r"|chụp ảnh [\wÀ-ỹ ]*|[Qq]uang cảnh [\wÀ-ỹ ]{0,60})[.|\s]*$"
)
_CODES = re.compile(r"^(?:left|center|right|del|\*)", re.IGNORECASE)
LONGEST_CAPTION = 130


def sentences_in(text: str) -> Iterator[Span]:
    """Return each sentence with its place; `numbered` marks one led by a number or a dash."""
    at = 0
    for mark in [*_END.finditer(text), None]:
        end = mark.start() if mark else len(text)
        piece = text[at:end]
        lead = _LETTERED.match(piece)
        start = at + (lead.end() if lead else len(piece) - len(piece.lstrip()))
        words = text[start:end].rstrip()
        if words and not _is_left_over(words):
            yield Span(start, start + len(words), words, {"numbered": bool(lead)})
        at = mark.end() if mark else end


def _is_left_over(words: str) -> bool:
    if _CODES.match(words) or words.endswith("|"):
        return True
    return len(words) < LONGEST_CAPTION and bool(_CAPTION.search(words)) and words[-1] not in ":;"
