from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bongca.core.models import AuditEntry
from bongca.core.scope import scoped
from bongca.members.models import Membership
from bongca.members.tests.factories import NAMES, admit, admit_several
from bongca.people.models import Person
from tests.cast import Cast

LIST = "/hoi-vien/"


@pytest.fixture
def people(cast: Cast) -> list[Person]:
    minh = cast.actor("minh")
    with scoped(minh):
        return admit_several(minh, cast.to_1)


def listed(client: Client, **words: object) -> str:
    response = client.get(f"{LIST}?{urlencode(words)}")
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_stands_in_the_order_of_names(cast: Cast, people: list[Person]) -> None:
    page = listed(cast.client("lan"))

    places = [page.index(f">{name}</a>") for name in NAMES]
    assert places == sorted(places)
    assert "10 hội viên" in page and "Thêm một hội viên" in page
    assert "1940 (86 tuổi)" in page


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ({"q": "hoa"}, ["Nguyễn Văn Hòa"]),
        ({"q": "Hòa"}, ["Nguyễn Văn Hòa"]),
        ({"q": "nguyen van hoa"}, ["Nguyễn Văn Hòa"]),
        ({"q": "nguyễn"}, ["Nguyễn Thị Dậu", "Nguyễn Văn Hòa"]),
        ({"q": "nguyen thi"}, ["Nguyễn Thị Dậu"]),
        ({"q": "de"}, ["Phạm Văn Đễ"]),
        (
            {"gioi": "m", "tuoi": "from_70_to_79"},
            ["Nguyễn Văn Hòa", "Phạm Văn Đễ", "Vũ Đình Khuyến"],
        ),
        ({"tuoi": "from_80"}, NAMES[:4]),
        ({"q": "%"}, []),
        ({"q": "0987"}, []),
    ],
)
def test_the_list_is_searched_and_narrowed(
    cast: Cast, people: list[Person], words: dict[str, str], found: list[str]
) -> None:
    page = listed(cast.client("lan"), **words)

    assert sorted(name for name in NAMES if f">{name}</a>" in page) == sorted(found)


def test_a_telephone_number_finds_its_person(cast: Cast) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        admit(lan, cast.to_1, "Trần Thị Giỏi", phone="0900 000 135")

    assert "Trần Thị Giỏi" in listed(cast.client("lan"), q="0900.000.135")


@pytest.mark.parametrize("name", ["lan2", "lan3", "minh2", "hoa2"])
def test_nobody_elsewhere_sees_the_list_or_a_member(
    cast: Cast, people: list[Person], name: str
) -> None:
    client = cast.client(name)

    assert client.get(LIST, {"don_vi": cast.dong_tam.pk}).status_code == 404
    assert client.get(f"{LIST}{people[0].pk}/").status_code == 404
    assert "Đặng Thị Bích" not in listed(client)


@pytest.mark.parametrize("name", ["tu", "binh", "quan", "quantri", "mai"])
def test_who_holds_no_roll_is_refused(cast: Cast, people: list[Person], name: str) -> None:
    client = cast.client(name)

    assert client.get(LIST, {"don_vi": cast.dong_tam.pk}).status_code == 403
    assert client.get(f"{LIST}{people[0].pk}/").status_code == 404


def test_the_province_reads_a_commune_but_does_not_write(cast: Cast, people: list[Person]) -> None:
    hoa = cast.client("hoa")

    page = listed(hoa, don_vi=cast.tan_yen.pk)

    assert "Đặng Thị Bích" in page and "Thêm một hội viên" not in page
    assert hoa.get(f"{LIST}{people[0].pk}/").status_code == 200
    assert hoa.post(f"{LIST}{people[0].pk}/so-dinh-danh/").status_code == 403
    for path in ("thoi-sinh-hoat/", "sua/", "chuyen-to/", "vao-lai/", "gop/"):
        assert hoa.get(f"{LIST}{people[0].pk}/{path}").status_code == 403
    assert hoa.post(f"{LIST}{people[0].pk}/thoi-sinh-hoat/", ENDING).status_code == 403
    assert hoa.get(f"{LIST}them/").status_code == 403


ENDING = {"how": "deceased", "on": "12/03/2026"}
NEWCOMER = {
    "full_name": "đinh thị  HOA MAI", "birth": "5/1958", "sex": "f", "phone": "0912 345 678",
    "number": "024158001234", "how": "admitted", "joined": "12/09/2026", "kind": "regular",
}  # fmt: skip


def test_adding_a_member_keeps_all_that_was_written(cast: Cast) -> None:
    client = cast.client("lan")

    response = client.post(f"{LIST}them/", NEWCOMER | {"unit": cast.to_1.pk}, follow=True)

    page = response.content.decode()
    assert "Đã ghi Đinh Thị Hoa Mai vào sổ của Tổ hội 1." in page
    assert "tháng 5/1958" in page and "•••• 234" in page and "024158001234" not in page
    assert "Hoàn tác" in page


def test_a_form_with_gaps_says_what_is_missing(cast: Cast) -> None:
    response = cast.client("lan").post(f"{LIST}them/", {"how": "admitted", "kind": "regular"})

    page = response.content.decode()
    assert response.status_code == 422
    assert "Xin ghi họ và tên" in page
    assert "Xin ghi ngày kết nạp, hoặc tháng, hoặc năm" in page


def test_a_name_already_there_is_asked_about(cast: Cast, people: list[Person]) -> None:
    client = cast.client("lan")
    again = NEWCOMER | {"unit": cast.to_2.pk, "full_name": "Nguyễn Văn Hoà", "birth": "1952"}

    asked = client.post(f"{LIST}them/", again)
    written = client.post(f"{LIST}them/", again | {"is_someone_else": "on"})

    assert asked.status_code == 422
    assert "Có phải là một người không?" in asked.content.decode()
    assert written.status_code == 303


