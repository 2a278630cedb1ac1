"""The background work of a roll: read, sort, write, undo; each may begin again at any point."""

from collections.abc import Callable
from uuid import UUID

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.files.store import attachment_path
from bongca.core.jobs import job, progress
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped
from bongca.core.workbooks.refusals import FileRefused
from bongca.org.queries.acting import asked_by
from bongca.rolls.actions import bringing, following, sorting, undoing, writing
from bongca.rolls.ingest.plan import describe, read_whole
from bongca.rolls.models import RollBatch
from bongca.rolls.queries.columns import found_in

SORT_CHUNK = 500


@job("rolls.read_roll", title="Đọc tệp danh sách")
def read_roll(run: JobRun, *, batch_id: str) -> None:
    batch, actor = _batch_and_actor(run, batch_id)
    if batch.attachment is None:
        return
    progress(run, 0, 1, "Đang đọc tệp")
    try:
        path = attachment_path(batch.attachment)
        choices = batch.choices
        found = describe(path, actor.today, choices.get("lettering", ""), choices.get("taken"))
    except FileRefused as refusal:
        with scoped(actor):
            bringing.refuse_roll(actor=actor, batch_id=batch.pk, sentence=refusal.sentence)
        return
    with scoped(actor):
        bringing.record_tables(actor=actor, batch_id=batch.pk, found=found)


@job("rolls.sort_roll", title="So danh sách với sổ hội viên")
def sort_roll(run: JobRun, *, batch_id: str) -> None:
    batch, actor = _batch_and_actor(run, batch_id)
    if batch.attachment is None:
        return
    progress(run, 0, None, "Đang đọc từng dòng")
    path = attachment_path(batch.attachment)
    taken = {table["number"] for table in found_in(batch)["tables"] if table["taken"]}
    whole = read_whole(path, batch.mapping, batch.choices, taken, actor.today)
    with scoped(actor):
        if not sorting.begin_sorting(actor=actor, batch_id=batch.pk):
            return
    for start in range(0, len(whole.rows), SORT_CHUNK):
        progress(run, start, len(whole.rows), "Đang so với sổ hội viên")
        chunk = whole.rows[start : start + SORT_CHUNK]
        with scoped(actor):
            sorting.add_lines(actor=actor, batch_id=batch.pk, rows=chunk, start=start)
    with scoped(actor):
        ignored = [(one.sheet, one.line, one.text) for one in whole.ignored]
        sorting.finish_sorting(actor=actor, batch_id=batch.pk, ignored=ignored)


@job("rolls.write_roll", title="Ghi danh sách vào sổ hội viên")
def write_roll(run: JobRun, *, batch_id: str) -> None:
    batch, actor = _batch_and_actor(run, batch_id)
    with scoped(actor):
        total = writing.count_waiting(actor, batch) + batch.written_count
        writing.found_groups(actor=actor, batch_id=batch.pk)
    _in_chunks(run, actor, batch, writing.write_chunk, total, "Đang ghi vào sổ")
    with scoped(actor):
        writing.finish_writing(actor=actor, batch_id=batch.pk)


@job("rolls.undo_roll", title="Hoàn tác danh sách đã ghi")
def undo_roll(run: JobRun, *, batch_id: str) -> None:
    batch, actor = _batch_and_actor(run, batch_id)
    _in_chunks(run, actor, batch, undoing.undo_chunk, batch.written_count, "Đang hoàn tác")
    with scoped(actor):
        undoing.finish_undoing(actor=actor, batch_id=batch.pk)


def _in_chunks(
    run: JobRun,
    actor: Actor,
    batch: RollBatch,
    act: Callable[..., int],
    total: int,
    message: str,
) -> None:
    done = 0
    while True:
        progress(run, min(done, total), total, message)
        with scoped(actor):
            count = act(actor=actor, batch_id=batch.pk)
        if not count:
            return
        done += count


def _batch_and_actor(run: JobRun, batch_id: str) -> tuple[RollBatch, Actor]:
    """The roll, and the person who asked for this work as they may act today."""
    batch = RollBatch.objects.select_related("unit", "attachment").get(pk=UUID(batch_id))
    return batch, asked_by(run, batch.unit, clock.today())


@job("rolls.forget_old_rolls", title="Quên dòng của danh sách cũ", cron="20 19 * * *")
def forget_old_rolls(run: JobRun) -> None:
    count = following.forget_old_rolls(actor=Actor.system(clock.today()))
    progress(run, count, count)
