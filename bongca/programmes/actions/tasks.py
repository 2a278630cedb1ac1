"""Nhiệm vụ: worded once by the unit that gives it, given to those who carry it out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.http import Http404

from bongca.accounts.models import User
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.offices.models import Body
from bongca.org.models import Grant, Partner, Unit
from bongca.org.policies import require_writable
from bongca.programmes import policies
from bongca.programmes.enums import AssigneeKind, AssignmentState, Part, SourceKind, TaskState
from bongca.programmes.models import Assignment, Programme, Task
from bongca.programmes.rules.dues import parse_due

SENTENCES = {
    "assignment_given_once": "Đơn vị này đã được giao nhiệm vụ ấy rồi.",
    "assignment_to_body_once": "Ban này đã được giao nhiệm vụ ấy rồi.",
    "assignment_to_partner_once": "Đơn vị phối hợp này đã có trong nhiệm vụ ấy rồi.",
    "assignment_to_person_once": "Người này đã được giao nhiệm vụ ấy rồi.",
    "task_due_span": "Hạn kết thúc phải sau ngày bắt đầu.",
    "task_copied_once": "Nhiệm vụ này đã được lập cho năm sau rồi.",
}


@dataclass(frozen=True, slots=True)
class Assignee:
    """Whom a task is given to: exactly one of unit, body, partner, person; in which part.

    A person is a user, with `label` as the name is to be printed; without an account, the label
    alone.
    """

    unit: Unit | None = None
    body: Body | None = None
    partner: Partner | None = None
    user: User | None = None
    label: str = ""
    role: str = Part.IMPLEMENT
    due_on: date | None = None
    addition: str = ""

    @property
    def kind(self) -> AssigneeKind:
        """Return what was named; raises ValueError unless it is exactly one."""
        person = self.user if self.user is not None else (self.label or None)
        named = [
            kind
            for kind, given in (
                (AssigneeKind.UNIT, self.unit),
                (AssigneeKind.BODY, self.body),
                (AssigneeKind.PARTNER, self.partner),
                (AssigneeKind.PERSON, person),
            )
            if given is not None
        ]
        if len(named) != 1:
            raise ValueError("An assignee is exactly one of unit, body, partner, person.")
        return named[0]


@transaction.atomic
def create_task(
    *,
    actor: Actor,
    unit: Unit,
    name: str,
    words: str = "",
    programme: Programme | None = None,
    due_said: str = "",
    due_since: date | None = None,
    due_on: date | None = None,
    is_key: bool = False,
    source_kind: str = SourceKind.OWN,
    source_words: str = "",
    citation_symbol: str = "",
    citation_on: date | None = None,
    citation_issuer: str = "",
    gathering: str = "",
    place: str = "",
    guests: str = "",
    budget_vnd: int | None = None,
    repeats: str = "",
    copied_from: Task | None = None,
    assignees: Sequence[Assignee] = (),
) -> Task:
    """Word a task for a unit and give it to its assignees.

    A deadline only said ("quý IV") is kept as said and turned into days where it names any.
    Raises DomainError without a name or for an assignee that cannot be, Http404, NotAllowed.
    """
    require_writable(actor, "tasks.assign", unit)
    title = nfc(name)
    if not title:
        raise DomainError("name_missing", "Xin ghi tên nhiệm vụ.", field="name")
    require_programme(unit, programme)
    said = nfc(due_said)
    if said and due_on is None:
        span = parse_due(said, actor.today)
        due_since, due_on = (span.first, span.last) if span else (None, None)
    with said_in_words(SENTENCES):
        task = Task.objects.create(
            unit=unit,
            programme=programme,
            name=title[:300],
            words=nfc(words),
            due_said=said[:80],
            due_since=due_since,
            due_on=due_on,
            is_key=is_key,
            source_kind=source_kind,
            source_words=nfc(source_words),
            citation_symbol=nfc(citation_symbol)[:60],
            citation_on=citation_on,
            citation_issuer=nfc(citation_issuer)[:200],
            gathering=gathering,
            place=nfc(place)[:160],
            guests=nfc(guests)[:400],
            budget_vnd=budget_vnd,
            repeats=repeats,
            copied_from=copied_from,
            created_at=clock.now(),
            created_by_id=actor.user_id,
            created_by_label=actor.label[:200],
        )
    given = _give(actor, task, assignees)
    audit.record(
        actor, "programmes.create_task", task,
        changes={"unit": unit.pk, "name": task.name, "due_on": due_on, "given": given},
    )  # fmt: skip
    return task


@transaction.atomic
def give_task(*, actor: Actor, task: Task, assignees: Iterable[Assignee]) -> int:
    """Give a task to more; return how many. Raises DomainError, Http404, NotAllowed."""
    policies.require_give(actor, task)
    latest = lock_task(task)
    count = _give(actor, latest, assignees)
    audit.record(actor, "programmes.give_task", latest, changes={"given": count})
    return count


@transaction.atomic
def end_task(*, actor: Actor, task: Task, state: str) -> Task:
    """Close a task that is over, or withdraw one that is not to be done."""
    policies.require_give(actor, task)
    latest = lock_task(task)
    latest.state = TaskState(state)
    latest.version += 1
    latest.save(update_fields=["state", "version"])
    audit.record(actor, "programmes.end_task", latest, changes={"state": state})
    return latest


def lock_task(task: Task) -> Task:
    """Return the task as it is now, locked. Raises DomainError when it is over."""
    latest = Task.objects.select_for_update(of=("self",)).select_related("unit").get(pk=task.pk)
    if latest.state != TaskState.OPEN:
        raise DomainError("task_over", "Nhiệm vụ này đã kết thúc hoặc đã rút.", status=409)
    return latest


def _give(actor: Actor, task: Task, assignees: Iterable[Assignee]) -> int:
    copies = [_copy(actor, task, one) for one in assignees]
    with said_in_words(SENTENCES):
        Assignment.objects.bulk_create(copies)
    return len(copies)


def _copy(actor: Actor, task: Task, one: Assignee) -> Assignment:
    kind = one.kind
    place = _place(task, one)
    if not task.unit.lft <= place.lft <= task.unit.rgt:
        raise Http404
    if one.user is not None and not _works_at(actor, one.user, place):
        raise DomainError("not_here", "Người này không làm việc ở đơn vị.", field="assignees")
    return Assignment(
        task=task,
        kind=kind,
        giver=task.unit,
        unit=place,
        unit_pos=place.lft,
        tier=place.tier,
        body=one.body,
        partner=one.partner,
        user_id=one.user.pk if one.user else None,
        person_label=nfc(one.label or str(one.user))[:200] if kind == AssigneeKind.PERSON else "",
        role=one.role,
        state=AssignmentState.SENT,
        due_on=one.due_on or task.due_on,
        addition=nfc(one.addition),
        sent_at=clock.now(),
        sent_by_label=actor.label[:200],
    )


def _place(task: Task, one: Assignee) -> Unit:
    if one.unit is not None:
        if not one.unit.is_open:
            raise DomainError("closed", f"{one.unit.name} đã kết thúc hoạt động.")
        return one.unit
    return one.body.unit if one.body is not None else task.unit


def _works_at(actor: Actor, user: User, unit: Unit) -> bool:
    return Grant.objects.filter(user=user, unit=unit, during__contains=actor.today).exists()


def require_programme(unit: Unit, programme: Programme | None) -> None:
    """Raise DomainError unless the programme is the unit's own."""
    if programme is not None and programme.unit_id != unit.pk:
        raise DomainError(
            "programme_elsewhere", "Chương trình này của đơn vị khác.", field="programme"
        )
