"""The demonstration: its story holds together; it never enters production."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.demonstration import people_to_sign_in_as
from bongca.core.errors import NotAllowed
from bongca.core.models import Installation
from bongca.core.scope import whole_tree
from bongca.members.models import Membership
from bongca.offices.models import Appointment, Position
from bongca.offices.rules import TITLES
from bongca.org.actions.territory import TerritoryFiles
from bongca.org.ingest import read_territory
from bongca.org.models import Grant, Unit
from bongca.org.rules import ROLES
from bongca.people.models import Person
from bongca.portal.actions.demonstration import NotInProduction, load_demonstration
from bongca.portal.rules.demo_cast import CAST, OTHERS, ROLE_WITHOUT_OFFICE
from bongca.portal.rules.demo_places import COMMUNES, LAN_BRANCH, branches_of, groups_of, shares_of
from bongca.portal.rules.demo_rolls import roll_of

TODAY = date(2026, 11, 22)
SYSTEM = Actor.system(TODAY)
NOTHING = TerritoryFiles([], [], {})
TITLE_OF = {title.code: title for title in TITLES}


def silently(step: str) -> None:
    """Say nothing of the steps."""


def test_each_commune_has_its_branches_and_members_at_real_size() -> None:
    for commune in COMMUNES:
        names, shares = branches_of(commune), list(shares_of(commune))
        assert 25 <= len(set(names)) == len(names) == len(shares) <= 30
        assert sum(shares) == commune.members
        assert all(share >= 18 for name, share in zip(names, shares, strict=True) if share)
        assert all(3 <= len(groups_of(commune, number)) <= 5 for number in range(1, len(names)))


def test_branch_of_lan_is_left_for_her_to_fill() -> None:
    tan_yen = COMMUNES[0]
    shares = dict(zip(branches_of(tan_yen), shares_of(tan_yen), strict=True))

    assert shares[LAN_BRANCH] == 0
    assert [name for name, share in shares.items() if share == 0] == [LAN_BRANCH]


def test_roll_names_every_branch_but_hers_and_is_the_same_each_time() -> None:
    content = roll_of(COMMUNES[0], TODAY)

    sheet = openpyxl.load_workbook(io.BytesIO(content), read_only=True).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == COMMUNES[0].members
    assert {row[6] for row in rows} == {
        f"Chi hội {name}" for name in branches_of(COMMUNES[0]) if name != LAN_BRANCH
    }
    again = openpyxl.load_workbook(io.BytesIO(roll_of(COMMUNES[0], TODAY)), read_only=True)
    assert list(again.worksheets[0].iter_rows(min_row=2, values_only=True)) == rows


def test_everybody_of_the_cast_holds_an_office_that_carries_a_right() -> None:
    for person in CAST:
        if not person.position:
            assert ROLE_WITHOUT_OFFICE[person.username] in ROLES
            continue
        assert TITLE_OF[person.position].role in ROLES, person.username
    for tier, offices in OTHERS.items():
        assert all(TITLE_OF[code].tier == tier for code, _ in offices)


def test_production_refuses_the_demonstration(db: None, settings: Any) -> None:
    settings.PRODUCTION = True

    with pytest.raises(NotInProduction):
        load_demonstration(actor=SYSTEM, files=NOTHING, say=silently)
    assert not User.objects.exists()
    assert not Installation.objects.filter(is_demonstration=True).exists()


def test_nobody_but_the_installation_loads_it(db: None) -> None:
    somebody = Actor(user_id=1, label="Lê Quốc Trí", today=TODAY, role="administrator")

    with pytest.raises(NotAllowed):
        load_demonstration(actor=somebody, files=NOTHING, say=silently)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_whole_demonstration_stands_and_a_second_load_adds_nothing() -> None:
    load_demonstration(actor=SYSTEM, files=read_territory(), say=silently)

    with whole_tree():
        members = Membership.objects.count()
        lan = User.objects.get(username="lan")
        branch = Grant.objects.get(user=lan).unit
        assert branch is not None
        assert branch.name == "Chi hội thôn Đồng Tâm"
        assert not Membership.objects.filter(unit__lft__range=(branch.lft, branch.rgt)).exists()
        for commune in COMMUNES:
            unit = Unit.objects.get(seed_key=commune.territory)
            inside = Person.objects.filter(commune=unit, status="member").count()
            assert commune.members * 0.97 <= inside <= commune.members, commune.key
    before = (Unit.objects.count(), Appointment.objects.count(), Position.objects.count())
    assert len(people_to_sign_in_as()) == sum(person.is_shown for person in CAST)
    assert Installation.objects.get().is_demonstration

    load_demonstration(actor=SYSTEM, files=read_territory(), say=silently)

    assert before == (Unit.objects.count(), Appointment.objects.count(), Position.objects.count())
    with whole_tree():
        assert Membership.objects.count() == members
