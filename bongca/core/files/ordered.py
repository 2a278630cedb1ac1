"""A file that a job writes for whoever ordered it: its run, where it lies, who may open it."""

from dataclasses import dataclass
from uuid import UUID

from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.jobs.models import JobRun
from bongca.core.models import Attachment


@dataclass(frozen=True, slots=True)
class OrderedFile:
    """One kind of such files: the job that writes it, the purpose it is kept for, the permission
    word it needs, and how its name begins.
    """

    job: str
    purpose: str
    word: str
    stem: str

    def name_of(self, run_id: UUID, extension: str = "xlsx") -> str:
        """Return the name of the file that a run writes."""
        return f"{self.stem}-{run_id.hex}.{extension}"

    def run(self, actor: Actor, run_id: UUID) -> JobRun:
        """Return the run this very person ordered; raises Http404 for anybody else's."""
        runs = JobRun.objects.filter(name=self.job, started_by_id=actor.user_id)
        return get_object_or_404(runs, pk=run_id)

    def finished(self, actor: Actor, run_id: UUID) -> Attachment | None:
        """Return the file of a run of this person, once it is there."""
        return Attachment.objects.filter(
            purpose=self.purpose,
            user_id=actor.user_id,
            name__startswith=self.name_of(run_id, ""),
        ).first()

    def may_open(self, actor: Actor, attachment: Attachment) -> bool:
        """Tell whether this is the one who ordered the file, still in the same right."""
        same = attachment.user_id == actor.user_id and attachment.unit_id == actor.unit_id
        return same and actor.holds(self.word)
