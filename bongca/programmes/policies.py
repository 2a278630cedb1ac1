"""Who sees programmes, tasks and their copies; who carries, gives and judges them."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from bongca.core.actor import Actor, Reach
from bongca.core.errors import NotAllowed
from bongca.core.models import Attachment
from bongca.org import policies as org
from bongca.org.models import Grant, Partner
from bongca.org.queries.pages import is_frozen
from bongca.programmes.enums import AssigneeKind, ProgrammeKind
from bongca.programmes.models import Assignment, Evidence, Programme, Task

EVIDENCE = "programmes.evidence"
_SEES = (Reach.BELOW, Reach.UNIT, Reach.TOPIC)


def visible_programmes(actor: Actor) -> QuerySet[Programme]:
    """Return the programmes of the actor's unit and below; to a liaison the joint plans of his
    partner.
    """
    if is_liaison(actor):
        return Programme.objects.filter(kind=ProgrammeKind.JOINT, partner__in=partner_of(actor))
    if not _sees(actor):
        return Programme.objects.none()
    return Programme.objects.filter(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)


def visible_tasks(actor: Actor) -> QuerySet[Task]:
    """Return the tasks given in the actor's interval and those given into it; to a liaison those
    of the joint plans of his partner.
    """
    if is_liaison(actor):
        return Task.objects.filter(programme__in=visible_programmes(actor))
    if not _sees(actor):
        return Task.objects.none()
    given_here = Q(unit__lft__gte=actor.lft, unit__lft__lte=actor.rgt)
    copies = Assignment.objects.filter(
        task=OuterRef("pk"), unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt
    )
    return Task.objects.filter(given_here | Exists(copies))


def visible_assignments(actor: Actor) -> QuerySet[Assignment]:
    """Return the copies that stand in the actor's interval.

    By topic, and to a liaison, no copy that names a person is shown, except one's own.
    """
    if is_liaison(actor):
        shared = Assignment.objects.filter(task__programme__in=visible_programmes(actor))
        return shared.exclude(kind=AssigneeKind.PERSON)
    if not _sees(actor):
        return Assignment.objects.none()
    inside = Assignment.objects.filter(unit_pos__gte=actor.lft, unit_pos__lte=actor.rgt)
    if sees_figures_only(actor):
        return inside.exclude(Q(kind=AssigneeKind.PERSON) & ~Q(user_id=actor.user_id))
    return inside


def sees_figures_only(actor: Actor) -> bool:
    """Tell whether the actor reads states and counts, but not who did what."""
    return actor.reach("tasks.view") is Reach.TOPIC or is_liaison(actor)


def sees_words(actor: Actor, assignment: Assignment) -> bool:
    """Tell whether the actor reads what was reported and by whom, and not the state alone."""
    return not sees_figures_only(actor) or assignment.unit_id == actor.unit_id


def can_carry(actor: Actor, assignment: Assignment) -> bool:
    """Tell whether the actor may receive a copy and report on it: its unit, its person, or the
    giver writing for those who have only paper.
    """
    if assignment.kind == AssigneeKind.PERSON and assignment.user_id == actor.user_id:
        return actor.unit_id == assignment.unit_id
    if assignment.kind == AssigneeKind.PERSON:
        return can_review(actor, assignment)
    is_own = org.may(actor, "tasks.carry", assignment.unit)
    return is_own or can_review(actor, assignment)


def writes_for_another(actor: Actor, assignment: Assignment) -> bool:
    """Tell whether the actor who reports on a copy is not the one it was given to."""
    if assignment.kind == AssigneeKind.PERSON:
        return assignment.user_id is None or assignment.user_id != actor.user_id
    return actor.unit_id != assignment.unit_id


def can_review(actor: Actor, assignment: Assignment) -> bool:
    """Tell whether the actor may accept, return or exempt: only the unit that gave the copy."""
    if actor.is_system:
        return True
    is_giver = actor.unit_id == assignment.giver_id
    return is_giver and org.may(actor, "tasks.assign", assignment.unit)


def can_cascade(actor: Actor, assignment: Assignment) -> bool:
    """Tell whether the actor may give this copy on to the units below the one it stands at."""
    is_there = actor.is_system or actor.unit_id == assignment.unit_id
    is_unit = assignment.kind == AssigneeKind.UNIT
    return is_unit and is_there and org.may(actor, "tasks.assign", assignment.unit)


def can_edit_programme(actor: Actor, programme: Programme) -> bool:
    """Tell whether the actor may change a programme: its own unit."""
    return org.may(actor, "programmes.edit", programme.unit)


def can_give(actor: Actor, task: Task) -> bool:
    """Tell whether the actor may give this task to others, mend it or close it: its own unit."""
    is_own = actor.is_system or actor.unit_id == task.unit_id
    return is_own and org.may(actor, "tasks.assign", task.unit)


def require_carry(actor: Actor, assignment: Assignment) -> None:
    """Let the actor report on a copy. Raises Http404 out of sight, NotAllowed, Frozen."""
    _require_seen(actor, assignment)
    if not can_carry(actor, assignment):
        raise NotAllowed("tasks.carry", "Việc này giao cho nơi khác.")
    _require_thawed(actor, assignment)


def require_review(actor: Actor, assignment: Assignment) -> None:
    """Let the actor judge a copy. Raises Http404 out of sight, NotAllowed, Frozen."""
    _require_seen(actor, assignment)
    if not can_review(actor, assignment):
        raise NotAllowed("tasks.assign", "Chỉ nơi giao việc mới công nhận hoặc trả lại.")
    _require_thawed(actor, assignment)


def require_cascade(actor: Actor, assignment: Assignment) -> None:
    """Let the actor give a copy on. Raises Http404 out of sight, NotAllowed, Frozen."""
    _require_seen(actor, assignment)
    if not can_cascade(actor, assignment):
        raise NotAllowed("tasks.assign", "Chỉ đơn vị được giao mới giao tiếp xuống cấp dưới.")
    _require_thawed(actor, assignment)


def require_give(actor: Actor, task: Task) -> None:
    """Let the actor give a task on. Raises Http404 out of sight, NotAllowed, Frozen."""
    if not actor.is_system and not visible_tasks(actor).filter(pk=task.pk).exists():
        raise Http404
    if not can_give(actor, task):
        raise NotAllowed("tasks.assign", "Nhiệm vụ này do đơn vị khác giao.")
    org.require_writable(actor, "tasks.assign", task.unit)


def can_open_evidence(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may open a piece of evidence: whoever sees the copy with persons."""
    copies = visible_assignments(actor)
    if sees_figures_only(actor):
        copies = copies.filter(unit_id=actor.unit_id or 0)
    return Evidence.objects.filter(
        attachment=attachment, assignment__in=copies.values("pk")
    ).exists()


def _require_seen(actor: Actor, assignment: Assignment) -> None:
    if actor.is_system:
        return
    if not visible_assignments(actor).filter(pk=assignment.pk).exists():
        raise Http404


def _require_thawed(actor: Actor, assignment: Assignment) -> None:
    if is_frozen(assignment.unit):
        raise org.Frozen(assignment.unit)


def _sees(actor: Actor) -> bool:
    return actor.is_system or actor.reach("tasks.view") in _SEES


def is_liaison(actor: Actor) -> bool:
    """Tell whether the actor stands for a partner, who reads the joint plans with it."""
    return actor.reach("plans.view") is Reach.ADDRESSED


def partner_of(actor: Actor) -> QuerySet[Partner]:
    """Return the partner a liaison stands for."""
    grants = Grant.objects.filter(pk=actor.grant_id or 0, during__contains=actor.today)
    return Partner.objects.filter(grants__in=grants)
