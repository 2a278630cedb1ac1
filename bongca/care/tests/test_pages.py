"""The pages as cô Lan, ông Minh, chị Hoa and anh Tú see them, and what they cost."""

import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from pypdf import PdfReader

from bongca.care.models import LongevityRound, Recipient, RightRequest
from bongca.care.tests.factories import ELDERS, add_elders, make_round
from bongca.core.jobs import work_off
from bongca.core.models import AuditEntry
from bongca.core.scope import scoped
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import admit, end
from bongca.people.models import Person
from tests.cast import Cast

HOME = "/cham-lo/"
LISTED = [name for name, _ in ELDERS[:-1]]


@pytest.fixture
def elders(cast: Cast) -> dict[str, Person]:
    return add_elders(cast)


def page(client: Client, path: str, status: int = 200) -> str:
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize("who", ["lan", "minh", "hoa"])
def test_the_list_of_a_year_names_them_with_age_and_gift(
    cast: Cast, elders: dict[str, Person], who: str
) -> None:
    shown = page(cast.client(who), HOME)

    assert all(name in shown for name in LISTED)
    assert "Nguyễn Văn Hòa" not in shown
    assert "5 m vải lụa và 700.000" in shown
    assert "trên 100 tuổi" in shown


def test_the_list_is_narrowed_by_who_congratulates(cast: Cast, elders: dict[str, Person]) -> None:
    shown = page(cast.client("minh"), f"{HOME}?ai=province")

    assert [name for name in LISTED if name in shown] == ["Lò Thị Diễm"]
    assert "Nguyễn Văn Hòa" in page(cast.client("minh"), f"{HOME}?nam=2025")


def test_central_reads_figures_and_no_name(cast: Cast, elders: dict[str, Person]) -> None:
    for who in ("tu", "mai", "binh"):
        shown = page(cast.client(who), HOME)
        assert "Hội NCT thành phố Bắc Ninh" in shown
        assert not any(name in shown for name in LISTED)
        assert ">6<" in shown.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("who", ["lan2", "minh2", "hoa2"])
def test_neighbours_see_nobody(cast: Cast, elders: dict[str, Person], who: str) -> None:
    client = cast.client(who)

    assert not any(name in page(client, HOME) for name in LISTED)
    page(client, f"{HOME}?don_vi={cast.dong_tam.pk}", 404)


@pytest.mark.parametrize(
    ("who", "path"),
    [
        ("lan", HOME),
        ("minh", HOME),
        ("hoa", HOME),
        ("mai", HOME),
        ("lan", f"{HOME}quyen-loi/"),
        ("minh", f"{HOME}quyen-loi/?nhom=ask"),
        ("hoa", f"{HOME}quyen-loi/?nhom=reached"),
        ("lan", "/"),
        ("minh", "/"),
    ],
)
def test_no_page_costs_more_for_more_people(
    cast: Cast, elders: dict[str, Person], who: str, path: str
) -> None:
    client = cast.client(who)
    page(client, path)
    with CaptureQueriesContext(
        connection,
    ) as few:
        page(client, path)
    add_elders(cast, cast.to_2)
    minh = cast.actor("minh")
    with scoped(minh):
        for number in range(12):
            admit(minh, cast.to_2, f"Bùi Thị Số {number}", birth="1946-12-0" + str(number % 9 + 1))
    with CaptureQueriesContext(connection) as many:
        page(client, path)

    assert len(many) <= len(few)


