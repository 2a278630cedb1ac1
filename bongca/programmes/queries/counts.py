"""How many copies stand where, for those who change the tree."""

from bongca.org.models import Unit
from bongca.programmes.enums import OPEN_STATES
from bongca.programmes.models import Assignment


def open_in(unit: Unit) -> int:
    """Count the open copies that stand at this very unit."""
    return Assignment.objects.filter(unit=unit, state__in=OPEN_STATES).count()
