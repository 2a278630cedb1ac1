from collections.abc import Iterator

import pytest
from django.db import ProgrammingError, connection, transaction

from bongca.core import crypto
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import NotAllowed
from bongca.core.models import AuditEntry
from bongca.core.scope import scoped
from bongca.org.models import Unit
from bongca.people import rules
from bongca.people.actions.identity import NotAnIdentityNumber, claim_identity, show_identity
from bongca.people.actions.persons import PersonFields, add_person
from bongca.people.models import IdentityClaim, Person
from bongca.people.queries.identity import numbers_known_elsewhere
from bongca.people.rules import NumberProblem
from tests.cast import Cast

NUMBER = "024149001234"  # Bắc Giang, a woman of the twentieth century, born in 1949


@pytest.fixture
def minh(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("minh")
    with scoped(actor):
        yield actor


def person_in(actor: Actor, unit: Unit, name: str = "Đặng Thị Bích") -> Person:
    return add_person(actor=actor, unit=unit, wanted=PersonFields(name, "f", PartialDate(1949)))


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        (NUMBER, NUMBER),
        ("024 149 001 234", NUMBER),
        ("24149001234", NUMBER),
        ("121.234.567", "121234567"),
        ("12345", None),
        ("0241490012345", None),
        ("không có", None),
        ("０２４１４９００１２３４", None),
    ],
)
def test_numbers_are_read_as_people_write_them(written: str, digits: str | None) -> None:
    assert rules.read_number(written) == digits


@pytest.mark.parametrize(
    ("number", "sex", "year", "problems"),
    [
        (NUMBER, "f", 1949, []),
        (NUMBER, "", None, []),
        (NUMBER, "m", 1949, [NumberProblem.SEX]),
        (NUMBER, "f", 1950, [NumberProblem.BIRTH_YEAR]),
        ("003149001234", "f", 1949, [NumberProblem.PROVINCE]),
        ("024349001234", "f", 1949, [NumberProblem.CENTURY]),
        ("121234567", "m", 1920, []),
    ],
)
def test_a_number_is_held_against_its_bearer(
    number: str, sex: str, year: int | None, problems: list[NumberProblem]
) -> None:
    assert rules.number_problems(number, sex=sex, birth_year=year) == problems


def test_there_are_sixty_three_provinces_of_birth() -> None:
    assert len(rules.BIRTH_PROVINCES) == 63


def test_a_number_is_sealed_and_comes_back_only_by_an_act(cast: Cast, minh: Actor) -> None:
    person = person_in(minh, cast.to_1)

    claim = claim_identity(actor=minh, person=person, written="024 149 001 234")

    assert NUMBER.encode() not in bytes(claim.number_sealed)
    assert (claim.last_digits, claim.state, claim.warnings) == ("234", "claimed", "")
    assert show_identity(actor=minh, person=person) == NUMBER
    assert AuditEntry.objects.filter(act="people.show_identity").count() == 1


def test_an_odd_number_is_taken_with_its_warning(cast: Cast, minh: Actor) -> None:
    claim = claim_identity(actor=minh, person=person_in(minh, cast.to_1), written="003049001234")

    assert claim.warnings == "province,sex"
    with pytest.raises(NotAnIdentityNumber):
        claim_identity(actor=minh, person=claim.person, written="1234")


def test_two_who_claim_one_number_are_both_in_dispute_until_one_is_corrected(
    cast: Cast, minh: Actor
) -> None:
    first = person_in(minh, cast.to_1)
    second = person_in(minh, cast.yen_ly, "Đặng Thị Bích Hạnh")
    claim_identity(actor=minh, person=first, written=NUMBER)

    claim_identity(actor=minh, person=second, written=NUMBER)

    assert set(IdentityClaim.objects.values_list("state", flat=True)) == {"disputed"}
    claim_identity(actor=minh, person=second, written="024149009999")
    live = IdentityClaim.objects.filter(voided_at=None)
    assert set(live.values_list("state", flat=True)) == {"claimed"}
    assert IdentityClaim.objects.count() == 3


def test_a_number_known_elsewhere_is_disputed_without_saying_where(cast: Cast, minh: Actor) -> None:
    minh3 = cast.actor("minh3")
    with scoped(minh3):
        claim_identity(actor=minh3, person=person_in(minh3, cast.an_thuong), written=NUMBER)

    claim = claim_identity(actor=minh, person=person_in(minh, cast.to_1), written=NUMBER)

    assert claim.state == "disputed"
    assert numbers_known_elsewhere([crypto.lookup_hash(NUMBER)]) == {crypto.lookup_hash(NUMBER)}
    assert numbers_known_elsewhere([crypto.lookup_hash("024149000000")]) == set()


def test_the_province_may_not_see_numbers(cast: Cast, minh: Actor) -> None:
    person = person_in(minh, cast.to_1)
    claim_identity(actor=minh, person=person, written=NUMBER)
    hoa = cast.actor("hoa")

    with scoped(hoa), pytest.raises(NotAllowed):
        show_identity(actor=hoa, person=person)


def ask_past_the_wall(before: str = "select 1") -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(before)
        cursor.execute("select public.people_numbers_known_elsewhere(array['x'::bytea])")


def test_the_function_past_the_wall_needs_a_scope_and_the_apps_own_role(cast: Cast) -> None:
    nobody = Actor(user_id=None, label="", today=cast.today)
    with pytest.raises(ProgrammingError, match="no scope"):
        ask_past_the_wall()
    with scoped(nobody), pytest.raises(ProgrammingError, match="no scope"):
        ask_past_the_wall()
    with pytest.raises(ProgrammingError, match="permission denied"):
        ask_past_the_wall("set local role bongca_reader")
