"""How a person lives: each thing by a paper of a year, kept when it no longer holds."""

import pytest
from django.http import Http404

from bongca.core.scope import scoped, whole_tree
from bongca.people.actions.circumstances import (
    Kin,
    KinUnnamed,
    ProofNotReal,
    record_circumstances,
)
from bongca.people.actions.merging import merge_persons, undo_merge
from bongca.people.actions.persons import PersonFields, add_person
from bongca.people.enums import CircumstanceKind
from bongca.people.models import Circumstance, FamilyContact, Person
from bongca.people.queries.circumstances import living_of
from tests.cast import Cast

POOR, ALONE, MERIT = CircumstanceKind.POOR, CircumstanceKind.ALONE, CircumstanceKind.MERIT
DAUGHTER = Kin("Vũ Thị Hạnh", "con gái", "0900 000 135")


def add(cast: Cast, name: str = "Lò Thị Diễm") -> Person:
    minh = cast.actor("minh")
    with scoped(minh):
        return add_person(actor=minh, unit=cast.dong_tam, wanted=PersonFields(name, "f"))


def record(
    cast: Cast, person: Person, known: dict[CircumstanceKind, int | None], kin: Kin = DAUGHTER
) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        record_circumstances(actor=minh, person_id=person.pk, known=known, kin=kin)


def words(cast: Cast, person: Person) -> list[str]:
    minh = cast.actor("minh")
    with scoped(minh):
        return living_of(minh, person).words


def test_what_holds_is_told_with_the_year_of_its_proof(cast: Cast) -> None:
    person = add(cast)

    record(cast, person, {POOR: 2026, ALONE: None})

    assert words(cast, person) == [
        "Thuộc hộ nghèo, giấy tờ năm 2026",
        "Cô đơn, không nơi nương tựa, chưa có giấy tờ",
    ]


def test_what_no_longer_holds_stays_in_the_history(cast: Cast) -> None:
    person = add(cast)
    record(cast, person, {POOR: 2025, MERIT: 1994})

    record(cast, person, {POOR: 2026, MERIT: 1994})

    with whole_tree():
        rows = Circumstance.objects.filter(person=person).order_by("proof_year")
        assert [(row.kind, row.proof_year, row.voided_at is None) for row in rows] == [
            ("merit", 1994, True), ("poor", 2025, False), ("poor", 2026, True),
        ]  # fmt: skip


def test_papers_of_no_real_year_and_kin_without_a_name_are_refused(cast: Cast) -> None:
    person = add(cast)

    for year in (1944, cast.today.year + 1):
        with pytest.raises(ProofNotReal) as refusal:
            record(cast, person, {POOR: year})
        assert refusal.value.field == "year_poor"
    with pytest.raises(KinUnnamed):
        record(cast, person, {}, Kin(phone="0900 000 135"))


def test_the_relative_is_written_changed_and_taken_out(cast: Cast) -> None:
    person = add(cast)
    record(cast, person, {})
    record(cast, person, {}, Kin("Vũ Văn Hùng", "con trai"))
    with whole_tree():
        assert FamilyContact.objects.get(person=person).full_name == "Vũ Văn Hùng"

    record(cast, person, {}, Kin())

    with whole_tree():
        assert not FamilyContact.objects.filter(person=person).exists()


def test_a_merge_keeps_what_both_had_and_parts_it_again(cast: Cast) -> None:
    kept, gone, minh = add(cast), add(cast), cast.actor("minh")
    record(cast, kept, {POOR: 2026}, Kin())
    record(cast, gone, {POOR: 2024, ALONE: None})

    with scoped(minh):
        merge = merge_persons(actor=minh, keep_id=kept.pk, gone_id=gone.pk, choices={})
    joined = words(cast, kept)
    with scoped(minh):
        undo_merge(actor=minh, merge_id=merge.pk)

    assert len(joined) == 2 and "giấy tờ năm 2026" in joined[0]
    assert len(words(cast, kept)) == 1 and len(words(cast, gone)) == 2
    with whole_tree():
        assert FamilyContact.objects.get().person_id == gone.pk


def test_a_neighbour_writes_nothing(cast: Cast) -> None:
    person = add(cast)

    for who in ("lan2", "minh2", "tu"):
        actor = cast.actor(who)
        with scoped(actor), pytest.raises(Http404):
            record_circumstances(actor=actor, person_id=person.pk, known={}, kin=Kin())
