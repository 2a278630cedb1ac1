"""Whatever happens to members, a figure equals its list and equals counting by hand."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.core.errors import DomainError
from bongca.core.scope import scoped
from bongca.members import rules
from bongca.members.actions.counts import fold_counts, recount_members
from bongca.members.actions.moving import move_group
from bongca.members.actions.undoing import undo_last_act
from bongca.members.enums import Counter, HowBegan, HowEnded
from bongca.members.models import MemberCount, Membership
from bongca.members.queries.counted import counted_persons
from bongca.members.queries.counting import count_members
from bongca.members.tests.factories import admit, end
from bongca.people.actions.merging import merge_persons
from bongca.people.actions.persons import PersonFields, edit_person
from bongca.people.models import Person
from tests.cast import Cast

births = st.one_of(
    st.just(""),
    st.integers(1920, 1975).map(str),
    st.dates(date(1920, 1, 1), date(1975, 12, 31)).map(date.isoformat),
)
days = st.dates(date(2025, 1, 1), date(2026, 11, 22))
inexact = st.one_of(days.map(date.isoformat), st.sampled_from(["2025", "2026", "2026-03"]))
acts = st.one_of(
    st.tuples(st.just("admit"), births, inexact, st.sampled_from(["m", "f", ""]), st.booleans()),
    st.tuples(st.just("end"), st.integers(0, 9), inexact, st.sampled_from(sorted(HowEnded)[:2])),
    st.tuples(st.just("move"), st.integers(0, 9), days, st.integers(0, 3)),
    st.tuples(st.just("edit"), st.integers(0, 9), births, st.sampled_from(["m", "f"])),
    st.tuples(st.just("merge"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("undo"), st.integers(0, 9)),
)
SINCE = date(2026, 5, 31)


class History:
    """Acts on the commune of ông Minh; those that are refused change nothing."""

    def __init__(self, cast: Cast, actor: Actor) -> None:
        self.actor = actor
        self.units = (cast.to_1, cast.dong_tam, cast.yen_ly, cast.tan_yen)
        self.persons: list[Person] = []
        self.numbers = count()

    def play(self, act: tuple[Any, ...]) -> None:
        try:
            with transaction.atomic():
                getattr(self, act[0])(*act[1:])
        except DomainError:
            pass

    def admit(self, birth: str, joined: str, sex: str, is_new: bool) -> None:
        how = HowBegan.ADMITTED if is_new else HowBegan.ROLL
        unit = self.units[next(self.numbers) % 4]
        row = admit(self.actor, unit, "Vũ Thị Hoa", sex=sex, birth=birth, joined=joined, how=how)
        self.persons.append(row.person)

    def one(self, number: int) -> Person:
        if not self.persons:
            raise DomainError("nobody", "")
        return Person.objects.get(pk=self.persons[number % len(self.persons)].pk)

    def end(self, number: int, on: str, how: HowEnded) -> None:
        end(self.actor, self.one(number), how, on)

    def move(self, number: int, on: date, where: int) -> None:
        person = self.one(number)
        move_group(actor=self.actor, person_id=person.pk, to_unit=self.units[where], on=on)

    def edit(self, number: int, birth: str, sex: str) -> None:
        person = self.one(number)
        wanted = PersonFields(person.full_name, sex, PartialDate.from_iso(birth) if birth else None)
        edit_person(actor=self.actor, person_id=person.pk, wanted=wanted, version=person.version)

    def merge(self, number: int, other: int) -> None:
        keep, gone = self.one(number), self.one(other)
        merge_persons(actor=self.actor, keep_id=keep.pk, gone_id=gone.pk, choices={"sex": "gone"})

    def undo(self, number: int) -> None:
        rows = Membership.objects.filter(person=self.one(number), voided_at=None)
        for row in rows.order_by("-recorded_at")[:1]:
            undo_last_act(actor=self.actor, membership_id=row.pk)


def by_hand(unit_rows: list[Membership], counter: Counter, as_of: date) -> int:
    def is_in(row: Membership) -> bool:
        age = rules.age_on(row.birth_year, row.birth_month, row.birth_day, as_of)
        lower, upper = row.during.lower, row.during.upper
        stock = (lower is None or lower <= as_of) and (upper is None or as_of < upper)
        admitted = row.began_how in ("admitted", "readmitted", "roll") and (
            lower is not None and SINCE < lower <= as_of
        )
        deceased = row.ended_how == "deceased" and upper is not None and SINCE < upper <= as_of
        answers = {
            Counter.TOTAL: stock,
            Counter.FEMALE: stock and row.sex == "f",
            Counter.SEX_UNKNOWN: stock and row.sex == "",
            Counter.UNDER_60: stock and rules.band_of(age) == "under_60",
            Counter.FROM_60_TO_69: stock and rules.band_of(age) == "from_60_to_69",
            Counter.FROM_70_TO_79: stock and rules.band_of(age) == "from_70_to_79",
            Counter.FROM_80: stock and age is not None and age >= 80,
            Counter.FROM_100: stock and rules.band_of(age) == "from_100",
            Counter.AGE_UNKNOWN: stock and age is None,
            Counter.ADMITTED: admitted,
            Counter.DECEASED: deceased,
            Counter.DECEASED_INEXACT: deceased and row.ended_day is None,
        }
        return answers[counter]

    return sum(is_in(row) for row in unit_rows)


HAND_COUNTED = (
    Counter.TOTAL, Counter.FEMALE, Counter.SEX_UNKNOWN, Counter.UNDER_60, Counter.FROM_60_TO_69,
    Counter.FROM_70_TO_79, Counter.FROM_80, Counter.FROM_100, Counter.AGE_UNKNOWN,
    Counter.ADMITTED, Counter.DECEASED, Counter.DECEASED_INEXACT,
)  # fmt: skip


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(history=st.lists(acts, min_size=3, max_size=14), as_of=days, cut=st.integers(0, 14))
def test_figure_list_and_hand_count_agree(
    cast: Cast,
    history: list[tuple[object, ...]],
    as_of: date,
    cut: int,
) -> None:
    actor = cast.actor("minh")
    with transaction.atomic():
        with scoped(actor):
            play_and_compare(cast, actor, history, as_of, cut)
        transaction.set_rollback(True)


def play_and_compare(
    cast: Cast,
    actor: Actor,
    history: list[tuple[object, ...]],
    as_of: date,
    cut: int,
) -> None:
    story = History(cast, actor)
    known: datetime = clock.now()
    for number, act in enumerate(history):
        story.play(act)
        if number == cut:
            known = clock.now()
    for as_known in (known, clock.now() + timedelta(seconds=1)):
        agree(cast, actor, as_of, as_known)
    fold_counts()
    assert recount_members() == []
    kept = sum(row.count for row in MemberCount.objects.filter(status="member"))
    assert kept == Person.objects.filter(status="member").count()


def agree(cast: Cast, actor: Actor, as_of: date, as_known: datetime) -> None:
    figures = count_members(actor, cast.tan_yen, as_of=as_of, as_known=as_known, since=SINCE)
    for unit in (cast.dong_tam, cast.yen_ly, cast.tan_yen):
        rgt = unit.lft if unit == cast.tan_yen else unit.rgt
        rows = [
            row
            for row in Membership.objects.filter(unit_pos__gte=unit.lft, unit_pos__lte=rgt)
            if row.recorded_at <= as_known and not (row.voided_at and row.voided_at <= as_known)
        ]
        for counter in HAND_COUNTED:
            page = counted_persons(
                actor, unit, counter, as_of=as_of, as_known=as_known, since=SINCE, per_page=100
            )
            assert page.total == len(page.items) == figures[unit.pk][counter]
            assert page.total == by_hand(rows, counter, as_of)
            assert len({row.person_id for row in page.items}) == page.total
