"""What tasks have done in the background."""

import tempfile
from datetime import date

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.jobs import job, progress
from bongca.core.jobs.models import JobRun
from bongca.org.models import Unit
from bongca.org.queries.acting import acting_again
from bongca.programmes.actions.cascading import pieces_of, write_piece
from bongca.programmes.actions.editing import tell_change
from bongca.programmes.actions.exporting import keep_export
from bongca.programmes.actions.reminding import escalate_late, remind_due
from bongca.programmes.exports import place_records, write_records
from bongca.programmes.models import Revision, Task
from bongca.programmes.queries import threads
from bongca.programmes.queries.exported import EXPORT, places_asked
from bongca.programmes.queries.positions import stray_assignments


@job("programmes.cascade", title="Giao nhiệm vụ xuống các cấp dưới", keep_days=365)
def cascade_down(
    run: JobRun,
    *,
    task_id: int,
    unit_id: int,
    tiers: list[str],
    due_on: str,
    addition: str,
    by: str,
) -> None:
    task, unit = Task.objects.get(pk=task_id), Unit.objects.get(pk=unit_id)
    day = date.fromisoformat(due_on) if due_on else None
    pieces = list(pieces_of(task, unit, tiers, day, addition))
    for number, piece in enumerate(pieces):
        progress(run, number, len(pieces))
        write_piece(piece, by=by)
    progress(run, len(pieces), len(pieces))


@job("programmes.tell_change", title="Báo nhiệm vụ đã sửa cho những nơi được giao")
def tell_of_change(run: JobRun, *, revision_id: int, by: int | None) -> None:
    revision = Revision.objects.select_related("task").filter(pk=revision_id).first()
    after: int | None = 0
    while revision is not None and after is not None:
        progress(run, after)
        after = tell_change(
            actor=Actor.system(clock.today()), revision=revision, after=after, by=by
        )


@job("programmes.write_export", title="Ghi danh sách nơi được giao ra Excel", keep_days=8)
def write_export(
    run: JobRun,
    *,
    user_id: int,
    acting_unit_id: int,
    role: str,
    task_id: int,
    unit_id: int,
    tier: str,
    group: str,
    part: int | None,
    count: int,
) -> None:
    actor = acting_again(user_id, acting_unit_id, role, clock.today())
    if EXPORT.finished(actor, run.pk) is not None:
        return
    task = threads.task_for(actor, task_id)
    unit = Unit.objects.get(pk=unit_id)
    rows = places_asked(actor, task, unit, tier, group, part)
    with tempfile.TemporaryFile() as out:
        records = place_records(actor, rows, lambda done: progress(run, done, count))
        write_records(records, out, "Nơi được giao")
        out.seek(0)
        keep_export(actor=actor, run_id=run.pk, chunks=iter(lambda: out.read(1 << 16), b""))


@job("programmes.remind", title="Nhắc hạn, báo việc quá hạn lên một cấp", cron="10 20 * * *")
def remind(run: JobRun) -> None:
    actor = Actor.system(clock.today())
    done = 0
    for act in (remind_due, escalate_late):
        while count := act(actor=actor):
            done += count
            progress(run, done)


@job("programmes.check_positions", title="Soát vị trí của việc đã giao", cron="30 19 * * *")
def check_positions(run: JobRun) -> None:
    found = stray_assignments()
    if found:
        keys = ", ".join(found[0].first_keys[:3])
        raise DomainError("stray_rows", f"Có {found[0].count} việc đã giao sai vị trí: {keys}")
