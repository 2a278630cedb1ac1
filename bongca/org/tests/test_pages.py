"""Pages of units: what each of the cast sees there, and in how many statements."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from bongca.core.actor import Actor
from bongca.org import rules
from bongca.org.actions.units import close_unit, create_unit
from bongca.org.models import Unit
from bongca.org.queries import pages, search
from tests.cast import TODAY, Cast

Counting = Callable[[int], Any]


def url(name: str, unit: Unit) -> str:
    return reverse(f"org:{name}", args=[unit.pk])


def page(cast: Cast, who: str, unit: str, name: str = "unit_detail", **words: str) -> str:
    response = cast.client(who).get(url(name, cast.units[unit]), words)
    assert response.status_code == 200, (who, unit, response.status_code)
    return response.content.decode()


def test_own_unit_is_one_press_away(cast: Cast) -> None:
    response = cast.client("lan").get(reverse("org:own_unit"))

    assert response.headers["Location"] == url("unit_detail", cast.dong_tam)


def test_liaison_has_no_unit(cast: Cast) -> None:
    assert cast.client("liaison").get(reverse("org:own_unit")).status_code == 404


def test_unit_page_says_what_it_is_and_where(cast: Cast) -> None:
    html = page(cast, "minh", "tan_yen")

    assert "Hội NCT xã Tân Yên" in html
    assert "xã Tân Yên, thành phố Bắc Ninh" in html
    assert "Chi hội thôn Đồng Tâm" in html
    assert "Thêm chi hội" in html


SEEN = [
    ("lan", "dong_tam", 200),
    ("lan", "to_1", 200),
    ("lan", "yen_ly", 404),
    ("lan", "tan_yen", 404),
    ("minh", "dong_tam", 200),
    ("minh", "nha_nam", 404),
    ("minh", "bac_ninh", 404),
    ("hoa", "nha_nam", 200),
    ("hoa", "nam_sach", 404),
    ("quan", "nha_nam", 200),
    ("quan", "hai_phong", 404),
    ("tu", "an_thuong", 200),
    ("binh", "nam_sach", 200),
    ("quantri", "tan_yen", 200),
    ("liaison", "tan_yen", 404),
    ("liaison", "central", 404),
]


def test_page_opens_within_reach_and_nowhere_else(cast: Cast) -> None:
    for who, unit, code in SEEN:
        for name in ("unit_detail", "unit_history"):
            response = cast.client(who).get(url(name, cast.units[unit]))
            assert response.status_code == code, (who, unit, name)


FORMS = [
    ("lan", "dong_tam", "unit_create", 200),
    ("lan", "dong_tam", "unit_rename", 403),
    ("lan", "to_1", "unit_rename", 200),
    ("lan", "to_1", "unit_close", 200),
    ("lan", "yen_ly", "unit_create", 404),
    ("lan2", "to_1", "unit_rename", 404),
    ("minh", "tan_yen", "unit_create", 200),
    ("minh", "tan_yen", "unit_rename", 403),
    ("minh", "dong_tam", "unit_close", 200),
    ("minh", "nha_nam", "unit_create", 404),
    ("hoa", "bac_ninh", "unit_create", 404),
    ("hoa", "tan_yen", "unit_rename", 200),
    ("quan", "tan_yen", "unit_create", 403),
    ("tu", "tan_yen", "unit_rename", 403),
    ("quantri", "dong_tam", "unit_close", 403),
]


def test_forms_open_for_those_who_may(cast: Cast) -> None:
    for who, unit, name, code in FORMS:
        response = cast.client(who).get(url(name, cast.units[unit]))
        assert response.status_code == code, (who, unit, name)


def test_chair_adds_a_branch_and_is_told(cast: Cast) -> None:
    client = cast.client("minh")
    posted = {"name": "thôn Ngò", "on": "01/05/2026", "citation": "QĐ 12/QĐ-HNCT"}

    response = client.post(url("unit_create", cast.tan_yen), posted, follow=True)

    assert "Đã thêm Chi hội thôn Ngò." in response.content.decode()
    assert Unit.objects.get(name="Chi hội thôn Ngò").parent == cast.tan_yen


def test_refused_form_keeps_what_was_written_and_says_why(cast: Cast) -> None:
    posted = {"name": "thôn Đồng Tâm", "on": "01/05/2026"}

    response = cast.client("minh").post(url("unit_create", cast.tan_yen), posted)

    assert response.status_code == 422
    assert "Ở đây đã có Chi hội thôn Đồng Tâm." in response.content.decode()
    assert 'value="thôn Đồng Tâm"' in response.content.decode()


def test_second_of_two_who_rename_sees_both_names(cast: Cast) -> None:
    client, address = cast.client("minh"), url("unit_rename", cast.dong_tam)
    posted = {"on": "01/05/2026", "version": "1"}
    client.post(address, posted | {"name": "khu A"})

    response = client.post(address, posted | {"name": "khu B"})

    assert response.status_code == 409
    assert "Chi hội khu A" in response.content.decode()
    assert "Chi hội khu B" in response.content.decode()


def test_branch_is_closed_into_its_neighbour_and_keeps_its_page(cast: Cast) -> None:
    posted = {"on": "01/05/2026", "successor": str(cast.dong_tam.pk), "citation": "QĐ 9"}

    cast.client("minh").post(url("unit_close", cast.yen_ly), posted)

    assert "Đã kết thúc hoạt động" in page(cast, "minh", "yen_ly")
    history = page(cast, "lan", "dong_tam", "unit_history")
    assert "Chi hội thôn Yên Lý nhập vào" in history
    assert "QĐ 9" in history


def test_closing_what_is_not_empty_names_what_is_left(cast: Cast) -> None:
    response = cast.client("minh").post(url("unit_close", cast.dong_tam), {"on": "01/05/2026"})

    assert response.status_code == 422
    assert "còn 2 đơn vị trực thuộc" in response.content.decode()


def test_names_above_are_said_but_lead_nowhere(cast: Cast) -> None:
    html = page(cast, "lan", "dong_tam")

    assert "Hội NCT thành phố Bắc Ninh" in html
    assert url("unit_detail", cast.bac_ninh) not in html


def test_search_under_a_unit_reaches_every_depth(cast: Cast) -> None:
    html = page(cast, "tu", "central", q="dong tam")

    assert "Chi hội thôn Đồng Tâm" in html
    assert "thôn Đồng Tâm, xã Tân Yên" in html
    assert "Chi hội thôn Yên Lý" not in html


def test_search_finds_nothing_next_door(cast: Cast) -> None:
    found = cast.client("minh").get(reverse("org:unit_find"), {"q": "nha nam"})

    assert "Không tìm thấy đơn vị nào" in found.content.decode()


def test_search_while_typing_gets_the_list_alone(cast: Cast) -> None:
    response = cast.client("hoa").get(
        reverse("org:unit_find"), {"q": "tân yên"}, headers={"HX-Request": "true"}
    )

    html = response.content.decode()
    assert "Hội NCT xã Tân Yên" in html
    assert "<html" not in html


def test_names_above_are_found_but_not_opened(cast: Cast) -> None:
    found = cast.client("lan").get(reverse("org:unit_find"), {"q": "bac ninh"}).content.decode()

    assert "Hội NCT thành phố Bắc Ninh" in found
    assert url("unit_detail", cast.bac_ninh) not in found


def test_odd_signs_find_nothing(cast: Cast) -> None:
    for typed in ("%", "_", "'", "\\", "@", "  ", "💐"):
        assert search.find_units(cast.actor("tu"), typed) == [], typed


def add_communes(cast: Cast, count: int) -> None:
    """Fill the province next door with communes, as one bulk load does."""
    parent, width = cast.hai_phong, rules.WIDTH["commune"]
    first = cast.nam_sach.lft + width
    Unit.objects.bulk_create(
        Unit(
            name=f"Hội NCT xã Số {number}", tier="commune", parent=parent, during=(TODAY, None),
            lft=first + number * width, rgt=first + (number + 1) * width - 1, place_name="xã",
            sort_key=f"{number:05d}", search_name=f"so {number}",
        )
        for number in range(count)
    )  # fmt: skip


def test_page_costs_the_same_with_a_thousand_units_below(
    cast: Cast, django_assert_num_queries: Counting, django_assert_max_num_queries: Counting
) -> None:
    client, address = cast.client("tu"), url("unit_detail", cast.hai_phong)
    client.get(address)  # what is kept for the life of the process
    with django_assert_max_num_queries(24) as few:
        client.get(address)

    add_communes(cast, 1000)

    with django_assert_num_queries(len(few.captured_queries)):
        html = client.get(address).content.decode()
    assert html.count("Hội NCT xã Số ") < 100
    assert "trong 1.001 đơn vị" in html


def test_counts_of_a_page_come_in_one_statement_each(
    cast: Cast, django_assert_num_queries: Counting
) -> None:
    add_communes(cast, 50)
    units = list(Unit.objects.filter(parent=cast.hai_phong))

    with django_assert_num_queries(1):
        counted = pages.count_units_below(cast.actor("tu"), units)

    assert counted[cast.nam_sach.pk] == 1
    assert sum(counted.values()) == 1


def test_counts_leave_out_what_the_actor_may_not_see(cast: Cast) -> None:
    counted = pages.count_units_below(cast.actor("minh2"), [cast.tan_yen, cast.nha_nam])

    assert counted == {cast.tan_yen.pk: 0, cast.nha_nam.pk: 1}


def test_closed_units_leave_the_list_but_not_the_history(cast: Cast) -> None:
    branch = create_unit(actor=cast.actor("minh"), parent=cast.tan_yen, name="thôn Ngò", on=TODAY)
    close_unit(actor=Actor.system(TODAY), unit=branch, on=TODAY)

    assert "Chi hội thôn Ngò" not in page(cast, "minh", "tan_yen")
    assert "Chi hội thôn Ngò" in page(cast, "minh", "tan_yen", "unit_history")
