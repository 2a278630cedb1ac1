"""A notice goes out as a paper of the register, once; meeting and paper lead to each other."""

import threading

import pytest
from django.db import connections
from django.urls import reverse

from bongca.core.errors import DomainError
from bongca.documents.actions.attaching import Brought
from bongca.documents.actions.outgoing import initial_draft, number_document, sign_document
from bongca.documents.actions.sending import send_document
from bongca.documents.enums import OutgoingState
from bongca.documents.models import OutgoingDocument
from bongca.documents.policies import visible_deliveries
from bongca.documents.queries.composing import composed
from bongca.meetings.actions.minutes import write_minutes
from bongca.meetings.actions.papers import draft_minutes_paper
from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.actions.refusals import Published
from bongca.meetings.models import Meeting, MinutesRevision, Notice
from bongca.meetings.queries.home import home_tasks
from bongca.meetings.tests.factories import add_bodies, add_meeting, call_units, conclude
from bongca.papers.rules.paper import Authority, Paragraph
from bongca.programmes.models import Task
from tests.cast import TODAY, Cast, build_cast

SCAN = Brought("bien-ban.pdf", b"%PDF-1.7\n1 0 obj\n")


def published(cast: Cast) -> Notice:
    meeting = add_meeting(cast)
    call_units(cast, meeting, "hai_phong")
    conclude(cast, meeting, "Việc của Ban.", lead=add_bodies(cast)["Ban Chăm sóc NCT"])
    conclude(cast, meeting, "Việc của tỉnh.", lead=cast.bac_ninh, deadline="quý IV")
    conclude(cast, meeting, "Cũng việc của tỉnh ấy.", lead=cast.bac_ninh)
    return publish_notice(actor=cast.actor("binh"), meeting=meeting)


def test_publishing_drafts_the_notice_for_owners_helpers_and_invited(cast: Cast) -> None:
    document = published(cast).document

    assert document is not None
    assert (document.unit, document.type_sign, document.state) == (
        cast.central, "TB", OutgoingState.DRAFT,
    )  # fmt: skip
    rows = document.recipients.order_by("ordinal").values_list("name", "unit")
    assert list(rows) == [
        ("Thường trực Hội Người cao tuổi Việt Nam (để báo cáo)", None),
        ("Ban Chăm sóc NCT", None),
        ("Hội NCT thành phố Bắc Ninh", cast.bac_ninh.pk),
        ("Hội NCT thành phố Hải Phòng", cast.hai_phong.pk),
    ]
    paper = composed(document)
    said = [block.text for block in paper.blocks if isinstance(block, Paragraph)]
    assert paper.abstract == (
        "Kết luận của Phó Chủ tịch Hội Phạm Thanh Bình tại họp giao ban tháng 11 năm 2026"
    )
    assert "2. Việc của tỉnh." in said
    assert (paper.signatures[0].authority, paper.signatures[0].lines) == (
        Authority.ORDER, ("Chủ tịch", "Chánh Văn phòng"),
    )  # fmt: skip


def test_the_office_may_publish_and_is_the_drafter_where_it_drafts(cast: Cast) -> None:
    meeting = add_meeting(cast, "tan_yen", "minh")
    conclude(cast, meeting, lead=cast.dong_tam, who="minh")

    document = publish_notice(actor=cast.actor("minh"), meeting=meeting).document

    assert document is not None
    assert document.drafted_by == cast.minh
    assert composed(document).signatures[0].lines == ("Chủ tịch",)


@pytest.mark.parametrize(
    ("changed", "given"),
    [
        ({"source": "Báo"}, {"gives_tasks": False}),
        ({"kind": "superior"}, {}),
        ({}, {"symbol": "87/TB-HNCT"}),
    ],
)
def test_a_notice_that_has_its_paper_elsewhere_drafts_none(
    cast: Cast, changed: dict[str, str], given: dict[str, object]
) -> None:
    meeting = add_meeting(cast, **changed)
    conclude(cast, meeting)

    notice = publish_notice(actor=cast.actor("binh"), meeting=meeting, **given)  # type: ignore[arg-type]  # cases

    assert notice.document is None
    assert not OutgoingDocument.objects.exists()


