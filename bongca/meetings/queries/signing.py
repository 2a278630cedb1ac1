"""Who signs by order of the chair."""

from bongca.core.actor import Actor
from bongca.meetings.models import Meeting
from bongca.offices.policies import visible_appointments


def office_chief_of(actor: Actor, meeting: Meeting) -> str:
    """Return the name of the Chánh Văn phòng of the meeting's unit on its day, or nothing."""
    day = meeting.held_on or actor.today
    held = visible_appointments(actor).filter(
        unit=meeting.unit, position__code__endswith=".office_chief", during__contains=day
    )
    chief = held.order_by("pk").first()
    return chief.display_name if chief else ""
