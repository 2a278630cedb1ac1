"""What may be attached to a paper: told by its content, whatever its name says."""

import io
import zipfile

MOST_BYTES = 30 * 1024 * 1024
MOST_TEXT = 300_000
MOST_UNPACKED = 40 * 1024 * 1024

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
JPEG, PNG = "image/jpeg", "image/png"
_STARTS = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_WORD_PART = "word/document.xml"


def kind_of(content: bytes) -> str:
    """The type of a file by its first bytes, or nothing for what a register does not take."""
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    return WORD if content.startswith(b"PK") and _is_word(content) else ""


def word_text(content: bytes) -> str:
    """The words of a Word file, or nothing when it cannot be read safely.

    The archive's own sizes are looked at first: a small file that unpacks without end is not read.
    """
    import docx  # heavy, and only wanted here

    if not _is_word(content):
        return ""
    try:
        read = docx.Document(io.BytesIO(content))
        parts = [paragraph.text for paragraph in read.paragraphs]
        parts += [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    except Exception:
        return ""
    return "\n".join(parts)[:MOST_TEXT]


def _is_word(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        return False
    return any(member.filename == _WORD_PART for member in members)
