"""What happens to the tree in the background."""

from datetime import date

from bongca.accounts.models import User
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs import job
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped
from bongca.org.actions import moves
from bongca.org.models import Unit
from bongca.org.policies import actor_for, grants_of
from bongca.org.queries.faults import faults_of_tree


@job("org.move_unit", title="Chuyển đơn vị sang đơn vị cấp trên khác")
def move_unit(
    run: JobRun, *, unit_id: int, parent_id: int, on: str, version: int, citation: str = ""
) -> None:
    actor = _actor_of(run)
    with scoped(actor):
        unit = Unit.objects.get(pk=unit_id)
        if unit.parent_id == parent_id:  # done before this run broke off
            return
        moves.move_unit(
            actor=actor,
            unit=unit,
            parent=Unit.objects.get(pk=parent_id),
            on=date.fromisoformat(on),
            citation=citation,
            version=version,
        )


@job("org.check_tree", title="Soát cây tổ chức", cron="0 2 * * *")
def check_tree(run: JobRun) -> None:
    faults = faults_of_tree(clock.today())
    if faults:
        named = "; ".join(f"{fault.words}: {fault.names}" for fault in faults)
        raise DomainError("tree_faults", f"Cây tổ chức có chỗ sai. {named}")


def _actor_of(run: JobRun) -> Actor:
    """Return who asked for this work, as they may act today."""
    user = User.objects.get(pk=run.started_by_id or 0)
    today = clock.today()
    grant = grants_of(user, today).filter(unit_id=run.unit_id or 0).first()
    return actor_for(user, today, grant=grant)