def test_an_end_can_be_taken_back_from_its_toast(cast: Cast, people: list[Person]) -> None:
    client = cast.client("lan")

    page = client.post(f"{LIST}{people[0].pk}/thoi-sinh-hoat/", ENDING, follow=True)
    with scoped(cast.actor("lan")):
        row = Membership.objects.get(person=people[0], voided_at=None)
    undo = reverse("members:act_undo", args=[row.pk])
    later = client.get(f"{LIST}{people[0].pk}/").content.decode()
    undone = client.post(undo, follow=True)

    assert "Đã ghi Đặng Thị Bích qua đời." in page.content.decode()
    assert "Đã qua đời" in page.content.decode()
    assert "Hoàn tác việc ghi thôi sinh hoạt" in later and undo in later
    assert "Đang sinh hoạt" in undone.content.decode()


def test_two_people_editing_see_both_versions(cast: Cast, people: list[Person]) -> None:
    lan, minh = cast.client("lan"), cast.client("minh")
    url = f"{LIST}{people[0].pk}/sua/"
    form = {"full_name": "Đặng Thị Bích", "sex": "f", "birth": "1940", "version": 1}
    assert minh.post(url, form | {"phone": "0912 000 111"}).status_code == 303

    refused = lan.post(url, form | {"phone": "0912 000 222"})
    again = lan.post(url, form | {"phone": "0912 000 222", "version": 2})

    page = refused.content.decode()
    assert refused.status_code == 422
    assert "0912 000 111" in page and "0912 000 222" in page and 'value="2"' in page
    assert again.status_code == 303


def test_showing_a_number_leaves_a_trace(cast: Cast) -> None:
    client = cast.client("lan")
    client.post(f"{LIST}them/", NEWCOMER | {"unit": cast.to_1.pk})
    with scoped(cast.actor("lan")):
        person = Person.objects.get()
    url = f"{LIST}{person.pk}/so-dinh-danh/"

    page = client.post(url).content.decode()

    assert "024158001234" in page
    assert AuditEntry.objects.filter(act="people.show_identity", person_id=person.pk).count() == 1
    assert client.get(url).status_code == 405


def test_two_rows_of_one_person_are_merged_and_parted(cast: Cast, people: list[Person]) -> None:
    minh = cast.client("minh")
    keep, gone = people[0], people[1]
    url = reverse("members:member_merge", args=[keep.pk, gone.pk])

    shown = minh.get(url).content.decode()
    merged = minh.post(url, {"full_name": "keep", "sex": "keep", "birth": "gone"}, follow=True)
    page = merged.content.decode()

    assert "Đặng Thị Bích" in shown and "Hoàng Văn Chiến" in shown
    assert "Đã gộp hai dòng của Đặng Thị Bích." in page and "1942" in page
    undo = page.split('action="/hoi-vien/gop/')[1].split('"')[0]
    parted = minh.post(f"/hoi-vien/gop/{undo}", follow=True).content.decode()
    assert "thành hai người như trước" in parted and "1940" in parted


def test_a_group_is_changed_on_its_page(cast: Cast, people: list[Person]) -> None:
    response = cast.client("lan").post(
        f"{LIST}{people[0].pk}/chuyen-to/", {"unit": cast.to_2.pk, "on": "01/11/2026"}, follow=True
    )

    assert "Đã chuyển Đặng Thị Bích sang Tổ hội 2." in response.content.decode()


@pytest.mark.parametrize("path", ["", "in/", "xuat/", "them/"])
def test_pages_open_for_the_keeper_of_the_roll(cast: Cast, people: list[Person], path: str) -> None:
    assert cast.client("lan").get(f"{LIST}{path}").status_code == 200


@pytest.mark.parametrize(
    "path", ["", "sua/", "thoi-sinh-hoat/", "chuyen-to/", "vao-lai/", "so-dinh-danh/ghi/", "gop/"]
)
def test_a_members_pages_open(cast: Cast, people: list[Person], path: str) -> None:
    assert cast.client("minh").get(f"{LIST}{people[0].pk}/{path}").status_code == 200


def test_a_list_asks_as_often_for_many_as_for_few(cast: Cast, people: list[Person]) -> None:
    lan = cast.client("lan")
    listed(lan)  # the first page of a session asks for more

    with CaptureQueriesContext(connection) as for_ten:
        listed(lan)
    with CaptureQueriesContext(connection) as for_four:
        listed(lan, gioi="m")

    assert len(for_four) == len(for_ten) <= 20


def test_an_empty_roll_offers_excel_first_and_nothing_to_narrow(cast: Cast) -> None:
    page = listed(cast.client("lan"))

    assert "Sổ hội viên của đơn vị này chưa có ai" in page
    assert page.count("Nhập danh sách từ Excel") == 1 and "Tìm hội viên" not in page


def test_the_first_page_asks_for_the_list_until_there_is_one(cast: Cast) -> None:
    lan, minh = cast.client("lan"), cast.client("minh")
    before, waiting = lan.get("/").content.decode(), minh.get("/").content.decode()
    with scoped(cast.actor("lan")):
        admit(cast.actor("lan"), cast.to_1)

    after, still = lan.get("/").content.decode(), minh.get("/").content.decode()

    assert "Đưa danh sách hội viên vào sổ" in before
    assert "2 chi hội" in waiting and "1 chi hội" in still and "thôn Yên Lý" in still
    assert "Đưa danh sách hội viên vào sổ" not in after and "Từ 100 tuổi trở lên" in after
