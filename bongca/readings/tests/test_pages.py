"""Pages of a text that is read for a meeting."""

import re
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bongca.meetings.actions.publishing import publish_notice
from bongca.meetings.models import Conclusion
from bongca.meetings.tests.factories import add_bodies, add_meeting, conclude
from bongca.readings.enums import ProposalState
from bongca.readings.models import Proposal, Reading
from tests.cast import Cast


def page(cast: Cast, who: str, name: str, *args: object) -> Any:
    return cast.client(who).get(reverse(f"readings:{name}", args=args))


def post(cast: Cast, who: str, at: str, /, *args: object, **words: Any) -> Any:
    return cast.client(who).post(reverse(f"readings:{at}", args=args), words, follow=True)


def test_a_text_is_read_and_each_proposal_answered(cast: Cast) -> None:
    bodies = add_bodies(cast)
    meeting = add_meeting(cast)
    text = (
        "Chủ tịch kết luận: Giao Văn phòng chủ trì, phối hợp với Ban Chăm sóc NCT chuẩn bị kế hoạch"
        " trước ngày 15/12/2026. Các Ban tiếp tục rà soát quy chế."
    )
    html = post(cast, "mai", "reading_add", meeting.pk, text=text).content.decode()
    assert "Còn 2 câu chờ ông bà xem." in html
    assert Conclusion.objects.count() == 0
    first, second = Proposal.objects.filter(kind="conclusion")

    form = page(cast, "mai", "proposal_take", first.pk).content.decode()
    assert "trước ngày 15/12/2026" in form
    post(
        cast, "mai", "proposal_take", first.pk, words=first.words,
        lead=[str(bodies["Văn phòng"].pk)], lead_others="", support_others="",
        deadline_said="trước ngày 15/12/2026",
    )  # fmt: skip
    post(cast, "mai", "proposal_drop", second.pk)

    states = list(Proposal.objects.filter(kind="conclusion").values_list("state", flat=True))
    assert states == [ProposalState.ACCEPTED, ProposalState.DROPPED]
    assert Conclusion.objects.get().due_on == date(2026, 12, 14)


def test_a_file_that_is_no_text_is_refused_in_words(cast: Cast) -> None:
    meeting = add_meeting(cast)
    bad = SimpleUploadedFile("ảnh.docx", b"PK\x03\x04 nothing", content_type="application/zip")

    answer = post(cast, "mai", "reading_add", meeting.pk, file=bad)

    assert answer.status_code == 422
    assert "Không đọc được tệp này." in answer.content.decode()


def test_an_uploaded_file_is_kept_for_those_who_write(cast: Cast) -> None:
    meeting = add_meeting(cast)
    text = "Chủ tịch kết luận: Các Ban tiếp tục rà soát quy chế.".encode()
    file = SimpleUploadedFile("kết luận.txt", text, content_type="text/plain")

    html = post(cast, "mai", "reading_add", meeting.pk, file=file).content.decode()

    assert "Mở tệp gốc" in html
    address = reverse("core:attachment", args=[Reading.objects.get().attachment_id])
    opened: Any = cast.client("binh").get(address)
    assert b"".join(opened.streaming_content) == text
    assert cast.client("tu").get(address).status_code == 404
    assert cast.client("hoa").get(address).status_code == 404


def asked(html: str) -> list[tuple[str, ...]]:
    """The names of what a form asks, in order, and the labels it asks by."""
    found = re.findall(r'<(?:input|textarea|select)[^>]*\bname="([^"]+)"', html)
    own = [name for name in found if name not in ("csrfmiddlewaretoken", "version")]
    return [tuple(dict.fromkeys(own)), *re.findall(r"<(label|legend)[^>]*>\s*([^<]+?)\s*<", html)]


def test_a_proposal_is_taken_by_the_form_of_a_conclusion(cast: Cast) -> None:
    add_bodies(cast)
    meeting = add_meeting(cast)
    post(cast, "mai", "reading_add", meeting.pk, text="Chủ tịch kết luận: Các Ban rà soát quy chế.")
    found = Proposal.objects.get(kind="conclusion")

    taking = page(cast, "mai", "proposal_take", found.pk).content.decode()
    adding = cast.client("mai").get(reverse("meetings:conclusion_add", args=[meeting.pk]))

    assert "deadline_said" in asked(taking)[0]
    assert asked(taking) == asked(adding.content.decode())


def test_a_meeting_leads_to_its_texts_and_offers_one_more_until_it_is_published(cast: Cast) -> None:
    meeting = add_meeting(cast)
    text = "Chủ tịch kết luận: Các Ban tiếp tục rà soát quy chế."
    post(cast, "mai", "reading_add", meeting.pk, text=text)
    reading = reverse("readings:reading_detail", args=[Reading.objects.get().pk])
    adding = reverse("readings:reading_add", args=[meeting.pk])
    pages = [
        reverse(f"meetings:{name}", args=[meeting.pk])
        for name in ("meeting_detail", "conclusion_list")
    ]

    def shown(who: str) -> list[str]:
        return [cast.client(who).get(address).content.decode() for address in pages]

    assert reading in shown("mai")[0]
    assert reading in shown("tu")[0]
    assert [adding in html for html in shown("mai")] == [True, True]
    assert [adding in html for html in shown("tu")] == [False, False]
    conclude(cast, meeting)
    publish_notice(actor=cast.actor("binh"), meeting=meeting)
    assert [adding in html for html in shown("mai")] == [False, False]
    assert reading in shown("mai")[0]
