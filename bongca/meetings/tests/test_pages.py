"""Pages of meetings: filled in as an officer would, refused where they must be."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bongca.core import clock
from bongca.meetings.models import Conclusion, Meeting, Participant
from bongca.meetings.tests.factories import add_bodies, add_meeting, call, conclude
from bongca.programmes.models import Assignment, Programme, Task
from tests.cast import Cast

WORDS = {
    "kind": "briefing",
    "name": "Họp giao ban tháng 12",
    "held_on": "07/12/2026",
    "starts": "8:30",
    "place": "trụ sở Trung ương Hội",
    "chair_name": "Phạm Thanh Bình",
}


def page(cast: Cast, who: str, name: str, *args: object) -> Any:
    return cast.client(who).get(reverse(f"meetings:{name}", args=args))


def post(cast: Cast, who: str, at: str, /, *args: object, **words: Any) -> Any:
    return cast.client(who).post(reverse(f"meetings:{at}", args=args), words, follow=True)


def test_a_meeting_is_entered_and_stands_in_the_list(cast: Cast) -> None:
    html = post(cast, "mai", "meeting_add", **WORDS).content.decode()

    assert "Đã ghi cuộc họp." in html
    assert "08 giờ 30" in html
    listed = page(cast, "binh", "meeting_list").content.decode()
    assert "Họp giao ban tháng 12" in listed
    assert "Chưa có cuộc họp nào" in page(cast, "hoa", "meeting_list").content.decode()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("held_on", "", "Có giờ thì xin ghi cả ngày họp"),
        ("held_on", "mai kia", "Xin ghi đủ ngày, tháng, năm"),
        ("ends", "7:00", "Giờ kết thúc phải sau giờ bắt đầu"),
        ("name", "", "Xin ghi tên cuộc họp"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    cast: Cast, field: str, value: str, said: str
) -> None:
    answer = post(cast, "mai", "meeting_add", **(WORDS | {field: value}))

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "trụ sở Trung ương Hội" in answer.content.decode()


def test_a_meeting_is_sought_without_diacritics(cast: Cast) -> None:
    add_meeting(cast)
    address = reverse("meetings:meeting_list")

    found = cast.client("mai").get(address, {"q": "giao ban"}).content.decode()
    missed = cast.client("mai").get(address, {"q": "dai hoi"}).content.decode()

    assert "Họp giao ban tháng 11" in found
    assert "Họp giao ban tháng 11" not in missed


def test_all_pages_of_a_meeting_open(cast: Cast) -> None:
    bodies = add_bodies(cast)
    meeting = add_meeting(cast)
    conclude(cast, meeting, lead=bodies["Văn phòng"])
    call(cast, meeting, "binh", "tu")
    names = (
        "meeting_detail", "meeting_edit", "participant_add", "attendance", "agenda_add",
        "report_add", "opinion_add", "conclusion_list", "conclusion_add",
        "minutes", "minutes_write", "ballot_add",
    )  # fmt: skip

    for name in names:
        assert page(cast, "mai", name, meeting.pk).status_code == 200, name
    assert page(cast, "binh", "notice_publish", meeting.pk).status_code == 200


def test_people_bodies_units_and_guests_are_called(cast: Cast) -> None:
    bodies = add_bodies(cast)
    meeting = add_meeting(cast, held_on=None, source="Báo Nhân Dân")
    post(
        cast, "mai", "participant_add", meeting.pk, people=[str(cast.binh.pk)],
        bodies=[str(bodies["Văn phòng"].pk)], units="Hội NCT thành phố Bắc Ninh",
        guests="Nguyễn Văn An, Giám đốc Sở Y tế\n", delegation="",
    )  # fmt: skip

    html = page(cast, "mai", "meeting_detail", meeting.pk).content.decode()
    assert Participant.objects.filter(meeting=meeting).count() == 4
    assert "Giám đốc Sở Y tế" in html
    assert "Hội NCT thành phố Bắc Ninh" in html


def test_an_unknown_unit_is_said(cast: Cast) -> None:
    meeting = add_meeting(cast)
    answer = post(cast, "mai", "participant_add", meeting.pk, units="Hội NCT tỉnh Không Có")

    assert answer.status_code == 422
    assert "Không thấy đơn vị" in answer.content.decode()


def test_an_invited_province_sees_the_meeting_and_answers(cast: Cast) -> None:
    meeting = add_meeting(cast, held_on="2026-12-07")
    meeting = Meeting.objects.get(pk=meeting.pk)
    assert page(cast, "hoa", "meeting_detail", meeting.pk).status_code == 404
    post(cast, "mai", "participant_add", meeting.pk, units="Hội NCT thành phố Bắc Ninh")

    html = post(
        cast, "hoa", "invitation_answer", meeting.pk, reply="coming", note="Chị Hoa dự"
    ).content.decode()

    assert "Đã trả lời" in html
    assert Participant.objects.get().reply == "coming"
    assert page(cast, "hoa2", "meeting_detail", meeting.pk).status_code == 404


def test_conclusions_are_written_published_and_become_tasks(cast: Cast) -> None:
    bodies = add_bodies(cast)
    meeting = add_meeting(cast)
    post(
        cast, "mai", "conclusion_add", meeting.pk, words="Tổng hợp kết quả Tháng hành động.",
        lead=[str(bodies["Ban Chăm sóc NCT"].pk)], support_others="Hội NCT thành phố Bắc Ninh\n"
        "Tạp chí Người cao tuổi", deadline_said="từ nay đến cuối năm", lead_others="",
    )  # fmt: skip

    answer = post(cast, "binh", "notice_publish", meeting.pk)
    html = answer.content.decode()

    assert "Thông báo chưa có số" in html
    assert "Thông báo kết luận, chưa cho số" in html
    assert "Chưa báo đã nhận" in html
    assert "Hạn 31/12/2026" in html
    assert "Tạp chí Người cao tuổi" in html
    task = Task.objects.get()
    assert task.due_said == "từ nay đến cuối năm"
    assert Assignment.objects.filter(task=task).count() == 2
    again = post(cast, "binh", "notice_publish", meeting.pk, symbol="88/TB-HNCT")
    assert "Thông báo kết luận đã ban hành" in again.content.decode()
    assert Task.objects.count() == 1


def test_publishing_says_which_conclusion_is_given_to_nobody(cast: Cast) -> None:
    lone = add_meeting(cast)
    conclude(cast, lone)
    mixed = add_meeting(cast, name="Họp giao ban tuần")
    conclude(cast, mixed, lead=cast.bac_ninh)
    conclude(cast, mixed, "Rà soát quy chế.")

    of_nobody = post(cast, "binh", "notice_publish", lone.pk).content.decode()
    of_some = post(cast, "binh", "notice_publish", mixed.pk).content.decode()

    given = "Nơi được giao đã thấy việc của mình."
    assert given not in of_nobody
    assert "Chưa giao cho nơi nào: kết luận số 1." in of_nobody
    assert given in of_some
    assert "Chưa giao cho nơi nào: kết luận số 2." in of_some


def test_the_office_words_but_only_the_chair_publishes(cast: Cast) -> None:
    meeting = add_meeting(cast)
    conclude(cast, meeting)

    assert page(cast, "mai", "notice_publish", meeting.pk).status_code == 403
    assert page(cast, "tu", "conclusion_add", meeting.pk).status_code == 403
    assert page(cast, "hoa", "conclusion_list", meeting.pk).status_code == 404


def test_a_conclusion_is_mended_and_dropped_before_it_goes_out(cast: Cast) -> None:
    meeting = add_meeting(cast)
    first, second = conclude(cast, meeting, "Việc một."), conclude(cast, meeting, "Việc hai.")
    shown = page(cast, "mai", "conclusion_edit", second.pk).content.decode()
    assert "Việc hai." in shown

    post(
        cast, "mai", "conclusion_edit", second.pk, words="Việc hai, nói rõ hơn.",
        lead_others="", support_others="", deadline_said="quý IV", version=1,
    )  # fmt: skip
    post(cast, "mai", "conclusion_drop", first.pk)

    kept = Conclusion.objects.get()
    assert (kept.number, kept.words) == (1, "Việc hai, nói rõ hơn.")


@pytest.mark.parametrize("kind", ["ket-luan", "bien-ban", "giay-moi"])
@pytest.mark.parametrize("extension", ["pdf", "docx"])
def test_papers_come_out(cast: Cast, kind: str, extension: str) -> None:
    meeting = add_meeting(cast)
    conclude(cast, meeting, lead=add_bodies(cast)["Văn phòng"])

    answer = page(cast, "mai", "paper", meeting.pk, kind, extension)

    assert answer.status_code == 200
    assert answer.content[:4] == (b"%PDF" if extension == "pdf" else b"PK\x03\x04")
    assert page(cast, "tu", "paper", meeting.pk, kind, extension).status_code == 403


def test_list_takes_a_constant_number_of_queries(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    client = cast.client("mai")
    for number in range(12):
        conclude(cast, add_meeting(cast, name=f"Họp số {number}"))
    with django_assert_max_num_queries(30):
        client.get(reverse("meetings:meeting_list"))


def test_pages_ask_the_same_number_of_questions_however_much_they_show(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    bodies = add_bodies(cast)
    client = cast.client("mai")
    meeting = add_meeting(cast)
    addresses = [
        reverse("meetings:meeting_detail", args=[meeting.pk]),
        reverse("meetings:conclusion_list", args=[meeting.pk]),
    ]
    client.get(addresses[0])
    asked = []
    for _ in range(2):
        for number in range(4):
            conclude(cast, meeting, f"Việc {number}.", lead=bodies["Văn phòng"])
        for address in addresses:
            with CaptureQueriesContext(connection) as counted:
                client.get(address)
            asked.append(len(counted))

    assert asked[:2] == asked[2:]


def test_meetings_are_found_by_the_search_over_everything(cast: Cast) -> None:
    add_meeting(cast)

    found = cast.client("binh").get("/tra-cuu/", {"q": "giao ban"}).content.decode()

    assert "Họp giao ban tháng 11" in found


def test_a_programme_answers_guidance_from_above(cast: Cast) -> None:
    meeting = add_meeting(cast, kind="superior", convener="Thường trực Ban Bí thư")
    conclude(cast, meeting, deadline="")
    programme = Programme.objects.create(
        unit=cast.central, kind="annual", name="Chương trình công tác năm 2026",
        during=("2026-01-01", "2027-01-01"), created_at=clock.now(), created_by_label="Thử",
    )  # fmt: skip

    listed = page(cast, "binh", "conclusion_list", meeting.pk).content.decode()
    asked = page(cast, "binh", "notice_publish", meeting.pk).content.decode()
    html = post(
        cast, "binh", "notice_publish", meeting.pk, programme=str(programme.pk)
    ).content.decode()

    assert Task.objects.get().programme == programme
    assert f'href="{reverse("programmes:programme_detail", args=[programme.pk])}"' in html
    # The notice is the superior's own: nothing of it is issued or printed here.
    assert "Ban hành" not in listed + asked
    assert "In thông báo kết luận" not in html
    assert page(cast, "mai", "paper", meeting.pk, "ket-luan", "pdf").status_code == 404


def test_a_unit_without_bodies_is_asked_for_places_and_not_for_other_ones(cast: Cast) -> None:
    meeting = add_meeting(cast, "dong_tam", "lan")
    url = reverse("meetings:conclusion_add", args=[meeting.pk])

    html = cast.client("lan").get(url).content.decode()

    assert "Nơi chủ trì" in html
    assert "Nơi khác" not in html
