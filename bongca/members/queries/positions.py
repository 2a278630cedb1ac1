"""Periods that stand elsewhere than their unit: there should be none (design.md 14.3)."""

from bongca.people.queries.positions import StrayRows, stray_rows

_STRAYED = {
    "members_membership": """
        select period.id::text from members_membership period
        join org_unit unit on unit.id = period.unit_id
        where period.unit_pos <> unit.lft"""
}


def stray_memberships() -> list[StrayRows]:
    """Return the periods whose position is not that of their unit. Run it in `whole_tree`."""
    return stray_rows(_STRAYED)
