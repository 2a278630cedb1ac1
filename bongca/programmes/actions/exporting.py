"""Take a list of tasks out of the product: an act with a trace."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.files import store_attachment
from bongca.core.jobs import enqueue
from bongca.core.jobs.models import JobRun
from bongca.core.models import Attachment
from bongca.org.models import Unit
from bongca.org.policies import require
from bongca.programmes.models import Task
from bongca.programmes.queries.exported import EXPORT

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT_FOR = timedelta(days=7)


@transaction.atomic
def record_export(*, actor: Actor, what: str, count: int, task: Task | None = None) -> None:
    """Leave the trace of a list about to leave the product. Raises NotAllowed."""
    require(actor, "tasks.view")
    audit.record(
        actor, "programmes.export", task or ("programmes.assignment", "*"),
        changes={"list": what, "count": count},
    )  # fmt: skip


@transaction.atomic
def order_export(
    *, actor: Actor, task: Task, unit: Unit, tier: str, group: str, part: int | None, count: int
) -> JobRun:
    """Have a long list of places written in the background; returns the run to follow."""
    record_export(actor=actor, what="places", count=count, task=task)
    return enqueue(
        "programmes.write_export",
        actor=actor,
        user_id=actor.user_id,
        acting_unit_id=actor.unit_id,
        role=actor.role,
        task_id=task.pk,
        unit_id=unit.pk,
        tier=tier,
        group=group,
        part=part,
        count=count,
    )


@transaction.atomic
def keep_export(*, actor: Actor, run_id: UUID, chunks: Iterable[bytes]) -> Attachment:
    """Keep the workbook of a finished run for a week, for the one who ordered it."""
    return store_attachment(
        actor,
        chunks,
        name=EXPORT.name_of(run_id),
        content_type=CONTENT_TYPE,
        purpose=EXPORT.purpose,
        keep_until=actor.today + KEPT_FOR,
    )
