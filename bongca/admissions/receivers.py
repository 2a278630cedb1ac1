"""What stands here follows the units and the persons below."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.dispatch import receiver

from bongca.admissions.actions.deciding import follow_undoing
from bongca.admissions.actions.following import join_rows, part_rows, shift_rows
from bongca.admissions.queries.waiting import waiting_in
from bongca.members.models import Membership
from bongca.members.signals import act_undone
from bongca.org.models import Unit
from bongca.org.rules import Affected
from bongca.org.signals import unit_change_previewed, unit_positions_moved
from bongca.people.models import Person
from bongca.people.signals import merge_undone, persons_merged


@receiver(unit_change_previewed)
def count_waiting(*, unit: Unit, **_: Any) -> list[Affected]:
    waiting = waiting_in(unit)
    return [
        Affected("đơn xin vào Hội đang chờ", waiting.applications, blocks_closing=True),
        Affected("lượt chuyển sinh hoạt đang chờ", waiting.transfers, blocks_closing=True),
    ]


@receiver(unit_positions_moved)
def follow_units(*, old_lft: int, old_rgt: int, delta: int, **_: Any) -> None:
    shift_rows(old_lft=old_lft, old_rgt=old_rgt, delta=delta)


@receiver(persons_merged)
def follow_merge(*, kept: Person, gone: Person, **_: Any) -> dict[str, Any]:
    return join_rows(kept=kept, gone=gone)


@receiver(act_undone)
def follow_act_undone(*, withdrawn: Sequence[Membership], **_: Any) -> None:
    follow_undoing(withdrawn=withdrawn)


@receiver(merge_undone)
def follow_parting(*, gone: Person, notes: Mapping[str, Any], **_: Any) -> None:
    part_rows(gone=gone, note=notes.get(__name__, {}))
