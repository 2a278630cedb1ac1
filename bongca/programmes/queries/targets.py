"""What a programme is to reach beside what was reported; the figures come from an app above."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bongca.core.actor import Actor
from bongca.core.ui.registry import Registry, key_of
from bongca.programmes.models import Programme, Target


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported figure: how much, of which report, where it is explained."""

    value: Decimal
    said_in: str
    url: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target with what was reported so far."""

    target: Target
    reported: Reported | None

    @property
    def gap(self) -> Decimal | None:
        """Return how much is wanting; nothing below zero, None where it cannot be told."""
        if self.reported is None or self.target.value is None:
            return None
        return max(self.target.value - self.reported.value, Decimal(0))


Source = Callable[[Actor, Programme, Sequence[str]], Mapping[str, Reported]]
_sources: Registry[Source] = Registry()


def register_reported(source: Source) -> None:
    """Let an app above say what was reported for indicators in a programme's days.

    The source gets all codes at once, asks its own policy and answers by code.
    """
    _sources.add(key_of(source), source, 100)


def target_rows(actor: Actor, programme: Programme) -> list[TargetRow]:
    """Return a programme's targets, those of the catalogue with what was reported."""
    targets = list(programme.targets.select_related("indicator").order_by("due_on", "pk"))
    codes = sorted({one.indicator_id for one in targets if one.indicator_id})
    found: dict[str, Reported] = {}
    if codes:
        for source in _sources:
            found.update(source(actor, programme, codes))
    return [TargetRow(one, found.get(one.indicator_id or "")) for one in targets]
