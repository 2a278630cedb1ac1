"""Kept counts and positions: what is copied stays true."""

from collections.abc import Iterator
from datetime import date

import pytest

from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.jobs import enqueue, work_off
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped, whole_tree
from bongca.members.actions.counts import fold_counts, recount_members
from bongca.members.enums import HowEnded
from bongca.members.models import MemberCount, MemberCountDelta, Membership
from bongca.members.queries.figures import count_members_of_units, unit_figures
from bongca.members.queries.positions import stray_memberships
from bongca.members.tests.factories import admit, admit_several, end
from bongca.org.models import Unit
from bongca.org.queries.changes import affected_by
from bongca.org.signals import unit_positions_moved
from bongca.people.actions.identity import claim_identity
from bongca.people.actions.merging import merge_persons, undo_merge
from bongca.people.actions.persons import PersonFields, edit_person
from bongca.people.models import IdentityClaim, Person
from bongca.people.queries.positions import stray_rows
from tests.cast import Cast


@pytest.fixture
def minh(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("minh")
    with scoped(actor):
        yield actor


def test_figures_are_right_at_once_and_after_folding(cast: Cast, minh: Actor) -> None:
    people = admit_several(minh, cast.to_1)
    end(minh, people[0], HowEnded.DECEASED, date(2026, 11, 2))

    before = unit_figures(minh, cast.tan_yen)
    fold_counts()

    assert MemberCountDelta.objects.count() == 0
    assert before == unit_figures(minh, cast.tan_yen) == unit_figures(minh, cast.dong_tam)
    assert (before.total, before.female, before.from_80) == (9, 5, 3)


def test_every_act_keeps_the_counts_right(cast: Cast, minh: Actor) -> None:
    people = admit_several(minh, cast.to_1)
    wanted = PersonFields("Hoàng Văn Chiến", "", PartialDate(1930))
    edit_person(actor=minh, person_id=people[1].pk, wanted=wanted, version=1)
    merge = merge_persons(actor=minh, keep_id=people[2].pk, gone_id=people[3].pk, choices={})
    fold_counts()
    assert recount_members() == []

    undo_merge(actor=minh, merge_id=merge.pk)

    fold_counts()
    assert recount_members() == []
    assert unit_figures(minh, cast.tan_yen).total == 10


def test_a_merge_leaves_one_member_and_parting_leaves_two(cast: Cast, minh: Actor) -> None:
    keep, gone = admit_several(minh, cast.to_1)[:2]
    merge = merge_persons(actor=minh, keep_id=keep.pk, gone_id=gone.pk, choices={"sex": "gone"})
    live = Membership.objects.filter(voided_at=None)
    assert live.filter(person=gone).count() == 0
    assert live.get(person=keep).sex == "m"

    undo_merge(actor=minh, merge_id=merge.pk)

    assert live.get(person=gone).full_name == "Hoàng Văn Chiến"
    assert live.get(person=keep).sex == "f"


def test_the_kept_row_takes_the_members_place(cast: Cast, minh: Actor) -> None:
    keep = admit(minh, cast.to_1, joined="1998-02-03").person
    end(minh, keep, HowEnded.MOVED_AWAY, date(2020, 5, 1))
    gone = admit(minh, cast.yen_ly, joined="2021-03-03").person

    merge = merge_persons(actor=minh, keep_id=keep.pk, gone_id=gone.pk, choices={})

    keep.refresh_from_db()
    assert (keep.status, keep.unit) == ("member", cast.yen_ly)
    periods = Membership.objects.filter(person=keep, voided_at=None).order_by("during")
    assert [row.unit_id for row in periods] == [cast.to_1.pk, cast.yen_ly.pk]
    undo_merge(actor=minh, merge_id=merge.pk)
    keep.refresh_from_db()
    assert (keep.status, keep.unit) == ("moved", cast.to_1)
    assert periods.all().count() == 1


def test_a_wrong_count_is_named_and_put_right(cast: Cast, minh: Actor) -> None:
    admit_several(minh, cast.to_1)
    fold_counts()
    MemberCount.objects.filter(birth_year=1940).update(count=7)

    enqueue("members.recount")
    work_off()

    run = JobRun.objects.get(name="members.recount")
    assert run.state == "failed" and str(cast.tan_yen.pk) in run.error
    fold_counts()
    assert recount_members() == []


def test_units_of_a_page_are_counted_together(cast: Cast, minh: Actor) -> None:
    admit_several(minh, cast.to_1)
    units = [cast.tan_yen, cast.dong_tam, cast.to_1, cast.yen_ly]

    found = count_members_of_units(minh, units)

    assert [found[unit.pk] for unit in units] == [10, 10, 10, 0]


def shift(cast: Cast, unit: Unit, to: int) -> None:
    """Move a subtree as org does, and announce it."""
    old_lft, old_rgt, delta = unit.lft, unit.rgt, to - unit.lft
    for each in Unit.objects.filter(lft__gte=old_lft, lft__lte=old_rgt).order_by("-lft"):
        each.lft, each.rgt = each.lft + delta, each.rgt + delta
        each.save()
    unit_positions_moved.send(sender=Unit, old_lft=old_lft, old_rgt=old_rgt, delta=delta)


def test_members_move_with_their_branch_into_another_commune(cast: Cast, minh: Actor) -> None:
    people = admit_several(minh, cast.to_1)
    claim_identity(actor=minh, person=people[0], written="024140001234")
    fold_counts()
    inside = Unit.objects.filter(pk__in=(cast.dong_tam.pk, cast.to_1.pk, cast.to_2.pk))
    inside.update(commune=cast.nha_nam)

    shift(cast, cast.dong_tam, cast.cau_xi.rgt + 1)

    with whole_tree():
        assert stray_rows() == [] and stray_memberships() == []
        person = Person.objects.get(pk=people[0].pk)
        assert person.commune == cast.nha_nam
        assert IdentityClaim.objects.get().unit_pos == person.unit_pos
    fold_counts()
    system = Actor.system(cast.today)
    assert unit_figures(system, cast.tan_yen).total == 0
    assert unit_figures(system, cast.nha_nam).total == 10


def test_a_stray_position_is_named(cast: Cast, minh: Actor) -> None:
    row = admit(minh, cast.to_1)
    Person.objects.filter(pk=row.person_id).update(unit_pos=cast.to_2.lft)
    Membership.objects.filter(pk=row.pk).update(unit_pos=cast.to_2.lft)

    enqueue("people.check_positions")
    enqueue("members.check_positions")
    work_off()

    errors = dict(JobRun.objects.values_list("name", "error"))
    assert f"people_person: 1 ({row.person_id})" in errors["people.check_positions"]
    assert str(row.pk) in errors["members.check_positions"]


def test_a_unit_with_members_says_so_before_it_is_changed(cast: Cast, minh: Actor) -> None:
    admit_several(minh, cast.to_1)

    for unit in (cast.to_1, cast.dong_tam, cast.tan_yen):
        found = {each.noun: each for each in affected_by(unit, minh.today)}
        assert found["hội viên đang sinh hoạt"].count == 10
        assert found["hội viên đang sinh hoạt"].blocks_closing
    assert "hội viên đang sinh hoạt" not in {
        each.noun for each in affected_by(cast.yen_ly, minh.today)
    }
