"""A task of every year, copied with its days moved."""

from django.db import transaction

from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.programmes import policies
from bongca.programmes.actions.tasks import Assignee, create_task
from bongca.programmes.enums import AssigneeKind, Repeats
from bongca.programmes.models import Assignment, Task
from bongca.programmes.rules.years import next_year, with_next_year

MOST_ASSIGNEES = 200


@transaction.atomic
def copy_to_next_year(*, actor: Actor, task: Task) -> Task:
    """Word a yearly task again for the next year and give it to the same; once for each.

    Its days are moved by a year and the year in its words with them. Assignees that are over are
    left out. Raises DomainError for a task without a day or copied before, Http404, NotAllowed.
    """
    policies.require_give(actor, task)
    day = task.due_on
    if task.repeats != Repeats.YEARLY or day is None:
        raise DomainError("not_yearly", "Chỉ nhiệm vụ hằng năm có hạn mới lập cho năm sau được.")
    year = day.year
    return create_task(
        actor=actor,
        unit=task.unit,
        name=with_next_year(task.name, year),
        words=with_next_year(task.words, year),
        due_said=with_next_year(task.due_said, year),
        due_since=next_year(task.due_since),
        due_on=next_year(day),
        is_key=task.is_key,
        source_kind=task.source_kind,
        source_words=task.source_words,
        citation_symbol=task.citation_symbol,
        citation_on=task.citation_on,
        citation_issuer=task.citation_issuer,
        gathering=task.gathering,
        place=task.place,
        guests=task.guests,
        budget_vnd=task.budget_vnd,
        repeats=task.repeats,
        copied_from=task,
        assignees=_again(task),
    )


def _again(task: Task) -> list[Assignee]:
    copies = Assignment.objects.filter(task=task, parent__isnull=True, unit__is_open=True)
    # A person may have left the unit meanwhile: whoever is in charge names one anew.
    given = copies.exclude(kind=AssigneeKind.PERSON).select_related("unit", "body", "partner")
    return [
        Assignee(
            unit=copy.unit if copy.kind == AssigneeKind.UNIT else None,
            body=copy.body,
            partner=copy.partner,
            role=copy.role,
            addition=copy.addition,
        )
        for copy in given[:MOST_ASSIGNEES]
    ]
