"""Tasks in the cast's country, set up through the actions."""

from datetime import date
from typing import Any

from bongca.org.models import Unit
from bongca.programmes.actions.tasks import create_task
from bongca.programmes.models import Assignment, Task
from tests.cast import Cast

NAME = "Tổ chức thăm, tặng quà người cao tuổi dịp Tết"
DUE = date(2026, 12, 31)


def make_task(cast: Cast, who: str = "mai", unit: str = "central", **more: Any) -> Task:
    """Word a task of a unit; by default Central's, with nobody to do it yet."""
    given: dict[str, Any] = {"name": NAME, "due_on": DUE} | more
    return create_task(actor=cast.actor(who), unit=cast.units[unit], **given)


def copy_of(task: Task, unit: Unit) -> Assignment:
    """Return the copy of a task that stands at a unit."""
    found = Assignment.objects.select_related("task", "unit", "parent", "body", "partner")
    return found.get(task=task, unit=unit, kind="unit")
