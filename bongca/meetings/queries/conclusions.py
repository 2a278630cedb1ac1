"""The state of each conclusion: from its task and the copies of it, never typed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.core.ui import State, Tag, due_tag
from bongca.meetings.enums import Part
from bongca.meetings.models import Conclusion, ConclusionParty, Meeting
from bongca.meetings.policies import visible_meetings
from bongca.programmes.enums import AssignmentState
from bongca.programmes.models import Assignment, ExtensionRequest
from bongca.programmes.policies import sees_words, visible_assignments

_OVER = (AssignmentState.ACCEPTED, AssignmentState.EXEMPT)
# A conclusion of Central has as many copies as there are provinces: no more of each than is shown.
_OF_COPY = (
    "task", "kind", "unit", "body", "partner", "person_label", "state", "due_on", "handed_in_on",
    "result", "unit__name", "body__name", "partner__name",
)  # fmt: skip


@dataclass
class Standing:
    """A conclusion with those who owe it and how far they are."""

    conclusion: Conclusion
    is_published: bool
    today: date
    copies: list[Assignment] = field(default_factory=list)
    asked: ExtensionRequest | None = None

    @property
    def leads(self) -> list[ConclusionParty]:
        return [one for one in self.conclusion.parties.all() if one.part == Part.LEAD]

    @property
    def helpers(self) -> list[ConclusionParty]:
        return [one for one in self.conclusion.parties.all() if one.part == Part.SUPPORT]

    @property
    def over(self) -> int:
        return sum(copy.state in _OVER for copy in self.copies)

    @property
    def is_done(self) -> bool:
        return bool(self.copies) and self.over == len(self.copies)

    @property
    def done_on(self) -> date | None:
        """The day the last copy was handed in, once all are accepted."""
        days = [copy.handed_in_on for copy in self.copies if copy.handed_in_on]
        return max(days) if self.is_done and days else None

    @property
    def due_on(self) -> date | None:
        return self.conclusion.due_on

    @property
    def is_unassigned(self) -> bool:
        return self.conclusion.task_id is not None and not self.copies

    @property
    def is_late(self) -> bool:
        owed = self.conclusion.task_id is not None and not self.is_done
        return owed and self.due_on is not None and self.due_on < self.today

    @property
    def awaits_review(self) -> bool:
        return any(copy.state == AssignmentState.HANDED_IN for copy in self.copies)

    @property
    def tag(self) -> Tag:
        if not self.is_published:
            return State.DRAFTING.tag("Dự thảo")
        if self.conclusion.task_id is None:
            return State.CLOSED.tag("Ghi theo nguồn")
        if self.is_done:
            return State.ACCEPTED.tag("Đã xong")
        if self.is_late and self.due_on:
            return due_tag((self.due_on - self.today).days)
        if not self.copies:
            return State.NOT_SUBMITTED.tag("Chưa giao")
        return self._under_way()

    def _under_way(self) -> Tag:
        if all(copy.state in (*_OVER, AssignmentState.HANDED_IN) for copy in self.copies):
            return State.SUBMITTED.tag("Đã báo kết quả")
        if all(copy.state == AssignmentState.SENT for copy in self.copies):
            return State.UNACKNOWLEDGED.tag()
        if len(self.copies) > 1:
            return State.DRAFTING.tag(f"Đang làm: {self.over}/{len(self.copies)} nơi xong")
        return State.DRAFTING.tag("Đang làm")

    @property
    def days_left(self) -> int | None:
        if self.due_on is None or self.is_done:
            return None
        return (self.due_on - self.today).days

    @property
    def results(self) -> list[Assignment]:
        """The copies that have a result in words to open."""
        return [copy for copy in self.copies if copy.result]


def standings(actor: Actor, meeting: Meeting) -> list[Standing]:
    """Return the conclusions of a meeting in their order, each with its state; four statements."""
    conclusions = list(_with_parties(Conclusion.objects.filter(meeting=meeting)))
    return _standings(actor, conclusions, {meeting.pk} if hasattr(meeting, "notice") else set())


def _with_parties(rows: QuerySet[Conclusion]) -> QuerySet[Conclusion]:
    parties = ConclusionParty.objects.select_related("unit", "body__unit", "partner")
    return rows.prefetch_related(Prefetch("parties", parties)).order_by("number")


def _standings(actor: Actor, conclusions: list[Conclusion], published: set[int]) -> list[Standing]:
    tasks = [one.task_id for one in conclusions if one.task_id is not None]
    copies: dict[int, list[Assignment]] = defaultdict(list)
    asked: dict[int, ExtensionRequest] = {}
    if tasks:
        top = visible_assignments(actor).filter(task__in=tasks, parent__isnull=True)
        top = top.select_related("unit", "body", "partner").only(*_OF_COPY)
        for copy in top.order_by("pk"):
            if not sees_words(actor, copy):
                copy.result = ""
            copies[copy.task_id].append(copy)
        requests = ExtensionRequest.objects.filter(
            assignment__in=[copy.pk for each in copies.values() for copy in each],
            is_granted__isnull=True,
        ).select_related("assignment")
        asked = {one.assignment.task_id: one for one in requests}
    return [
        Standing(
            conclusion=one,
            is_published=one.meeting_id in published,
            today=actor.today,
            copies=copies.get(one.task_id or 0, []),
            asked=asked.get(one.task_id or 0),
        )
        for one in conclusions
    ]


@dataclass(frozen=True)
class Summary:
    """How the conclusions of a meeting stand, in numbers."""

    total: int
    done: int
    late: int
    unassigned: int
    from_source: int

    @property
    def doing(self) -> int:
        return self.total - self.done - self.late - self.unassigned - self.from_source


def summary_of(rows: Iterable[Standing]) -> Summary:
    listed = list(rows)
    late = [one for one in listed if one.is_late]
    return Summary(
        total=len(listed),
        done=sum(one.is_done for one in listed),
        late=len(late),
        unassigned=sum(one.is_unassigned and not one.is_late for one in listed),
        from_source=sum(one.conclusion.task_id is None for one in listed),
    )


def waiting_for_chair(rows: Iterable[Standing]) -> list[tuple[Standing, str]]:
    """Return what only the chair can settle, with the words for it."""
    found: list[tuple[Standing, str]] = []
    for one in rows:
        if one.asked is not None:
            found.append((one, f"{one.asked.assignment.assignee} xin lùi hạn"))
        if one.is_unassigned:
            found.append((one, "chưa giao đơn vị nào"))
        if one.awaits_review:
            found.append((one, "đã báo kết quả, chờ công nhận"))
    return found


def standings_among(actor: Actor, conclusions: list[Conclusion]) -> list[Standing]:
    """Return conclusions of published meetings, in the order given, each with its state."""
    return _standings(actor, conclusions, {one.meeting_id for one in conclusions})


def standing_of(actor: Actor, conclusion: Conclusion) -> Standing:
    """Return one conclusion with its state, published or still a draft."""
    published = {conclusion.meeting_id} if hasattr(conclusion.meeting, "notice") else set()
    return _standings(actor, [conclusion], published)[0]


def seen_conclusion(actor: Actor, pk: int) -> Conclusion:
    """Return a conclusion of a meeting one may see; raises Http404 otherwise."""
    rows = Conclusion.objects.filter(meeting__in=visible_meetings(actor).values("pk"))
    found = rows.select_related("meeting", "meeting__unit", "meeting__notice", "task__unit")
    return get_object_or_404(found, pk=pk)
