"""Parts of a task counted by themselves: named by the giver, taken and done at each place."""

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.programmes import policies
from bongca.programmes.actions.history import lock_assignment, write_event
from bongca.programmes.actions.tasks import lock_task
from bongca.programmes.enums import AssignmentState, EventKind, TaskState
from bongca.programmes.models import Assignment, Milestone, MilestoneMark, Task

SENTENCES = {"milestone_named_once": "Nhiệm vụ này đã có phần việc tên ấy."}
_OVER = (AssignmentState.ACCEPTED, AssignmentState.EXEMPT)


@transaction.atomic
def add_milestone(*, actor: Actor, task: Task, name: str, is_for_all: bool) -> Milestone:
    """Name a part of a task that is counted by itself, for all places or for those who take it.

    Raises DomainError without a name or for one there is already, Http404, NotAllowed.
    """
    policies.require_give(actor, task)
    latest = lock_task(task)
    said = nfc(name)[:120]
    if not said:
        raise DomainError("name_missing", "Xin ghi tên phần việc.", field="name")
    with said_in_words(SENTENCES):
        part = Milestone.objects.create(task=latest, name=said, is_for_all=is_for_all)
    audit.record(actor, "programmes.add_milestone", part, changes={"task": latest.pk})
    return part


@transaction.atomic
def take_milestone(*, actor: Actor, assignment: Assignment, milestone: Milestone) -> MilestoneMark:
    """Say that this place takes a part on; a second time changes nothing."""
    copy = _lock(actor, assignment, milestone)
    mark, is_new = _mark(actor, copy, milestone)
    if is_new:
        write_event(actor, copy, EventKind.MILESTONE, f"nhận {milestone.name}")
        audit.record(actor, "programmes.take_milestone", copy, changes={"part": milestone.pk})
    return mark


@transaction.atomic
def finish_milestone(
    *, actor: Actor, assignment: Assignment, milestone: Milestone
) -> MilestoneMark:
    """Say that a part is done or sent here; a second time changes nothing."""
    copy = _lock(actor, assignment, milestone)
    mark, _ = _mark(actor, copy, milestone)
    if mark.done_at is None:
        mark.done_at, mark.done_by_label = clock.now(), actor.label[:200]
        mark.save(update_fields=["done_at", "done_by_label"])
        write_event(actor, copy, EventKind.MILESTONE, f"đã xong {milestone.name}")
        audit.record(actor, "programmes.finish_milestone", copy, changes={"part": milestone.pk})
    return mark


@transaction.atomic
def give_milestone_back(*, actor: Actor, assignment: Assignment, milestone: Milestone) -> None:
    """Take back what was said of a part at this place; the history keeps that it was said."""
    copy = _lock(actor, assignment, milestone)
    count, _ = MilestoneMark.objects.filter(assignment=copy, milestone=milestone).delete()
    if count:
        write_event(actor, copy, EventKind.MILESTONE, f"thôi {milestone.name}")
        audit.record(actor, "programmes.give_milestone_back", copy, changes={"part": milestone.pk})


def _lock(actor: Actor, assignment: Assignment, milestone: Milestone) -> Assignment:
    policies.require_carry(actor, assignment)
    copy = lock_assignment(assignment)
    if milestone.task_id != copy.task_id:
        raise ValueError("A part of another task.")
    if copy.task.state != TaskState.OPEN or copy.state in _OVER:
        raise DomainError("over", "Việc này đã xong, không ghi thêm được nữa.", status=409)
    return copy


def _mark(actor: Actor, copy: Assignment, milestone: Milestone) -> tuple[MilestoneMark, bool]:
    return MilestoneMark.objects.get_or_create(
        milestone=milestone,
        assignment=copy,
        defaults={"taken_at": clock.now(), "taken_by_label": actor.label[:200]},
    )
