"""A list of places as it was asked for; one written in the background, and its file."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.core.models import Attachment
from bongca.org.models import Unit
from bongca.programmes.enums import DONE_STATES, OPEN_STATES, AssignmentState
from bongca.programmes.models import Assignment, Task
from bongca.programmes.queries import progress
from bongca.programmes.queries.milestones import part_of, with_part
from bongca.programmes.rules.exported import PURPOSE, export_name

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


def export_run(actor: Actor, run_id: UUID) -> JobRun:
    """Return the run this very person ordered; raises Http404 for anybody else's."""
    runs = JobRun.objects.filter(name="programmes.write_export", started_by_id=actor.user_id)
    return get_object_or_404(runs, pk=run_id)


def finished_export(actor: Actor, run_id: UUID) -> Attachment | None:
    """Return the file of a run of this person, once it is there."""
    return Attachment.objects.filter(
        purpose=PURPOSE, user_id=actor.user_id, name=export_name(run_id)
    ).first()


def may_open_export(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether this is the one who ordered the file, still in the same right."""
    same = attachment.user_id == actor.user_id and attachment.unit_id == actor.unit_id
    return same and actor.holds("tasks.view")
