"""The catalogue of chức danh (domain.md 2.2, 2.3): what exists at which tier, in which body.

Titles are data: `seed_positions` writes this table into the database, where another mass
association puts its own.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Title:
    """A position as it is seeded: the lower the rank, the higher it stands in a list."""

    code: str
    title: str
    tier: str
    body_kind: str
    rank: int
    role: str = ""
    is_single: bool = False


def _above(tier: str, chair: str, office: str) -> tuple[Title, ...]:
    """Return the titles of a tier that has its own Văn phòng and Thường trực."""
    return (
        Title(f"{tier}.chair", "Chủ tịch", tier, "permanent_board", 10, chair, True),
        Title(f"{tier}.vice_chair", "Phó Chủ tịch", tier, "permanent_board", 20, chair),
        Title(f"{tier}.standing_member", "Ủy viên Ban Thường vụ", tier, "standing_committee", 30),
        Title(f"{tier}.office_chief", "Chánh Văn phòng", tier, "office", 35, office, True),
        Title(f"{tier}.office_deputy", "Phó Chánh Văn phòng", tier, "office", 36, office),
        Title(f"{tier}.office_staff", "Cán bộ Văn phòng", tier, "office", 70, office),
        *_inspection(tier),
        Title(f"{tier}.member", "Ủy viên Ban Chấp hành", tier, "executive_committee", 60),
    )


def _inspection(tier: str) -> tuple[Title, ...]:
    kind = "inspection_committee"
    return (
        Title(f"{tier}.inspection_chief", "Trưởng Ban Kiểm tra", tier, kind, 40, "inspector", True),
        Title(f"{tier}.inspection_deputy", "Phó Trưởng Ban Kiểm tra", tier, kind, 41, "inspector"),
        Title(f"{tier}.inspector", "Ủy viên Ban Kiểm tra", tier, kind, 45, "inspector"),
    )


def _board(tier: str) -> tuple[Title, ...]:
    """Return the titles of a Ban đại diện, which is appointed and headed by a Trưởng ban."""
    kind = "representative_board"
    return (
        Title(f"{tier}.board_chief", "Trưởng Ban đại diện", tier, kind, 10, "leader", True),
        Title(f"{tier}.board_deputy", "Phó Trưởng Ban đại diện", tier, kind, 20, "leader"),
    )


TITLES: Final[tuple[Title, ...]] = (
    *_above("central", "leader", "central_office"),
    Title("central.department_chief", "Trưởng Ban chuyên môn", "central", "department", 37),
    Title("central.department_deputy", "Phó Trưởng Ban chuyên môn", "central", "department", 38),
    Title("central.department_staff", "Chuyên viên", "central", "department", 71, "central_staff"),
    *_above("province", "leader", "province_office"),
    *_board("province"),
    Title("commune.chair", "Chủ tịch", "commune", "standing_committee", 10, "commune_chair", True),
    Title("commune.vice_chair", "Phó Chủ tịch", "commune", "standing_committee", 20, "leader"),
    Title("commune.standing_member", "Ủy viên Ban Thường vụ", "commune", "standing_committee", 30),
    *_inspection("commune"),
    Title("commune.member", "Ủy viên Ban Chấp hành", "commune", "executive_committee", 60),
    Title(
        "commune.interim_member",
        "Ủy viên Ban Chấp hành lâm thời",
        "commune",
        "interim_committee",
        61,
    ),
    Title("branch.head", "Chi hội trưởng", "branch", "branch_leadership", 10, "branch_head", True),
    Title("branch.deputy", "Chi hội phó", "branch", "branch_leadership", 20),
    Title("group.head", "Tổ trưởng tổ hội", "group", "group_leadership", 10, "", True),
    Title("group.deputy", "Tổ phó tổ hội", "group", "group_leadership", 20),
)
