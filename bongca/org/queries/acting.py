"""As whom a job acts: whoever asked for it, by the right they hold on the day it runs."""

from datetime import date

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs.models import JobRun
from bongca.org.models import Unit
from bongca.org.policies import actor_for, grants_of


class RightEnded(DomainError):
    """Whoever ordered the work no longer holds the right to it."""

    status = 403

    def __init__(self) -> None:
        super().__init__("right_ended", "Người đặt việc này không còn giữ quyền ở đơn vị.")


def acting_again(user_id: int, unit_id: int, role: str, today: date) -> Actor:
    """Return the actor who ordered a job, if that very right still stands.

    Raises RightEnded when the grant has ended.
    """
    user = User.objects.get(pk=user_id)
    grant = grants_of(user, today).filter(unit_id=unit_id, role=role).first()
    if grant is None:
        raise RightEnded
    return actor_for(user, today, grant=grant)


def asked_by(run: JobRun, unit: Unit, today: date) -> Actor:
    """Return who asked for a run, as they may act today on a unit: by the grant they asked under,
    else by another at the unit or above it; without one an actor who may do nothing.
    """
    user = User.objects.get(pk=run.started_by_id or 0)
    over = grants_of(user, today).filter(unit__lft__lte=unit.lft, unit__rgt__gte=unit.lft)
    grant = over.filter(unit_id=run.unit_id or 0).first() or over.first()
    return actor_for(user, today, grant=grant)
