"""Text files with separators: which encoding, which separator."""

import csv
import io
from collections import Counter

from charset_normalizer import from_bytes

from bongca.core.text import nfc
from bongca.core.workbooks.preflight import looks_like_utf16

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def text_of(content: bytes) -> str:
    """Decode a text file: by its mark, as UTF-8, as UTF-16, else by what reads as Vietnamese."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    wide = looks_like_utf16(content[:4096])
    if wide:
        return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _single_byte_text(content)


def _single_byte_text(content: bytes) -> str:
    """Take cp1258 where it gives Vietnamese; else keep the bytes for the old-font check."""
    best = from_bytes(content, cp_isolation=["cp1258", "cp1252"]).best()
    vietnamese = content.decode("cp1258", "replace")
    if best is not None and best.encoding == "cp1258":
        return nfc(vietnamese)
    composed = nfc(vietnamese)
    toned = sum("\u1ea0" <= letter <= "\u1ef9" for letter in composed)
    foreign = sum("\u0080" <= letter <= "\u00bf" for letter in composed)
    return composed if toned > foreign else content.decode("cp1252", "replace")


def separator_of(text: str) -> str:
    """Find the separator that cuts the first lines into the most even columns."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]

    def evenness(separator: str) -> tuple[int, int]:
        counts = Counter(line.count(separator) for line in lines if separator in line)
        if not counts:
            return (0, 0)
        columns, times = counts.most_common(1)[0]
        return (times, columns)

    return max((";", "\t", ",", "|"), key=evenness)


def rows_of(content: bytes) -> list[list[str]]:
    """Cut a text file into rows of text; every cell stays text."""
    text = text_of(content).replace("\x00", "")
    first, _, rest = text.partition("\n")
    separator = separator_of(text)
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        separator, text = first.strip()[4], rest
    csv.field_size_limit(1 << 20)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
