"""Accounts for all chi hội trưởng of a commune: once, with slips, and no further."""

import re

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.core.scope import whole_tree
from bongca.core.text import name_keys
from bongca.offices.actions.provisioning import NotACommune, provision_branch_heads
from bongca.offices.models import Appointment, Body, Position
from bongca.offices.queries.branch_heads import branch_heads
from bongca.org.models import Grant, Unit
from bongca.people.models import Person
from tests.cast import SINCE, Cast

pytestmark = pytest.mark.django_db


def appoint_head(branch: Unit, full_name: str, sex: str = "m", phone: str = "") -> Appointment:
    position, _ = Position.objects.get_or_create(
        code="branch_head",
        defaults={
            "title": "Chi hội trưởng", "tier": "branch", "role": "branch_head", "rank": 1,
            "body_kind": "branch_leadership",
        },
    )  # fmt: skip
    keys = name_keys(full_name)
    person = Person.objects.create(
        full_name=full_name, sort_key=keys.sort_key, given_ascii=keys.given_ascii,
        search_name=keys.search_name, match_key=keys.match_key, sex=sex, phone=phone,
        status="member", unit=branch, unit_pos=branch.lft, commune=branch.commune,
        province=branch.province,
    )  # fmt: skip
    body = Body.objects.create(
        unit=branch, kind="branch_leadership", name="Ban Chấp hành chi hội", during=SINCE
    )
    return Appointment.objects.create(
        person=person, display_name=full_name, position=position, body=body, unit=branch,
        during=SINCE, how="elected", recorded_at=timezone.now(),
    )  # fmt: skip


@pytest.fixture
def heads(cast: Cast) -> Cast:
    """Give each branch of Tân Yên a head, and take their accounts away."""
    Grant.objects.filter(role="branch_head").update(during=(SINCE.lower, cast.today))
    with whole_tree():
        appoint_head(cast.dong_tam, "Vũ Thị Lan", "f", "0912111222")
        appoint_head(cast.yen_ly, "Đỗ Văn Đạo")
        appoint_head(cast.cau_xi, "Giáp Văn Thuận")
    return cast


def provision(cast: Cast, name: str = "minh", commune: str = "tan_yen") -> list[str]:
    actor: Actor = cast.actor(name)
    with whole_tree():
        made = provision_branch_heads(actor=actor, commune=getattr(cast, commune))
    return [f"{m.branch.name}: {m.slip.user.username}" for m in made]


def test_every_head_gets_an_account_with_the_right_at_the_branch(heads: Cast) -> None:
    made = provision(heads)

    assert sorted(made) == ["Chi hội thôn Yên Lý: daodv", "Chi hội thôn Đồng Tâm: lanvt"]
    lan = User.objects.get(username="lanvt")
    assert lan.must_change_password and lan.salutation == "ba" and lan.phone == "0912111222"
    assert Grant.objects.filter(user=lan, unit=heads.dong_tam, during__contains=heads.today)


def test_the_right_hangs_on_the_appointment(heads: Cast) -> None:
    provision(heads)

    grants = Appointment.objects.filter(unit=heads.dong_tam).values_list("grant__role", flat=True)
    assert list(grants) == ["branch_head"]


def test_a_second_time_opens_nothing(heads: Cast) -> None:
    provision(heads)
    before = User.objects.count()

    assert provision(heads) == []
    assert User.objects.count() == before


def test_the_commune_next_door_is_untouched_and_out_of_reach(heads: Cast) -> None:
    provision(heads)

    assert not Grant.objects.filter(unit=heads.cau_xi, during__contains=heads.today).exists()
    with pytest.raises(Http404):
        provision(heads, "minh", "nha_nam")


@pytest.mark.parametrize("name", ["lan", "binh", "tu", "quan"])
def test_those_without_the_word_open_no_accounts(heads: Cast, name: str) -> None:
    with pytest.raises((Http404, NotAllowed)):
        provision(heads, name)


def test_only_a_commune_is_provisioned_at_once(heads: Cast) -> None:
    with pytest.raises(NotACommune):
        provision(heads, "hoa", "bac_ninh")


def test_reading_the_heads_takes_three_queries_however_many(heads: Cast) -> None:
    with whole_tree(), CaptureQueriesContext(connection) as caught:
        branch_heads(heads.actor("minh"), heads.tan_yen)

    assert len(caught) == 3


def test_the_page_shows_each_password_once_and_prints_slips(heads: Cast) -> None:
    client = heads.client("minh")
    url = f"/don-vi/{heads.tan_yen.pk}/cap-tai-khoan/"

    slips = client.post(url).content.decode()
    again = client.get(url).content.decode()

    passwords = re.findall(r"[a-z]+-[a-z]+-[a-z]+-\d{4}", slips)
    assert len(passwords) == 2
    daodv = User.objects.get(username="daodv")
    assert [daodv.check_password(password) for password in passwords].count(True) == 1
    assert not re.findall(r"[a-z]+-[a-z]+-[a-z]+-\d{4}", again)
