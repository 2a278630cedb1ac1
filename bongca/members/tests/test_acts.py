from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.http import Http404

from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import NotAllowed
from bongca.core.models import AuditEntry
from bongca.core.scope import scoped
from bongca.members.actions.admitting import (
    AlreadyMember,
    HasDied,
    HoldsNoMembers,
    MaybeSame,
    NotYet,
    OverlapsEarlier,
    TooSoonAgain,
    TooYoung,
    admit_known_person,
    admit_member,
)
from bongca.members.actions.ending import (
    EndedBeforeBegun,
    Ending,
    MinutesMissing,
    NotAMember,
    end_membership,
)
from bongca.members.actions.moving import OtherCommune, SameUnit, move_group
from bongca.members.actions.recording import Beginning
from bongca.members.actions.undoing import NotTheLastAct, undo_last_act
from bongca.members.enums import HowBegan, HowEnded, VoidReason
from bongca.members.models import Membership
from bongca.members.tests.factories import admit, end
from bongca.org.models import Freeze
from bongca.org.policies import Frozen
from bongca.people.actions.persons import PersonFields
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from tests.cast import Cast

HOA = PersonFields("nguyễn văn hoà", "m", PartialDate(1951), phone="0900 000 135")


@pytest.fixture
def lan(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("lan")
    with scoped(actor):
        yield actor


@pytest.fixture
def minh(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("minh")
    with scoped(actor):
        yield actor


def live(person: Person) -> list[Membership]:
    return list(Membership.objects.filter(person=person, voided_at=None).order_by("during"))


def test_an_admission_writes_person_period_and_one_audit_entry(cast: Cast, lan: Actor) -> None:
    beginning = Beginning(HowBegan.ADMITTED, PartialDate(2026, 9, 12), citation="BB 12/9/2026")

    row = admit_member(actor=lan, unit=cast.to_2, wanted=HOA, beginning=beginning)

    person = Person.objects.get(pk=row.person_id)
    assert person.full_name == "Nguyễn Văn Hoà"
    assert (person.unit_pos, person.commune, person.province) == (
        cast.to_2.lft, cast.tan_yen, cast.bac_ninh,
    )  # fmt: skip
    assert row.during.lower == date(2026, 9, 12) and row.during.upper is None
    entry = AuditEntry.objects.get(person_id=person.pk)
    assert entry.act == "members.admit_member"
    assert "Hoà" not in str(entry.changes)


@pytest.mark.parametrize("name", ["lan2", "minh2", "hoa2"])
def test_officers_elsewhere_cannot_admit_here(cast: Cast, name: str) -> None:
    elsewhere = cast.actor(name)

    with scoped(elsewhere), pytest.raises(Http404):
        admit(elsewhere, cast.dong_tam)


@pytest.mark.parametrize("name", ["hoa", "tu", "binh", "quantri"])
def test_officers_above_see_the_unit_but_do_not_keep_its_roll(cast: Cast, name: str) -> None:
    above = cast.actor(name)

    with scoped(above), pytest.raises(NotAllowed):
        admit(above, cast.dong_tam)


def test_someone_of_the_same_name_and_year_is_put_to_the_officer(cast: Cast, lan: Actor) -> None:
    admit(lan, cast.to_1, "Nguyễn Văn Hòa", birth="1951-05-12")

    with pytest.raises(MaybeSame) as refusal:
        admit_member(actor=lan, unit=cast.to_2, wanted=HOA, beginning=Beginning())

    assert refusal.value.message == (
        "Trong sổ đã có Nguyễn Văn Hòa, sinh năm 1951, Tổ hội 1. Có phải là một người không?"
    )
    admit_member(actor=lan, unit=cast.to_2, wanted=HOA, beginning=Beginning(), is_someone_else=True)


def test_who_is_too_young_and_what_is_too_late_is_refused(cast: Cast, lan: Actor) -> None:
    young = PersonFields("Trần Thị Giỏi", "f", PartialDate(1980))
    with pytest.raises(TooYoung):
        admit_member(actor=lan, unit=cast.to_1, wanted=young, beginning=Beginning())
    with pytest.raises(NotYet):
        admit(lan, cast.to_1, joined="2026-11-23", how=HowBegan.ADMITTED)


def test_members_stand_in_no_province(cast: Cast) -> None:
    system = Actor.system(cast.today)
    with scoped(system), pytest.raises(HoldsNoMembers):
        admit(system, cast.bac_ninh)


def test_nothing_is_written_while_the_unit_is_frozen(cast: Cast, lan: Actor) -> None:
    Freeze.objects.create(unit=cast.tan_yen, reason="Sắp xếp xã", since="2026-11-01T00:00:00+07:00")

    with pytest.raises(Frozen):
        admit(lan, cast.to_1)


@pytest.mark.parametrize(
    ("how", "status"),
    [
        (HowEnded.DECEASED, PersonStatus.DECEASED),
        (HowEnded.LEFT, PersonStatus.LEFT),
        (HowEnded.STRUCK_OFF, PersonStatus.STRUCK_OFF),
        (HowEnded.MOVED_AWAY, PersonStatus.MOVED),
    ],
)
def test_an_end_is_a_new_record_and_the_old_one_stays(
    cast: Cast, lan: Actor, how: HowEnded, status: PersonStatus
) -> None:
    row = admit(lan, cast.to_1, joined="1998")

    ended = end(lan, row.person, how, date(2026, 3, 12))

    row.refresh_from_db()
    assert row.void_reason == VoidReason.ENDED and row.during.upper is None
    assert row.voided_at == ended.recorded_at
    assert ended.during.upper == date(2026, 3, 12) and ended.ended == PartialDate(2026, 3, 12)
    assert Person.objects.get(pk=row.person_id).status == status


def test_a_death_is_written_on_the_person(cast: Cast, lan: Actor) -> None:
    person = admit(lan, cast.to_1).person

    end(lan, person, HowEnded.DECEASED, "2026-03")

    person.refresh_from_db()
    assert (person.died_year, person.died_month, person.died_day) == (2026, 3, None)


def test_ends_that_cannot_be_are_refused(cast: Cast, lan: Actor) -> None:
    row = admit(lan, cast.to_1, joined="2026-09-12", how=HowBegan.ADMITTED)
    with pytest.raises(EndedBeforeBegun):
        end(lan, row.person, HowEnded.LEFT, date(2026, 9, 11))
    with pytest.raises(NotYet):
        end(lan, row.person, HowEnded.LEFT, date(2026, 12, 1))
    with pytest.raises(MinutesMissing):
        end_membership(
            actor=lan,
            person_id=row.person_id,
            ending=Ending(HowEnded.STRUCK_OFF, PartialDate(2026, 10, 1)),
        )
    end(lan, row.person, HowEnded.LEFT, date(2026, 10, 1))
    with pytest.raises(NotAMember):
        end(lan, row.person, HowEnded.LEFT, date(2026, 10, 2))


def test_an_admission_and_an_end_known_by_year_fit_on_one_day(cast: Cast, lan: Actor) -> None:
    row = admit(lan, cast.to_1, joined="2026", how=HowBegan.ADMITTED)

    ended = end(lan, row.person, HowEnded.LEFT, "2026")

    assert (ended.during.lower, ended.during.upper) == (date(2026, 1, 1), lan.today)


def test_a_move_closes_one_period_and_opens_the_next(cast: Cast, lan: Actor) -> None:
    person = admit(lan, cast.to_1, joined="1998").person

    move_group(actor=lan, person_id=person.pk, to_unit=cast.to_2, on=date(2026, 10, 1))

    first, second = live(person)
    assert (first.unit_id, first.ended_how) == (cast.to_1.pk, HowEnded.MOVED_GROUP)
    assert (second.unit_id, second.began_how) == (cast.to_2.pk, HowBegan.MOVED_GROUP)
    assert first.during.upper == second.during.lower == date(2026, 10, 1)
    person.refresh_from_db()
    assert (person.unit_id, person.unit_pos) == (cast.to_2.pk, cast.to_2.lft)


def test_a_move_stays_inside_the_commune_and_inside_the_scope(cast: Cast, lan: Actor) -> None:
    person = admit(lan, cast.to_1).person
    with pytest.raises(SameUnit):
        move_group(actor=lan, person_id=person.pk, to_unit=cast.to_1, on=lan.today)
    with pytest.raises(Http404):
        move_group(actor=lan, person_id=person.pk, to_unit=cast.yen_ly, on=lan.today)


def test_another_commune_is_a_transfer(cast: Cast) -> None:
    system = Actor.system(cast.today)
    with scoped(system):
        person = admit(system, cast.to_1).person
        with pytest.raises(OtherCommune):
            move_group(actor=system, person_id=person.pk, to_unit=cast.cau_xi, on=system.today)


@pytest.mark.parametrize("act", ["end", "move", "admit"])
def test_the_last_act_is_taken_back_by_a_new_record(cast: Cast, lan: Actor, act: str) -> None:
    row = admit(lan, cast.to_1, joined="1998")
    if act == "end":
        row = end(lan, row.person, HowEnded.DECEASED, date(2026, 3, 12))
    if act == "move":
        row = move_group(actor=lan, person_id=row.person_id, to_unit=cast.to_2, on=lan.today)

    person = undo_last_act(actor=lan, membership_id=row.pk)

    if act == "admit":
        assert live(person) == [] and person.status == PersonStatus.NOT_MEMBER
        return
    (restored,) = live(person)
    assert (restored.unit_id, restored.during.upper) == (cast.to_1.pk, None)
    assert (person.status, person.unit_id, person.died_year) == ("member", cast.to_1.pk, None)


def test_only_the_last_act_is_taken_back(cast: Cast, lan: Actor) -> None:
    row = admit(lan, cast.to_1)
    end(lan, row.person, HowEnded.LEFT, lan.today)

    with pytest.raises(NotTheLastAct):
        undo_last_act(actor=lan, membership_id=row.pk)


def test_someone_struck_off_waits_a_year(cast: Cast, lan: Actor) -> None:
    row = admit(lan, cast.to_1, joined="1998")
    end(lan, row.person, HowEnded.STRUCK_OFF, date(2026, 1, 10))
    again = Beginning(HowBegan.READMITTED, PartialDate(2026, 11, 20))
    with pytest.raises(TooSoonAgain):
        admit_known_person(actor=lan, person_id=row.person_id, unit=cast.to_1, beginning=again)

    later = cast.actor("lan", cast.today + timedelta(days=60))
    admit_known_person(actor=later, person_id=row.person_id, unit=cast.to_1, beginning=again)

    assert [one.began_how for one in live(row.person)] == ["roll", "readmitted"]
    with pytest.raises(AlreadyMember):
        admit_known_person(actor=later, person_id=row.person_id, unit=cast.to_1, beginning=again)


def test_the_dead_are_not_admitted(cast: Cast, lan: Actor) -> None:
    row = admit(lan, cast.to_1, joined="1998")
    end(lan, row.person, HowEnded.DECEASED, date(2026, 1, 10))

    with pytest.raises(HasDied):
        admit_known_person(
            actor=lan, person_id=row.person_id, unit=cast.to_1, beginning=Beginning()
        )


def test_a_second_period_begins_after_the_first(cast: Cast, lan: Actor) -> None:
    row = admit(lan, cast.to_1, joined="1998")
    end(lan, row.person, HowEnded.LEFT, date(2026, 1, 10))

    with pytest.raises(OverlapsEarlier):
        admit_known_person(
            actor=lan,
            person_id=row.person_id,
            unit=cast.to_1,
            beginning=Beginning(HowBegan.READMITTED, PartialDate(2025, 12, 1)),
        )
