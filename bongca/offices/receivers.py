"""What offices answer when the tree below them changes."""

from datetime import date
from typing import Any

from django.dispatch import receiver

from bongca.offices.queries.officers import count_officers
from bongca.org.models import Unit
from bongca.org.rules import Affected
from bongca.org.signals import unit_change_previewed


@receiver(unit_change_previewed)
def answer_for_officers(*, unit: Unit, on: date, **_: Any) -> list[Affected]:
    """Count those in office: their terms are ended by name before the unit is."""
    count = count_officers([unit], on)[unit.pk]
    return [Affected("người đang giữ chức", count, blocks_closing=True)]
