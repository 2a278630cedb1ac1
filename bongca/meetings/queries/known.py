"""What the system knows by name near a meeting: units, bodies, partners, officers."""

from datetime import date

from bongca.core.actor import Actor
from bongca.meetings.models import Meeting
from bongca.meetings.rules.names import Known
from bongca.offices.models import Body
from bongca.offices.policies import visible_appointments
from bongca.org.models import Partner, Unit

MOST = 4000
_CHILD_BODIES = (
    "permanent_board",
    "standing_committee",
    "executive_committee",
    "inspection_committee",
    "department",
    "office",
    "subcommittee",
    "representative_board",
)


def known_names(actor: Actor, meeting: Meeting) -> list[Known]:
    """Return the names a text of this meeting may speak of; three statements.

    The meeting's unit with its bodies, the units above and directly below, the partners, and the
    officers of the unit. Names of units are public within the Association.
    """
    unit, on = meeting.unit, meeting.held_on or actor.today
    units = Unit.objects.filter(is_open=True, parent=unit) | Unit.objects.filter(
        lft__lte=unit.lft, rgt__gte=unit.lft
    )
    known = [Known("unit", str(one.pk), one.name) for one in units[:MOST]]
    known += [Known("body", str(one.pk), one.name) for one in bodies_at(unit, on)]
    partners = Partner.objects.filter(during__contains=actor.today).order_by("pk")[:MOST]
    known += [Known("partner", str(one.pk), one.name) for one in partners]
    held = visible_appointments(actor).filter(unit=unit, during__contains=on)
    known += [Known("person", str(one.pk), one.display_name) for one in held[:MOST]]
    return known


def bodies_at(unit: Unit, on: date) -> list[Body]:
    """Return the bodies of a unit on a day, committees first."""
    rows = Body.objects.filter(unit=unit, kind__in=_CHILD_BODIES, during__contains=on)
    order = {kind: number for number, kind in enumerate(_CHILD_BODIES)}
    return sorted(rows, key=lambda body: (order[body.kind], body.name))
