"""Rows that stand elsewhere than their unit: there should be none (design.md 14.3)."""

from dataclasses import dataclass

from django.db import connection

MOST_NAMED = 20

_STRAYED = {
    "people_person": """
        select row.id::text from people_person row join org_unit unit on unit.id = row.unit_id
        where (row.unit_pos, row.commune_id, row.province_id)
              is distinct from (unit.lft, unit.commune_id, unit.province_id)""",
    "people_identityclaim": """
        select row.id::text from people_identityclaim row
        join people_person person on person.id = row.person_id
        where row.unit_pos <> person.unit_pos""",
    "people_sensitiverecord": """
        select row.person_id::text from people_sensitiverecord row
        join people_person person on person.id = row.person_id
        where row.unit_pos <> person.unit_pos""",
    "people_circumstance": """
        select row.id::text from people_circumstance row
        join people_person person on person.id = row.person_id
        where row.unit_pos <> person.unit_pos""",
    "people_familycontact": """
        select row.person_id::text from people_familycontact row
        join people_person person on person.id = row.person_id
        where row.unit_pos <> person.unit_pos""",
    "people_personmerge": """
        select row.id::text from people_personmerge row
        join people_person person on person.id = row.kept_id
        where row.unit_pos <> person.unit_pos""",
}


@dataclass(frozen=True, slots=True)
class StrayRows:
    """Rows of one table whose position is not that of their unit; the first of them by key."""

    table: str
    count: int
    first_keys: tuple[str, ...]


def stray_rows(queries: dict[str, str] | None = None) -> list[StrayRows]:
    """Return what differs, table by table; empty when every copy of a position is right.

    `queries` gives for each table the select of the keys that differ. Run it in `whole_tree`.
    """
    found = []
    with connection.cursor() as cursor:
        for table, query in (queries or _STRAYED).items():
            cursor.execute(
                f"with stray as materialized ({query})"  # noqa: S608 - our own constants
                " select (select count(*) from stray),"
                f" array(select id from stray stray(id) limit {MOST_NAMED})"
            )
            row = cursor.fetchone()
            if row and row[0]:
                found.append(StrayRows(table, row[0], tuple(row[1])))
    return found
