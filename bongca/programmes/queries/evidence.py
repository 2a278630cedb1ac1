"""What shows that a task was done, from all the places it went to."""

from collections.abc import Sequence

from bongca.core.actor import Actor
from bongca.programmes import policies
from bongca.programmes.models import Evidence, Task

LATEST = 24


def latest_evidence(actor: Actor, task: Task) -> Sequence[Evidence]:
    """Return the latest evidence of a task the actor may open, from every tier; one statement.

    Only so many: a task may stand at 100,000 places, and each shows its own on its page.
    """
    copies = policies.visible_assignments(actor).filter(task=task)
    if policies.sees_figures_only(actor):
        copies = copies.filter(unit_id=actor.unit_id or 0)
    rows = Evidence.objects.filter(assignment__in=copies)
    return list(
        rows.select_related(
            "attachment", "assignment__unit", "assignment__body", "assignment__partner"
        ).order_by("-pk")[:LATEST]
    )
