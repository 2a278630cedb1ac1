"""Lines broken by the width of a page, as a PDF gives them, made whole again."""

import re
from itertools import pairwise
from typing import Final

_FEWEST_LINES: Final = 6
_WIDEST: Final = 120
_SHORTEST: Final = 25
_ENDS = re.compile(r"[.:;?…/)\]”\"|]$")
_BEGINS = re.compile(r"\s*(?:$|\d{1,2}(?:\.\d+)*[.)]|[a-zđ]\)|[-–+•*]\s|[IVX]+[.)])")


def unwrapped(text: str) -> str:
    """Return the text with a space for each break inside a sentence; no letter moves.

    Only where the whole text is of short lines that mostly end inside a sentence: in a text of
    paragraphs a line without a stop is a heading or a caption.
    """
    lines = text.split("\n")
    long = [line.rstrip() for line in lines if len(line.strip()) >= _SHORTEST]
    inside = sum(not _ENDS.search(line) for line in long)
    if len(long) < _FEWEST_LINES or max(map(len, long)) > _WIDEST or 2 * inside < len(long):
        return text
    made = lines[0]
    for before, line in pairwise(lines):
        ended = len(before.strip()) < _SHORTEST or _ENDS.search(before.rstrip())
        made += ("\n" if ended or _BEGINS.match(line) else " ") + line
    return made
