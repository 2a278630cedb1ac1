"""Lists of a province go by the index on the year of birth, under row-level security."""

import json
import os
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.db.models import QuerySet

from bongca.care.queries.celebrated import Wanted, celebrated
from bongca.care.queries.rights import Asked, persons_standing
from bongca.config.database import database_url
from bongca.core import clock
from bongca.core.scope import scoped
from bongca.people.models import Person
from tests.cast import Cast, build_cast

PERSONS = 20_000
BY_BIRTH = "care_person_born_province"
_FILL = """
    insert into people_person (id, full_name, sort_key, given_ascii, search_name, match_key, sex,
        birth_year, birth_month, birth_day, phone, address, note, status, unit_id, unit_pos,
        commune_id, province_id, created_at, updated_at, version)
    select gen_random_uuid(), 'Vũ Thị ' || i,
        'K' || lpad((i::bigint * 7919 %% 50000)::text, 5, '0'), 'g', 'vu thi',
        'vũ thị', 'f', 1925 + i %% 45, 1 + i %% 12, 1 + i %% 28, '', '', '',
        case when i %% 20 = 0 then 'deceased' else 'member' end, unit.id, unit.lft, commune_id,
        province_id, %(known)s, %(known)s, 1
    from generate_series(1, %(persons)s) i
    join (select *, row_number() over (order by lft) as k from org_unit
          where tier = 'branch' and province_id = %(province)s) unit
        on unit.k = 1 + i %% (select count(*) from org_unit
                              where tier = 'branch' and province_id = %(province)s)
"""


@pytest.fixture
def crowded(transactional_db: None) -> Cast:
    """The cast with a province of many elders."""
    cast = build_cast()
    wanted = {"province": cast.bac_ninh.pk, "persons": PERSONS, "known": clock.now()}
    url = database_url(os.environ, "migrator")
    with psycopg.connect(url, dbname=connections["default"].settings_dict["NAME"]) as session:
        session.execute(_FILL, wanted)
        session.commit()
        session.autocommit = True
        session.execute("vacuum analyze people_person, care_rightrequest, care_careanswers")
    return cast


def person_nodes(rows: QuerySet[Person]) -> list[dict[str, Any]]:
    """The nodes of a plan that read the table of persons."""
    found: list[dict[str, Any]] = []

    def walk(node: dict[str, Any]) -> None:
        if node.get("Relation Name") == "people_person" or "Index Name" in node:
            found.append(node)
        for child in node.get("Plans", []):
            walk(child)

    walk(json.loads(rows.explain(format="json"))[0]["Plan"])
    return found


def uses(rows: QuerySet[Person], index: str) -> bool:
    nodes = person_nodes(rows)
    assert not any(node["Node Type"] == "Seq Scan" for node in nodes), nodes
    return any(node.get("Index Name") == index for node in nodes)


def test_a_province_is_read_by_year_of_birth(crowded: Cast) -> None:
    hoa = crowded.actor("hoa")
    with scoped(hoa):
        assert uses(celebrated(hoa, crowded.bac_ninh, Wanted(2026))[:20], BY_BIRTH)
        assert uses(celebrated(hoa, crowded.bac_ninh, Wanted(2026, "province"))[:20], BY_BIRTH)
        coming = persons_standing(hoa, crowded.bac_ninh, Asked(group="coming"))[:20]
        assert uses(coming, BY_BIRTH)
        reached = persons_standing(hoa, crowded.bac_ninh, Asked(group="reached"))[:20]
        assert uses(reached, BY_BIRTH)
