"""The log, the incidents, the inventory."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from bongca.core import audit, clock
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.scope import scoped
from bongca.members.tests.factories import admit
from bongca.org.rules import WORDS
from bongca.people.actions.identity import claim_identity, show_identity
from bongca.people.models import Person
from bongca.privacy.actions.incidents import Found, Handled, handle_incident, record_incident
from bongca.privacy.actions.refusals import DayOutside, WordsMissing, WrongState
from bongca.privacy.actions.settling import Settled, settle_holding
from bongca.privacy.models import Incident
from bongca.privacy.queries.accesses import Wanted, accesses, lines
from bongca.privacy.queries.home import home_tasks
from bongca.privacy.queries.inventory import inventory
from bongca.privacy.rules.inventory import HOLDINGS, OPEN_BASIS, OPEN_TIME
from tests.cast import TODAY, Cast

EXPORT = "members.export_members"


@pytest.fixture
def person(cast: Cast) -> Person:
    minh = cast.actor("minh")
    with scoped(minh):
        person = admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1940-02-03").person
        claim_identity(actor=minh, person=person, written="024140000017")
        return person


def export(cast: Cast, who: str, count: int = 3) -> None:
    actor = cast.actor(who)
    changes = {"purpose": "Họp chi hội", "count": count}
    audit.record(actor, EXPORT, cast.dong_tam, changes=changes)


def test_the_log_says_who_looked_and_who_exported_why(cast: Cast, person: Person) -> None:
    lan, minh = cast.actor("lan"), cast.actor("minh")
    with scoped(lan):
        show_identity(actor=lan, person=person)
        export(cast, "lan", 180)
    export(cast, "lan3")  # the commune next door
    with scoped(minh):
        found = lines(minh, list(accesses(minh, Wanted())))
    assert [(one.act, one.about, one.purpose) for one in found] == [
        ("Xuất danh sách hội viên", "180 người", "Họp chi hội"),
        ("Xem số định danh", "Lò Thị Diễm", ""),
    ]
    assert {one.unit for one in found} == {"Chi hội thôn Đồng Tâm"}
    mai = cast.actor("mai")
    with scoped(mai):  # Central sees the act, not the name
        names = [one.about for one in lines(mai, list(accesses(mai, Wanted())))]
    assert names == ["3 người", "180 người", "Một hội viên"]


def test_the_log_is_narrowed_by_act_unit_and_day(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        show_identity(actor=minh, person=person)
        export(cast, "lan")
        today = clock.today()

        def acts(**wanted: Any) -> list[str]:
            return [one.act for one in accesses(minh, Wanted(**wanted))]

        assert acts(act=EXPORT) == [EXPORT]
        assert acts(unit=cast.dong_tam) == [EXPORT]
        assert len(acts(first=today, last=today)) == 2
        assert acts(first=today + timedelta(days=1)) == []
        assert acts(last=today - timedelta(days=1)) == []


def test_the_log_is_for_those_who_watch(cast: Cast) -> None:
    for who in ("lan", "quan", "quantri", "binh"):
        with pytest.raises(NotAllowed):
            accesses(cast.actor(who), Wanted())


def test_pages_cost_the_same_whatever_they_hold(cast: Cast, person: Person) -> None:
    client = cast.client("minh")

    def cost(url: str) -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(url).status_code == 200
        return len(found)

    export(cast, "lan")
    with scoped(cast.actor("lan")):
        show_identity(actor=cast.actor("lan"), person=person)
    client.get("/du-lieu-ca-nhan/nhat-ky/")
    few = cost("/du-lieu-ca-nhan/nhat-ky/")
    for _ in range(12):
        export(cast, "lan")
        with scoped(cast.actor("lan")):
            show_identity(actor=cast.actor("lan"), person=person)
    assert cost("/du-lieu-ca-nhan/nhat-ky/") == few


def test_the_log_reads_from_its_own_index(cast: Cast) -> None:
    export(cast, "lan")
    mai = cast.actor("mai")
    with scoped(mai), connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")
        cursor.execute("set local enable_sort = off")
        plan = accesses(mai, Wanted())[:20].explain()
    assert "audit_of_access" in plan


def record(cast: Cast, who: str = "minh", hours: int = 1) -> Incident:
    actor = cast.actor(who, clock.today())
    unit = cast.units[{"minh": "tan_yen", "hoa": "bac_ninh"}[who]]
    known = clock.now() - timedelta(hours=hours)
    found = Found(known, "Mất một tờ danh sách", "Họ tên, điện thoại", "12 hội viên")
    with scoped(actor):
        return record_incident(actor=actor, unit=unit, found=found)


def test_an_incident_asks_to_be_reported_within_72_hours(cast: Cast) -> None:
    minh, mai = cast.actor("minh", clock.today()), cast.actor("mai", clock.today())
    incident = record(cast, hours=75)
    for actor in (minh, mai):
        with scoped(actor):
            assert [task.state.word for task in home_tasks(actor)] == ["Quá hạn 3 giờ"]
    now = clock.now()
    with scoped(minh):
        handled = Handled("Đã thu lại", now, "A05, Bộ Công an", minh.today, is_closed=True)
        handle_incident(actor=minh, incident_id=incident.pk, handled=handled)
        assert home_tasks(minh) == []
        with pytest.raises(WrongState):
            handle_incident(actor=minh, incident_id=incident.pk, handled=handled)


def test_an_odd_step_is_refused(cast: Cast) -> None:
    minh = cast.actor("minh", clock.today())
    incident = record(cast)
    now = clock.now()
    wrong: list[tuple[Handled, type[Exception]]] = [
        (Handled(" "), WordsMissing),
        (Handled("Đã thu", now), WordsMissing),
        (Handled("Đã thu", None, "A05"), WordsMissing),
        (Handled("Đã thu", is_closed=True), WordsMissing),
        (Handled("Đã thu", now - timedelta(hours=2), "A05"), DayOutside),
        (Handled("Đã thu", now + timedelta(hours=2), "A05"), DayOutside),
        (Handled("Đã thu", told_on=minh.today + timedelta(days=1)), DayOutside),
    ]
    for handled, refusal in wrong:
        with scoped(minh), pytest.raises(refusal):
            handle_incident(actor=minh, incident_id=incident.pk, handled=handled)
    found = Found(now + timedelta(hours=1), "Mất sổ", "Họ tên", "12 người")
    with scoped(minh), pytest.raises(DayOutside):
        record_incident(actor=minh, unit=cast.tan_yen, found=found)


def test_an_incident_is_seen_upwards_only(cast: Cast) -> None:
    incident = record(cast, "hoa")
    handled = Handled("Đã đổi mật khẩu")
    for who in ("minh", "hoa2", "lan"):
        actor = cast.actor(who)
        with scoped(actor), pytest.raises(Http404):
            handle_incident(actor=actor, incident_id=incident.pk, handled=handled)
    mai = cast.actor("mai")
    with scoped(mai):
        handle_incident(actor=mai, incident_id=incident.pk, handled=handled)


def test_the_inventory_says_who_opens_what_by_the_roles_of_today(cast: Cast) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        found = inventory(minh)
    who = {one.holding.name: one.who.split("; ") for one in found.rows}
    assert "Chủ tịch Hội NCT xã, phường, đặc khu" in who["Dữ liệu nhạy cảm"]
    assert "Chi hội trưởng" not in who["Dữ liệu nhạy cảm"]
    assert "Quản trị hệ thống" not in who["Sổ hội viên"]
    assert all(who.values())
    assert {word for one in HOLDINGS for word in one.words} <= WORDS


def test_what_is_settled_holds_below_until_the_unit_says_otherwise(cast: Cast) -> None:
    def held(who: str, day: date = TODAY) -> tuple[str, str]:
        actor = cast.actor(who, day)
        with scoped(actor):
            row = next(one for one in inventory(actor).rows if one.holding.code == "register")
        return row.basis, row.kept

    def settle(who: str, unit: str, on: date, basis: str) -> None:
        actor = cast.actor(who)
        settled = Settled("register", on, basis, "Suốt đời")
        with scoped(actor):
            settle_holding(actor=actor, unit=cast.units[unit], settled=settled)

    assert held("minh") == (OPEN_BASIS, OPEN_TIME)
    settle("mai", "central", TODAY, "Sự đồng ý")
    assert held("minh") == held("hoa2") == ("Sự đồng ý", "Suốt đời")
    settle("minh", "tan_yen", TODAY + timedelta(days=9), "Đơn vào Hội")
    assert held("minh") == ("Sự đồng ý", "Suốt đời")
    later = TODAY + timedelta(days=9)
    assert held("minh", later) == held("lan", later) == ("Đơn vào Hội", "Suốt đời")
    assert held("minh2", later) == ("Sự đồng ý", "Suốt đời")
    with pytest.raises(DomainError, match="privacy_settled_once_a_day"):
        settle("mai", "central", TODAY, "Lần nữa")
    with pytest.raises(Http404):
        settle("minh", "nha_nam", TODAY, "Không phải của mình")


def test_the_inventory_says_the_times_the_code_keeps() -> None:
    from bongca.cards.actions.printing import KEPT_FOR as SHEETS
    from bongca.care.actions.files import KEPT_FOR as FILES
    from bongca.rolls.actions.bringing import KEPT as ROLLS

    kept = {one.name: one.kept for one in HOLDINGS}
    assert kept["Danh sách đưa từ tệp"] == f"{ROLLS.days} ngày"
    assert kept["Tệp đã xuất, giấy mừng thọ"] == f"{FILES.days} ngày"
    assert kept["Tờ in thẻ"] == f"{SHEETS.days} ngày"


def test_the_inventory_prints_as_a_paper(cast: Cast) -> None:
    answer = cast.client("minh").get("/du-lieu-ca-nhan/kiem-ke/in/")
    assert answer.content.startswith(b"%PDF") and answer["Cache-Control"] == "private, no-store"
