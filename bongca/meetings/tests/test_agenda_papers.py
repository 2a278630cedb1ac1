"""Papers of the agenda open to those invited, and to nobody else."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bongca.core.errors import DomainError, NotAllowed
from bongca.documents.actions.attaching import Brought
from bongca.documents.actions.incoming import Arrival, register_incoming
from bongca.documents.actions.outgoing import Draft, draft_outgoing
from bongca.documents.models import IncomingDocument
from bongca.meetings.actions.agenda_papers import add_agenda_paper
from bongca.meetings.actions.meetings import add_agenda_item
from bongca.meetings.models import AgendaItem, AgendaPaper, Meeting
from bongca.meetings.queries.agenda import agenda_of
from bongca.meetings.tests.factories import add_meeting, call_units
from tests.cast import TODAY, Cast

PDF = b"%PDF-1.7\n1 0 obj\n"


def point(cast: Cast) -> AgendaItem:
    meeting = add_meeting(cast, held_on=TODAY)
    call_units(cast, meeting, "bac_ninh")
    return add_agenda_item(actor=cast.actor("mai"), meeting=meeting, title="Sơ kết quý III")


def arrived(cast: Cast, scan: bytes | None = PDF) -> IncomingDocument:
    arrival = Arrival(
        issuer="Bộ Nội vụ", abstract="Hướng dẫn tổ chức đại hội", arrived_on=TODAY,
        symbol="6463/BNV-TCPCP",
    )  # fmt: skip
    brought = Brought("ban-chup.pdf", scan) if scan else None
    return register_incoming(
        actor=cast.actor("mai"), unit=cast.central, arrival=arrival, scan=brought
    )


def test_a_file_is_put_on_the_agenda_and_opened_by_those_invited(cast: Cast) -> None:
    item = point(cast)
    url = reverse("meetings:paper_add", args=[item.meeting_id, item.pk])
    upload = SimpleUploadedFile("so-ket.pdf", PDF, "text/plain")

    cast.client("mai").post(url, {"scan": upload, "name": "Báo cáo sơ kết"})

    paper = AgendaPaper.objects.get()
    page_url = reverse("meetings:meeting_detail", args=[item.meeting_id])
    opened = reverse("meetings:paper_open", args=[paper.pk])
    for who in ("hoa", "tu", "binh"):
        assert "Báo cáo sơ kết" in cast.client(who).get(page_url).content.decode()
        answer = cast.client(who).get(opened)
        assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]  # a stream
        assert answer.headers["Content-Type"] == "application/pdf"
    for who in ("hoa2", "minh", "lan", "liaison", "quantri"):
        assert cast.client(who).get(opened).status_code == 404
    assert paper.attachment is not None
    kept = reverse("core:attachment", args=[paper.attachment_id])
    assert cast.client("hoa").get(kept).status_code == 200
    assert cast.client("hoa2").get(kept).status_code == 404


def test_a_registered_paper_is_found_by_its_symbol_and_opened_by_those_invited(cast: Cast) -> None:
    item, document = point(cast), arrived(cast)
    url = reverse("meetings:paper_add", args=[item.meeting_id, item.pk])

    cast.client("mai").post(url, {"symbol": "6463/bnv-tcpcp"})

    paper = AgendaPaper.objects.get()
    assert paper.incoming == document
    opened = reverse("meetings:paper_open", args=[paper.pk])
    assert cast.client("hoa").get(opened).status_code == 200
    assert cast.client("hoa").get(f"/van-ban/den/{document.pk}/").status_code == 404


def test_a_draft_of_the_unit_opens_as_it_would_print(cast: Cast) -> None:
    item = point(cast)
    mai = cast.actor("mai")
    draft = draft_outgoing(
        actor=mai, unit=cast.central, draft=Draft("Kế hoạch năm", "KH", body="Thực hiện.")
    )

    paper = add_agenda_paper(actor=mai, item=item, registered=draft)

    answer = cast.client("hoa").get(reverse("meetings:paper_open", args=[paper.pk]))
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]  # a stream


def test_what_cannot_be_put_there_is_said_and_what_was_typed_is_kept(cast: Cast) -> None:
    item = point(cast)
    arrived(cast)
    url = reverse("meetings:paper_add", args=[item.meeting_id, item.pk])
    client = cast.client("mai")
    cases: dict[str, dict[str, Any]] = {
        "Xin chọn tệp, hoặc ghi số, ký hiệu văn bản": {},
        "Không thấy văn bản này trong sổ của đơn vị": {"symbol": "1/KH-X", "name": "Tên đã gõ"},
        "Chỉ nhận tệp PDF": {"scan": SimpleUploadedFile("a.pdf", b"MZ\x90"), "name": "Tên đã gõ"},
    }

    for said, typed in cases.items():
        answer = client.post(url, typed)
        html = answer.content.decode()
        assert answer.status_code == 422
        assert said in html
        assert ("Tên đã gõ" in html) is ("name" in typed)
    assert not AgendaPaper.objects.exists()


def test_only_who_keeps_the_meeting_adds_and_only_what_they_see(cast: Cast) -> None:
    item = point(cast)
    with pytest.raises(NotAllowed):
        add_agenda_paper(actor=cast.actor("tu"), item=item, file=Brought("a.pdf", PDF))
    other = draft_outgoing(
        actor=cast.actor("hoa"), unit=cast.bac_ninh, draft=Draft("Của tỉnh", "KH", body="Riêng.")
    )

    with pytest.raises(DomainError, match="paper_unknown"):
        add_agenda_paper(actor=cast.actor("mai"), item=item, registered=other)
    with pytest.raises(DomainError, match="paper_without_scan"):
        add_agenda_paper(actor=cast.actor("mai"), item=item, registered=arrived(cast, None))


def test_the_database_holds_one_thing_a_paper_and_one_paper_once(cast: Cast) -> None:
    item, document = point(cast), arrived(cast)
    AgendaPaper.objects.create(item=item, name="Một", incoming=document)

    with pytest.raises(IntegrityError, match="agenda_paper_once"), transaction.atomic():
        AgendaPaper.objects.create(item=item, name="Hai", incoming=document)
    with pytest.raises(IntegrityError, match="agenda_paper_is_one_thing"), transaction.atomic():
        AgendaPaper.objects.create(item=item, name="Không có gì")


def test_the_agenda_of_many_papers_takes_two_statements(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    item = point(cast)
    for number in range(3):
        add_agenda_paper(
            actor=cast.actor("mai"), item=item, file=Brought(f"{number}.pdf", PDF + b"%d" % number)
        )
    meeting = Meeting.objects.get(pk=item.meeting_id)

    with django_assert_num_queries(2):
        points = agenda_of(meeting)
        assert [[paper.name for paper in one.papers] for one in points] == [
            ["0.pdf", "1.pdf", "2.pdf"]
        ]
