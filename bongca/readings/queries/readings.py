"""A text that was read and its proposals, for those who see the meeting."""

from django.shortcuts import get_object_or_404

from bongca.core.actor import Actor
from bongca.meetings.policies import visible_meetings
from bongca.readings.enums import ProposalKind
from bongca.readings.models import Proposal, Reading


def seen_reading(actor: Actor, pk: int) -> Reading:
    """Return a text read for a meeting one may see; raises Http404 otherwise."""
    rows = Reading.objects.filter(meeting__in=visible_meetings(actor).values("pk"))
    found = rows.select_related("meeting", "meeting__unit", "meeting__notice", "attachment")
    return get_object_or_404(found, pk=pk)


def seen_proposal(actor: Actor, pk: int) -> Proposal:
    """Return a proposal of a reading one may see; raises Http404 otherwise."""
    rows = Proposal.objects.filter(reading__meeting__in=visible_meetings(actor).values("pk"))
    found = rows.select_related(
        "reading", "reading__meeting", "reading__meeting__unit", "reading__meeting__notice"
    )
    return get_object_or_404(found, pk=pk)


def proposals_of(reading: Reading) -> dict[str, list[Proposal]]:
    """Return what was found in a text, by kind; one statement."""
    found: dict[str, list[Proposal]] = {kind: [] for kind in ProposalKind.values}
    for proposal in reading.proposals.select_related("conclusion"):
        found[proposal.kind].append(proposal)
    return found
