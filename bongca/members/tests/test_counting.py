from collections.abc import Iterator
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import NotAllowed
from bongca.core.scope import scoped
from bongca.members.actions.moving import move_group
from bongca.members.enums import Counter, HowBegan, HowEnded, MemberKind, Since
from bongca.members.queries.counted import counted_persons
from bongca.members.queries.counting import count_members, sum_figures
from bongca.members.tests.factories import admit, admit_several, end
from bongca.org.models import Unit
from bongca.people.actions.persons import edit_person, fields_of
from bongca.people.models import Person
from tests.cast import Cast

MID_YEAR, NEW_YEAR = date(2026, 6, 30), date(2025, 12, 31)


@pytest.fixture
def minh(cast: Cast) -> Iterator[Actor]:
    actor = cast.actor("minh")
    with scoped(actor):
        yield actor


def figures(actor: Actor, cast: Cast, **asked: object) -> dict[int, dict[Counter, int]]:
    wanted: dict[str, object] = {"as_of": cast.today, "as_known": clock.now()} | asked
    return count_members(actor, cast.tan_yen, **wanted)  # type: ignore[arg-type]  # test


def test_every_branch_and_the_commune_itself_has_its_figures(cast: Cast, minh: Actor) -> None:
    admit(minh, cast.to_1)
    admit(minh, cast.dong_tam, sex="f")
    admit(minh, cast.tan_yen)

    found = figures(minh, cast)

    assert set(found) == {cast.tan_yen.pk, cast.dong_tam.pk, cast.yen_ly.pk}
    assert found[cast.dong_tam.pk][Counter.TOTAL] == 2
    assert found[cast.dong_tam.pk][Counter.FEMALE] == 1
    assert found[cast.tan_yen.pk][Counter.TOTAL] == 1
    assert found[cast.yen_ly.pk][Counter.TOTAL] == 0
    assert sum_figures(found.values())[Counter.TOTAL] == 3


def test_age_goes_by_the_full_date_where_it_is_known(cast: Cast, minh: Actor) -> None:
    admit(minh, cast.dong_tam, birth="1966-11-22")  # 60 today
    admit(minh, cast.dong_tam, birth="1966-11-23")  # 60 tomorrow
    admit(minh, cast.dong_tam, birth="1966")  # 60 by the year
    admit(minh, cast.dong_tam, birth="1926-11-23")  # 99
    admit(minh, cast.dong_tam, birth="1926-11")  # 100 by the year
    admit(minh, cast.dong_tam, birth="")

    found = figures(minh, cast)[cast.dong_tam.pk]

    assert found[Counter.UNDER_60] == 1
    assert found[Counter.FROM_60_TO_69] == 2
    assert found[Counter.FROM_90_TO_99] == 1
    assert found[Counter.FROM_100] == 1
    assert found[Counter.AGE_UNKNOWN] == 1
    assert found[Counter.FROM_80] == 2


def test_one_statement_counts_all_branches(cast: Cast, minh: Actor) -> None:
    admit_several(minh, cast.dong_tam)

    with CaptureQueriesContext(
        connection,
    ) as queries:
        figures(minh, cast)

    assert len(queries) == 2  # the branches, and the count


def test_a_death_recorded_later_leaves_what_was_known(cast: Cast, minh: Actor) -> None:
    persons = admit_several(minh, cast.dong_tam)
    known = clock.now()
    end(minh, persons[0], HowEnded.DECEASED, date(2026, 6, 12))

    before = figures(minh, cast, as_of=MID_YEAR, as_known=known, since=NEW_YEAR)
    after = figures(minh, cast, as_of=MID_YEAR, since=NEW_YEAR)

    assert before[cast.dong_tam.pk][Counter.TOTAL] == 10
    assert before[cast.dong_tam.pk][Counter.DECEASED] == 0
    assert after[cast.dong_tam.pk][Counter.TOTAL] == 9
    assert after[cast.dong_tam.pk][Counter.DECEASED] == 1


def test_a_correction_later_leaves_what_was_known(cast: Cast, minh: Actor) -> None:
    person = admit(minh, cast.dong_tam, sex="m", birth="1951").person
    known = clock.now()
    wanted = fields_of(person)
    wanted = type(wanted)(wanted.full_name, "f", PartialDate(1931))
    edit_person(actor=minh, person_id=person.pk, wanted=wanted, version=1)

    before = figures(minh, cast, as_known=known)[cast.dong_tam.pk]
    after = figures(minh, cast)[cast.dong_tam.pk]

    assert (before[Counter.MALE], before[Counter.FROM_70_TO_79]) == (1, 1)
    assert (after[Counter.MALE], after[Counter.FROM_70_TO_79]) == (0, 0)
    assert (after[Counter.FEMALE], after[Counter.FROM_90_TO_99]) == (1, 1)


