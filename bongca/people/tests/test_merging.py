from collections.abc import Iterator

import pytest
from django.http import Http404

from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import NotAllowed
from bongca.core.scope import scoped
from bongca.people.actions.identity import claim_identity
from bongca.people.actions.merging import (
    ChangedSinceMerge,
    NothingToMerge,
    merge_persons,
    undo_merge,
)
from bongca.people.actions.persons import PersonFields, add_person, edit_person, fields_of
from bongca.people.models import IdentityClaim, Person, PersonMerge
from tests.cast import Cast

FULL = PersonFields("Nguyễn Văn Hòa", "m", PartialDate(1951, 5, 12), note="Tổ trưởng")
SPARE = PersonFields("Nguyễn Văn Hoà", "", PartialDate(1951), phone="0900 000 135")


@pytest.fixture
def minh(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("minh")
    with scoped(actor):
        yield actor


@pytest.fixture
def two(cast: Cast, minh: Actor) -> tuple[Person, Person]:
    keep = add_person(actor=minh, unit=cast.to_1, wanted=FULL)
    return keep, add_person(actor=minh, unit=cast.yen_ly, wanted=SPARE)


def merge(actor: Actor, two: tuple[Person, Person]) -> PersonMerge:
    keep, gone = two
    return merge_persons(
        actor=actor, keep_id=keep.pk, gone_id=gone.pk, choices={"phone": "gone", "birth": "keep"}
    )


def test_a_merge_takes_each_field_from_the_chosen_side(
    minh: Actor, two: tuple[Person, Person]
) -> None:
    merge(minh, two)

    kept, gone = (Person.objects.get(pk=person.pk) for person in two)
    assert (kept.phone, kept.birth_day, kept.note) == ("0900 000 135", 12, "Tổ trưởng")
    assert (gone.status, gone.merged_into_id) == ("merged", kept.pk)


def test_taking_a_merge_back_restores_both(minh: Actor, two: tuple[Person, Person]) -> None:
    claim_identity(actor=minh, person=two[1], written="024051001234")
    done = merge(minh, two)
    assert IdentityClaim.objects.get().person_id == two[0].pk

    undo_merge(actor=minh, merge_id=done.pk)

    kept, gone = (Person.objects.get(pk=person.pk) for person in two)
    assert (fields_of(kept), fields_of(gone)) == (FULL, SPARE)
    assert (gone.status, gone.merged_into_id) == ("not_member", None)
    claim = IdentityClaim.objects.get()
    assert (claim.person_id, claim.unit_pos) == (gone.pk, gone.unit_pos)
    with pytest.raises(NothingToMerge):
        undo_merge(actor=minh, merge_id=done.pk)


def test_a_later_correction_is_not_lost_by_taking_back(
    minh: Actor, two: tuple[Person, Person]
) -> None:
    done = merge(minh, two)
    version = Person.objects.get(pk=two[0].pk).version
    edit_person(actor=minh, person_id=two[0].pk, wanted=PersonFields("Nguyễn Hòa"), version=version)

    with pytest.raises(ChangedSinceMerge):
        undo_merge(actor=minh, merge_id=done.pk)


def test_a_row_is_merged_once_and_never_with_itself(
    minh: Actor, two: tuple[Person, Person]
) -> None:
    merge(minh, two)
    with pytest.raises(NothingToMerge):
        merge(minh, two)
    with pytest.raises(NothingToMerge):
        merge(minh, (two[0], two[0]))


def test_both_rows_must_be_in_sight_and_the_right_held(
    cast: Cast, minh: Actor, two: tuple[Person, Person]
) -> None:
    lan, hoa = cast.actor("lan"), cast.actor("hoa")
    with scoped(lan), pytest.raises(Http404):
        merge(lan, two)
    with scoped(hoa), pytest.raises(NotAllowed):
        merge(hoa, two)
