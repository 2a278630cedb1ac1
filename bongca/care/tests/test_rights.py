"""Who is listed for an allowance, by the very rule that says why; and the way of a request."""

from datetime import date

import pytest
from django.http import Http404

from bongca.care.actions.refusals import DayOutside, WordsMissing
from bongca.care.actions.requests import (
    Answers,
    RequestStep,
    record_answers,
    record_request,
    withdraw_request,
)
from bongca.care.enums import Standing
from bongca.care.models import CareAnswers, RightRequest
from bongca.care.queries.rights import Asked, known_of, persons_standing, possibly, surely
from bongca.care.rules.rights import judge
from bongca.care.rules.tables import right_on
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate, full_age, full_age_at_most
from bongca.core.errors import NotAllowed
from bongca.core.scope import scoped
from bongca.members.actions.moving import move_group
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import admit, end
from bongca.people.actions.merging import merge_persons, undo_merge
from bongca.people.models import Person
from tests.cast import TODAY, Cast

BIRTHS = (
    "1940-01-01", "1950", "1951", "1951-10", "1951-11", "1951-12", "1951-11-21", "1951-11-22",
    "1951-11-23", "1952", "1952-01", "1952-02", "1952-02-21", "1952-02-22", "1952-02-23",
    "1952-02-29", "1953", "1954-05-05", "1956", "1956-11-22", "1956-11-23", "1957", "1966-11-22",
    "1970-01-01", "",
)  # fmt: skip
SOME = (
    Answers(), Answers(pension="yes"), Answers(pension="no", household="poor", household_year=2026),
    Answers(household="neither"),
)  # fmt: skip


@pytest.fixture
def people(cast: Cast) -> list[Person]:
    """One of each birth with each set of answers."""
    minh = cast.actor("minh")
    found = []
    with scoped(minh):
        for birth in BIRTHS:
            for number, answers in enumerate(SOME):
                person = admit(minh, cast.to_1, f"Lò Thị {birth or 'Ngữ'} {number}", birth=birth)
                if answers != Answers():
                    record_answers(actor=minh, person_id=person.person_id, answers=answers)
                found.append(person.person)
    return found


def standing(actor: Actor, cast: Cast, group: str, code: str = "social_pension") -> set[str]:
    rows = persons_standing(actor, cast.dong_tam, Asked(code, group))
    return set(rows.values_list("full_name", flat=True))


@pytest.mark.parametrize("code", ["social_pension", "health_insurance"])
def test_the_lists_are_those_of_the_rule(cast: Cast, people: list[Person], code: str) -> None:
    lan = cast.actor("lan")
    right = right_on(code, TODAY)
    assert right is not None
    with scoped(lan):
        answers = {row.person_id: row for row in CareAnswers.objects.filter()}
        said = {
            group: {
                person.full_name
                for person in people
                if judge(right, known_of(person, answers.get(person.pk)), TODAY).verdict == group
            }
            for group in ("coming", "reached", "ask")
        }
        listed = {group: standing(lan, cast, group, code) for group in said}

    assert {k: listed[k] ^ said[k] for k in said} == {k: set() for k in said}


@pytest.mark.parametrize("on", [date(2026, 11, 22), date(2026, 12, 31), date(2027, 2, 28)])
@pytest.mark.parametrize("age", [70, 75])
def test_the_database_counts_age_as_the_rules_do(
    cast: Cast, people: list[Person], on: date, age: int
) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        sure = set(Person.objects.filter(surely(age, on)).values_list("pk", flat=True))
        maybe = set(Person.objects.filter(possibly(age, on)).values_list("pk", flat=True))
        not_sure = set(Person.objects.filter(~surely(age, on)).values_list("pk", flat=True))
    for person in people:
        if person.birth_year is None:
            continue
        birth = PartialDate(person.birth_year, person.birth_month, person.birth_day)
        assert (person.pk in sure) == (full_age(birth, on) >= age), person.full_name
        assert (person.pk in not_sure) == (full_age(birth, on) < age), person.full_name
        assert (person.pk in maybe) == (full_age_at_most(birth, on) >= age), person.full_name


@pytest.fixture
def person(cast: Cast) -> Person:
    minh = cast.actor("minh")
    with scoped(minh):
        return admit(minh, cast.to_1, "Lò Thị Diễm", sex="f", birth="1940-02-03").person