def test_a_round_from_the_form_to_the_receipt(cast: Cast, elders: dict[str, Person]) -> None:
    client = cast.client("minh")
    given = {
        "year": "2026", "occasion": "elders_day", "held_on": "6/6/2026", "held_at": "8:00",
        "place": "Nhà văn hóa xã", "extra_year": "0", "version": "0",
    }  # fmt: skip
    assert client.post(f"{HOME}dot/lap/", given).status_code == 303
    round = LongevityRound.objects.get()
    url = f"{HOME}dot/{round.pk}/"
    assert "21 tháng Tư năm Bính Ngọ" in page(client, url)
    assert client.post(f"{url}chot/").status_code == 303
    minh = cast.actor("minh")
    with scoped(minh):
        end(minh, elders["Phạm Văn Đễ"], HowEnded.DECEASED, date(2026, 11, 21))
    shown = page(client, url)
    assert "Từ khi chốt danh sách đã có thay đổi" in shown
    assert client.post(f"{url}cap-nhat/").status_code == 303
    given = {"received": "came", "on": "6/6/2026", "handed_by": "Nguyễn Văn Minh"}
    with scoped(minh):
        keys = [
            str(k) for k in Recipient.objects.filter(removed_why="").values_list("pk", flat=True)
        ]
    assert client.post(f"{url}trao/", {**given, "chon": keys[:2]}).status_code == 303
    assert client.post(f"{url}trao/", {**given, "handed_by": ""}).status_code == 422
    round.refresh_from_db()
    assert (round.listed_count, round.received_count) == (5, 2)
    lan = cast.client("lan")
    assert "Nguyễn Văn Minh trao ngày 06/06/2026" in page(lan, f"{url}?xem=da")
    assert client.post(f"{url}xong/").status_code == 303


def test_what_was_typed_stays_when_a_round_is_refused(
    cast: Cast, elders: dict[str, Person]
) -> None:
    answer = cast.client("minh").post(
        f"{HOME}dot/lap/", {"year": "2026", "occasion": "tet", "place": "Đình làng"}
    )

    assert answer.status_code == 422
    assert "Đình làng" in answer.content.decode()


KINDS = {
    "excel": b"PK", "pdf": b"%PDF", "word": b"PK", "certificates": b"%PDF", "invitations": b"%PDF",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "opening"), KINDS.items())
def test_files_name_the_living_and_leave_a_trace(
    cast: Cast, elders: dict[str, Person], kind: str, opening: bytes
) -> None:
    round = make_round(cast, is_frozen=True)
    minh = cast.actor("minh")
    with scoped(minh):
        end(minh, elders["Phạm Văn Đễ"], HowEnded.DECEASED, date(2026, 11, 21))
    answer = cast.client("minh").post(
        f"{HOME}lap/?dot={round.pk}", {"kind": kind, "purpose": "Gửi UBND xã"}
    )

    assert answer.status_code == 200
    content = answer.content
    assert content.startswith(opening)
    if opening == b"%PDF":
        reader = PdfReader(io.BytesIO(content))
        words = " ".join(one.extract_text() for one in reader.pages)
        assert "Hoàng Văn Chiến" in words.replace("\n", " ")
        assert "Phạm Văn Đễ" not in words
        assert "TM. BAN THƯỜNG VỤ" in words and "Nguyễn Văn Minh" in words
        if kind != "pdf":
            assert len(reader.pages) == 5
    if kind == "excel":
        rows = list(load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True))
        assert [row[1] for row in rows[1:]] == [n for n in LISTED if n != "Phạm Văn Đễ"]
    entry = AuditEntry.objects.get(act="care.write_file")
    assert (entry.changes["purpose"], entry.changes["count"]) == ("Gửi UBND xã", 5)


