"""What was changed since: of a task since a copy was given, of a programme."""

from django.db.models import QuerySet

from bongca.programmes.models import Assignment, Programme, Revision, Task


def changes_since(copy: Assignment) -> list[Revision]:
    """Return what was changed in a copy's task after the copy was given, latest first."""
    later = Revision.objects.filter(task_id=copy.task_id, at__gt=copy.sent_at)
    return list(later.order_by("-at")[:10])


def changes_of_task(task: Task) -> QuerySet[Revision]:
    """Return what was changed in a task, latest first."""
    return Revision.objects.filter(task=task).order_by("-at")


def changes_of_programme(programme: Programme) -> QuerySet[Revision]:
    """Return what was changed in a programme, latest first."""
    return Revision.objects.filter(programme=programme).order_by("-at")
