"""What waits for an answer in a unit."""

from dataclasses import dataclass

from django.db.models import Q

from bongca.admissions.enums import ApplicationState, TransferSide, TransferState
from bongca.admissions.models import Application, Transfer
from bongca.org.models import Unit


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many applications and transfers a unit has not answered."""

    applications: int
    transfers: int


def waiting_in(unit: Unit) -> Waiting:
    """Return what waits in a unit and below, for what is about to change.

    Asked within a change of the tree, which has asked for the rights.
    """
    inside = Q(unit_pos__gte=unit.lft, unit_pos__lte=unit.rgt)
    return Waiting(
        applications=Application.objects.filter(inside, state=ApplicationState.WAITING).count(),
        transfers=Transfer.objects.filter(inside, state=TransferState.SENT).count(),
    )


def is_for_answer() -> Q:
    """Return the condition of a transfer that waits for the unit reading it."""
    return Q(side=TransferSide.IN, state=TransferState.SENT)
