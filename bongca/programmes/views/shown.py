"""What several pages of tasks say in the same words."""

from datetime import date

from django.http import QueryDict
from django.urls import reverse

from bongca.core import clock
from bongca.core.http import Request
from bongca.core.ui import Column, Happening, Role, State, Step, Tag, due_tag
from bongca.core.ui.written import clock_time, short_date, weekday_date
from bongca.programmes.enums import AssignmentState
from bongca.programmes.models import Assignment, AssignmentEvent, Task

_TAGS = {
    AssignmentState.SENT: State.UNACKNOWLEDGED.tag(),
    AssignmentState.RECEIVED: State.DRAFTING.tag("Đã nhận"),
    AssignmentState.DOING: State.DRAFTING.tag("Đang làm"),
    AssignmentState.HANDED_IN: State.SUBMITTED.tag("Đã báo kết quả"),
    AssignmentState.ACCEPTED: State.ACCEPTED.tag("Đã xong"),
    AssignmentState.RETURNED: State.RETURNED.tag(),
    AssignmentState.EXEMPT: State.EXEMPT.tag(),
}
_PLACES = {
    AssignmentState.SENT: 1,
    AssignmentState.RECEIVED: 2,
    AssignmentState.DOING: 2,
    AssignmentState.RETURNED: 2,
    AssignmentState.HANDED_IN: 3,
    AssignmentState.ACCEPTED: 5,
    AssignmentState.EXEMPT: 5,
}


def copy_tag(copy: Assignment, today: date) -> Tag:
    """Return the state of a copy, and how late it is while it is owed."""
    if copy.is_open and copy.due_on is not None and copy.due_on < today:
        return due_tag((copy.due_on - today).days)
    return _TAGS[AssignmentState(copy.state)]


def steps_of(copy: Assignment) -> tuple[list[Step], int]:
    """Return the four steps of a copy and the present one."""
    received = short_date(copy.received_at) if copy.received_at else ""
    handed = short_date(copy.handed_in_on) if copy.handed_in_on else ""
    steps = [
        Step("Đã giao", short_date(copy.sent_at)),
        Step("Đã nhận, đang làm", received),
        Step("Đã báo kết quả", handed),
        Step("Được công nhận"),
    ]
    return steps, _PLACES[AssignmentState(copy.state)]


def due_words(task: Task) -> str:
    """Return a task's deadline: the day, with the words in which it was said."""
    if task.due_on is None:
        return task.due_said or "Chưa định hạn"
    shown = weekday_date(task.due_on)
    return f"{shown} (“{task.due_said}”)" if task.due_said else shown


def day_or(day: date | None, otherwise: str = "Chưa định hạn") -> str:
    """Return a due day with its weekday, or what to say without one."""
    return weekday_date(day) if day else otherwise


def happening(event: AssignmentEvent) -> Happening:
    """Return an event of a copy as a line of its history."""
    local = event.at.astimezone(clock.VIETNAM)
    what = event.get_kind_display()
    said = f"{what}: {event.note}" if event.note else what
    return Happening(said, f"{local:%d/%m/%Y}, {clock_time(local)}. {event.by_label}")


def copy_url(copy: Assignment) -> str:
    """Return the page of a copy."""
    return reverse("programmes:copy_detail", args=[copy.pk])


def work_columns(today: date) -> list[Column[Assignment]]:
    """Return the columns of a unit's own work."""
    return [
        Column("Nhiệm vụ", "task.name", Role.NAME, note=_who_for, link=copy_url),
        Column("Nơi giao", "giver.name"),
        Column("Hạn", lambda copy: day_or(copy.due_on)),
        Column("Tình trạng", lambda copy: copy_tag(copy, today), Role.STATE),
    ]


def _who_for(copy: Assignment) -> str:
    said = f"{copy.get_role_display()}: {copy.assignee}"
    return f"Trọng tâm. {said}" if copy.task.is_key else said


def posted(request: Request) -> QueryDict | None:
    """Return what was sent, also when it was nothing but a press of the button."""
    return request.POST if request.method == "POST" else None
