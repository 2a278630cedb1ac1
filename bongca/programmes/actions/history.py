"""One copy, locked for an act, and what is written into its history."""

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError
from bongca.programmes.enums import AssignmentState, EventKind, TaskState
from bongca.programmes.models import Assignment, AssignmentEvent


def lock_assignment(assignment: Assignment, version: int | None = None) -> Assignment:
    """Return the copy as it is now, locked. Raises Changed when it is not the version opened."""
    latest = (
        Assignment.objects.select_for_update(of=("self",))
        .select_related("task", "unit", "parent", "body", "partner")
        .get(pk=assignment.pk)
    )
    if version is not None and latest.version != version:
        raise Changed(
            {"Tình trạng": latest.get_state_display()}, {"Tình trạng": "như trên trang đang mở"}
        )
    return latest


def require_open(assignment: Assignment) -> None:
    """Raise DomainError when the copy is no longer to be worked on."""
    if assignment.task.state != TaskState.OPEN:
        raise DomainError("task_over", "Nhiệm vụ này đã kết thúc hoặc đã rút.", status=409)
    if not assignment.is_open:
        words = assignment.get_state_display().lower()
        raise DomainError("not_open", f"Việc này {words} rồi.", status=409)


def require_state(assignment: Assignment, *states: AssignmentState) -> None:
    """Raise DomainError when the copy is in none of these states."""
    if assignment.state not in states:
        words = assignment.get_state_display().lower()
        raise DomainError("wrong_state", f"Việc này đang ở tình trạng {words}.", status=409)


def write_event(actor: Actor, assignment: Assignment, kind: EventKind, note: str = "") -> None:
    """Write down what happened to a copy."""
    AssignmentEvent.objects.create(
        assignment=assignment,
        kind=kind,
        at=clock.now(),
        by_id=actor.user_id,
        by_label=actor.label[:200],
        note=note,
    )


def save_copy(assignment: Assignment, *fields: str) -> None:
    """Save these fields of a locked copy under a new version."""
    assignment.version += 1
    assignment.save(update_fields=[*fields, "version"])
