from collections.abc import Iterator

import pytest
from django.db import ProgrammingError, connection, transaction
from django.http import Http404

from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import Changed, NotAllowed
from bongca.core.models import AuditEntry
from bongca.core.scope import scoped, whole_tree
from bongca.people.actions.persons import (
    BirthImplausible,
    NameMissing,
    NameTooLong,
    PersonFields,
    add_person,
    edit_person,
)
from bongca.people.models import Person
from tests.cast import Cast

BICH = PersonFields("ĐẶNG THỊ  bích", "f", PartialDate(1949, 5), phone="0900 000 107")


@pytest.fixture
def lan(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("lan")
    with scoped(actor):
        yield actor


def test_a_person_is_kept_under_every_form_of_the_name(cast: Cast, lan: Actor) -> None:
    person = add_person(actor=lan, unit=cast.to_1, wanted=BICH)

    person.refresh_from_db()
    assert person.full_name == "Đặng Thị Bích"
    assert (person.given_ascii, person.search_name) == ("bich", "dang thi bich")
    assert (person.birth_year, person.birth_month, person.birth_day) == (1949, 5, None)
    assert (person.unit_pos, person.commune, person.province, person.status) == (
        cast.to_1.lft, cast.tan_yen, cast.bac_ninh, "not_member",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (PersonFields("  "), NameMissing),
        (PersonFields("Nguyễn " * 20), NameTooLong),
        (PersonFields("Lò Thị Diễm", "f", PartialDate(1880)), BirthImplausible),
    ],
)
def test_what_cannot_be_a_person_is_refused(
    cast: Cast, lan: Actor, wanted: PersonFields, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        add_person(actor=lan, unit=cast.to_1, wanted=wanted)


def test_the_second_editor_is_shown_both_versions(cast: Cast, lan: Actor) -> None:
    person = add_person(actor=lan, unit=cast.to_1, wanted=BICH)
    first = PersonFields("Đặng Thị Bích", "f", PartialDate(1949, 5, 2), phone="0900 000 107")
    second = PersonFields("Đặng Thị Bích", "f", PartialDate(1949, 5, 3), phone="0900 000 107")
    edit_person(actor=lan, person_id=person.pk, wanted=first, version=1)

    with pytest.raises(Changed) as refusal:
        edit_person(actor=lan, person_id=person.pk, wanted=second, version=1)

    assert refusal.value.theirs == {"birth": "2/5/1949"}
    assert refusal.value.yours == {"birth": "3/5/1949"}


def test_the_second_editor_of_the_same_correction_is_told_nothing(cast: Cast, lan: Actor) -> None:
    person = add_person(actor=lan, unit=cast.to_1, wanted=BICH)
    same = PersonFields("Đặng Thị Bích", "f", PartialDate(1949))
    edit_person(actor=lan, person_id=person.pk, wanted=same, version=1)

    again = edit_person(actor=lan, person_id=person.pk, wanted=same, version=1)

    assert again.version == 2


def test_a_correction_keeps_personal_values_sealed(cast: Cast, lan: Actor) -> None:
    person = add_person(actor=lan, unit=cast.to_1, wanted=BICH)
    edit_person(
        actor=lan, person_id=person.pk, wanted=PersonFields("Đặng Thị Bích Hạnh"), version=1
    )

    entry = AuditEntry.objects.get(act="people.edit_person")
    assert entry.changes["fields"] == ["birth_month", "birth_year", "full_name", "phone", "sex"]
    assert entry.sealed is not None and "Hạnh".encode() not in bytes(entry.sealed)


def test_neighbours_do_not_find_and_the_province_does_not_write(cast: Cast, lan: Actor) -> None:
    person = add_person(actor=lan, unit=cast.to_1, wanted=BICH)
    for name, refusal in (("lan2", Http404), ("minh2", Http404), ("hoa", NotAllowed)):
        other = cast.actor(name)
        with scoped(other), pytest.raises(refusal):
            edit_person(actor=other, person_id=person.pk, wanted=BICH, version=1)


TABLES = (
    "people_person", "people_identityclaim", "people_sensitiverecord", "people_personmerge",
    "members_membership",
)  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_without_a_scope_a_table_of_persons_shows_nothing(
    cast: Cast, lan: Actor, table: str
) -> None:
    add_person(actor=lan, unit=cast.to_1, wanted=BICH)

    with connection.cursor() as cursor:
        cursor.execute("set local app.lft = ''; set local app.rgt = ''")
        cursor.execute(f"select count(*) from {table}")
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "select relrowsecurity and relforcerowsecurity from pg_class where relname = %s",
            [table],
        )
        assert cursor.fetchone() == (True,)


def test_raw_sql_reaches_only_the_scope(cast: Cast, lan: Actor) -> None:
    person = add_person(actor=lan, unit=cast.to_1, wanted=BICH)
    neighbour = cast.actor("lan2")

    with scoped(neighbour), connection.cursor() as cursor:
        cursor.execute("select count(*) from people_person")
        assert cursor.fetchone() == (0,)
        cursor.execute("update people_person set full_name = 'x' where id = %s", [person.pk])
        assert cursor.rowcount == 0
        cursor.execute("delete from people_person where id = %s", [person.pk])
        assert cursor.rowcount == 0
    with whole_tree():
        assert Person.objects.get(pk=person.pk).full_name == "Đặng Thị Bích"


def test_raw_sql_cannot_put_a_person_elsewhere(cast: Cast, lan: Actor) -> None:
    person = add_person(actor=lan, unit=cast.to_1, wanted=BICH)

    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(unit_pos=cast.yen_ly.lft)
