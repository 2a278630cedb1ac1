"""Papers of a unit that nobody has finished with."""

from bongca.documents.enums import IncomingState, OutgoingState
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.org.models import Unit


def count_open_papers(unit: Unit) -> int:
    """Count what came in and is open, and what was begun and has not gone out."""
    came = IncomingDocument.objects.filter(unit=unit).exclude(state=IncomingState.DONE)
    underway = (
        OutgoingState.DRAFT,
        OutgoingState.COMMENTING,
        OutgoingState.INITIALLED,
        OutgoingState.SIGNED,
        OutgoingState.NUMBERED,
    )
    went = OutgoingDocument.objects.filter(unit=unit, state__in=underway)
    return came.count() + went.count()
