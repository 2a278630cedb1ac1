"""Rows that stand elsewhere than they should: there should be none (design.md 14.3)."""

from bongca.people.queries.positions import StrayRows, stray_rows

_STRAYED = {
    "care_recipient": """
        select row.id::text from care_recipient row
        join org_unit unit on unit.id = row.unit_id
        where row.unit_pos <> unit.lft""",
    "care_rightrequest": """
        select row.id::text from care_rightrequest row
        join people_person person on person.id = row.person_id
        where row.unit_pos <> person.unit_pos""",
    "care_careanswers": """
        select row.id::text from care_careanswers row
        join people_person person on person.id = row.person_id
        where row.unit_pos <> person.unit_pos""",
}


def stray_rows_of_care() -> list[StrayRows]:
    """Return the rows whose position is not that of their unit or person, by table.

    Run it in `whole_tree`.
    """
    return stray_rows(_STRAYED)
