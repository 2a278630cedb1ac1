"""Pages of offices: filled in as an officer would, refused where they must be."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.offices.actions.seeds import seed_positions
from bongca.offices.models import Appointment, Body
from bongca.people.actions.persons import PersonFields, add_person
from bongca.people.models import Person
from tests.cast import TODAY, Cast

WORDS = {
    "position": "branch.head:",
    "full_name": "GIÁP THỊ NỤ",
    "birth": "1958",
    "sex": "f",
    "how": "elected",
    "on": "01/05/2026",
    "citation_symbol": "12/QĐ-HNCT",
    "citation_on": "28/04/2026",
    "citation_issuer": "Hội NCT xã Tân Yên",
}


@pytest.fixture(autouse=True)
def positions(db: None) -> None:
    seed_positions(actor=Actor.system(TODAY))


def post(cast: Cast, who: str = "minh", unit: str = "yen_ly", **changed: str) -> Any:
    address = reverse("offices:appoint", args=[cast.units[unit].pk])
    return cast.client(who).post(address, WORDS | changed, follow=True)


def test_officer_is_recorded_and_stands_on_the_page_of_the_unit(cast: Cast) -> None:
    html = post(cast).content.decode()

    assert "Đã ghi Giáp Thị Nụ giữ chức Chi hội trưởng." in html
    assert "từ 01/05/2026 đến nay" in html
    listed = cast.client("minh").get(reverse("offices:officer_list", args=[cast.yen_ly.pk]))
    assert "12/QĐ-HNCT, ngày 28/04/2026, Hội NCT xã Tân Yên" in listed.content.decode()
    assert Body.objects.get(unit=cast.yen_ly).name == "Ban Chấp hành chi hội"


def test_a_term_ends_on_a_day_ahead(cast: Cast) -> None:
    assert "Đã ghi Giáp Thị Nụ" in post(cast, until="30/06/2031").content.decode()

    assert Appointment.objects.get().during.upper == date(2031, 6, 30)


def test_name_already_in_the_register_is_asked_about(cast: Cast) -> None:
    with whole_tree():
        known = add_person(
            actor=cast.actor("minh"), unit=cast.yen_ly, wanted=PersonFields("Giáp Thị Nụ", "f")
        )

    asked = post(cast)
    assert asked.status_code == 422
    assert "Trong sổ đã có Giáp Thị Nụ. Có phải là một người không?" in asked.content.decode()
    post(cast, person=str(known.pk))

    with whole_tree():
        assert Appointment.objects.get().person == known
        assert Person.objects.count() == 1


def test_namesake_next_door_is_not_told_of(cast: Cast) -> None:
    with whole_tree():
        add_person(
            actor=cast.actor("minh2"), unit=cast.cau_xi, wanted=PersonFields("Giáp Thị Nụ", "f")
        )

    assert "Đã ghi" in post(cast).content.decode()


def test_second_head_is_refused_beside_the_field(cast: Cast) -> None:
    post(cast)
    body = Body.objects.get()

    refused = post(cast, position=f"branch.head:{body.pk}", full_name="Ngô Văn Tám")

    assert refused.status_code == 422
    assert "Giáp Thị Nụ đang giữ chức Chi hội trưởng" in refused.content.decode()


def test_whoever_chose_before_the_committee_was_formed_is_asked_to_choose_again(cast: Cast) -> None:
    post(cast)

    late = post(cast, full_name="Ngô Văn Tám")

    assert late.status_code == 422
    assert "Chức danh ở đây vừa có thay đổi." in late.content.decode()


def test_office_is_ended_with_its_paper(cast: Cast) -> None:
    post(cast)
    held = Appointment.objects.get()
    address = reverse("offices:appointment_end", args=[held.pk])
    words = {"how": "resigned", "on": "01/11/2026", "citation": "QĐ 15", "version": "1"}

    html = cast.client("minh").post(address, words, follow=True).content.decode()

    assert "Đã ghi Giáp Thị Nụ thôi giữ chức." in html
    held.refresh_from_db()
    assert (held.ended_how, held.ended_citation) == ("resigned", "QĐ 15")
    past = cast.client("minh").get(reverse("offices:officer_list", args=[cast.yen_ly.pk]))
    assert "Giáp Thị Nụ" in past.content.decode()
    assert "Thôi: xin thôi giữ chức, QĐ 15" in past.content.decode()


def test_mistake_is_taken_back_at_once(cast: Cast) -> None:
    undo = reverse("offices:appointment_void", args=[post(cast) and Appointment.objects.get().pk])

    html = cast.client("minh").post(undo, follow=True).content.decode()

    assert "Đã bỏ việc ghi Giáp Thị Nụ giữ chức." in html
    assert "Chưa ghi ai giữ chức" in html


def test_body_is_formed(cast: Cast) -> None:
    address = reverse("offices:body_form", args=[cast.tan_yen.pk])
    words = {"kind": "inspection_committee", "on": "01/05/2026", "seats": "3"}

    html = cast.client("minh").post(address, words, follow=True).content.decode()

    assert "Đã ghi Ban Kiểm tra." in html


# who, unit, list, form to appoint
ACCESS = [
    ("lan", "dong_tam", 200, 403),
    ("lan", "yen_ly", 404, 404),
    ("minh", "yen_ly", 200, 200),
    ("minh", "cau_xi", 404, 404),
    ("hoa", "cau_xi", 200, 200),
    ("hoa2", "cau_xi", 404, 404),
    ("quan", "yen_ly", 200, 403),
    ("tu", "an_thuong", 200, 403),
    ("mai", "bac_ninh", 200, 200),
    ("binh", "tan_yen", 200, 403),
    ("quantri", "tan_yen", 403, 403),
    ("liaison", "tan_yen", 404, 404),
]


def test_pages_open_for_those_who_may(cast: Cast) -> None:
    for who, unit, listed, filled in ACCESS:
        pk = cast.units[unit].pk
        for name, code in (("officer_list", listed), ("appoint", filled), ("body_form", filled)):
            response = cast.client(who).get(reverse(f"offices:{name}", args=[pk]))
            assert response.status_code == code, (who, unit, name)


def test_appointments_open_for_those_who_may(cast: Cast) -> None:
    post(cast)
    held = Appointment.objects.get()
    for who, code in (("minh", 200), ("hoa", 200), ("lan2", 403), ("minh2", 404), ("lan", 404)):
        address = reverse("offices:appointment_end", args=[held.pk])
        assert cast.client(who).get(address).status_code == code, who
        if code != 200:
            undo = reverse("offices:appointment_void", args=[held.pk])
            assert cast.client(who).post(undo).status_code == code, who
    held.refresh_from_db()
    assert held.voided_at is None


@pytest.mark.parametrize(("who", "is_led"), [("minh", True), ("tu", False)])
def test_page_of_a_commune_leads_to_accounts_for_all_its_branches(
    cast: Cast, who: str, is_led: bool
) -> None:
    page = cast.client(who).get(reverse("org:unit_detail", args=[cast.tan_yen.pk]))

    address = reverse("offices:provision", args=[cast.tan_yen.pk])
    assert (address in page.content.decode()) is is_led
