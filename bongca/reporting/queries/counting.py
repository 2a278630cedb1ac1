"""What the registers hold for the chi hội of a commune, counted by the apps that own the nouns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Count, Q

from bongca.core.actor import Actor
from bongca.members.enums import Counter
from bongca.members.queries.counting import QUERY_VERSION as MEMBERS_VERSION
from bongca.members.queries.counting import buckets_of, count_members
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.policies import visible_units

BRANCHES: Final = "units.branches"
GROUPS: Final = "units.groups"
_MEMBERS: Final = "members."

Counts = Mapping[int, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Moment:
    """The period of a count, the day of its stocks, and the moment whose knowledge it uses."""

    since: date
    as_of: date
    as_known: datetime

    @property
    def day_before(self) -> date:
        """Return the last day before the period: flows count from the day after it."""
        return self.since - timedelta(days=1)


def counter_of(counted_by: str) -> Counter | None:
    """Return the count of members a catalogue name stands for, or None for a count of units."""
    return Counter(counted_by.removeprefix(_MEMBERS)) if counted_by.startswith(_MEMBERS) else None


def version_of(counted_by: str) -> str:
    """Return the version of the query behind a count."""
    return MEMBERS_VERSION if counted_by.startswith(_MEMBERS) else "units/1"


def counts_below(actor: Actor, commune: Unit, moment: Moment) -> Counts:
    """Return every count for each chi hội of a commune; members under none under the commune."""
    members = count_members(
        actor,
        commune,
        as_of=moment.as_of,
        as_known=moment.as_known,
        since=moment.day_before,
    )
    found = {
        unit_id: {f"{_MEMBERS}{counter.value}": value for counter, value in counts.items()}
        for unit_id, counts in members.items()
        if unit_id != commune.pk or any(counts.values())
    }
    for branch_id, groups in _groups_of_branches(actor, commune, moment.as_of):
        found.setdefault(branch_id, {}).update({BRANCHES: 1, GROUPS: groups})
    return found


def _groups_of_branches(actor: Actor, commune: Unit, day: date) -> Iterable[tuple[int, int]]:
    """Return the chi hội of a commune on a day by the tree of that day, each with its tổ hội."""
    groups = Q(
        descendance__depth=1,
        descendance__during__contains=day,
        descendance__unit__tier=Tier.GROUP,
    )
    return (
        visible_units(actor)
        .filter(
            ancestry__ancestor=commune,
            ancestry__depth=1,
            ancestry__during__contains=day,
            tier=Tier.BRANCH,
        )
        .annotate(groups=Count("descendance", filter=groups))
        .values_list("pk", "groups")
    )


def counts_of_branch(actor: Actor, branch: Unit, moment: Moment) -> dict[str, int]:
    """Return every count of members of one chi hội."""
    found = count_members(
        actor,
        buckets_of(actor, branch),
        as_of=moment.as_of,
        as_known=moment.as_known,
        since=moment.day_before,
    )
    counts = found.get(branch.pk, {})
    return {f"{_MEMBERS}{counter.value}": value for counter, value in counts.items()}


def totals(counts: Counts) -> dict[str, int]:
    """Return the sum of each count over the chi hội."""
    summed: dict[str, int] = {}
    for of_unit in counts.values():
        for name, value in of_unit.items():
            summed[name] = summed.get(name, 0) + value
    return summed
