"""One act gives a task to all units below: copies written by the database, tier after tier.

Some thousands are written at once; more are queued, province by province, so that the work can be
watched, left, stopped and begun again. What was given already is never given twice: the database
holds one copy for each parent and unit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db import connection, transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.jobs import cancel, enqueue
from bongca.core.jobs.models import JobRun
from bongca.core.text import nfc
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.programmes import policies
from bongca.programmes.actions.history import lock_assignment, require_open, write_event
from bongca.programmes.actions.tasks import lock_task
from bongca.programmes.enums import EventKind
from bongca.programmes.models import Assignment, Task
from bongca.programmes.rules.tiers import tiers_down

MOST_AT_ONCE = 5_000

_COLUMNS = """
    (task_id, parent_id, giver_id, kind, unit_id, unit_pos, tier, role, state, due_on, addition,
     sent_at, sent_by_label, person_label, received_by_label, result, returned_reason,
     late_reason, version)
"""
_VALUES = """
    'unit', unit.id, unit.lft, unit.tier, 'implement', 'sent',
    coalesce(%(due_on)s::date, above.due_on), %(addition)s, %(at)s, %(by)s, '', '', '', '', '', 1
"""
# The first tier below the unit of the task has no copy above it.
_FROM_TASK = f"""
    insert into programmes_assignment {_COLUMNS}
    select above.id, null::bigint, above.unit_id, {_VALUES}
    from programmes_task above
    join org_unit unit on unit.parent_id = above.unit_id
    where above.id = %(task)s and unit.is_open and unit.tier = %(tier)s
      and unit.lft between %(lft)s and %(rgt)s
      and (%(units)s::bigint[] is null or unit.id = any(%(units)s::bigint[]))
    on conflict do nothing
"""  # noqa: S608 - put together from the two constants above
_FROM_COPY = f"""
    insert into programmes_assignment {_COLUMNS}
    select above.task_id, above.id, above.unit_id, {_VALUES}
    from programmes_assignment above
    join org_unit unit on unit.parent_id = above.unit_id
    where above.task_id = %(task)s and above.tier = %(above)s and above.kind = 'unit'
      and above.state <> 'exempt' and above.unit_pos between %(lft)s and %(rgt)s
      and unit.is_open and unit.tier = %(tier)s
      and (%(units)s::bigint[] is null or unit.id = any(%(units)s::bigint[]))
    on conflict do nothing
"""  # noqa: S608 - put together from the two constants above


@dataclass(frozen=True, slots=True)
class Given:
    """What came of giving a task down: copies written now, or the job that writes them."""

    count: int
    run: JobRun | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Which tier of which interval gets its copies, in one statement."""

    task_id: int
    above: str
    tier: str
    lft: int
    rgt: int
    units: tuple[int, ...] | None = None
    due_on: date | None = None
    addition: str = ""


@transaction.atomic
def cascade(
    *,
    actor: Actor,
    assignment: Assignment,
    to: str | Sequence[Unit] = "all",
    due_on: date | None = None,
    addition: str = "",
    down_to: str = "",
) -> Given:
    """Give a unit's copy on to the units below it, all or some, with a local day and addition.

    `down_to` goes further than the next tier. Who has a copy from here already keeps it as it is.
    Raises DomainError for a day after one's own, Http404, NotAllowed, Frozen.
    """
    policies.require_cascade(actor, assignment)
    copy = lock_assignment(assignment)
    require_open(copy)
    if due_on is not None and copy.due_on is not None and due_on > copy.due_on:
        raise DomainError(
            "due_later",
            f"Hạn của đơn vị mình là {copy.due_on:%d/%m/%Y}. Xin ghi ngày không muộn hơn.",
            field="due_on",
        )
    tiers = tiers_down(copy.tier, down_to)
    given = _give_down(actor, copy.task, copy.unit, tiers, to, due_on, nfc(addition))
    write_event(actor, copy, EventKind.CASCADED, f"{given.count} nơi" if not given.run else "")
    audit.record(
        actor, "programmes.cascade", copy,
        changes={"tiers": tiers, "written": given.count, "due_on": due_on},
    )  # fmt: skip
    return given


@transaction.atomic
def give_down(
    *,
    actor: Actor,
    task: Task,
    to: str | Sequence[Unit] = "all",
    due_on: date | None = None,
    addition: str = "",
    down_to: str = "",
) -> Given:
    """Give a task of one's own unit to the units below, all or some; `down_to` as far as chi hội.

    Raises DomainError when the task is over, Http404, NotAllowed, Frozen.
    """
    policies.require_give(actor, task)
    latest = lock_task(task)
    tiers = tiers_down(latest.unit.tier, down_to)
    given = _give_down(actor, latest, latest.unit, tiers, to, due_on, nfc(addition))
    audit.record(
        actor, "programmes.give_down", latest,
        changes={"tiers": tiers, "written": given.count, "due_on": due_on},
    )  # fmt: skip
    return given


