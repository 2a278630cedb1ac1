"""Whether the tree of today, the tree by date and the names agree: they always should."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

MOST_NAMED = 5

_QUERIES = {
    "Đơn vị đứng ngoài đơn vị cấp trên": """
        select child.name from org_unit child join org_unit parent on parent.id = child.parent_id
        where child.lft <= parent.lft or child.rgt > parent.rgt""",
    "Hai đơn vị đứng chồng lên nhau": """
        select name from (
            select name, lft, lag(rgt) over (partition by parent_id order by lft) as before
            from org_unit where parent_id is not null) beside
        where before >= lft""",
    "Cấp trên hôm nay khác với trong lịch sử": """
        select unit.name from org_unit unit
        left join org_unitancestry up
            on up.unit_id = unit.id and up.depth = 1 and up.during @> %(today)s::date
        where unit.is_open and unit.parent_id is distinct from up.ancestor_id""",
    "Tên hôm nay khác với trong lịch sử": """
        select unit.name from org_unit unit
        left join org_unitname named
            on named.unit_id = unit.id and named.during @> %(today)s::date
        where unit.is_open and unit.name is distinct from named.name""",
    "Tỉnh, xã của đơn vị khác với của đơn vị cấp trên": """
        select child.name from org_unit child join org_unit parent on parent.id = child.parent_id
        where (child.tier <> 'province' and child.province_id is distinct from parent.province_id)
           or (child.tier not in ('province', 'commune')
               and child.commune_id is distinct from parent.commune_id)""",
}


@dataclass(frozen=True, slots=True)
class TreeFault:
    """One thing that does not agree, and the first few units it is so for."""

    words: str
    names: str


def faults_of_tree(today: date) -> list[TreeFault]:
    """Return what does not agree in the tree, empty when all is well."""
    faults = []
    with connection.cursor() as cursor:
        for words, query in _QUERIES.items():
            cursor.execute(f"{query} limit {MOST_NAMED}", {"today": today})
            names = [row[0] for row in cursor.fetchall()]
            if names:
                faults.append(TreeFault(words, ", ".join(names)))
    return faults
