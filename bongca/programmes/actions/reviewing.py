"""At the one who gave it: accepted, returned, exempted; a later day granted or not."""

from datetime import date

from django.db import transaction

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.errors import DomainError
from bongca.core.integrity import said_in_words
from bongca.core.text import nfc
from bongca.programmes import policies
from bongca.programmes.actions.history import (
    lock_assignment,
    require_open,
    require_state,
    save_copy,
    write_event,
)
from bongca.programmes.enums import OPEN_STATES, AssignmentState, EventKind
from bongca.programmes.models import Assignment, ExtensionRequest
from bongca.programmes.queries.judges import others_who_judge, wrote_it

OWN_RESULT = "Kết quả này do chính tài khoản đang dùng ghi. Xin để người khác của đơn vị công nhận."
SENTENCES = {"extension_asked_once": "Đã xin lùi hạn, đang chờ trả lời."}


@transaction.atomic
def accept(*, actor: Actor, assignment: Assignment, words: str = "") -> Assignment:
    """Accept what was handed in; a second time changes nothing.

    Whoever wrote the result, for the own unit or for one that reports on paper, does not accept
    it: another of the unit does. Where there is no other, the history says so. Raises DomainError
    when nothing was handed in or it is one's own, Http404, NotAllowed.
    """
    policies.require_review(actor, assignment)
    copy = lock_assignment(assignment)
    if copy.state == AssignmentState.ACCEPTED:
        return copy
    require_state(copy, AssignmentState.HANDED_IN)
    kind = EventKind.ACCEPTED
    if wrote_it(actor, copy):
        if others_who_judge(actor, copy):
            raise DomainError("own_result", OWN_RESULT, status=409)
        kind = EventKind.ACCEPTED_ALONE
    copy.state = AssignmentState.ACCEPTED
    save_copy(copy, "state")
    write_event(actor, copy, kind, nfc(words))
    audit.record(actor, "programmes.accept", copy)
    return copy


@transaction.atomic
def return_(*, actor: Actor, assignment: Assignment, reason: str) -> Assignment:
    """Send back what was handed in, saying what is wanting. Raises DomainError without reason."""
    policies.require_review(actor, assignment)
    copy = lock_assignment(assignment)
    require_state(copy, AssignmentState.HANDED_IN, AssignmentState.ACCEPTED)
    said = nfc(reason)
    if not said:
        raise DomainError("reason_missing", "Xin ghi vì sao trả lại.", field="reason")
    copy.state, copy.returned_reason = AssignmentState.RETURNED, said
    save_copy(copy, "state", "returned_reason")
    write_event(actor, copy, EventKind.RETURNED, said)
    audit.record(actor, "programmes.return", copy)
    return copy


@transaction.atomic
def exempt(*, actor: Actor, assignment: Assignment, reason: str) -> Assignment:
    """Let a copy off, with the reason; it counts neither as done nor as owed."""
    policies.require_review(actor, assignment)
    copy = lock_assignment(assignment)
    require_state(copy, *OPEN_STATES)
    said = nfc(reason)
    if not said:
        raise DomainError("reason_missing", "Xin ghi vì sao cho miễn.", field="reason")
    copy.state = AssignmentState.EXEMPT
    save_copy(copy, "state")
    write_event(actor, copy, EventKind.EXEMPTED, said)
    audit.record(actor, "programmes.exempt", copy)
    return copy


@transaction.atomic
def request_extension(
    *, actor: Actor, assignment: Assignment, wanted_on: date, reason: str
) -> ExtensionRequest:
    """Ask the giver for a later day, with the reason.

    Raises DomainError for a day that is no later or while an answer is awaited.
    """
    policies.require_carry(actor, assignment)
    copy = lock_assignment(assignment)
    require_open(copy)
    said = nfc(reason)
    if not said:
        raise DomainError("reason_missing", "Xin ghi vì sao cần lùi hạn.", field="reason")
    if wanted_on < actor.today or (copy.due_on is not None and wanted_on <= copy.due_on):
        raise DomainError("day_no_later", "Xin ghi ngày sau hạn đang có.", field="wanted_on")
    with said_in_words(SENTENCES):
        request = ExtensionRequest.objects.create(
            assignment=copy,
            wanted_on=wanted_on,
            reason=said,
            asked_at=clock.now(),
            asked_by_id=actor.user_id,
            asked_by_label=actor.label[:200],
        )
    write_event(actor, copy, EventKind.EXTENSION_ASKED, f"{wanted_on:%d/%m/%Y}: {said}")
    audit.record(actor, "programmes.request_extension", copy, changes={"wanted_on": wanted_on})
    return request


@transaction.atomic
def answer_extension(
    *, actor: Actor, request: ExtensionRequest, is_granted: bool, answer: str = ""
) -> ExtensionRequest:
    """Answer a request for a later day. Raises DomainError when it was answered already."""
    policies.require_review(actor, request.assignment)
    copy = lock_assignment(request.assignment)
    latest = ExtensionRequest.objects.select_for_update().get(pk=request.pk)
    if latest.is_granted is not None:
        raise DomainError("answered", "Đơn xin lùi hạn này đã được trả lời.", status=409)
    latest.is_granted, latest.answer = is_granted, nfc(answer)
    latest.answered_at, latest.answered_by_label = clock.now(), actor.label[:200]
    latest.save(update_fields=["is_granted", "answer", "answered_at", "answered_by_label"])
    if is_granted:
        copy.due_on = latest.wanted_on
        copy.reminded_at = copy.escalated_at = None
        save_copy(copy, "due_on", "reminded_at", "escalated_at")
    kind = EventKind.EXTENDED if is_granted else EventKind.NOT_EXTENDED
    write_event(actor, copy, kind, f"{latest.wanted_on:%d/%m/%Y} {latest.answer}".strip())
    audit.record(actor, "programmes.answer_extension", copy, changes={"granted": is_granted})
    return latest
