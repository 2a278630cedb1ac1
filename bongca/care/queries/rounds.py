"""Rounds of mừng thọ: which there are, who is on a list, what has changed since it was frozen."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.shortcuts import get_object_or_404

from bongca.care.enums import Removed, RoundState
from bongca.care.models import LongevityRound, Recipient
from bongca.care.policies import VIEW, visible_recipients, visible_rounds
from bongca.care.queries.celebrated import Wanted, celebrated
from bongca.care.rules.longevity import round_age
from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.org.policies import require, visible_units
from bongca.people.enums import PersonStatus
from bongca.people.models import Person
from bongca.people.policies import visible_persons


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since a list was frozen: who is no longer due, who has come to be."""

    gone: Sequence[tuple[Recipient, Removed]]
    added: Sequence[Person]

    def __bool__(self) -> bool:
        return bool(self.gone or self.added)


def seen_round(actor: Actor, pk: int) -> LongevityRound:
    """Return a round this person may see; raises Http404."""
    return get_object_or_404(visible_rounds(actor).select_related("unit__parent"), pk=pk)


def rounds_of(actor: Actor, unit: Unit, year: int) -> list[LongevityRound]:
    """Return the rounds of a commune in a year, or the one that covers a branch."""
    rows = visible_rounds(actor).filter(year=year, unit_id=unit.commune_id or 0)
    return list(rows.select_related("unit").order_by("held_on", "pk"))


def round_progress(actor: Actor, unit: Unit, year: int) -> dict[str, int]:
    """Add up the rounds of a year below a unit: communes, listed, received; one statement."""
    rows = visible_rounds(actor).filter(
        year=year, unit__lft__gte=unit.lft, unit__lft__lte=unit.rgt, frozen_on__isnull=False
    )
    found = rows.aggregate(listed=Sum("listed_count"), received=Sum("received_count"))
    communes = rows.values("unit").distinct().count()
    return {"communes": communes, **{key: value or 0 for key, value in found.items()}}


def wanted_of(round: LongevityRound) -> Wanted:
    """Return whom the round is for."""
    return Wanted(round.year, extra=round.extra_year)


def due_now(actor: Actor, round: LongevityRound) -> QuerySet[Person]:
    """Return who would be on the list if it were frozen today; nobody twice in a year.

    Raises NotAllowed; Http404 outside the actor's scope.
    """
    elsewhere = Recipient.objects.filter(
        person=OuterRef("pk"), round__year=round.year, removed_why=""
    ).exclude(round=round)
    return celebrated(actor, round.unit, wanted_of(round)).filter(~Exists(elsewhere))


def open_rounds_in(unit: Unit) -> int:
    """Return how many rounds below a unit are not done, for what is about to change.

    Asked within a change of the tree, which has asked for the rights.
    """
    rows = LongevityRound.objects.filter(unit__lft__gte=unit.lft, unit__lft__lte=unit.rgt)
    return rows.exclude(state=RoundState.CLOSED).count()


def recipients_of(actor: Actor, round: LongevityRound) -> QuerySet[Recipient]:
    """Return who stands on the frozen list within the actor's scope, the oldest first."""
    rows = visible_recipients(actor).filter(round=round).select_related("unit__parent")
    return rows.order_by("birth_year", "sort_key", "id")


def standing_recipients(actor: Actor, round: LongevityRound) -> QuerySet[Recipient]:
    """Return those to print: on the list, and alive to the last day."""
    died = Person.objects.filter(pk=OuterRef("person_id"), status=PersonStatus.DECEASED)
    return recipients_of(actor, round).filter(~Exists(died), removed_why="")


def changes_since(actor: Actor, round: LongevityRound) -> Changes:
    """Compare the frozen list with the register of today; four statements.

    Raises NotAllowed; Http404 outside the actor's scope.
    """
    require(actor, VIEW, round.unit)
    standing = [row for row in recipients_of(actor, round) if not row.removed_why]
    due = {person.pk: person for person in due_now(actor, round)}
    missing = [row for row in standing if row.person_id not in due]
    known = visible_persons(actor).in_bulk([row.person_id for row in missing])
    gone = [(row, _why(known.get(row.person_id), round)) for row in missing]
    held = {row.person_id for row in standing}
    return Changes(gone, [person for key, person in due.items() if key not in held])


def _why(person: Person | None, round: LongevityRound) -> Removed:
    """A person out of sight has moved to another unit."""
    if person is None:
        return Removed.GONE
    if person.status in (PersonStatus.DECEASED, PersonStatus.MERGED):
        return Removed(person.status)
    is_due = person.birth_year and round_age(round.year, person.birth_year, round.extra_year)
    return Removed.GONE if is_due else Removed.CORRECTED


def seen_recipient(actor: Actor, pk: object) -> Recipient:
    """Return one person of a list this person may see; raises Http404."""
    rows = visible_recipients(actor).select_related("round__unit", "unit__parent")
    return get_object_or_404(rows, pk=pk)


def received_by(actor: Actor, person: Person) -> list[Recipient]:
    """Return the lists a person stood on, the newest first, within the actor's scope."""
    rows = visible_recipients(actor).filter(person=person).select_related("round__unit")
    return list(rows.order_by("-round__year")[:20])


def seen_unit(actor: Actor, pk: int) -> Unit:
    """Return a unit this person may see; raises Http404."""
    return get_object_or_404(visible_units(actor).select_related("parent", "commune"), pk=pk)