@transaction.atomic
def write_piece(piece: Piece, *, by: str) -> int:
    """Write the copies of one tier of one interval and return how many were new.

    Part of giving down, which has asked for the right and left the audit entry.
    """
    task = Task.objects.select_related("unit").get(pk=piece.task_id)
    is_first = piece.above == task.unit.tier
    values: dict[str, Any] = {
        "task": piece.task_id,
        "above": piece.above,
        "tier": piece.tier,
        "lft": piece.lft,
        "rgt": piece.rgt,
        "units": None if piece.units is None else list(piece.units),
        "due_on": piece.due_on,
        "addition": piece.addition,
        "at": clock.now(),
        "by": by[:200],
    }
    with connection.cursor() as cursor:
        cursor.execute(_FROM_TASK if is_first else _FROM_COPY, values)
        return int(cursor.rowcount)


def pieces_of(
    task: Task, unit: Unit, tiers: Sequence[str], due_on: date | None, addition: str
) -> Iterator[Piece]:
    """Return the pieces of giving a task to whole tiers below a unit: parents before children.

    The first tier is one piece, the next ones a piece for each unit of the first, so that each
    transaction is short.
    """
    yield Piece(task.pk, unit.tier, tiers[0], unit.lft, unit.rgt, None, due_on, addition)
    children = Unit.objects.filter(parent=unit, is_open=True, tier=tiers[0]).order_by("lft")
    spans = list(children.values_list("lft", "rgt"))
    for above, tier in pairwise(tiers):
        for lft, rgt in spans:
            yield Piece(task.pk, above, tier, lft, rgt, None, due_on, addition)


def _give_down(
    actor: Actor,
    task: Task,
    unit: Unit,
    tiers: list[str],
    to: str | Sequence[Unit],
    due_on: date | None,
    addition: str,
) -> Given:
    if not tiers:
        raise DomainError("lowest", "Đơn vị này không có cấp dưới để giao.", field="down_to")
    if not isinstance(to, str):
        chosen = tuple(one.pk for one in to)
        if not chosen:
            raise DomainError("nobody", "Xin chọn ít nhất một đơn vị.", field="units")
        piece = Piece(task.pk, unit.tier, tiers[0], unit.lft, unit.rgt, chosen, due_on, addition)
        return Given(write_piece(piece, by=actor.label))
    if _count_below(unit, tiers) > MOST_AT_ONCE:
        return Given(0, _queue(actor, task, unit, tiers, due_on, addition))
    pieces = _few_pieces(task, unit, tiers, due_on, addition)
    return Given(sum(write_piece(piece, by=actor.label) for piece in pieces))


def _few_pieces(
    task: Task, unit: Unit, tiers: list[str], due_on: date | None, addition: str
) -> Iterator[Piece]:
    for above, tier in pairwise([unit.tier, *tiers]):
        yield Piece(task.pk, above, tier, unit.lft, unit.rgt, None, due_on, addition)


def _count_below(unit: Unit, tiers: Sequence[str]) -> int:
    below = Unit.objects.filter(lft__gt=unit.lft, lft__lte=unit.rgt, is_open=True)
    return below.filter(tier__in=tiers).count()


def _queue(
    actor: Actor, task: Task, unit: Unit, tiers: list[str], due_on: date | None, addition: str
) -> JobRun:
    return enqueue(
        "programmes.cascade",
        actor=actor,
        task_id=task.pk,
        unit_id=unit.pk,
        tiers=tiers,
        due_on=due_on.isoformat() if due_on else "",
        addition=addition,
        by=actor.label,
    )


@transaction.atomic
def resume_cascade(*, actor: Actor, task: Task, run: JobRun) -> JobRun:
    """Begin a stopped job again: who has a copy keeps it, the rest get theirs.

    Raises DomainError while it is still at work, Http404, NotAllowed, Frozen.
    """
    _require_over(actor, task, run)
    latest = lock_task(task)
    if not run.is_finished:
        raise DomainError("running", "Việc giao đang chạy, xin chờ hoặc dừng trước.", status=409)
    again = enqueue("programmes.cascade", actor=actor, **{**run.kwargs, "by": actor.label})
    audit.record(actor, "programmes.resume_cascade", latest, changes={"run": str(again.pk)})
    return again


@transaction.atomic
def stop_cascade(*, actor: Actor, task: Task, run: JobRun) -> JobRun:
    """Ask a job that gives a task down to stop; who has a copy keeps it. Raises NotAllowed."""
    _require_over(actor, task, run)
    stopped = cancel(run)
    audit.record(actor, "programmes.stop_cascade", task, changes={"run": str(run.pk)})
    return stopped


def _require_over(actor: Actor, task: Task, run: JobRun) -> None:
    """Only the unit for which a job gives a task down stops it or begins it again."""
    unit = Unit.objects.get(pk=run.kwargs["unit_id"])
    require_writable(actor, "tasks.assign", unit)
    if not actor.is_system and actor.unit_id != unit.pk:
        raise NotAllowed("tasks.assign", "Việc giao này do đơn vị khác làm.")
