"""The pages: what they say, to whom, and that they cost the same however long the list is."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bongca.admissions.actions.pauses import pause_member, return_member
from bongca.admissions.actions.transfers import withdraw_transfer
from bongca.admissions.queries.glance import invited_in
from bongca.admissions.queries.home import home_tasks, home_waiting
from bongca.admissions.queries.lists import FOUND, units_to_send_to
from bongca.admissions.tests.factories import apply_for, send
from bongca.core.dates import PartialDate
from bongca.core.scope import scoped
from bongca.members.enums import HowBegan, HowEnded
from bongca.members.tests.factories import NAMES, admit, end
from bongca.people.actions.persons import PersonFields, add_person
from tests.cast import Cast


def cost(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(path).status_code == 200
    return len(seen)


@pytest.mark.parametrize("path", ["/sinh-hoat/don/", "/sinh-hoat/chuyen/", "/"])
def test_lists_cost_the_same_however_long(cast: Cast, path: str) -> None:
    client = cast.client("lan")
    apply_for(cast)
    send(cast, cast.nha_nam)
    cost(client, path)
    short = cost(client, path)
    for name in NAMES[2:6]:
        apply_for(cast, name)
        send(cast, cast.nha_nam, name)

    assert cost(client, path) == short


def test_those_who_answer_are_asked_on_the_first_page(cast: Cast) -> None:
    apply_for(cast)
    send(cast, cast.nha_nam)

    def asked(who: str) -> list[str]:
        actor = cast.actor(who)
        with scoped(actor):
            return [task.button for task in home_tasks(actor)]

    assert asked("lan") == asked("minh") == ["Xem đơn xin vào Hội"]
    assert asked("minh2") == ["Xem ai được chuyển đến"]
    assert asked("lan2") == asked("minh3") == asked("hoa") == asked("tu") == []
    lan = cast.actor("lan")
    with scoped(lan):
        assert [line.who for line in home_waiting(lan)] == ["1 hội viên đang chuyển"]


def test_the_receiving_unit_is_found_by_name_outside_the_commune(cast: Cast) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        found = units_to_send_to(lan, "nha nam", cast.to_1)
        every = units_to_send_to(lan, "xa", cast.to_1)
        own = units_to_send_to(lan, "yen ly", cast.to_1)

    assert found[0].pk == cast.nha_nam.pk
    assert own == [] and len(every) <= FOUND + 1
    page = cast.client("lan").get(_send_address(cast, "nha nam")).content.decode()
    assert "Hội NCT xã Nhã Nam, thành phố Bắc Ninh" in page


def test_what_was_typed_is_kept_when_a_sending_is_refused(cast: Cast) -> None:
    client = cast.client("lan")
    address = _send_address(cast)

    answer = client.post(address, {"q": "nha nam", "reason": "Về ở với con"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Xin chọn nơi đến trong danh sách" in page
    assert "Về ở với con" in page and 'value="nha nam"' in page


def test_a_branch_at_a_glance(cast: Cast) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        admit(lan, cast.to_1, "Hoàng Văn Chiến", joined="2026-09-12", how=HowBegan.ADMITTED)
        gone = admit(lan, cast.to_1, "Lò Thị Diễm", joined="2001")
        end(lan, gone.person, HowEnded.DECEASED, date(2026, 10, 2))
        tired = admit(lan, cast.to_2, "Đỗ Thị Ngữ", joined="1999")
        pause_member(actor=lan, person_id=tired.person_id, on=cast.today, reason="Thăm cháu")
        wanted = PersonFields("Bùi Thị Lượng", "f", PartialDate(1967, 3, 12))
        add_person(actor=lan, unit=cast.dong_tam, wanted=wanted)

    page = cast.client("lan").get("/sinh-hoat/toan-canh/").content.decode()

    new, rest = page.split('id="qua-doi"')
    dead, rest = rest.split('id="tam-nghi"')
    resting, invited = rest.split('id="sap-60"')
    assert "Hoàng Văn Chiến" in new and "Đỗ Thị Ngữ" not in new
    assert "Đỗ Thị Ngữ" in resting and "Thăm cháu" in resting
    assert "Lò Thị Diễm" in dead
    assert "Bùi Thị Lượng" in invited and "12/03/2027" in invited


def test_who_turns_sixty_within_a_year_is_invited_and_nobody_else(cast: Cast) -> None:
    lan = cast.actor("lan")  # 22/11/2026
    births = {
        "Một": PartialDate(1966, 11, 22),  # today
        "Hai": PartialDate(1966, 11, 23),
        "Ba": PartialDate(1967, 11, 22),
        "Bốn": PartialDate(1967, 11, 23),
        "Năm": PartialDate(1966, None, None),
        "Sáu": PartialDate(1970, None, None),
    }
    with scoped(lan):
        for name, birth in births.items():
            add_person(
                actor=lan, unit=cast.dong_tam, wanted=PersonFields(f"Bùi {name}", "f", birth)
            )
        admit(lan, cast.to_1, "Bùi Bảy", birth="1967-03-12")

        found = [one.person.full_name for one in invited_in(lan, cast.dong_tam)]

    assert found == ["Bùi Hai", "Bùi Năm", "Bùi Ba"]


def _send_address(cast: Cast, words: str = "") -> str:
    lan = cast.actor("lan")
    with scoped(lan):
        person = admit(lan, cast.to_1, "Vũ Đình Khuyến").person
    return f"/sinh-hoat/chuyen/di/{person.pk}/" + (f"?q={words}" if words else "")


def test_the_history_of_a_person_holds_it_all(cast: Cast) -> None:
    lan = cast.actor("lan")
    row = send(cast, cast.nha_nam)
    with scoped(lan):
        withdraw_transfer(actor=lan, transfer_id=row.pk)
        rest = pause_member(
            actor=lan, person_id=row.person_id, on=date(2026, 10, 1), reason="Thăm cháu"
        )
        return_member(actor=lan, pause_id=rest.pk, on=date(2026, 10, 9))

    page = cast.client("lan").get(f"/hoi-vien/{row.person_id}/").content.decode()

    sent, rested = page.index("Chuyển sinh hoạt đến Hội NCT xã"), page.index("Tạm nghỉ từ")
    assert sent < rested < page.index("Tổ hội 1: hội viên từ 2010")
    assert "Thăm cháu" in page and "đã rút lại" in page
