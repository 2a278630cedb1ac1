"""Stage the lines of a roll: each with its place in the tree, its likeness, its doubts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db import transaction

from bongca.core import audit, crypto
from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.org.policies import require_writable
from bongca.rolls.actions.bringing import NotNow, locked_roll
from bongca.rolls.enums import BatchState, LineState
from bongca.rolls.models import RollBatch, RollLine
from bongca.rolls.policies import WORD
from bongca.rolls.queries.columns import found_in
from bongca.rolls.queries.likeness import Register, branch_of
from bongca.rolls.queries.places import Places, place_key, places_for
from bongca.rolls.rules.matching import Likeness, verdict
from bongca.rolls.rules.questions import settle
from bongca.rolls.rules.rows import (
    RollRow,
    open_values,
    row_from_stored,
    sealed_values,
    stored_problems,
)

IGNORED_KEPT = 300


@transaction.atomic
def begin_sorting(*, actor: Actor, batch_id: UUID) -> bool:
    """Clear what an earlier attempt staged; False when the roll has gone on meanwhile."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.SORTING:
        return False
    RollLine.objects.filter(batch=batch).delete()
    audit.record(actor, "rolls.begin_sorting", batch)
    return True


@transaction.atomic
def add_lines(*, actor: Actor, batch_id: UUID, rows: Sequence[RollRow], start: int) -> None:
    """Stage a chunk of rows, held against the register; part of the sorting of one roll."""
    batch = locked_roll(actor, batch_id)
    places = places_for(batch)
    readable = [row for row in rows if row.is_readable]
    register = Register(actor, batch.unit, readable)
    lines = [
        build_line(batch, places, register, row, start + at, actor) for at, row in enumerate(rows)
    ]
    RollLine.objects.bulk_create(lines)


@transaction.atomic
def finish_sorting(
    *, actor: Actor, batch_id: UUID, ignored: Sequence[tuple[str, int, str]]
) -> None:
    """Open the preview; `ignored` are the lines passed over: their sheet, number and words."""
    batch = locked_roll(actor, batch_id)
    if batch.state != BatchState.SORTING:
        return
    batch.state = BatchState.PREVIEW
    batch.ignored_count = len(ignored)
    said = [[sheet, line, words[:80]] for sheet, line, words in ignored[:IGNORED_KEPT]]
    found = found_in(batch) | {"ignored": said}
    batch.tables_sealed = crypto.encrypt(json.dumps(found, ensure_ascii=False))
    batch.save(update_fields=["state", "ignored_count", "tables_sealed"])
    audit.record(actor, "rolls.finish_sorting", batch, changes={"lines": batch.lines.count()})


def build_line(
    batch: RollBatch, places: Places, register: Register, row: RollRow, ordinal: int, actor: Actor
) -> RollLine:
    """Return the unsaved line of a row: where it belongs, whom it may be, what is asked."""
    branch_key = places.key_of(row)
    group_key = place_key(row.group)
    target = places.unit_of(branch_key, group_key)
    line = RollLine(
        batch=batch,
        unit_pos=batch.unit.lft,
        ordinal=ordinal,
        table=row.table,
        sheet=row.sheet[:120],
        line=row.line,
        branch_key=branch_key[:200],
        group_key=group_key[:200],
        target=target,
        state=LineState.UNREADABLE,
    )
    if row.is_readable:
        row = _compare(line, register, row, target)
    line.values = open_values(row)
    line.problems = stored_problems(row)
    line.sealed = crypto.encrypt(json.dumps(sealed_values(row), ensure_ascii=False))
    line.number_hash = crypto.lookup_hash(row.citizen_id) if row.citizen_id else None
    judge_line(line, row, places, actor)
    return line


def _compare(line: RollLine, register: Register, row: RollRow, target: Unit | None) -> RollRow:
    place = (target.pk, branch_of(target)) if target else (None, None)
    found = verdict(row, place[0], register.candidates(row), place[1])
    line.is_again = found.likeness == Likeness.AGAIN
    if found.candidate:
        line.match_id = found.candidate.person_id
        line.match_words = found.candidate.words[:300]
        line.state = LineState.KNOWN if found.likeness == Likeness.SAME else LineState.NEW
    else:
        line.state = LineState.NEW
    return row.asking(found.problem) if found.problem else row


