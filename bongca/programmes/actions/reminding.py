"""The clock's words: near its day one is reminded, after it the tier above is told; each once."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.urls import reverse

from bongca.accounts.actions.notices import notify
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.org import rules as org_rules
from bongca.org.models import Grant
from bongca.programmes.enums import OPEN_STATES, EventKind, TaskState
from bongca.programmes.models import Assignment, AssignmentEvent
from bongca.programmes.queries.judges import GIVERS

NEAR_DAYS = 7
BATCH = 2_000
CARRIERS = tuple(code for code, role in org_rules.ROLES.items() if "tasks.carry" in role.words)


@transaction.atomic
def remind_due(*, actor: Actor) -> int:
    """Remind those whose day comes within a week, a batch at a time; return how many copies.

    A copy is marked in the same transaction, so that it is reminded once. Only the installation
    itself may do it: raises NotAllowed.
    """
    _require_system(actor)
    near = actor.today + timedelta(days=NEAR_DAYS)
    copies = _batch(actor, due_on__gte=actor.today, due_on__lte=near, reminded_at__isnull=True)
    if not copies:
        return 0
    _mark(copies, "reminded_at")
    units = {copy.unit_id for copy in copies}
    notify(
        actor=actor,
        user_ids=users_at(actor, units, CARRIERS),
        text="Có nhiệm vụ còn không quá 7 ngày là đến hạn. Xin mở ra xem và báo kết quả.",
        url=reverse("programmes:work_list") + "?nhom=chua-xong",
        about=f"programmes.due:{actor.today}",
        title="Có nhiệm vụ sắp đến hạn",
    )
    audit.record(
        actor, "programmes.remind_due", ("programmes.assignment", "*"),
        changes={"count": len(copies)},
    )  # fmt: skip
    return len(copies)


@transaction.atomic
def escalate_late(*, actor: Actor) -> int:
    """Tell the unit that gave a copy, one tier up, that it is late; return how many copies.

    Each copy climbs once; the one who owes it is asked for the reason. Only the installation
    itself may do it: raises NotAllowed.
    """
    _require_system(actor)
    copies = _batch(actor, due_on__lt=actor.today, escalated_at__isnull=True)
    if not copies:
        return 0
    _mark(copies, "escalated_at")
    AssignmentEvent.objects.bulk_create(
        AssignmentEvent(
            assignment=copy, kind=EventKind.ESCALATED, at=clock.now(), by_label=actor.label[:200]
        )
        for copy in copies
    )
    for giver_id, count in Counter(copy.giver_id for copy in copies).items():
        notify(
            actor=actor,
            user_ids=users_at(actor, {giver_id}, GIVERS),
            text=f"{count} nơi được giao việc vừa quá hạn mà chưa báo kết quả.",
            url=reverse("programmes:task_list") + "?nhom=cham",
            about=f"programmes.late:{giver_id}:{actor.today}:{copies[0].pk}",
            title="Có nơi được giao việc đã quá hạn",
        )
    audit.record(
        actor, "programmes.escalate_late", ("programmes.assignment", "*"),
        changes={"count": len(copies)},
    )  # fmt: skip
    return len(copies)


def _batch(actor: Actor, **which: object) -> Sequence[Assignment]:
    rows = Assignment.objects.select_for_update(skip_locked=True, of=("self",))
    rows = rows.filter(state__in=OPEN_STATES, task__state=TaskState.OPEN, **which)
    return list(rows.order_by("due_on", "pk")[:BATCH])


def _mark(copies: Sequence[Assignment], column: str) -> None:
    marked = Assignment.objects.filter(pk__in=[copy.pk for copy in copies])
    marked.update(**{column: clock.now()})


def users_at(actor: Actor, units: set[int], roles: Sequence[str]) -> list[int]:
    """Return who works today at these units in one of these roles."""
    grants = Grant.objects.filter(
        unit__in=units, role__in=roles, during__contains=actor.today, user__is_active=True
    )
    return list(grants.values_list("user_id", flat=True).distinct())


def _require_system(actor: Actor) -> None:
    if not actor.is_system:
        raise NotAllowed("programmes.remind")