def test_a_request_goes_its_way(cast: Cast, person: Person) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        assert standing(lan, cast, Standing.REACHED) == {"Lò Thị Diễm"}
        step = RequestStep("handed_in", date(2026, 11, 1))
        record_request(actor=lan, person_id=person.pk, code="social_pension", step=step)
        assert standing(lan, cast, Standing.REACHED) == set()
        assert standing(lan, cast, Standing.HANDED_IN) == {"Lò Thị Diễm"}
        assert standing(lan, cast, Standing.REACHED, "health_insurance") == {"Lò Thị Diễm"}
        refused = RequestStep(
            "refused", date(2026, 11, 1), date(2026, 11, 20), refusal="Đang hưởng trợ cấp khác"
        )
        row = record_request(actor=lan, person_id=person.pk, code="social_pension", step=refused)
        assert row.refusal == "Đang hưởng trợ cấp khác"
        assert standing(lan, cast, Standing.REFUSED) == {"Lò Thị Diễm"}
        assert RightRequest.objects.filter(person=person).count() == 1
        withdraw_request(actor=lan, person_id=person.pk, code="social_pension")
        assert standing(lan, cast, Standing.REACHED) == {"Lò Thị Diễm"}


def test_the_dead_are_on_no_list(cast: Cast, person: Person) -> None:
    lan = cast.actor("lan")
    with scoped(lan):
        end(lan, person, HowEnded.DECEASED, date(2026, 11, 20))
        assert standing(lan, cast, Standing.REACHED) == set()


@pytest.mark.parametrize(
    ("step", "refusal"),
    [
        (RequestStep("handed_in", date(2026, 11, 23)), DayOutside),
        (RequestStep("decided", date(2026, 11, 1)), WordsMissing),
        (RequestStep("decided", date(2026, 11, 2), date(2026, 11, 1)), DayOutside),
        (RequestStep("refused", date(2026, 11, 1), date(2026, 11, 2)), WordsMissing),
    ],
)
def test_an_odd_step_is_refused(
    cast: Cast, person: Person, step: RequestStep, refusal: type[Exception]
) -> None:
    lan = cast.actor("lan")
    with scoped(lan), pytest.raises(refusal):
        record_request(actor=lan, person_id=person.pk, code="social_pension", step=step)


def test_others_write_nothing(cast: Cast, person: Person) -> None:
    step = RequestStep("handed_in", date(2026, 11, 1))
    for who, refusal in (("hoa", NotAllowed), ("lan2", Http404), ("minh2", Http404)):
        actor = cast.actor(who)
        with scoped(actor), pytest.raises(refusal):
            record_request(actor=actor, person_id=person.pk, code="social_pension", step=step)
        with scoped(actor), pytest.raises(refusal):
            record_answers(actor=actor, person_id=person.pk, answers=Answers(pension="yes"))


def test_a_poor_household_needs_its_year(cast: Cast, person: Person) -> None:
    lan = cast.actor("lan")
    with scoped(lan), pytest.raises(WordsMissing):
        record_answers(actor=lan, person_id=person.pk, answers=Answers(household="poor"))


def test_request_and_answers_follow_the_person(cast: Cast, person: Person) -> None:
    minh, lan2 = cast.actor("minh"), cast.actor("lan2")
    step = RequestStep("handed_in", date(2026, 11, 1))
    with scoped(minh):
        record_request(actor=minh, person_id=person.pk, code="social_pension", step=step)
        record_answers(actor=minh, person_id=person.pk, answers=Answers(pension="no"))
        move_group(actor=minh, person_id=person.pk, to_unit=cast.yen_ly, on=date(2026, 11, 20))
    with scoped(lan2):
        assert RightRequest.objects.filter(person=person).count() == 1
        assert CareAnswers.objects.filter(person=person).count() == 1
    with scoped(cast.actor("lan")):
        assert not RightRequest.objects.filter(person=person).exists()


def test_a_merge_takes_the_request_along_and_back(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    step = RequestStep("handed_in", date(2026, 11, 1))
    with scoped(minh):
        twin = admit(minh, cast.to_2, "Lò Thị Diễm", sex="f", birth="1940").person
        for one in (twin, person):
            record_request(actor=minh, person_id=one.pk, code="social_pension", step=step)
        record_request(actor=minh, person_id=twin.pk, code="health_insurance", step=step)
        record_answers(actor=minh, person_id=twin.pk, answers=Answers(pension="no"))
        merge = merge_persons(actor=minh, keep_id=person.pk, gone_id=twin.pk, choices={})
        rows = RightRequest.objects.filter(person=person, withdrawn_at=None)
        assert sorted(rows.values_list("code", flat=True)) == [
            "health_insurance", "social_pension",
        ]  # fmt: skip
        assert CareAnswers.objects.get(person=person).pension == "no"
        undo_merge(actor=minh, merge_id=merge.pk)
        rows = RightRequest.objects.filter(person=twin, withdrawn_at=None)
        assert rows.count() == 2
        assert CareAnswers.objects.get(person=twin).unit_pos == cast.to_2.lft
