"""What may be attached to a paper: told by its content, whatever its name says."""

import io
import zipfile

from bongca.core.text import fold

MOST_BYTES = 30 * 1024 * 1024
MOST_WORDS = 100_000
MOST_UNPACKED = 40 * 1024 * 1024

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READABLE = frozenset({PDF, WORD})
JPEG, PNG = "image/jpeg", "image/png"
_STARTS = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_WORD_PART = "word/document.xml"


def kind_of(content: bytes) -> str:
    """The type of a file by its first bytes, or nothing for what a register does not take."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    return WORD if content.startswith(b"PK") and _is_word(content) else ""


def distinct_words(text: str) -> str:
    """Each folded word of a text once: enough to find a paper by its words, at a tenth the size."""
    return " ".join(dict.fromkeys(fold(text).split()))[:MOST_WORDS]


def _is_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        return False
    return any(member.filename == _WORD_PART for member in members)