def judge_line(line: RollLine, row: RollRow, places: Places, actor: Actor) -> None:
    """Set what becomes of a line from its doubts and the answers given so far."""
    if not row.is_readable:
        line.state = LineState.UNREADABLE
        return
    if line.state == LineState.KNOWN:
        return
    settled = settle(row, line.answers, actor.today)
    if settled.is_left_out or places.is_left_out(line.branch_key):
        line.state = LineState.LEFT_OUT
    elif settled.open_codes or line.target_id is None:
        line.state = LineState.ASK
    else:
        line.state = LineState.NEW


def row_of(line: RollLine) -> RollRow:
    """Build the row of a staged line again, its number and cells opened."""
    sealed = json.loads(crypto.decrypt(line.sealed)) if line.sealed else None
    row = row_from_stored(line.sheet, line.line, line.values, line.problems, sealed)
    return replace(row, table=line.table)


def described_row(line: RollLine) -> RollRow:
    """Build the row of a staged line for showing: without its number and cells."""
    return row_from_stored(line.sheet, line.line, line.values, line.problems)


@transaction.atomic
def answer_lines(*, actor: Actor, batch_id: UUID, answers: Mapping[UUID, Mapping[str, str]]) -> int:
    """Take the answers to the questions of some lines; returns how many lines are settled by it.

    Raises NotNow, NotAllowed; Http404 outside the actor's scope.
    """
    batch = locked_preview(actor, batch_id)
    places = places_for(batch)
    lines = list(
        RollLine.objects.filter(batch=batch, pk__in=list(answers)).exclude(
            state__in=(LineState.UNREADABLE, LineState.KNOWN, LineState.WRITTEN)
        )
    )
    for line in lines:
        line.answers = line.answers | dict(answers[line.pk])
        judge_line(line, row_of(line), places, actor)
    RollLine.objects.bulk_update(lines, ["answers", "state"], batch_size=500)
    audit.record(actor, "rolls.answer_lines", batch, changes={"lines": len(lines)})
    return sum(line.state != LineState.ASK for line in lines)


@transaction.atomic
def answer_alike(*, actor: Actor, batch_id: UUID, answers: Mapping[str, str]) -> int:
    """Give one answer to every open question of a kind; returns how many lines it reached.

    Raises NotNow, NotAllowed; Http404 outside the actor's scope.
    """
    batch = locked_preview(actor, batch_id)
    places = places_for(batch)
    reached = []
    for line in RollLine.objects.filter(batch=batch, state=LineState.ASK).iterator(1000):
        codes = {p["code"] for p in line.problems} & set(answers) - set(line.answers)
        if codes:
            line.answers = line.answers | {code: answers[code] for code in codes}
            judge_line(line, row_of(line), places, actor)
            reached.append(line)
    RollLine.objects.bulk_update(reached, ["answers", "state"], batch_size=500)
    changes = {"answers": dict(answers), "lines": len(reached)}
    audit.record(actor, "rolls.answer_alike", batch, changes=changes)
    return len(reached)


@transaction.atomic
def answer_places(
    *, actor: Actor, batch_id: UUID, branches: Mapping[str, str], found_groups: bool
) -> None:
    """Take which chi hội each unknown name means, and whether missing tổ hội are founded.

    Raises NotNow, NotAllowed; Http404 outside the actor's scope.
    """
    batch = locked_preview(actor, batch_id)
    known = batch.choices.get("branches", {}) | {k: v for k, v in branches.items() if v}
    changes: dict[str, Any] = {"branches": known, "found_groups": found_groups}
    batch.choices = batch.choices | changes
    batch.save(update_fields=["choices"])
    places = places_for(batch)
    waiting = RollLine.objects.filter(batch=batch, branch_key__in=list(branches))
    lines = list(waiting.exclude(state__in=(LineState.UNREADABLE, LineState.KNOWN)))
    for line in lines:
        line.target = places.unit_of(line.branch_key, line.group_key)
        judge_line(line, row_of(line), places, actor)
    RollLine.objects.bulk_update(lines, ["target", "state"], batch_size=500)
    audit.record(actor, "rolls.answer_places", batch, changes=changes)


def locked_preview(actor: Actor, batch_id: UUID) -> RollBatch:
    """Return a roll that stands at its preview, locked. Raises NotNow, NotAllowed, Frozen."""
    batch = locked_roll(actor, batch_id)
    require_writable(actor, WORD, batch.unit)
    if batch.state != BatchState.PREVIEW:
        raise NotNow(batch)
    return batch
