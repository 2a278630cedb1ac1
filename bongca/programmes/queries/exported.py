"""A list of places as it was asked for; one written in the background, and its file."""

from collections.abc import Mapping

from django.db.models import QuerySet

from bongca.core.actor import Actor
from bongca.core.files.ordered import OrderedFile
from bongca.org.models import Unit
from bongca.programmes.enums import DONE_STATES, OPEN_STATES, AssignmentState
from bongca.programmes.models import Assignment, Task
from bongca.programmes.queries import progress
from bongca.programmes.queries.milestones import part_of, with_part

EXPORT = OrderedFile("programmes.write_export", "programmes.export", "tasks.view", "noi-duoc-giao")
AT_ONCE = 5_000
GROUPS: Mapping[str, tuple[str, ...]] = {
    "chua": tuple(OPEN_STATES),
    "chua-nhan": (AssignmentState.SENT,),
    "da": tuple(DONE_STATES),
    "mien": (AssignmentState.EXEMPT,),
}


def places_asked(
    actor: Actor, task: Task, unit: Unit, tier: str, group: str, part: int | None = None
) -> QuerySet[Assignment]:
    """Return one tier's copies under a unit, narrowed by state or by one part of the task."""
    states = () if part else GROUPS.get(group, ())
    rows = progress.copies_of_tier(actor, task, unit, tier, states)
    return with_part(rows, part_of(task, part), group) if part else rows