def test_a_long_list_is_made_in_the_background_and_once(
    cast: Cast, elders: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    from bongca.care.actions import files
    from bongca.care.enums import FileKind

    monkeypatch.setitem(files.AT_ONCE, FileKind.CERTIFICATES, 2)
    client = cast.client("hoa")
    answer = client.post(f"{HOME}lap/", {"kind": "certificates", "purpose": "Gửi các xã"})
    assert answer.status_code == 303
    state = answer["Location"]
    assert "Đang chờ đến lượt" in page(client, state)
    assert work_off() == 1
    assert "Tải tệp về" in page(client, state)
    page(cast.client("minh"), state, 404)


def test_the_province_gets_one_file_for_each_commune(cast: Cast, elders: dict[str, Person]) -> None:
    import zipfile

    from bongca.care.enums import FileKind
    from bongca.care.exports.files import write_by_commune
    from bongca.care.queries.celebrated import Wanted
    from bongca.care.queries.listed import listing_of

    hoa, target = cast.actor("hoa"), io.BytesIO()
    with scoped(hoa):
        listing = listing_of(hoa, cast.bac_ninh, Wanted(2026))
    write_by_commune(hoa, listing, FileKind.CERTIFICATES, target, lambda done: None)

    names = zipfile.ZipFile(target).namelist()
    assert len(names) == 1 and names[0].endswith("hoi-nct-xa-tan-yen.pdf")


def test_the_page_of_a_person_says_why(cast: Cast) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        person = admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1951-12-03").person
    client = cast.client("lan")
    url = f"{HOME}quyen-loi/{person.pk}/"
    shown = page(client, url)
    assert "Sinh 3/12/1951, sẽ tròn 75 tuổi ngày 3/12/2026." in shown
    assert "Nghị định 176/2025/NĐ-CP" in shown
    assert "Còn thiếu:" in shown and "có lương hưu hay không" in shown

    assert client.post(f"{url}hoi/", {"pension": "no", "household": "poor"}).status_code == 422
    answers = {"pension": "no", "household": "poor", "household_year": "2026"}
    assert client.post(f"{url}hoi/", answers).status_code == 303
    step = {"state": "handed_in", "handed_in_on": "20/11/2026"}
    assert client.post(f"{url}social_pension/", step).status_code == 303
    assert client.post(f"{url}nothing/", step).status_code == 404
    with scoped(minh):
        assert RightRequest.objects.get(person=person).state == "handed_in"
    assert "Đã nộp đơn" in page(client, url)
    assert "Chăm lo" in page(client, reverse("members:member_detail", args=[person.pk]))


def test_the_first_page_says_whom_to_ask_and_what_is_due(
    cast: Cast, elders: dict[str, Person]
) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        admit(minh, cast.to_1, "Vũ Thị Sắp", sex="f", birth="1951-12-03")
        admit(minh, cast.to_1, "Vũ Văn Năm", birth="1957")
    assert "Nhắc 1 người sắp đủ tuổi nhận trợ cấp hưu trí xã hội" in page(cast.client("lan"), "/")
    assert "Lập danh sách mừng thọ năm 2027" in page(cast.client("minh"), "/")


def test_a_list_of_rights_goes_from_house_to_house_and_out(cast: Cast) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1951-12-03", phone="0900 000 111")
        admit(minh, cast.to_1, "Vũ Văn Năm", birth="1951")
    lan = cast.client("lan")
    sheet = page(lan, f"{HOME}quyen-loi/in/?nhom=coming")
    assert "Phiếu đi hỏi từng nhà" in sheet and "Lò Thị Diễm" in sheet
    assert "Vũ Văn Năm" not in sheet

    url = f"{HOME}quyen-loi/xuat/?nhom=coming"
    assert lan.post(url, {"purpose": " "}).status_code == 422
    answer = lan.post(url, {"purpose": "Đi hỏi từng nhà"})
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [(row[1], row[3]) for row in rows[1:]] == [("Lò Thị Diễm", "03/12/2026")]
    entry = AuditEntry.objects.get(act="care.export_rights")
    assert entry.changes["purpose"] == "Đi hỏi từng nhà"


def test_the_first_page_names_who_is_visited_this_month(cast: Cast) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1936-11-03")
        admit(minh, cast.to_1, "Vũ Văn Năm", birth="1936-10-03")
    lan = cast.client("lan")

    assert "Thăm 1 cụ tròn tuổi mừng thọ, sinh trong tháng 11" in page(lan, "/")
    shown = page(lan, f"{HOME}?thang=11")
    assert "Lò Thị Diễm" in shown and "Vũ Văn Năm" not in shown


def test_a_level_is_entered_by_the_province_and_seen_below(
    cast: Cast, elders: dict[str, Person]
) -> None:
    given = {
        "kind": "70", "since": "1/1/2026", "amount_vnd": "300.000", "goods": "",
        "basis": "Nghị quyết 12/2026/NQ-HĐND",
    }  # fmt: skip
    assert cast.client("hoa").post(f"{HOME}muc/", given).status_code == 303
    assert cast.client("lan").post(f"{HOME}muc/", given).status_code == 403
    assert "300.000" in page(cast.client("minh"), f"{HOME}?tuoi=70")
    assert "Nghị quyết 12/2026/NQ-HĐND" in page(cast.client("minh"), f"{HOME}muc/")
