"""What a person was asked, and the request for an allowance on its way."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404

from bongca.care.actions.refusals import CONSTRAINT_SENTENCES, DayOutside, WordsMissing
from bongca.care.enums import Household, RequestState
from bongca.care.models import CareAnswers, RightRequest
from bongca.care.policies import RECORD, visible_answers, visible_requests
from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.org.policies import require_writable
from bongca.people.models import Person
from bongca.people.policies import visible_persons


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said: empty where it was not asked."""

    pension: str = ""
    household: str = ""
    household_year: int | None = None
    carer: str = ""
    insured: str = ""


@dataclass(frozen=True, slots=True)
class RequestStep:
    """Where a request stands: the day of the form, of the decision, and its words."""

    state: str
    handed_in_on: date
    decided_on: date | None = None
    citation: str = ""
    paid_from: date | None = None
    refusal: str = ""
    note: str = ""


@transaction.atomic
def record_answers(*, actor: Actor, person_id: UUID, answers: Answers) -> CareAnswers:
    """Keep what a person was asked for allowances; values go sealed into the history.

    Raises WordsMissing for a poor household without its year, NotAllowed, Frozen; Http404.
    """
    person = _person(actor, person_id)
    if answers.household in (Household.POOR, Household.NEAR_POOR) and not answers.household_year:
        raise WordsMissing("Xin ghi giấy chứng nhận của năm nào.", "household_year")
    row = visible_answers(actor).select_for_update().filter(person=person).first()
    row = row or CareAnswers(person=person, unit_pos=person.unit_pos)
    names = ("pension", "household", "household_year", "carer", "insured")
    given = {name: getattr(answers, name) for name in names}
    changed = [name for name in names if getattr(row, name) != given[name]]
    for name in names:
        setattr(row, name, given[name])
    row.answered_on, row.recorded_by = actor.today, actor.label
    row.save()
    audit.record(
        actor,
        "care.record_answers",
        person,
        changes={"fields": changed},
        person_id=person.pk,
        personal={name: given[name] for name in changed},
    )
    return row


@transaction.atomic
def record_request(*, actor: Actor, person_id: UUID, code: str, step: RequestStep) -> RightRequest:
    """Write down where the request of a person for a right stands.

    Raises DayOutside, WordsMissing without the reason of a refusal or the day of a decision,
    NotAllowed, Frozen; Http404 outside the scope.
    """
    person = _person(actor, person_id)
    _check(actor, step)
    rows = visible_requests(actor).select_for_update().filter(person=person, code=code)
    row = rows.first() or RightRequest(person=person, unit_pos=person.unit_pos, code=code)
    row.state, row.handed_in_on = step.state, step.handed_in_on
    is_decided = step.state != RequestState.HANDED_IN
    row.decided_on = step.decided_on if is_decided else None
    row.citation = nfc(step.citation)[:200] if is_decided else ""
    row.paid_from = step.paid_from if step.state == RequestState.DECIDED else None
    row.refusal = nfc(step.refusal)[:200] if step.state == RequestState.REFUSED else ""
    row.note, row.recorded_by = nfc(step.note)[:200], actor.label
    with said_in_words(CONSTRAINT_SENTENCES):
        row.save()
    changes = {"code": code, "state": step.state}
    audit.record(actor, "care.record_request", row, changes=changes, person_id=person.pk)
    return row


@transaction.atomic
def withdraw_request(*, actor: Actor, person_id: UUID, code: str) -> RightRequest:
    """Take back a request written by mistake. Raises NotAllowed, Frozen; Http404."""
    person = _person(actor, person_id)
    row = get_object_or_404(visible_requests(actor), person=person, code=code)
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    audit.record(actor, "care.withdraw_request", row, changes={"code": code}, person_id=person.pk)
    return row


def _person(actor: Actor, person_id: UUID) -> Person:
    person = get_object_or_404(visible_persons(actor).select_related("unit"), pk=person_id)
    require_writable(actor, RECORD, person.unit)
    return person


def _check(actor: Actor, step: RequestStep) -> None:
    if step.handed_in_on > actor.today:
        raise DayOutside("Ngày nộp đơn chưa tới.", "handed_in_on")
    if step.state == RequestState.HANDED_IN:
        return
    if step.decided_on is None:
        raise WordsMissing("Xin ghi ngày quyết định hoặc ngày được trả lời.", "decided_on")
    if not step.handed_in_on <= step.decided_on <= actor.today:
        raise DayOutside("Ngày này phải từ ngày nộp đơn đến hôm nay.", "decided_on")
    if step.state == RequestState.REFUSED and not nfc(step.refusal):
        raise WordsMissing("Xin ghi lý do không được duyệt.", "refusal")