def test_meeting_paper_and_task_lead_to_each_other(cast: Cast) -> None:
    notice = published(cast)
    list_url = f"/cuoc-hop/{notice.meeting_id}/ket-luan/"
    paper_url = f"/van-ban/di/{notice.document_id}/"
    client = cast.client("mai")

    listed = client.get(list_url).content.decode()
    paper = client.get(paper_url).content.decode()
    first = Task.objects.order_by("pk")[0]
    task = client.get(reverse("programmes:task_detail", args=[first.pk])).content.decode()

    assert f'href="{paper_url}"' in listed
    assert "Dự thảo" in listed
    assert f'href="{list_url}"' in paper
    assert f'href="{list_url}#kl1"' in task


@pytest.mark.django_db(transaction=True)
def test_two_who_publish_at_once_make_one_notice_and_one_set_of_tasks() -> None:
    cast = build_cast()
    meeting = add_meeting(cast, "tan_yen", "minh")
    for words in ("Việc một.", "Việc hai."):
        conclude(cast, meeting, words, lead=cast.dong_tam, who="minh")
    start = threading.Barrier(6)
    told: list[str] = []

    def publish() -> None:
        try:
            mine = Meeting.objects.get(pk=meeting.pk)
            start.wait(30)
            publish_notice(actor=cast.actor("minh"), meeting=mine)
            told.append("published")
        except Published:
            told.append("told")
        except Exception as error:
            told.append(repr(error))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=publish) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert sorted(told) == ["published", *["told"] * 5]
    assert (Notice.objects.count(), OutgoingDocument.objects.count()) == (1, 1)
    assert Task.objects.count() == 2


def test_the_minutes_become_a_paper_and_a_correction_rewrites_its_draft(cast: Cast) -> None:
    meeting = add_meeting(cast, secretary_name="Đặng Quỳnh Mai")
    mai = cast.actor("mai")
    with pytest.raises(DomainError):
        draft_minutes_paper(actor=mai, meeting=meeting)
    write_minutes(actor=mai, meeting=meeting, text="Bắt đầu lúc 8 giờ.")

    first = draft_minutes_paper(actor=mai, meeting=meeting)
    again = draft_minutes_paper(actor=mai, meeting=meeting)
    first.recipients.create(ordinal=1, name="Người dự họp")
    write_minutes(actor=mai, meeting=meeting, text="Bắt đầu lúc 9 giờ.", based_on=1)
    corrected = draft_minutes_paper(actor=mai, meeting=meeting)

    assert first.pk == again.pk == corrected.pk
    assert [row.name for row in corrected.recipients.all()] == ["Người dự họp"]
    assert MinutesRevision.objects.get(document=first).number == 2
    paper = composed(OutgoingDocument.objects.get())
    said = [block.text for block in paper.blocks if isinstance(block, Paragraph)]
    assert "Bắt đầu lúc 9 giờ." in said
    assert "Bắt đầu lúc 8 giờ." not in said
    assert [one.lines for one in paper.signatures] == [("Thư ký",), ("Chủ tọa",)]


def test_minutes_that_were_signed_stay_and_the_correction_is_another_paper(cast: Cast) -> None:
    meeting = add_meeting(cast)
    mai = cast.actor("mai")
    write_minutes(actor=mai, meeting=meeting, text="Bắt đầu lúc 8 giờ.")
    first = draft_minutes_paper(actor=mai, meeting=meeting)
    initial_draft(actor=mai, document_id=first.pk)
    sign_document(
        actor=mai, document_id=first.pk, scan=SCAN, signed_on=TODAY, signer_name="Đặng Quỳnh Mai"
    )
    write_minutes(actor=mai, meeting=meeting, text="Bắt đầu lúc 9 giờ.", based_on=1)

    second = draft_minutes_paper(actor=mai, meeting=meeting)

    assert second.pk != first.pk
    assert MinutesRevision.objects.get(document=first).number == 1


