"""A file ordered in the background: how far it is, and where it lies."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.core.models import Attachment

EXPORT_PURPOSE = "care.file"


def file_name(run_id: UUID, extension: str) -> str:
    """Return the name of the file that a run makes."""
    return f"mung-tho-{run_id.hex}.{extension}"


def file_run(actor: Actor, run_id: UUID) -> JobRun:
    """Return the run this very person ordered; raises Http404 for anybody else's."""
    runs = JobRun.objects.filter(name="care.write_file", started_by_id=actor.user_id)
    return get_object_or_404(runs, pk=run_id)


def finished_file(actor: Actor, run_id: UUID) -> Attachment | None:
    """Return the file of a run of this person, once it is there."""
    return Attachment.objects.filter(
        purpose=EXPORT_PURPOSE,
        user_id=actor.user_id,
        name__startswith=f"mung-tho-{run_id.hex}.",
    ).first()


def may_open_file(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether this is the one who ordered the file, still in the same right."""
    same = attachment.user_id == actor.user_id and attachment.unit_id == actor.unit_id
    return same and actor.holds("members.export")
