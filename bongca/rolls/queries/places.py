"""Where the names of chi hội and tổ hội in a roll lead to in the tree."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bongca.core.text import fold
from bongca.org.enums import Tier
from bongca.org.models import Unit
from bongca.org.rules import proper_name
from bongca.rolls.models import RollBatch
from bongca.rolls.rules.rows import RollRow

LEAVE_OUT = "leave_out"
_NUMBERED = re.compile(r"^(?:to|nhom|phan hoi)?\s*(?:hoi|nct)?\s*(?:so)?\s*0*(\d{1,2}[a-z]?)$")


def place_key(name: str) -> str:
    """Give the form under which two spellings of one unit's name are equal."""
    proper = proper_name(name)
    if proper == name:  # “thôn Yên Lý” means what “Chi hội thôn Yên Lý” means
        proper = proper_name(f"Chi hội {name}")
    plain = " ".join(re.findall(r"[a-z0-9]+", fold(proper or name)))
    numbered = _NUMBERED.match(plain)
    return numbered[1] if numbered else plain


@dataclass(slots=True)
class Places:
    """The units below the one a roll is for, and where the names in its lines lead.

    A name two units share leads nowhere by itself: in a merged commune there may be two thôn
    Tân Tiến, and the officer says which.
    """

    home: Unit
    branches: list[Unit] = field(default_factory=list)
    by_key: dict[str, list[Unit]] = field(default_factory=dict)
    groups: dict[tuple[int, str], Unit] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def offered(self) -> list[Unit]:
        """The units an officer may choose for a name that leads nowhere."""
        return self.branches or [self.home]

    def key_of(self, row: RollRow) -> str:
        """The name under which a row is placed: its chi hội, or in a tổ hội's roll its tổ hội."""
        if self.home.tier == Tier.GROUP:
            return place_key(row.group)
        if self.home.tier == Tier.BRANCH:
            return place_key(row.branch)
        return place_key(row.branch or row.hamlet)

    def branch_of(self, key: str) -> Unit | None:
        """The unit a name leads to, by the tree or by what the officer answered."""
        answer = self.answers.get(key)
        if answer and answer != LEAVE_OUT:
            return next((unit for unit in self.offered if str(unit.pk) == answer), None)
        if not self.branches:
            is_home = not key or key == place_key(self.home.name)
            return self.home if is_home or self.home.tier == Tier.COMMUNE else None
        found = self.by_key.get(key, []) if key else []
        return found[0] if len(found) == 1 else None

    def is_left_out(self, key: str) -> bool:
        return self.answers.get(key) == LEAVE_OUT

    def unit_of(self, branch_key: str, group_key: str) -> Unit | None:
        """The unit a line belongs to as far as it exists; None where that must be asked."""
        branch = self.branch_of(branch_key)
        if branch is None or not group_key or branch.tier != Tier.BRANCH:
            return branch
        return self.groups.get((branch.pk, group_key), branch)


def places_for(batch: RollBatch) -> Places:
    """Load the open units below a roll's unit once for all its lines."""
    home = batch.unit
    below = Unit.objects.filter(lft__gt=home.lft, lft__lte=home.rgt, is_open=True)
    places = Places(home, answers=batch.choices.get("branches", {}))
    for unit in below.filter(tier__in=(Tier.BRANCH, Tier.GROUP)).order_by("lft"):
        if unit.tier == Tier.BRANCH:
            places.branches.append(unit)
            places.by_key.setdefault(place_key(unit.name), []).append(unit)
        elif unit.parent_id is not None:
            places.groups.setdefault((unit.parent_id, place_key(unit.name)), unit)
    return places
