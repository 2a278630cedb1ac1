"""Rows that stand elsewhere than their unit: there should be none (design.md 14.3)."""

from bongca.people.queries.positions import StrayRows, stray_rows

_OF_UNIT = """
        select row.id::text from {table} row join org_unit unit on unit.id = row.unit_id
        where row.unit_pos <> unit.lft"""
_STRAYED = {
    "admissions_application": _OF_UNIT.format(table="admissions_application"),
    "admissions_pause": _OF_UNIT.format(table="admissions_pause"),
    "admissions_transfer": """
        select row.id::text from admissions_transfer row
        join org_unit receiver on receiver.id = row.to_unit_id
        where row.side = 'in' and row.unit_pos <> receiver.lft""",
}


def stray_rows_here() -> list[StrayRows]:
    """Return the applications, pauses and received transfers that stand elsewhere than their unit.

    The sending side stands where the person stood. Run it in `whole_tree`.
    """
    return stray_rows(_STRAYED)
