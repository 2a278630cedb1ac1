"""Loading the catalogue; it changes with a release, never by hand."""

from django.db import transaction
from psycopg.types.range import DateRange

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.indicators.models import Indicator
from bongca.indicators.rules import CATALOGUE, SINCE, Definition
from bongca.org import policies


@transaction.atomic
def load_indicators(*, actor: Actor) -> int:
    """Write the catalogue of `rules.CATALOGUE`; safe to run again. Returns how many there are.

    Raises NotAllowed for everybody but the installation itself.
    """
    policies.require(actor, "indicators.load")
    for order, line in enumerate(CATALOGUE, start=1):
        _write(line, order)
    audit.record(
        actor,
        "indicators.load_indicators",
        ("indicators.indicator", "catalogue"),
        changes={"count": len(CATALOGUE)},
    )
    return len(CATALOGUE)


def _write(line: Definition, order: int) -> None:
    Indicator.objects.update_or_create(
        code=line.code,
        defaults={
            "name": line.name,
            "hint": line.hint,
            "measure": line.measure,
            "obtained": line.obtained,
            "over_time": line.over_time,
            "counted_by": line.counted_by,
            "numerator_id": line.numerator or None,
            "denominator_id": line.denominator or None,
            "formula": line.formula,
            "at_most_id": line.at_most or None,
            "money_of_id": line.money_of or None,
            "asks_source": line.asks_source,
            "source": line.source,
            "during": DateRange(SINCE, None),
            "order": order,
        },
    )
