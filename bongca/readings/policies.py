"""Who may open the file of a text: whoever words the conclusions of its meeting."""

from bongca.core.actor import Actor
from bongca.core.models import Attachment
from bongca.meetings.policies import can_write
from bongca.readings.models import Reading

# As files were marked while readings were a part of meetings: those kept then still open.
PURPOSE = "meetings.reading"


def may_open_reading(actor: Actor, attachment: Attachment) -> bool:
    """Tell whether the actor may open a text that was uploaded for reading."""
    reading = Reading.objects.filter(attachment=attachment).select_related("meeting__unit").first()
    return reading is not None and can_write(actor, reading.meeting)
