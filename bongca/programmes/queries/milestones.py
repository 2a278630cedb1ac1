"""Parts of a task counted by themselves: how many took them, how many did, who has not."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.programmes.models import Assignment, Milestone, MilestoneMark, Task
from bongca.programmes.queries.progress import TierCount, below

TAKEN, DONE, NOT_DONE, NOT_TAKEN = "nhan", "da", "chua", "khong"


@dataclass(frozen=True, slots=True)
class PartCount:
    """How far a part is among the units of one tier below."""

    part: Milestone
    taken: int
    done: int
    total: int

    @property
    def owed(self) -> int:
        """Return how many are to do it."""
        return self.total if self.part.is_for_all else self.taken

    @property
    def words(self) -> str:
        """Return it as said in a report: "20 nơi nhận, 5 đã xong"."""
        if self.part.is_for_all:
            return f"{self.part.name}: {self.done}/{self.total} nơi đã xong"
        return f"{self.part.name}: {self.taken} nơi nhận, {self.done} đã xong"


@dataclass(frozen=True, slots=True)
class OwnPart:
    """A part as it stands at one copy."""

    part: Milestone
    mark: MilestoneMark | None

    @property
    def is_done(self) -> bool:
        return self.mark is not None and self.mark.done_at is not None


def part_counts(actor: Actor, task: Task, unit: Unit, tier: TierCount | None) -> list[PartCount]:
    """Count each part of a task among the units of a tier below a unit; two statements."""
    if tier is None:
        return []
    parts = list(Milestone.objects.filter(task=task).order_by("pk"))
    if not parts:
        return []
    copies = below(actor, task, unit).filter(tier=tier.tier).exclude(state="exempt")
    rows = (
        MilestoneMark.objects.filter(milestone__in=parts, assignment__in=copies)
        .values_list("milestone_id")
        .annotate(taken=Count("pk"), done=Count("pk", filter=Q(done_at__isnull=False)))
    )
    counted = {part: (taken, done) for part, taken, done in rows}
    return [PartCount(part, *counted.get(part.pk, (0, 0)), tier.total) for part in parts]


def with_part(copies: QuerySet[Assignment], part: Milestone, group: str) -> QuerySet[Assignment]:
    """Leave the copies that took a part, did it, or have not."""
    marks = MilestoneMark.objects.filter(milestone=part, assignment=OuterRef("pk"))
    done = Exists(marks.filter(done_at__isnull=False))
    if group == DONE:
        return copies.filter(done)
    if group == NOT_TAKEN:
        return copies.filter(~Exists(marks)).exclude(state="exempt")
    if group == TAKEN:
        return copies.filter(Exists(marks))
    owed = copies.exclude(state="exempt").filter(~done)
    return owed if part.is_for_all else owed.filter(Exists(marks))


def part_of(task: Task, pk: int) -> Milestone:
    """Return a part of this task; raises Http404 otherwise."""
    return get_object_or_404(Milestone, task=task, pk=pk)


def own_parts(copy: Assignment) -> list[OwnPart]:
    """Return the parts of a copy's task as they stand there; two statements."""
    parts = list(Milestone.objects.filter(task_id=copy.task_id).order_by("pk"))
    marks = {one.milestone_id: one for one in MilestoneMark.objects.filter(assignment=copy)}
    return [OwnPart(part, marks.get(part.pk)) for part in parts]
