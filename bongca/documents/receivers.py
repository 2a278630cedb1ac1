"""What documents answer when the tree below them changes."""

from datetime import date
from typing import Any

from django.dispatch import receiver

from bongca.documents.queries.open_papers import count_open_papers
from bongca.org.models import Unit
from bongca.org.rules import Affected
from bongca.org.signals import unit_change_previewed


@receiver(unit_change_previewed)
def answer_for_papers(*, unit: Unit, on: date, **_: Any) -> list[Affected]:
    """Count the papers somebody still has to deal with; the registers themselves stay."""
    return [Affected("văn bản chưa xử lý xong", count_open_papers(unit))]
