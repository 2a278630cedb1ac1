"""What several pages of papers say in the same words."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localtime

from bongca.core.actor import Actor
from bongca.core.citations import TYPE_NAMES
from bongca.core.ui import Happening, State, Tag, Tone, due_tag
from bongca.documents.enums import IncomingState, OutgoingState, StepKind
from bongca.documents.models import DocumentStep, IncomingDocument, OutgoingDocument

_OUT = {
    OutgoingState.DRAFT: (State.DRAFTING, Tone.DOING),
    OutgoingState.COMMENTING: (State.UNCLEAR, Tone.SOON),
    OutgoingState.INITIALLED: (State.SUBMITTED, Tone.DOING),
    OutgoingState.SIGNED: (State.ACCEPTED, Tone.DOING),
    OutgoingState.NUMBERED: (State.ACCEPTED, Tone.DOING),
    OutgoingState.SENT: (State.UNACKNOWLEDGED, Tone.DOING),
    OutgoingState.RECEIVED: (State.ACCEPTED, Tone.DONE),
    OutgoingState.RECALLED: (State.RETURNED, Tone.LATE),
    OutgoingState.REPLACED: (State.RETURNED, Tone.PLAIN),
}


def type_name(type_sign: str) -> str:
    """The name of a type of paper; without a sign it is a công văn."""
    return TYPE_NAMES.get(type_sign, "Công văn")


def day_said(at: datetime | None) -> str:
    """The day of a moment as it is in Vietnam, or nothing."""
    return f"{localtime(at):%d/%m/%Y}" if at else ""


def noted(actor: Actor) -> Callable[[IncomingDocument | OutgoingDocument], str]:
    """What stands under a paper's title in a list: its symbol, and whose it was if not ours."""

    def note(document: IncomingDocument | OutgoingDocument) -> str:
        if document.unit_id == actor.unit_id:
            return document.symbol
        return f"{document.symbol} Của {document.unit.name}, đã kết thúc.".strip()

    return note


def incoming_tag(document: IncomingDocument, today: date) -> Tag:
    """Where a paper that came in stands, and how late it is while it is open."""
    if document.state == IncomingState.DONE:
        return State.ACCEPTED.tag("Đã xử lý xong")
    if document.due_on is not None:
        return due_tag((document.due_on - today).days)
    if document.state == IncomingState.PRESENTED:
        return State.UNCLEAR.tag("Chờ bút phê")
    if document.state == IncomingState.ASSIGNED:
        return State.DRAFTING.tag("Đang xử lý")
    return State.NOT_SUBMITTED.tag("Đã vào sổ")


def outgoing_tag(document: OutgoingDocument) -> Tag:
    """Which step a paper that goes out has reached."""
    state = OutgoingState(document.state)
    shape, tone = _OUT[state]
    return shape.tag(str(state.label), tone)


def happenings(steps: Iterable[DocumentStep]) -> list[Happening]:
    """The history of a paper, newest first."""
    return [_happening(step) for step in reversed(list(steps))]


def _happening(step: DocumentStep) -> Happening:
    what = StepKind(step.kind).label
    said = f"{what}: {step.note}" if step.note else str(what)
    at: Any = localtime(step.at)
    return Happening(said, f"{step.by_label.split(',')[0]}, {at:%d/%m/%Y, %H giờ %M}")
