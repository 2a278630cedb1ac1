"""The words of what was brought: read after the upload, in a child that can harm nothing."""

import io
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, NameObject

from bongca.core.errors import NotAllowed
from bongca.core.files import open_attachment
from bongca.core.jobs import work_off
from bongca.core.jobs.models import JobRun
from bongca.documents.actions.attaching import keep_words
from bongca.documents.actions.incoming import take_in
from bongca.documents.enums import TextState
from bongca.documents.ingest import child
from bongca.documents.ingest.words import text_of
from bongca.documents.models import IncomingDocument, Recipient
from bongca.documents.queries.composing import composed
from bongca.documents.queries.finding import Wanted, found_incoming
from bongca.documents.rules.scans import PDF, WORD, distinct_words
from bongca.documents.tests.register import draft, enter, scan, sent
from bongca.papers.queries import render_pdf
from tests.cast import Cast

SAID = "Đề nghị cấp đổi thẻ hội viên người cao tuổi ở thôn Đồng Tâm."


def born_digital(cast: Cast) -> bytes:
    """A PDF as another office would send it: text, not a picture."""
    return render_pdf(composed(draft(cast, body=SAID, recipients=())))


def word_file() -> bytes:
    written = docx.Document()
    written.add_paragraph("Kính gửi các xã, phường")
    written.add_table(1, 1).cell(0, 0).text = SAID
    buffer = io.BytesIO()
    written.save(buffer)
    return buffer.getvalue()


def read_after(cast: Cast, content: bytes, name: str) -> IncomingDocument:
    """Enter a paper with a file and let the jobs run, as the worker does."""
    entered = enter(cast, scan=scan(content, name))
    assert entered.text_state == TextState.WAITING
    work_off()
    entered.refresh_from_db()
    return entered


def found(cast: Cast, words: str, who: str = "minh") -> list[object]:
    return [one.pk for one in found_incoming(cast.actor(who), Wanted(words=words))]


@pytest.mark.django_db(transaction=True)
def test_a_pdf_and_a_word_file_are_found_by_their_text_and_only_where_they_lie(cast: Cast) -> None:
    for content, name in ((born_digital(cast), "cong-van.pdf"), (word_file(), "cong-van.docx")):
        entered = read_after(cast, content, name)

        assert entered.text_state == TextState.READ
        for words in ("cấp đổi thẻ", "cap doi the", "CẤP ĐỔI THẺ", "Đồng Tâm"):
            assert entered.pk in found(cast, words), words
            assert found(cast, words, "minh2") == [] == found(cast, words, "hoa")
        assert found(cast, "mừng thọ không có trong tệp") == []
        assert entered.scan is not None
        with open_attachment(entered.scan) as kept:
            assert kept.read() == content


@pytest.mark.django_db(transaction=True)
def test_reading_twice_is_once_and_a_picture_is_not_read(cast: Cast) -> None:
    entered = read_after(cast, born_digital(cast), "cong-van.pdf")
    words = entered.text_words
    assert entered.scan is not None
    system = IncomingDocument.objects.filter(pk=entered.pk)
    with pytest.raises(NotAllowed):
        keep_words(
            actor=cast.actor("minh"), document_id=entered.pk, scan_id=entered.scan.pk, text="x"
        )

    assert system.get().text_words == words
    before = JobRun.objects.count()
    picture = enter(cast, scan=scan(b"\xff\xd8\xff\xe0JFIF", "anh.jpg"))
    assert (picture.text_state, JobRun.objects.count()) == ("", before)


@pytest.mark.django_db(transaction=True)
def test_who_was_sent_a_paper_finds_it_by_its_words(cast: Cast) -> None:
    paper = sent(cast, body=SAID)
    offered = Recipient.objects.get(document=paper, unit=cast.tan_yen)

    taken = take_in(actor=cast.actor("minh"), delivery_id=offered.pk)

    assert found(cast, "cap doi the") == [taken.pk]


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def locked(content: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt("mat-khau", algorithm="AES-256")
    return written(writer)


def many_pages(content: bytes) -> bytes:
    writer = pypdf.PdfWriter()
    page = pypdf.PdfReader(io.BytesIO(content)).pages[0]
    for _ in range(10_000):
        writer.add_page(page)
    return written(writer)


def bomb(content: bytes) -> bytes:
    """A page whose drawing unpacks to a gigabyte."""
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(200, 200)
    drawing = DecodedStreamObject()
    drawing.set_data(b" " * 1024**3)
    page[NameObject("/Contents")] = writer._add_object(drawing.flate_encode())
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def noise(content: bytes) -> bytes:
    return b"%PDF-1.7\n" + bytes(range(256)) * 400


@pytest.mark.parametrize("make", [cut, locked, bomb, noise])
def test_a_hostile_pdf_is_found_by_its_title_alone(
    cast: Cast, tmp_path: Path, make: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "xau.pdf"
    path.write_bytes(born_digital(cast))
    assert "hội viên" in text_of(path, PDF)
    path.write_bytes(make(born_digital(cast)))
    began = time.monotonic()

    assert text_of(path, PDF) == ""
    assert time.monotonic() - began < child.CPU_SECONDS + 30


def test_of_ten_thousand_pages_the_first_are_read(cast: Cast, tmp_path: Path) -> None:
    path = tmp_path / "dai.pdf"
    path.write_bytes(many_pages(born_digital(cast)))

    text = text_of(path, PDF)

    assert 0 < len(text) <= child.MOST_TEXT + child.MOST_PAGES
    assert " the " in distinct_words(text)


def test_the_clock_ends_a_reader_and_a_broken_word_file_gives_nothing(
    cast: Cast, tmp_path: Path
) -> None:
    path = tmp_path / "ten"
    path.write_bytes(born_digital(cast))
    assert text_of(path, PDF, wall_seconds=0.01) == ""
    path.write_bytes(b"PK\x03\x04 broken")
    assert text_of(path, WORD) == "" == text_of(path, "image/png")


@pytest.mark.django_db(transaction=True)
def test_a_bad_file_never_breaks_the_entry(cast: Cast) -> None:
    entered = read_after(cast, noise(b""), "hong.pdf")

    assert entered.text_state == TextState.TITLE_ONLY
    assert entered.pk in found(cast, "mung tho")
