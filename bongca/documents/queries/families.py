"""To whom a unit usually writes: the unit above, all units right below, partners by their name."""

from collections.abc import Iterable
from dataclasses import dataclass

from bongca.documents.queries.addressing import group_units, tiers_under
from bongca.org.models import Partner, Unit


@dataclass(frozen=True, slots=True)
class Family:
    """The unit itself, the tier right below it and how many open units stand there."""

    unit: Unit
    tier: str
    count: int

    @property
    def above(self) -> Unit | None:
        return self.unit.parent


def family_of(unit: Unit) -> Family:
    """Return the neighbours of a unit up and down, counted in one query."""
    tier = next(iter(tiers_under(unit.tier)), "")
    return Family(unit, tier, group_units(unit, tier).count())


def partners_called(names: Iterable[str]) -> dict[str, Partner]:
    """Return the partners that bear one of these names exactly."""
    return {partner.name: partner for partner in Partner.objects.filter(name__in=list(names))}
