"""Follow the tree: copies move with the unit at which they stand, and on to its successor."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.programmes.actions.history import save_copy, write_event
from bongca.programmes.enums import (
    OPEN_STATES,
    AssigneeKind,
    AssignmentState,
    EventKind,
    TaskState,
)
from bongca.programmes.models import Assignment, Task

_ALIVE = (*OPEN_STATES, AssignmentState.HANDED_IN)


@transaction.atomic
def shift_assignments(*, old_lft: int, old_rgt: int, delta: int) -> None:
    """Move every copy in this interval of the tree by `delta`.

    Part of a change of the tree, which has asked for the rights and leaves the audit entry.
    """
    rows = Assignment.objects.filter(unit_pos__gte=old_lft, unit_pos__lte=old_rgt)
    rows.update(unit_pos=F("unit_pos") + delta)


@transaction.atomic
def hand_on_tasks(*, actor: Actor, unit: Unit, successor: Unit | None) -> None:
    """Hand on what a closed unit still owed, gave or had to judge; what was done stays with it.

    The successor carries the copies from now on, except those it has already; these, and all
    where there is no successor, are let off with the reason in their history. Part of closing a
    unit, which has asked for the right and leaves the audit entry.
    """
    owed = Assignment.objects.select_for_update(of=("self",)).filter(
        unit=unit, state__in=OPEN_STATES, task__state=TaskState.OPEN
    )
    if successor is None:
        _let_off(actor, owed, f"{unit.name} đã kết thúc hoạt động.")
        return
    known = Assignment.objects.filter(unit=successor, kind=AssigneeKind.UNIT)
    held = set(known.values_list("task_id", flat=True))
    to_unit = owed.filter(kind=AssigneeKind.UNIT)
    for copy in to_unit.exclude(task_id__in=held):
        copy.unit, copy.unit_pos, copy.tier = successor, successor.lft, successor.tier
        save_copy(copy, "unit", "unit_pos", "tier")
        write_event(actor, copy, EventKind.MOVED, f"{unit.name} nhập vào {successor.name}")
    _let_off(
        actor, to_unit.filter(task_id__in=held), f"{successor.name} đã được giao chính việc này."
    )
    _let_off(
        actor, owed.exclude(kind=AssigneeKind.UNIT), f"{unit.name} đã nhập vào {successor.name}."
    )
    Task.objects.filter(unit=unit, state=TaskState.OPEN).update(unit=successor)
    Assignment.objects.filter(giver=unit, state__in=_ALIVE).update(giver=successor)


def _let_off(actor: Actor, copies: Iterable[Assignment], why: str) -> None:
    for copy in copies:
        copy.state = AssignmentState.EXEMPT
        save_copy(copy, "state")
        write_event(actor, copy, EventKind.EXEMPTED, why)
