"""Papers on their way: sent to who is on the list, recalled, replaced."""

from uuid import UUID

from django.db import transaction
from django.http import Http404

from bongca.core import audit, clock
from bongca.core.actor import Actor
from bongca.core.text import nfc
from bongca.documents import policies
from bongca.documents.actions.refusals import ReasonMissing, WrongState
from bongca.documents.actions.steps import locked_outgoing, note_step
from bongca.documents.enums import OutgoingState, StepKind
from bongca.documents.models import OutgoingDocument
from bongca.org.policies import require_writable

_OUT = (OutgoingState.NUMBERED, OutgoingState.SENT, OutgoingState.RECEIVED)


@transaction.atomic
def send_document(*, actor: Actor, document_id: UUID) -> OutgoingDocument:
    """Send a numbered paper: units find it at their register, the others are marked as sent.

    Raises WrongState, ReasonMissing without a recipient, NotAllowed, Frozen.
    """
    document = locked_outgoing(actor, document_id)
    require_writable(actor, policies.REGISTER, document.unit)
    if document.state != OutgoingState.NUMBERED:
        raise WrongState(document.get_state_display())
    count = document.recipients.update(sent_at=clock.now())
    if not count:
        raise ReasonMissing("Văn bản chưa có nơi nhận. Xin ghi nơi nhận trước.", field="")
    document.state = OutgoingState.SENT
    document.sent_on = actor.today
    document.version += 1
    document.save()
    note_step(actor, StepKind.SENT, outgoing=document, note=f"{count} nơi")
    audit.record(actor, "documents.send_document", document, changes={"count": count})
    return document


@transaction.atomic
def recall_document(*, actor: Actor, document_id: UUID, reason: str) -> OutgoingDocument:
    """Call a paper back: its number stays used, those it was sent to no longer see it.

    Raises ReasonMissing, WrongState before it has a number, NotAllowed, Frozen.
    """
    document = locked_outgoing(actor, document_id)
    require_writable(actor, policies.REGISTER, document.unit)
    if document.state not in _OUT:
        raise WrongState(document.get_state_display())
    said = nfc(reason)[:300]
    if not said:
        raise ReasonMissing("Xin ghi lý do thu hồi.")
    document.state, document.ended_reason = OutgoingState.RECALLED, said
    document.version += 1
    document.save()
    note_step(actor, StepKind.RECALLED, outgoing=document, note=said)
    audit.record(actor, "documents.recall_document", document, changes={"reason": said})
    return document


@transaction.atomic
def replace_document(
    *, actor: Actor, document_id: UUID, by_id: UUID, reason: str
) -> OutgoingDocument:
    """Say that a later paper of the unit stands in the place of this one.

    Raises ReasonMissing, WrongState when either has no number, NotAllowed; Http404 out of sight.
    """
    document = locked_outgoing(actor, document_id)
    require_writable(actor, policies.REGISTER, document.unit)
    later = policies.visible_outgoing(actor).filter(unit=document.unit, pk=by_id).first()
    if later is None or later.pk == document.pk:
        raise Http404
    if document.state not in _OUT:
        raise WrongState(document.get_state_display())
    if later.state not in _OUT:
        raise WrongState(later.get_state_display())
    said = nfc(reason)[:300]
    if not said:
        raise ReasonMissing("Xin ghi lý do thay thế.")
    document.state, document.replaced_by = OutgoingState.REPLACED, later
    document.ended_reason = said
    document.version += 1
    document.save()
    note_step(actor, StepKind.REPLACED, outgoing=document, note=f"{later.symbol}: {said}")
    audit.record(
        actor, "documents.replace_document", document, changes={"by": later.pk, "reason": said}
    )
    return document
