"""Looking at an uploaded file before any reader touches it: what it is, and whether it is safe."""

import re
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from bongca.core.workbooks.refusals import FileRefused

MAX_FILE = 60 * 1024 * 1024
MAX_INFLATED = 1024 * 1024 * 1024
MAX_RATIO = 40
RATIO_FROM = 1024 * 1024  # below this a part cannot hurt, and tiny parts compress oddly
MAX_COLUMN = 256
MAX_ROW = 1_050_000
CHUNK = 1 << 20


class FileKind(StrEnum):
    """The kinds of file a roll may come in, told by content and never by name."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    (b"%PDF", "pdf"),
    (b"\xff\xd8\xff", "picture"),
    (b"\x89PNG", "picture"),
    (b"GIF8", "picture"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"{\\rtf", "word"),
)
_WEB = re.compile(rb"<(?:!doctype\s+html|html|table|meta|style)|progid=\"excel\.sheet\"", re.I)
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
# A reference that points beyond column ZZ or row 999,999, or hides behind an entity.
_SUSPECT = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{2,}\d+|[A-Za-z]?\d{7,}|[^"'<>]{0,40}&)""")
_REFERENCE = re.compile(rb"([A-Za-z]*)(\d*)")


def inspect_file(path: Path) -> FileKind:
    """Say what kind of roll a file is; raises FileRefused when it must not be read."""
    size = path.stat().st_size
    if size == 0:
        raise FileRefused("empty")
    if size > MAX_FILE:
        raise FileRefused("too_big")
    with path.open("rb") as stream:
        head = stream.read(4096)
    for signature, code in _OTHER_KINDS:
        if head.startswith(signature):
            raise FileRefused(code)
    if head.startswith(_OLE):
        return _inspect_ole(path)
    if head.startswith(b"PK"):
        return _inspect_zip(path)
    return _inspect_text(head)


def _inspect_ole(path: Path) -> FileKind:
    content = path.read_bytes()
    names = {name: name.encode("utf-16-le") in content for name in _OLE_STREAMS}
    if names["EncryptedPackage"] or names["EncryptionInfo"]:
        raise FileRefused("password")
    if names["WordDocument"]:
        raise FileRefused("word")
    if names["Workbook"] or names["Book"]:
        return FileKind.XLS
    raise FileRefused("old_works")


_OLE_STREAMS = ("EncryptedPackage", "EncryptionInfo", "WordDocument", "Workbook", "Book")


def _inspect_text(head: bytes) -> FileKind:
    sample = head.lower()
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.CSV
    if _WEB.search(sample.replace(b"\x00", b"")):
        raise FileRefused("web_page")
    wide = looks_like_utf16(head)
    text = head[: len(head) // 2 * 2].decode(wide or "latin-1", "replace")
    control = sum(letter < "\t" or "\r" < letter < " " for letter in text)
    if control * 20 > len(text):
        raise FileRefused("unknown")
    return FileKind.CSV


def looks_like_utf16(head: bytes) -> str:
    """Name the byte order of UTF-16 without a mark, or give an empty text."""
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = head[offset::2].count(0)
        if zeros * 3 > len(head) // 2 and head[1 - offset :: 2].count(0) == 0:
            return name
    return ""


def _inspect_zip(path: Path) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            kind = _kind_of_zip(archive, {part.filename for part in parts})
            _check_sizes(parts)
            for part in parts:
                if not part.is_dir():
                    _scan_part(archive, part)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise FileRefused("broken") from error
    except RuntimeError as error:  # what zipfile raises for a part with a password
        raise FileRefused("password") from error
    return kind


def _kind_of_zip(archive: zipfile.ZipFile, names: set[str]) -> FileKind:
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.read("mimetype")[:200]:
        return FileKind.ODS
    if any(name.startswith("xl/") for name in names):
        return FileKind.XLSX
    if any(name.startswith("word/") for name in names):
        raise FileRefused("word")
    if any(name.startswith("Index/") for name in names):
        raise FileRefused("apple")
    raise FileRefused("archive")


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse by the zip directory alone, before a byte is inflated."""
    if sum(part.file_size for part in parts) > MAX_INFLATED:
        raise FileRefused("inflates")
    for part in parts:
        if part.file_size > RATIO_FROM and part.file_size > MAX_RATIO * part.compress_size:
            raise FileRefused("inflates")


def _scan_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read one part in pieces; what is an XML sheet must stay within rows and columns."""
    with archive.open(part) as stream:
        piece = stream.read(CHUNK)
        if not piece[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
            if piece[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00<" in piece[:4]:
                raise FileRefused("doctype")
            return
        is_sheet = b"worksheet" in piece[:65536]
        tail = b""
        while piece:
            window = tail + piece
            if _DOCTYPE.search(window):
                raise FileRefused("doctype")
            if is_sheet:
                _check_references(window)
            tail, piece = window[-64:], stream.read(CHUNK)


def _check_references(window: bytes) -> None:
    """Refuse a cell far outside any roll: the reader would allocate everything before it."""
    for match in _SUSPECT.finditer(window):
        letters, digits = _REFERENCE.match(match.group(1)).groups()  # type: ignore[union-attr]  # same
        if match.group(1).endswith(b"&"):
            raise FileRefused("broken")
        if letters and column_number(letters.decode()) > MAX_COLUMN:
            raise FileRefused("too_wide")
        if digits and int(digits) > MAX_ROW:
            raise FileRefused("too_long")


def column_number(letters: str) -> int:
    """Give the number of a column from its letters: A is 1, IV is 256."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
