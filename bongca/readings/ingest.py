"""The words of an uploaded file: plain text, or Word by its paragraphs, within limits."""

import io
import re
import zipfile
from typing import Protocol
from xml.etree.ElementTree import ParseError

from bongca.core.errors import DomainError
from bongca.core.text import nfc

MOST_BYTES = 5_000_000
MOST_UNPACKED = 20_000_000
MOST_LETTERS = 200_000
_PART = "word/document.xml"
_PARAGRAPH_END = re.compile(rb"</w:p>|<w:br/?>|<w:cr/>")
_TAB = re.compile(rb"<w:tab/>")
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>|(\n)")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


class Upload(Protocol):
    name: str | None
    size: int | None

    def read(self) -> bytes: ...


class NotReadable(DomainError):
    """The file is too big, or no text can be read from it."""

    def __init__(self, message: str) -> None:
        super().__init__("text_not_readable", message, field="file")


def text_of(name: str, content: bytes) -> str:
    """Return the words of a .txt or .docx file. Raises NotReadable."""
    if len(content) > MOST_BYTES:
        raise NotReadable("Tệp lớn quá 5 MB. Xin chép phần lời vào ô văn bản.")
    text = _word_text(content) if content[:2] == b"PK" else _plain_text(content)
    if not text.strip():
        raise NotReadable("Tệp không có chữ nào đọc được.")
    if len(text) > MOST_LETTERS:
        raise NotReadable("Văn bản dài quá. Xin chia thành từng phần.")
    return nfc(text)


def _plain_text(content: bytes) -> str:
    if content[:5] == b"%PDF-":
        raise NotReadable(
            "Chưa đọc được tệp PDF. Xin mở tệp, chọn hết phần lời, chép và dán vào ô văn bản."
        )
    for encoding in (
        ("utf-8-sig", "utf-16") if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotReadable("Chỉ đọc được tệp Word (.docx) hoặc tệp chữ thường (.txt).")


def _word_text(content: bytes) -> str:
    """The paragraphs of the main part; read by pattern, so that no entity is ever expanded."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if packed.getinfo(_PART).file_size > MOST_UNPACKED:
                raise NotReadable("Tệp Word này lớn quá. Xin chép phần lời vào ô văn bản.")
            xml = packed.read(_PART)
    except (zipfile.BadZipFile, KeyError, ParseError, RuntimeError) as error:
        raise NotReadable("Không đọc được tệp này. Xin chép phần lời vào ô văn bản.") from error
    lined = _TAB.sub(b"<w:t> </w:t>", _PARAGRAPH_END.sub(b"\n", xml))
    pieces = [(found[1] or b"\n") for found in _TEXT.finditer(lined)]
    text = b"".join(pieces).decode("utf-8", errors="replace")
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
