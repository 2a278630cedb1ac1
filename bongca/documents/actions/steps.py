"""What every act on a paper begins and ends with: the row held, the step noted."""

from uuid import UUID

from django.http import Http404

from bongca.core import clock
from bongca.core.actor import Actor
from bongca.documents import policies
from bongca.documents.enums import StepKind
from bongca.documents.models import DocumentStep, IncomingDocument, OutgoingDocument


def locked_incoming(actor: Actor, document_id: UUID) -> IncomingDocument:
    """Return the paper, held for this transaction. Raises Http404 out of sight."""
    found = policies.visible_incoming(actor).filter(pk=document_id)
    document = found.select_for_update(of=("self",)).select_related("unit", "book").first()
    if document is None:
        raise Http404
    return document


def locked_outgoing(actor: Actor, document_id: UUID) -> OutgoingDocument:
    """Return the paper, held for this transaction. Raises Http404 out of sight."""
    found = policies.visible_outgoing(actor).filter(pk=document_id)
    document = found.select_for_update(of=("self",)).select_related("unit").first()
    if document is None:
        raise Http404
    return document


def note_step(
    actor: Actor,
    kind: StepKind,
    *,
    incoming: IncomingDocument | None = None,
    outgoing: OutgoingDocument | None = None,
    note: str = "",
) -> DocumentStep:
    """Add one line to the paper's history."""
    return DocumentStep.objects.create(
        incoming=incoming,
        outgoing=outgoing,
        kind=kind,
        at=clock.now(),
        by_id=actor.user_id,
        by_label=actor.label,
        note=note[:1000],
    )
