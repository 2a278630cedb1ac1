"""To whom a unit usually writes: the unit above, the units below, partners by their name."""

from collections.abc import Iterable
from dataclasses import dataclass

from bongca.org.models import Partner, Unit


@dataclass(frozen=True, slots=True)
class Family:
    """The unit right above and the open units right below."""

    above: Unit | None
    below: tuple[Unit, ...]

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(str(unit.pk), unit.name) for unit in self.below]


def family_of(unit: Unit) -> Family:
    """Return the neighbours of a unit up and down, in two queries."""
    below = Unit.objects.filter(parent=unit, is_open=True).order_by("sort_key", "pk")
    return Family(unit.parent, tuple(below))


def partners_called(names: Iterable[str]) -> dict[str, Partner]:
    """Return the partners that bear one of these names exactly."""
    return {partner.name: partner for partner in Partner.objects.filter(name__in=list(names))}
