"""A list ordered as a file: how far it is, and where it lies."""

from datetime import date
from uuid import UUID

from django.shortcuts import get_object_or_404

from bongca.accounts.models import User
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs.models import JobRun
from bongca.core.models import Attachment
from bongca.members.rules import EXPORT_PURPOSE, export_name
from bongca.org.policies import actor_for, grants_of


class RightEnded(DomainError):
    """Whoever ordered the list no longer holds it."""

    status = 403

    def __init__(self) -> None:
        super().__init__("right_ended", "Người đặt danh sách này không còn giữ sổ của đơn vị.")


def export_run(actor: Actor, run_id: UUID) -> JobRun:
    """Return the run this very person ordered; raises Http404 for anybody else's."""
    runs = JobRun.objects.filter(name="members.write_export", started_by_id=actor.user_id)
    return get_object_or_404(runs, pk=run_id)


def finished_export(actor: Actor, run_id: UUID) -> Attachment | None:
    """Return the file of a run of this person, once it is there."""
    return Attachment.objects.filter(
        purpose=EXPORT_PURPOSE, user_id=actor.user_id, name=export_name(run_id)
    ).first()


def may_open_export(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether this is the one who ordered the file, still in the same right."""
    same = attachment.user_id == actor.user_id and attachment.unit_id == actor.unit_id
    return same and actor.holds("members.export")


def acting_again(user_id: int, unit_id: int, role: str, today: date) -> Actor:
    """Return the actor who ordered a job, if the right still stands on the day it runs.

    Raises RightEnded when the grant has ended.
    """
    user = User.objects.get(pk=user_id)
    grant = grants_of(user, today).filter(unit_id=unit_id, role=role).first()
    if grant is None:
        raise RightEnded
    return actor_for(user, today, grant=grant)
