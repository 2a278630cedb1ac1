"""Typing figures and words into a report: never refused for being odd, never overwritten unseen."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import F

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.org import policies as org
from bongca.reporting.actions.writing import check_state, locked_report, note_event
from bongca.reporting.enums import Answer, EventKind, ReportState
from bongca.reporting.models import Figure, Narrative, NarrativeSection, Report
from bongca.reporting.queries.sheet import own_codes


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """What came back for one figure; `was` is the number the page had shown when it was opened."""

    code: str
    value: int | None
    was: int | None
    source_note: str | None = None
    answer: str | None = None
    answer_note: str = ""


@dataclass(frozen=True, slots=True)
class TypedWords:
    """What came back for one narrative section; `was` is the text the page had shown."""

    section_id: int
    text: str
    was: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else wrote here meanwhile: their version stands, the other is handed back."""

    key: str
    theirs: str
    yours: str
    who: str
    at: datetime | None


@dataclass(slots=True)
class Saved:
    """What a saving did: how many places changed, and where two people met."""

    report: Report
    changed: int = 0
    conflicts: list[Conflict] = field(default_factory=list)


@transaction.atomic
def save_report(
    *,
    actor: Actor,
    report_id: int,
    figures: Sequence[TypedFigure] = (),
    words: Sequence[TypedWords] = (),
) -> Saved:
    """Save what was typed into a report; a place that somebody else changed is handed back.

    Raises NotAllowed, WrongState once it is submitted, RoundClosed.
    """
    report = locked_report(actor, report_id)
    org.require_writable(actor, "reports.fill", report.unit)
    check_state(report, "fill")
    now = clock.now()
    saved = Saved(report)
    changes = _save_figures(actor, saved, figures, now)
    changes += _save_words(actor, saved, words, now)
    if changes:
        _mark_saved(actor, report, now)
        audit.record(actor, "reporting.save_report", report, changes={"changed": changes})
    saved.changed = len(changes)
    return saved


def _save_figures(
    actor: Actor, saved: Saved, typed: Sequence[TypedFigure], now: datetime
) -> list[str]:
    own = own_codes(saved.report)
    standing = {figure.indicator_id: figure for figure in saved.report.figures.all()}
    changes: list[str] = []
    for entry in typed:
        if entry.code not in own:
            continue
        figure = standing.get(entry.code) or Figure(report=saved.report, indicator_id=entry.code)
        if _met(actor, saved, figure, entry):
            continue
        if _put(actor, figure, entry, now):
            figure.save()
            changes.append(entry.code)
    return changes


def _met(actor: Actor, saved: Saved, figure: Figure, entry: TypedFigure) -> bool:
    """Tell whether somebody else wrote another number here since the page was opened.

    A page that saves itself still carries the number it was opened with, so what the same person
    wrote meanwhile is no meeting.
    """
    if entry.value == entry.was or figure.typed in (entry.was, entry.value):
        return False
    if figure.typed_by_id == actor.user_id:
        return False
    saved.conflicts.append(
        Conflict(
            key=entry.code,
            theirs="" if figure.typed is None else str(figure.typed),
            yours="" if entry.value is None else str(entry.value),
            who=figure.typed_by_label,
            at=figure.typed_at,
        )
    )
    return True


def _put(actor: Actor, figure: Figure, entry: TypedFigure, now: datetime) -> bool:
    """Write the entry into the figure; tell whether anything changed."""
    before = (figure.typed, figure.source_note, figure.answer, figure.answer_note)
    if entry.value != entry.was:
        figure.typed = entry.value
        figure.answer, figure.answer_note = "", ""
    if entry.source_note is not None:
        figure.source_note = entry.source_note.strip()[:300]
    if entry.answer is not None:
        _put_answer(figure, entry)
    if (figure.typed, figure.source_note, figure.answer, figure.answer_note) == before:
        return False
    figure.returned_reason = ""
    figure.typed_by_id, figure.typed_by_label = actor.user_id, actor.label
    figure.typed_by_unit_id, figure.typed_at = actor.unit_id, now
    return True


def _put_answer(figure: Figure, entry: TypedFigure) -> None:
    note = entry.answer_note.strip()[:300]
    known = entry.answer in Answer.values
    needs_note = entry.answer == Answer.OTHER and not note
    figure.answer = entry.answer or "" if known and not needs_note else ""
    figure.answer_note = note if figure.answer == Answer.OTHER else ""


def _save_words(
    actor: Actor, saved: Saved, typed: Sequence[TypedWords], now: datetime
) -> list[str]:
    report = saved.report
    sections = NarrativeSection.objects.filter(form_id=report.round.form_id, tier=report.tier)
    known = set(sections.values_list("pk", flat=True))
    standing = {words.section_id: words for words in report.narratives.all()}
    changes: list[str] = []
    for entry in typed:
        text = entry.text.replace("\r\n", "\n").strip()
        was = entry.was.replace("\r\n", "\n").strip()
        if entry.section_id not in known or text == was:
            continue
        words = standing.get(entry.section_id)
        if words and words.text not in (was, text) and words.typed_by_label != actor.label:
            saved.conflicts.append(
                Conflict(
                    f"loi-{entry.section_id}",
                    words.text,
                    text,
                    words.typed_by_label,
                    words.typed_at,
                )
            )
            continue
        Narrative.objects.update_or_create(
            report=report,
            section_id=entry.section_id,
            defaults={"text": text, "typed_by_label": actor.label, "typed_at": now},
        )
        changes.append(f"words/{entry.section_id}")
    return changes


def _mark_saved(actor: Actor, report: Report, now: datetime) -> None:
    changes: dict[str, object] = {
        "saved_at": now,
        "saved_by_label": actor.label,
        "version": F("version") + 1,
    }
    if report.state == ReportState.NOT_SUBMITTED:
        changes |= {
            "state": ReportState.DRAFTING,
            "started_at": now,
            "started_by_label": actor.label,
        }
        note_event(report, EventKind.STARTED, actor, now)
    Report.objects.filter(pk=report.pk).update(**changes)
    report.refresh_from_db(fields=["state", "saved_at", "saved_by_label", "version", "started_at"])