def test_the_office_puts_the_minutes_into_the_register_from_their_page(cast: Cast) -> None:
    meeting = add_meeting(cast)
    write_minutes(actor=cast.actor("mai"), meeting=meeting, text="Bắt đầu lúc 8 giờ.")
    client = cast.client("mai")
    page = client.get(reverse("meetings:minutes", args=[meeting.pk])).content.decode()
    assert "Đưa biên bản vào Văn bản đi" in page

    answer = client.post(reverse("meetings:minutes_paper", args=[meeting.pk]))

    document = OutgoingDocument.objects.get()
    assert answer.headers["Location"] == f"/van-ban/di/{document.pk}/"
    page = client.get(reverse("meetings:minutes", args=[meeting.pk])).content.decode()
    assert "Đưa biên bản vào Văn bản đi" not in page
    assert "Biên bản, bản thứ 1, chưa cho số" in page
    paper = client.get(f"/van-ban/di/{document.pk}/").content.decode()
    assert f'href="/cuoc-hop/{meeting.pk}/bien-ban/"' in paper


def test_the_office_is_told_to_bring_the_notice_to_signature_until_it_is_initialled(
    cast: Cast,
) -> None:
    document = published(cast).document
    assert document is not None
    mai = cast.actor("mai")
    wanted = "Trình ký thông báo kết luận: Họp giao ban tháng 11 năm 2026"

    assert wanted in [task.title for task in home_tasks(mai)]
    for who in ("binh", "tu", "hoa"):
        assert wanted not in [task.title for task in home_tasks(cast.actor(who))]
    initial_draft(actor=mai, document_id=document.pk)
    assert wanted not in [task.title for task in home_tasks(mai)]


def test_a_branch_concludes_its_own_meeting_and_gives_it_to_its_groups(cast: Cast) -> None:
    """A chi hội meets at least twice a year (domain.md 2.2), and who heads it concludes."""
    meeting = add_meeting(cast, "dong_tam", "lan", name="Sinh hoạt chi hội")
    conclude(cast, meeting, "Thăm hội viên ốm đau.", lead=cast.to_1, who="lan")

    document = publish_notice(actor=cast.actor("lan"), meeting=meeting).document

    assert document is not None
    assert document.drafted_by == cast.lan
    assert composed(document).signatures[0].lines == ("Chi hội trưởng",)
    assert Task.objects.get().unit == cast.dong_tam


def test_the_page_of_conclusions_follows_the_paper_until_it_is_received(cast: Cast) -> None:
    notice = published(cast)
    document = notice.document
    assert document is not None
    mai = cast.actor("mai")
    url = reverse("meetings:conclusion_list", args=[notice.meeting_id])
    seen = []

    initial_draft(actor=mai, document_id=document.pk)
    sign_document(
        actor=mai, document_id=document.pk, scan=SCAN, signed_on=TODAY, signer_name="Đặng Quỳnh Mai"
    )
    seen.append(cast.client("binh").get(url).content.decode())
    number_document(actor=mai, document_id=document.pk)
    send_document(actor=mai, document_id=document.pk)
    seen.append(cast.client("binh").get(url).content.decode())

    assert "Đã ký" in seen[0]
    assert "Thông báo chưa có số" in seen[0]
    assert "Đã gửi" in seen[1]
    assert "Thông báo số 01/TB-HNCT ngày 22/11/2026" in seen[1]
    assert "Thông báo kết luận, số 01/TB-HNCT ngày 22/11/2026" in seen[1]
    delivered = visible_deliveries(cast.actor("hoa")).values_list("document", flat=True)
    assert list(delivered) == [document.pk]
    paper = cast.client("hoa").get(f"/van-ban/di/{document.pk}/").content.decode()
    assert url not in paper  # Bắc Ninh owns a conclusion and was not called to the meeting
    assert "Kết luận của Phó Chủ tịch" in paper
