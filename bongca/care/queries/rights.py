"""Who has, or soon gets, a right to an allowance and has not applied; and why, for one person."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from bongca.care.enums import RequestState, RightCode, Standing, YesNo
from bongca.care.models import CareAnswers, RightRequest
from bongca.care.policies import RECORD, can_record, visible_answers, visible_requests
from bongca.care.queries.levels import level_amount
from bongca.care.queries.scope import NOT_HERE, living_persons
from bongca.care.rules.rights import Judgement, Known, judge, months_later
from bongca.care.rules.tables import Right, Way, right_on, rights_on
from bongca.core.actor import Actor
from bongca.core.dates import PartialDate
from bongca.org.models import Unit
from bongca.org.policies import may, require
from bongca.people.models import Person
from bongca.people.policies import visible_persons

ORDER = ("birth_year", "sort_key", "id")
GROUPS = (
    Standing.COMING,
    Standing.REACHED,
    Standing.ASK,
    Standing.HANDED_IN,
    Standing.DECIDED,
    Standing.REFUSED,
)
_REQUESTED = {
    Standing.HANDED_IN: RequestState.HANDED_IN,
    Standing.DECIDED: RequestState.DECIDED,
    Standing.REFUSED: RequestState.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which right, which group of people, how many months ahead."""

    code: str = RightCode.SOCIAL_PENSION
    group: str = Standing.COMING
    months: int = 3


def persons_standing(actor: Actor, unit: Unit, asked: Asked) -> QuerySet[Person]:
    """Return the living of a unit and below who stand so with a right, the oldest first.

    Raises UnitTooWide above a province, NotAllowed; Http404 outside the actor's scope.
    """
    rows = living_persons(actor, unit).select_related("unit__parent", "commune").order_by(*ORDER)
    right = right_on(asked.code, actor.today)
    if right is None:
        return rows.none()
    requests = visible_requests(actor).filter(person=OuterRef("pk"), code=asked.code)
    if asked.group in _REQUESTED:
        state = _REQUESTED[Standing(asked.group)]
        return rows.filter(Exists(requests.filter(state=state)))
    rows = rows.filter(~Exists(requests)).filter(_may_be_due(right, actor.today, asked))
    if right.no_pension:
        rows = rows.filter(~Exists(_answered(pension=YesNo.YES)))
    if right.no_carer:
        rows = rows.filter(~Exists(_answered(carer=YesNo.YES)))
    return rows


def count_standing(actor: Actor, unit: Unit, asked: Asked) -> int:
    """Count them, for a tally or a task."""
    return persons_standing(actor, unit, asked).order_by().count()


@dataclass(frozen=True, slots=True)
class Explained:
    """One right of one person: what the rule says, what was paid at most, what became of it."""

    right: Right
    judged: Judgement
    standing: Standing
    request: RightRequest | None
    amount_vnd: int | None
    amount_basis: str


@dataclass(frozen=True, slots=True)
class RightsPage:
    """What the page of one person's rights shows."""

    person: Person
    birth: PartialDate | None
    answers: CareAnswers | None
    rights: Sequence[Explained]
    may_record: bool


def rights_page(actor: Actor, person_id: UUID) -> RightsPage:
    """Return why a person has each right or not; constant statements. Raises NotAllowed, Http404.

    The answers are for those who ask; who only sees the list gets the state without them.
    """
    person = _seen(actor, person_id)
    require(actor, RECORD, person.unit)
    answers = visible_answers(actor).filter(person=person).first()
    requests = {row.code: row for row in visible_requests(actor).filter(person=person)}
    known = known_of(person, answers)
    rights = [
        _explained(actor, person, right, known, requests.get(right.code))
        for right in rights_on(actor.today)
    ]
    return RightsPage(person, known.birth, answers, rights, can_record(actor, person.unit))


def rights_in_short(actor: Actor, person: Person) -> list[tuple[RightCode, Standing]]:
    """Return where a person stands with each right, for a panel; two statements."""
    if not may(actor, RECORD, person.unit) or person.status in NOT_HERE:
        return []
    answers = visible_answers(actor).filter(person=person).first()
    requests = {row.code: row for row in visible_requests(actor).filter(person=person)}
    known = known_of(person, answers)
    return [
        (
            RightCode(right.code),
            _standing(judge(right, known, actor.today), requests.get(right.code)),
        )
        for right in rights_on(actor.today)
    ]


