"""What care owes when a person moves or is merged, or the tree is changed."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import F

from bongca.care.actions.counting import recount_round
from bongca.care.enums import Removed
from bongca.care.models import CareAnswers, LongevityRound, Recipient, RightRequest
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.scope import whole_tree
from bongca.org.models import Unit
from bongca.people.models import Person

_FOLLOW_PERSON = (CareAnswers, RightRequest)


@transaction.atomic
def place_with_person(*, person: Person, unit: Unit) -> None:
    """Let answers and requests follow a person to another unit; lists stay where they were made.

    Part of the action that moved the person.
    """
    for model in _FOLLOW_PERSON:
        model._default_manager.filter(person=person).update(unit_pos=unit.lft)


@transaction.atomic
def shift_care(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move rows with a subtree; the installation's own work inside that move."""
    with whole_tree():
        for model in (*_FOLLOW_PERSON, Recipient):
            rows = model._default_manager.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
            rows.update(unit_pos=F("unit_pos") + delta)


@transaction.atomic
def join_care(*, actor: Actor, kept: Person, gone: Person) -> dict[str, Any]:
    """Give the kept person what the other row had; what both have stays with the kept one.

    Part of the merge; returns what `part_care` needs to take it back.
    """
    note: dict[str, Any] = {"moved": {}, "aside": [], "removed": []}
    held = set(Recipient.objects.filter(person=kept).values_list("round_id", flat=True))
    rows = Recipient.objects.filter(person=gone)
    note["removed"] = _keys(rows.filter(round__in=held, removed_why="", received=""))
    Recipient.objects.filter(pk__in=note["removed"]).update(
        removed_why=Removed.MERGED, removed_on=actor.today
    )
    note["moved"]["recipients"] = _keys(rows.exclude(round__in=held))
    rows.filter(pk__in=note["moved"]["recipients"]).update(person=kept)
    requests = RightRequest.objects.filter(person=gone, withdrawn_at=None)
    codes = RightRequest.objects.filter(person=kept, withdrawn_at=None).values("code")
    note["aside"] = _keys(requests.filter(code__in=list(codes.values_list("code", flat=True))))
    note["moved"]["requests"] = _keys(requests.exclude(pk__in=note["aside"]))
    RightRequest.objects.filter(pk__in=note["aside"]).update(withdrawn_at=clock.now())
    RightRequest.objects.filter(pk__in=note["moved"]["requests"]).update(
        person=kept, unit_pos=kept.unit_pos
    )
    answers = CareAnswers.objects.filter(person=gone)
    has_own = CareAnswers.objects.filter(person=kept).exists()
    note["moved"]["answers"] = [] if has_own else _keys(answers)
    CareAnswers.objects.filter(pk__in=note["moved"]["answers"]).update(
        person=kept, unit_pos=kept.unit_pos
    )
    _recount(note["removed"])
    return note


@transaction.atomic
def part_care(*, kept: Person, gone: Person, note: Mapping[str, Any]) -> None:
    """Take back what `join_care` did, as part of undoing the merge."""
    moved = note["moved"]
    Recipient.objects.filter(pk__in=moved["recipients"]).update(person=gone)
    Recipient.objects.filter(pk__in=note["removed"]).update(removed_why="", removed_on=None)
    RightRequest.objects.filter(pk__in=moved["requests"]).update(
        person=gone, unit_pos=gone.unit_pos
    )
    RightRequest.objects.filter(pk__in=note["aside"]).update(withdrawn_at=None)
    CareAnswers.objects.filter(pk__in=moved["answers"]).update(person=gone, unit_pos=gone.unit_pos)
    _recount(note["removed"])


def _keys(rows: Any) -> list[str]:
    return [str(pk) for pk in rows.values_list("pk", flat=True)]


def _recount(keys: list[str]) -> None:
    wanted = Recipient.objects.filter(pk__in=keys).values("round")
    for round in LongevityRound.objects.filter(pk__in=wanted):
        recount_round(round)
