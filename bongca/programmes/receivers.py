"""What tasks do when the tree below them changes."""

from typing import Any

from django.dispatch import receiver

from bongca.core.actor import Actor
from bongca.org.models import Unit
from bongca.org.rules import Affected
from bongca.org.signals import unit_change_previewed, unit_closed, unit_positions_moved
from bongca.programmes.actions.following import hand_on_tasks, shift_assignments
from bongca.programmes.queries.counts import open_in


@receiver(unit_change_previewed)
def count_tasks_affected(*, unit: Unit, **_: Any) -> list[Affected]:
    return [
        Affected(
            "nhiệm vụ chưa xong",
            open_in(unit),
            sentence="Nơi nhận nhập làm tiếp. Không nhập vào đâu thì được miễn.",
        )
    ]


@receiver(unit_positions_moved)
def follow_units(*, old_lft: int, old_rgt: int, delta: int, **_: Any) -> None:
    shift_assignments(old_lft=old_lft, old_rgt=old_rgt, delta=delta)


@receiver(unit_closed)
def hand_on(*, actor: Actor, unit: Unit, successor: Unit | None, **_: Any) -> None:
    hand_on_tasks(actor=actor, unit=unit, successor=successor)
