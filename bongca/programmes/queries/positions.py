"""Copies that stand elsewhere than their unit: there should be none (design.md 14.3)."""

from bongca.people.queries.positions import StrayRows, stray_rows

_STRAYED = {
    "programmes_assignment": """
        select copy.id::text from programmes_assignment copy
        join org_unit unit on unit.id = copy.unit_id
        where (copy.unit_pos, copy.tier) is distinct from (unit.lft, unit.tier)"""
}


def stray_assignments() -> list[StrayRows]:
    """Return the copies whose position or tier is not that of their unit; one statement."""
    return stray_rows(_STRAYED)
