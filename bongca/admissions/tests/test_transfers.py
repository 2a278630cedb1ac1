"""From cô Lan's chi hội in Tân Yên to Nhã Nam: sent, seen by both, accepted, declined, undone."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from bongca.admissions.actions.answering import (
    ReasonMissing,
    accept_transfer,
    decline_transfer,
    take_answer_back,
)
from bongca.admissions.actions.crossing import CannotCross
from bongca.admissions.actions.transfers import (
    AlreadyOnTheWay,
    NowhereToSend,
    SameCommune,
    send_transfer,
    withdraw_transfer,
)
from bongca.admissions.models import Transfer
from bongca.admissions.tests.factories import other_side, read_again, send
from bongca.core.dates import PartialDate
from bongca.core.errors import NotAllowed
from bongca.core.scope import scoped, whole_tree
from bongca.members.actions.counts import fold_counts, recount_members
from bongca.members.actions.ending import Ending, OnTheWay, end_membership
from bongca.members.actions.moving import move_group
from bongca.members.actions.undoing import NotTheLastAct, undo_last_act
from bongca.members.enums import HowBegan, HowEnded
from bongca.members.models import Membership
from bongca.members.queries.figures import unit_figures
from bongca.members.queries.persons import member_page
from bongca.members.tests.factories import admit
from bongca.people.actions.identity import claim_identity
from bongca.people.models import IdentityClaim, Person
from tests.cast import Cast

ON = date(2026, 11, 20)


def accept(cast: Cast, row: Transfer, on: date = ON) -> Membership:
    minh2 = cast.actor("minh2")
    with scoped(minh2):
        return accept_transfer(
            actor=minh2, transfer_id=other_side(row).pk, place=cast.cau_xi, on=on
        )


def person_of(row: Transfer) -> Person:
    with whole_tree():
        return Person.objects.select_related("unit").get(pk=row.person_id)


def total(cast: Cast, who: str, unit: str) -> int:
    actor = cast.actor(who)
    with scoped(actor):
        return unit_figures(actor, cast.units[unit]).total


def test_both_sides_see_a_member_on_the_way(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)

    theirs = other_side(row)
    assert person_of(row).status == "transferring"
    assert (row.side, theirs.side) == ("out", "in")
    assert (theirs.full_name, theirs.state, theirs.unit_pos) == (
        "Nguyễn Văn Hòa", "sent", cast.nha_nam.lft,
    )  # fmt: skip
    assert total(cast, "minh", "tan_yen") == 1 and total(cast, "minh2", "nha_nam") == 0


def test_accepting_moves_the_person_and_ends_the_old_period(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)

    opened = accept(cast, row)

    person = person_of(row)
    assert (person.unit, person.status, person.commune_id) == (
        cast.cau_xi, "member", cast.nha_nam.pk,
    )  # fmt: skip
    with whole_tree():
        left = Membership.objects.get(person=person, voided_at=None, during__upper_inf=False)
    assert (left.unit, left.ended_how, left.during.upper) == (
        cast.to_1, HowEnded.MOVED_AWAY, ON,
    )  # fmt: skip
    assert (opened.began_how, opened.during.lower, opened.joined) == (
        HowBegan.TRANSFERRED, ON, PartialDate(2010, None, None),
    )  # fmt: skip
    assert (read_again(row).state, other_side(row).state) == ("accepted", "accepted")
    assert total(cast, "minh", "tan_yen") == 0 and total(cast, "minh2", "nha_nam") == 1


def test_counts_are_right_after_every_step(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    accept(cast, row)
    minh2 = cast.actor("minh2")
    with scoped(minh2):
        take_answer_back(actor=minh2, transfer_id=other_side(row).pk)
        decline_transfer(actor=minh2, transfer_id=other_side(row).pk, reason="Nhầm người")
        take_answer_back(actor=minh2, transfer_id=other_side(row).pk)

    fold_counts()

    assert recount_members() == []


def test_what_hangs_on_the_person_goes_along(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    minh = cast.actor("minh")
    with scoped(minh):
        claim_identity(actor=minh, person=person_of(row), written="024051000101")

    accept(cast, row)

    with whole_tree():
        assert IdentityClaim.objects.get(person=row.person_id).unit_pos == cast.cau_xi.lft


def test_declining_leaves_the_member_where_they_are(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    minh2 = cast.actor("minh2")

    with scoped(minh2), pytest.raises(ReasonMissing):
        decline_transfer(actor=minh2, transfer_id=other_side(row).pk, reason=" ")
    with scoped(minh2):
        decline_transfer(actor=minh2, transfer_id=other_side(row).pk, reason="Không về ở đây")

    person = person_of(row)
    assert (person.status, person.unit) == ("member", cast.to_1)
    assert (read_again(row).state, read_again(row).refusal) == ("declined", "Không về ở đây")


def test_an_answer_is_taken_back(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    minh2 = cast.actor("minh2")
    accept(cast, row)

    with scoped(minh2):
        take_answer_back(actor=minh2, transfer_id=other_side(row).pk)

    person = person_of(row)
    with whole_tree():
        (period,) = Membership.objects.filter(person=person, voided_at=None)
    assert (person.unit, person.status) == (cast.to_1, "transferring")
    assert (period.unit, period.ended_how, period.during.upper) == (cast.to_1, "", None)
    assert (read_again(row).state, other_side(row).state) == ("sent", "sent")
    accept(cast, row)
    assert person_of(row).unit == cast.cau_xi


def test_an_answer_stands_once_something_was_recorded_after_it(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    accept(cast, row, date(2026, 11, 1))
    minh2 = cast.actor("minh2")
    with scoped(minh2):
        move_group(actor=minh2, person_id=row.person_id, to_unit=cast.nha_nam, on=ON)

    with scoped(minh2), pytest.raises(CannotCross) as refusal:
        take_answer_back(actor=minh2, transfer_id=other_side(row).pk)
    assert refusal.value.code == "transfer_changed"


def test_a_sending_is_withdrawn_until_it_is_answered(cast: Cast) -> None:
    row, lan = send(cast, cast.nha_nam), cast.actor("lan")

    with scoped(lan):
        withdraw_transfer(actor=lan, transfer_id=row.pk)

    assert person_of(row).status == "member"
    assert (read_again(row).state, other_side(row).state) == ("withdrawn", "withdrawn")
    with pytest.raises(CannotCross):
        accept(cast, row)
    with scoped(lan):
        again = send_transfer(actor=lan, person_id=row.person_id, to_unit_id=cast.nha_nam.pk)
    accept(cast, again)
    with scoped(lan), pytest.raises(Http404):
        withdraw_transfer(actor=lan, transfer_id=again.pk)


def test_one_transfer_at_a_time_and_to_another_commune(cast: Cast) -> None:
    lan = cast.actor("lan")
    row = send(cast, cast.nha_nam)
    with scoped(lan), pytest.raises(AlreadyOnTheWay):
        send_transfer(actor=lan, person_id=row.person_id, to_unit_id=cast.nam_sach.pk)
    with scoped(lan):
        person = admit(lan, cast.to_1, "Đỗ Thị Ngữ").person
    for unit, refusal in ((cast.yen_ly, SameCommune), (cast.bac_ninh, NowhereToSend)):
        with scoped(lan), pytest.raises(refusal):
            send_transfer(actor=lan, person_id=person.pk, to_unit_id=unit.pk)


def test_nothing_else_is_recorded_of_somebody_on_the_way(cast: Cast) -> None:
    lan, row = cast.actor("lan"), send(cast, cast.nha_nam)
    ending = Ending(HowEnded.DECEASED, PartialDate.of(cast.today))

    with scoped(lan), pytest.raises(OnTheWay):
        end_membership(actor=lan, person_id=row.person_id, ending=ending)
    with scoped(lan), pytest.raises(OnTheWay):
        move_group(actor=lan, person_id=row.person_id, to_unit=cast.to_2, on=cast.today)
    with scoped(lan):
        last = member_page(lan, row.person_id).last_act
        assert last is not None
        with pytest.raises(OnTheWay):
            undo_last_act(actor=lan, membership_id=last.key)


def test_the_receiving_unit_cannot_undo_the_entry_as_its_own(cast: Cast) -> None:
    row, minh2 = send(cast, cast.nha_nam), cast.actor("minh2")
    opened = accept(cast, row)

    with scoped(minh2):
        assert member_page(minh2, row.person_id).last_act is None
        with pytest.raises(NotTheLastAct):
            undo_last_act(actor=minh2, membership_id=opened.pk)


def test_the_day_of_taking_in_comes_after_the_day_of_joining(cast: Cast) -> None:
    row = send(cast, cast.nha_nam, joined="2026-11-20")

    with pytest.raises(CannotCross) as refusal:
        accept(cast, row, ON)

    assert refusal.value.field == "on"


def test_who_may_answer(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    theirs = other_side(row)

    for who in ("minh3", "lan", "minh", "lan3"):
        actor = cast.actor(who)
        with scoped(actor), pytest.raises(Http404):
            accept_transfer(actor=actor, transfer_id=theirs.pk, place=cast.cau_xi, on=ON)
    hoa = cast.actor("hoa")
    with scoped(hoa), pytest.raises(NotAllowed):
        accept_transfer(actor=hoa, transfer_id=theirs.pk, place=cast.cau_xi, on=ON)


def test_the_database_holds_one_open_membership(cast: Cast) -> None:
    row = send(cast, cast.nha_nam)
    opened = accept(cast, row)

    again = Membership(
        person_id=row.person_id, unit=cast.to_1, unit_pos=cast.to_1.lft, began_how="roll",
        full_name="Nguyễn Văn Hòa", during=opened.during, recorded_at=opened.recorded_at,
    )  # fmt: skip
    refused = pytest.raises(IntegrityError, match="membership_one_at_a_time")
    with whole_tree(), refused, transaction.atomic():
        again.save(force_insert=True)
