"""What rolls announces upward."""

from dataclasses import dataclass

from django.dispatch import Signal


@dataclass(frozen=True, slots=True)
class Blocker:
    """Something above that stands on a roll: its name for the officer, and where to see it."""

    name: str
    url: str = ""


# Sent before a roll is undone. Arguments: actor, batch (RollBatch), person_ids (list of UUID).
# Each receiver returns a list of Blocker; any of them makes the undoing refuse, with their names.
roll_undo_requested = Signal()
