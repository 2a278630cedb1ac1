"""Texts out of files: what can be read is, the rest is refused in words."""

import io
import zipfile

import pytest
from docx import Document

from bongca.readings.ingest import NotReadable, text_of

SENTENCES = ["Chủ tịch kết luận:", "1. Giao Văn phòng & các Ban rà soát <quy chế>."]


def word_file() -> bytes:
    document = Document()
    for sentence in SENTENCES:
        document.add_paragraph(sentence)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def zipped(xml: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", xml)
    return kept.getvalue()


def test_a_word_file_is_its_paragraphs() -> None:
    assert text_of("kết luận.docx", word_file()).split("\n") == SENTENCES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_plain_file_is_its_words(encoding: str) -> None:
    text = "\n".join(SENTENCES)

    assert text_of("a.txt", text.encode(encoding)) == text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"PK\x03\x04 nothing",
        b"\xd0\xcf\x11\xe0 old Word",
        zipped(b"<w:document></w:document>"),
        zipped(b"a" * 21_000_000),
        b"x" * 5_000_001,
        ("chữ " * 60_000).encode(),
    ],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(NotReadable):
        text_of("tệp.docx", content)


def test_entities_are_letters_and_never_expanded() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]><w:p><w:t>&b; &amp;lt; A</w:t></w:p>'

    assert text_of("tệp.docx", zipped(bomb)) == "&b; &lt; A"


def test_a_pdf_is_told_how_to_be_pasted() -> None:
    with pytest.raises(NotReadable) as refused:
        text_of("thông báo.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF")
    assert "chép và dán vào ô văn bản" in refused.value.message
