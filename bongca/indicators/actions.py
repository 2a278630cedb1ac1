"""Loading the catalogue; it changes with a release, never by hand."""

from django.db import transaction
from psycopg.types.range import DateRange

from bongca.core import audit
from bongca.core.actor import Actor
from bongca.indicators.models import Indicator
from bongca.indicators.rules.catalogue import CATALOGUE, SINCE, Definition
from bongca.org import policies

_WRITTEN = [field.name for field in Indicator._meta.concrete_fields if field.name != "code"]


@transaction.atomic
def load_indicators(*, actor: Actor) -> int:
    """Write the catalogue of `rules.CATALOGUE`; safe to run again. Returns how many there are.

    Raises NotAllowed for everybody but the installation itself.
    """
    policies.require(actor, "indicators.load")
    Indicator.objects.bulk_create(
        [_indicator(line, order) for order, line in enumerate(CATALOGUE, start=1)],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=_WRITTEN,
    )
    audit.record(
        actor,
        "indicators.load_indicators",
        ("indicators.indicator", "catalogue"),
        changes={"count": len(CATALOGUE)},
    )
    return len(CATALOGUE)


def _indicator(line: Definition, order: int) -> Indicator:
    return Indicator(
        code=line.code,
        name=line.name,
        hint=line.hint,
        measure=line.measure,
        obtained=line.obtained,
        over_time=line.over_time,
        counted_by=line.counted_by,
        numerator_id=line.numerator or None,
        denominator_id=line.denominator or None,
        formula=line.formula,
        at_most_id=line.at_most or None,
        money_of_id=line.money_of or None,
        asks_source=line.asks_source,
        source=line.source,
        during=DateRange(SINCE, None),
        order=order,
    )