def known_of(person: Person, answers: CareAnswers | None) -> Known:
    """Return what is known of a person for a right."""
    birth = None
    if person.birth_year is not None:
        birth = PartialDate(person.birth_year, person.birth_month, person.birth_day)
    if answers is None:
        return Known(birth)
    return Known(birth, answers.pension, answers.household, answers.household_year, answers.carer)


def _explained(
    actor: Actor, person: Person, right: Right, known: Known, request: RightRequest | None
) -> Explained:
    judged = judge(right, known, actor.today)
    level = level_amount(actor, person.unit, right.code, actor.today)
    amount, basis = right.amount_of(judged.way), right.basis
    if level is not None:
        amount, basis = level.amount_vnd, level.basis
    return Explained(right, judged, _standing(judged, request), request, amount, basis)


def _standing(judged: Judgement, request: RightRequest | None) -> Standing:
    return Standing(request.state if request else judged.verdict.value)


def _seen(actor: Actor, person_id: UUID) -> Person:
    rows = visible_persons(actor).select_related("unit__parent", "commune")
    return get_object_or_404(rows, pk=person_id)


def _answered(**said: str) -> QuerySet[CareAnswers]:
    return CareAnswers.objects.filter(person=OuterRef("pk"), **said)


def _may_be_due(right: Right, today: date, asked: Asked) -> Q:
    """By the way that helps most: who has reached by one is not coming by another."""
    found = Q(birth_year__isnull=True) if asked.group == Standing.ASK else Q(pk__in=[])
    for way in right.ways:
        found |= _by_way(way, today, asked)
    before = {
        Standing.COMING: (Standing.REACHED,),
        Standing.ASK: (Standing.REACHED, Standing.COMING),
    }
    for group in before.get(Standing(asked.group), ()):
        found &= ~_may_be_due(right, today, Asked(asked.code, group, asked.months))
    return found


def _by_way(way: Way, today: date, asked: Asked) -> Q:
    """The years of birth are named beside the condition: an index reads them and not the whole."""
    ahead = months_later(today, asked.months)
    below = ~surely(way.until, today) if way.until is not None else Q()
    if way.until is not None:
        below &= Q(birth_year__gte=today.year - way.until)
    in_household = Q(Exists(_answered_in(way.households))) if way.households else Q()
    if asked.group == Standing.REACHED:
        old_enough = Q(birth_year__lte=today.year - way.age) & surely(way.age, today)
        return old_enough & below & in_household
    near = Q(birth_year__range=(today.year - way.age, ahead.year - way.age))
    if asked.group == Standing.COMING:
        whole = Q(birth_day__isnull=False)
        due = near & whole & surely(way.age, ahead) & ~surely(way.age, today)
        return due & below & in_household
    inexact = Q(birth_day__isnull=True)
    unsure = near & inexact & possibly(way.age, ahead) & ~surely(way.age, today) & in_household
    if way.households:
        may_be = Q(birth_year__lte=ahead.year - way.age) & possibly(way.age, ahead)
        unsure |= may_be & Q(~Exists(_has_household()))
    return unsure & below


def _has_household() -> QuerySet[CareAnswers]:
    return CareAnswers.objects.filter(person=OuterRef("pk")).exclude(household="")


def _answered_in(households: Sequence[str]) -> QuerySet[CareAnswers]:
    return CareAnswers.objects.filter(person=OuterRef("pk"), household__in=households)


def surely(age: int, on: date) -> Q:
    """Return who has surely completed an age on a day: `core.dates.full_age` said in SQL."""
    year = on.year - age
    earlier = Q(birth_month__lt=on.month) | Q(birth_month=on.month, birth_day__lte=on.day)
    if on.day >= calendar.monthrange(year, on.month)[1]:
        earlier |= Q(birth_month=on.month, birth_day__isnull=True)
    if (on.month, on.day) == (12, 31):
        earlier |= Q(birth_month__isnull=True)
    return Q(birth_year__lt=year) | Q(birth_year=year) & earlier


def possibly(age: int, on: date) -> Q:
    """Return who may have completed an age on a day: `core.dates.full_age_at_most` in SQL."""
    year = on.year - age
    earlier = Q(birth_month__isnull=True) | Q(birth_month__lt=on.month)
    same = Q(birth_month=on.month) & (Q(birth_day__isnull=True) | Q(birth_day__lte=on.day))
    return Q(birth_year__lt=year) | Q(birth_year=year) & (earlier | same)
