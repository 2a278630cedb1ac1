"""What rolls do when the tree below them changes."""

from typing import Any

from django.dispatch import receiver

from bongca.org.signals import unit_positions_moved
from bongca.rolls.actions.following import shift_lines


@receiver(unit_positions_moved)
def follow_units(*, old_lft: int, old_rgt: int, delta: int, **_: Any) -> None:
    shift_lines(old_lft=old_lft, old_rgt=old_rgt, delta=delta)
