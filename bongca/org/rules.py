"""Roles as one table, and the arithmetic of positions in the tree. Plain Python.

`ROLES` is the table of design.md 2 and 6: each role is a list of permission words, each with a
reach. `make access` prints it as a matrix.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

UNIT, BELOW, ADDRESSED, COMPARTMENT, TOPIC = (
    "unit",
    "below",
    "addressed",
    "compartment",
    "topic",
)


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its Vietnamese title, the tiers where it can be granted, its words with reach."""

    code: str
    title: str
    tiers: frozenset[str]
    words: Mapping[str, str]


def _role(code: str, title: str, tiers: str, **reaches: str) -> Role:
    words = {word: reach for reach, listed in reaches.items() for word in listed.split()}
    return Role(code, title, frozenset(tiers.split()), MappingProxyType(words))


_ROLL_KEEPER = (
    "members.view members.edit members.import members.export members.print people.identity"
)

ROLES: Final[Mapping[str, Role]] = MappingProxyType(
    {
        role.code: role
        for role in (
            _role(
                "branch_head",
                "Chi hội trưởng",
                "branch",
                below=f"units.view units.edit {_ROLL_KEEPER} offices.view reports.view"
                " reports.fill reports.submit figures.view",
            ),
            _role(
                "commune_chair",
                "Chủ tịch Hội NCT xã, phường, đặc khu",
                "commune",
                below=f"units.view units.edit {_ROLL_KEEPER} people.sensitive people.merge"
                " offices.view offices.appoint accounts.provision accounts.reset grants.give"
                " reports.view reports.fill reports.submit reports.review reports.print"
                " figures.view audit.view",
            ),
            _role(
                "province_office",
                "Văn phòng Hội NCT tỉnh, thành phố",
                "province",
                below="units.view units.edit members.view members.export offices.view"
                " offices.appoint accounts.provision accounts.reset grants.give reports.view"
                " reports.review reports.print figures.view audit.view",
                unit="reports.fill reports.submit",
            ),
            _role(
                "central_staff",
                "Chuyên viên Ban chuyên môn Trung ương",
                "central",
                topic="units.view offices.view reports.view reports.print figures.view",
            ),
            _role(
                "central_office",
                "Văn phòng Trung ương Hội",
                "central",
                below="units.view units.edit offices.view offices.appoint accounts.provision"
                " accounts.reset grants.give reports.view reports.review reports.print"
                " reports.open figures.view audit.view",
            ),
            _role(
                "leader",
                "Lãnh đạo Hội",
                "central province commune",
                below="units.view offices.view reports.view reports.print figures.view",
            ),
            _role(
                "inspector",
                "Ban Kiểm tra",
                "central province commune",
                below="units.view offices.view reports.view figures.view",
                compartment="inspection.view",
            ),
            _role(
                "liaison", "Cán bộ đầu mối của đơn vị phối hợp", "partner", addressed="plans.view"
            ),
            _role(
                "administrator",
                "Quản trị hệ thống",
                "central",
                below="units.view jobs.view audit.view accounts.reset accounts.provision"
                " grants.give",
            ),
        )
    }
)

WORDS: Final[frozenset[str]] = frozenset(word for role in ROLES.values() for word in role.words)

# --- positions -------------------------------------------------------------------------------
# Each tier has its own width, so that a move within a tier shifts a whole subtree by one number.

SLOTS_PER_PARENT: Final = 1024
WIDTH: Final[Mapping[str, int]] = MappingProxyType(
    {
        "central": 2**60,
        "province": 2**50,
        "district": 2**40,
        "commune": 2**40,
        "branch": 2**30,
        "group": 2**20,
    }
)


class SlotsExhausted(Exception):
    """A parent has no free slot of this tier left; its children have to be renumbered."""


def first_slot(parent_lft: int, tier: str) -> int:
    """Return the `lft` of the first child slot; the parent's own rows stand at its own `lft`."""
    return parent_lft + WIDTH[tier]


def next_slot(parent_lft: int, parent_rgt: int, tier: str, last_lft: int | None) -> tuple[int, int]:
    """Return (lft, rgt) for a new child after the child at `last_lft`.

    Raises SlotsExhausted when the parent's interval has no room after it.
    """
    lft = first_slot(parent_lft, tier) if last_lft is None else last_lft + WIDTH[tier]
    rgt = lft + WIDTH[tier] - 1
    if rgt > parent_rgt:
        raise SlotsExhausted(tier)
    return lft, rgt


def root_interval() -> tuple[int, int]:
    """Return (lft, rgt) of the whole tree."""
    return 0, WIDTH["central"] - 1
