"""What persons ask about their data: taken in, answered, put off once, done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.core.text import nfc
from bongca.org.policies import require_writable
from bongca.people.models import Person
from bongca.people.policies import visible_persons
from bongca.privacy.actions.refusals import DayOutside, WordsMissing, WrongState
from bongca.privacy.enums import RequestState
from bongca.privacy.models import PersonRequest
from bongca.privacy.policies import ANSWER, RECORD, visible_requests
from bongca.privacy.rules.deadlines import answer_by, finish_by, longest_extension


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks, and whether somebody else processes the data too."""

    kind: str
    words: str
    on: date
    with_others: bool = False


@transaction.atomic
def record_request(*, actor: Actor, person_id: UUID, asked: Asked) -> PersonRequest:
    """Take in a request; its two days follow from the law (domain.md 9.1).

    Raises DayOutside, WordsMissing, NotAllowed, Frozen; Http404 outside the scope.
    """
    person = get_object_or_404(visible_persons(actor).select_related("unit"), pk=person_id)
    require_writable(actor, RECORD, person.unit)
    if asked.on > actor.today:
        raise DayOutside("Ngày nhận chưa tới.", "on")
    if not nfc(asked.words):
        raise WordsMissing("Xin ghi người ấy yêu cầu gì.", "words")
    row = open_request(
        actor, person, kind=asked.kind, words=asked.words, on=asked.on, others=asked.with_others
    )
    changes = {"kind": asked.kind, "finish_by": row.finish_by}
    audit.record(actor, "privacy.record_request", row, changes=changes, person_id=person.pk)
    return row


def open_request(
    actor: Actor, person: Person, *, kind: str, words: str, on: date, others: bool = False
) -> PersonRequest:
    """Write the row of a request; part of an action that leaves the audit entry."""
    return PersonRequest.objects.create(
        person=person,
        unit_pos=person.unit_pos,
        kind=kind,
        state=RequestState.RECEIVED,
        words=nfc(words)[:1000],
        received_on=on,
        answer_by=answer_by(on),
        finish_by=finish_by(kind, on, with_others=others),
        due_on=answer_by(on),
        recorded_by=actor.label,
    )


@transaction.atomic
def answer_request(*, actor: Actor, request_id: UUID, on: date, answer: str) -> PersonRequest:
    """Write down what the person was told, within two working days.

    Raises WrongState once answered, DayOutside, WordsMissing, NotAllowed, Frozen; Http404.
    """
    row = _locked(actor, request_id)
    if row.state != RequestState.RECEIVED:
        raise WrongState("Yêu cầu này đã được trả lời.")
    _check_day(actor, row, on)
    if not nfc(answer):
        raise WordsMissing("Xin ghi đã trả lời thế nào.", "answer")
    row.state, row.answered_on, row.due_on = RequestState.ANSWERED, on, row.finish_by
    row.answer, row.answered_by = nfc(answer)[:1000], actor.label
    row.save()
    audit.record(actor, "privacy.answer_request", row, changes={"on": on}, person_id=row.person_id)
    return row


@transaction.atomic
def extend_request(*, actor: Actor, request_id: UUID, until: date, why: str) -> PersonRequest:
    """Put the day of fulfilment off, once and by fifteen days at most.

    Raises WrongState before the answer and the second time, DayOutside, WordsMissing,
    NotAllowed, Frozen; Http404.
    """
    row = _locked(actor, request_id)
    if row.state != RequestState.ANSWERED:
        raise WrongState("Xin trả lời người yêu cầu trước, rồi mới ghi gia hạn.")
    if row.extended_why:
        raise WrongState("Yêu cầu này đã gia hạn một lần, không gia hạn thêm được.")
    last = longest_extension(row.finish_by)
    if not row.finish_by < until <= last:
        raise DayOutside(f"Chỉ gia hạn được đến {last:%d/%m/%Y}.", "until")
    if not nfc(why):
        raise WordsMissing("Xin ghi vì sao cần thêm ngày.", "why")
    row.finish_by, row.due_on, row.extended_why = until, until, nfc(why)[:200]
    row.save()
    changes = {"until": until}
    audit.record(actor, "privacy.extend_request", row, changes=changes, person_id=row.person_id)
    return row


@transaction.atomic
def finish_request(
    *, actor: Actor, request_id: UUID, on: date, outcome: str, result: str
) -> PersonRequest:
    """Write down what was done, or why it is not done.

    Raises WrongState before the answer and once closed, DayOutside, WordsMissing, NotAllowed,
    Frozen; Http404.
    """
    row = _locked(actor, request_id)
    if row.state != RequestState.ANSWERED:
        raise WrongState("Xin ghi đã trả lời người yêu cầu trước.")
    if row.answered_on is not None and on < row.answered_on:
        raise DayOutside("Ngày làm xong phải từ ngày trả lời.", "on")
    _check_day(actor, row, on)
    if not nfc(result):
        raise WordsMissing("Xin ghi đã làm gì, hoặc vì sao không làm.", "result")
    row.state, row.closed_on, row.due_on = outcome, on, None
    row.result, row.closed_by = nfc(result)[:1000], actor.label
    row.save()
    changes = {"on": on, "outcome": outcome}
    audit.record(actor, "privacy.finish_request", row, changes=changes, person_id=row.person_id)
    return row


def _locked(actor: Actor, request_id: UUID) -> PersonRequest:
    rows = visible_requests(actor).select_for_update(of=("self",)).select_related("person__unit")
    row = get_object_or_404(rows, pk=request_id)
    require_writable(actor, ANSWER, row.person.unit)
    return row


def _check_day(actor: Actor, row: PersonRequest, on: date) -> None:
    if not row.received_on <= on <= actor.today:
        raise DayOutside("Ngày này phải từ ngày nhận đến hôm nay.", "on")