def test_what_is_dated_inexactly_counts_when_recorded_and_is_marked(
    cast: Cast, minh: Actor
) -> None:
    admit(minh, cast.dong_tam, joined="2026", how=HowBegan.ADMITTED)
    gone = admit(minh, cast.dong_tam, "Trần Thị Giỏi").person
    end(minh, gone, HowEnded.DECEASED, "2026-03")

    first_half = figures(minh, cast, as_of=MID_YEAR, since=NEW_YEAR)[cast.dong_tam.pk]
    second_half = figures(minh, cast, since=MID_YEAR)[cast.dong_tam.pk]

    assert (first_half[Counter.ADMITTED], first_half[Counter.DECEASED]) == (0, 0)
    assert (second_half[Counter.ADMITTED], second_half[Counter.DECEASED]) == (1, 1)
    assert second_half[Counter.ADMITTED_INEXACT] == second_half[Counter.DECEASED_INEXACT] == 1
    page = counted_persons(
        minh,
        cast.dong_tam,
        Counter.DECEASED,
        as_of=cast.today,
        as_known=clock.now(),
        since=MID_YEAR,
    )
    assert page.items[0].is_inexact


def test_a_roll_brings_members_not_admissions(cast: Cast, minh: Actor) -> None:
    admit(minh, cast.dong_tam, "Trần Thị Giỏi", joined="1998")
    admit(minh, cast.dong_tam, "Đỗ Thị Ngữ")
    admit(minh, cast.dong_tam, "Bùi Thị Lượng", joined="2026-08-10")

    found = figures(minh, cast, since=MID_YEAR)[cast.dong_tam.pk]

    assert found[Counter.TOTAL] == 3
    assert found[Counter.ADMITTED] == 1


def test_honorary_members_count_in_the_total_and_apart(cast: Cast, minh: Actor) -> None:
    admit(minh, cast.dong_tam, birth="1980", kind=MemberKind.HONORARY, how=HowBegan.ADMITTED)

    found = figures(minh, cast)[cast.dong_tam.pk]

    assert (found[Counter.TOTAL], found[Counter.HONORARY], found[Counter.UNDER_60]) == (1, 1, 1)


def test_a_figure_opens_into_its_persons_also_when_they_moved_out_of_sight(cast: Cast) -> None:
    lan, minh = cast.actor("lan"), cast.actor("minh")
    with scoped(minh):
        persons = admit_several(minh, cast.dong_tam)
        known = clock.now()
        end(minh, persons[1], HowEnded.DECEASED, date(2026, 11, 2))
        move_group(actor=minh, person_id=persons[2].pk, to_unit=cast.yen_ly, on=date(2026, 11, 3))
        wanted = fields_of(persons[3])
        wanted = type(wanted)("Lò Thị Diễn", wanted.sex, wanted.birth)
        edit_person(actor=minh, person_id=persons[3].pk, wanted=wanted, version=1)

    with scoped(lan):
        page = counted_persons(
            lan, cast.dong_tam, Counter.TOTAL, as_of=date(2026, 11, 1), as_known=known
        )

    assert page.total == len(page.items) == 10
    found = {row.full_name: row for row in page.items}
    assert found["Hoàng Văn Chiến"].since == Since.DECEASED
    assert found["Nguyễn Thị Dậu"].since == Since.MOVED
    assert found["Lò Thị Diễm"].name_now == "Lò Thị Diễn"
    assert found["Đặng Thị Bích"].marks == []
    assert [row.full_name for row in page.items][:3] == [
        "Đặng Thị Bích", "Hoàng Văn Chiến", "Nguyễn Thị Dậu",
    ]  # fmt: skip


def test_who_does_not_hold_the_roll_sees_no_names(cast: Cast) -> None:
    binh, lan2, now = cast.actor("binh"), cast.actor("lan2"), clock.now()

    def names(actor: Actor) -> None:
        counted_persons(actor, cast.dong_tam, Counter.TOTAL, as_of=cast.today, as_known=now)

    with scoped(binh), pytest.raises(NotAllowed):
        names(binh)
    with scoped(lan2), pytest.raises(Http404):
        names(lan2)
    with scoped(lan2), pytest.raises(Http404):
        count_members(lan2, cast.dong_tam, as_of=cast.today, as_known=now)


def states(unit: Unit, persons: list[Person], before: str = "select 1") -> list[tuple[object, ...]]:
    """Ask the definer function as the app would, or as somebody misusing it would."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(before)
        cursor.execute(
            "select * from public.members_present_states(%s, %s::uuid[])",
            [unit.pk, [person.pk for person in persons]],
        )
        return list(cursor.fetchall())


def test_the_function_past_the_wall_answers_only_for_units_in_scope(cast: Cast) -> None:
    minh, lan2 = cast.actor("minh"), cast.actor("lan2")
    with scoped(minh):
        persons = admit_several(minh, cast.dong_tam)
        assert len(states(cast.dong_tam, persons)) == 10

    with scoped(lan2):
        assert states(cast.dong_tam, persons) == []
        assert states(cast.tan_yen, persons) == []
        assert states(cast.yen_ly, persons) == []
    with pytest.raises(ProgrammingError, match="no scope"):
        states(cast.dong_tam, persons)
    with pytest.raises(ProgrammingError, match="permission denied"):
        states(cast.dong_tam, persons, "set local role bongca_reader")


def test_the_function_says_of_someone_gone_only_that_they_moved(cast: Cast) -> None:
    minh, lan = cast.actor("minh"), cast.actor("lan")
    with scoped(minh):
        person = admit(minh, cast.dong_tam).person
        move_group(actor=minh, person_id=person.pk, to_unit=cast.yen_ly, on=minh.today)

    with scoped(lan):
        assert states(cast.dong_tam, [person]) == [
            (person.pk, "Nguyễn Văn Hòa", 1951, "m", "moved")
        ]
