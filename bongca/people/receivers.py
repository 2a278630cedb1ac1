"""What persons do when the tree below them changes."""

from typing import Any

from django.dispatch import receiver

from bongca.org.signals import unit_positions_moved
from bongca.people.actions.positions import shift_positions


@receiver(unit_positions_moved)
def follow_units(*, old_lft: int, old_rgt: int, delta: int, **_: Any) -> None:
    shift_positions(old_lft=old_lft, old_rgt=old_rgt, delta=delta)
