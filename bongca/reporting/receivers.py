"""What reports answer when something below asks who stands on it."""

from typing import Any

from django.dispatch import receiver
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.reporting.queries.dependents import reports_standing_on
from bongca.rolls.models import RollBatch
from bongca.rolls.signals import Blocker, roll_undo_requested


@receiver(roll_undo_requested)
def hold_counted_roll(*, actor: Actor, batch: RollBatch, **_: Any) -> list[Blocker]:
    """Name the submitted reports whose figures counted the members of this roll."""
    return [
        Blocker(
            name=f"{report.round.name} của {report.unit.name}",
            url=reverse("reporting:report_detail", args=[report.pk]),
        )
        for report in reports_standing_on(actor, batch.pk, batch.unit)
    ]
