"""The hot reads keep their index under row-level security, on a province of 20,000 members."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection, connections
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from bongca.config.database import database_url
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.scope import scoped
from bongca.members.queries.counting import count_members
from bongca.members.queries.lists import Wanted, members_of
from bongca.org import rules
from bongca.org.models import Unit
from bongca.people.models import Person
from tests.cast import Cast, build_cast

MEMBERS = 20_000
_FILL = """
    with unit as (
        select id, lft, commune_id, province_id, row_number() over (order by lft) as k
        from org_unit where tier = 'branch' and province_id = %(province)s),
    person as (
        insert into people_person (id, full_name, sort_key, given_ascii, search_name, match_key,
            sex, birth_year, phone, address, note, status, unit_id, unit_pos, commune_id,
            province_id, created_at, updated_at, version)
        select gen_random_uuid(), 'Vũ Thị ' || g, 'K' || lpad((i * 7919 %% 50000)::text, 5, '0'), g,
            'vu thi ' || g, 'vũ thị ' || g, case when i %% 2 = 0 then 'm' else 'f' end,
            1925 + i %% 45, '', '', '', case when i %% 20 = 0 then 'deceased' else 'member' end,
            unit.id, unit.lft, commune_id, province_id, %(known)s, %(known)s, 1
        from generate_series(1, %(members)s) i
        cross join lateral (select chr(97 + i %% 26) || chr(97 + i %% 7) || 'a' as g) name
        join unit on unit.k = 1 + i %% (select count(*) from unit)
        returning *)
    insert into members_membership (id, person_id, unit_id, unit_pos, full_name, sex, birth_year,
        kind, during, began_how, ended_how, citation, note, recorded_at, void_reason)
    select gen_random_uuid(), id, unit_id, unit_pos, full_name, sex, birth_year, 'regular',
        daterange('2010-01-01', null), 'roll', '', '', '', %(known)s, ''
    from person where commune_id = %(commune)s
"""


@pytest.fixture
def crowded(transactional_db: None) -> Iterator[Cast]:
    """The cast with 40 more branches of Tân Yên's province and 20,000 members in them."""
    cast = build_cast()
    branches = []
    for commune in (cast.tan_yen, cast.nha_nam, cast.phuc_hoa):
        last = commune.lft + rules.WIDTH["branch"] * 30
        for number in range(14):
            lft, rgt = rules.next_slot(commune.lft, commune.rgt, "branch", last)
            last = lft
            branches.append(
                Unit(
                    name=f"Chi hội thôn {number}", tier="branch", parent=commune, lft=lft, rgt=rgt,
                    province=cast.bac_ninh, commune=commune, during=cast.bac_ninh.during,
                    place_name="", sort_key=str(number), search_name=str(number),
                )
            )  # fmt: skip
    Unit.objects.bulk_create(branches)
    wanted = {"province": cast.bac_ninh.pk, "commune": cast.tan_yen.pk, "members": MEMBERS}
    wanted["known"] = clock.now()
    with _as_migrator() as session:
        session.execute(_FILL, wanted)
        session.commit()
        session.autocommit = True
        session.execute("vacuum analyze people_person, members_membership, org_unit")
    yield cast


def _as_migrator() -> psycopg.Connection[Any]:
    url = database_url(os.environ, "migrator")
    return psycopg.connect(url, dbname=connections["default"].settings_dict["NAME"])


def plan(rows: QuerySet[Person]) -> str:
    return rows.explain(format="json")


def indexes(text: str) -> set[str]:
    found = set()

    def walk(node: dict[str, Any]) -> None:
        assert node["Node Type"] != "Seq Scan" or node["Relation Name"] == "org_unit", text
        found.add(node.get("Index Name", ""))
        for child in node.get("Plans", []):
            walk(child)

    walk(json.loads(text)[0]["Plan"])
    return found - {""}


def test_hot_reads_keep_their_index(crowded: Cast) -> None:
    hoa, minh = crowded.actor("hoa"), crowded.actor("minh")
    branch = Unit.objects.filter(parent=crowded.tan_yen).latest("lft")

    with scoped(hoa):
        first = members_of(hoa, crowded.bac_ninh, Wanted())[:20]
        assert "person_by_province" in indexes(plan(first))
        found = members_of(hoa, crowded.bac_ninh, Wanted(words="ba"))[:20]
        assert "person_given_province" in indexes(plan(found))
        thousandth = members_of(hoa, crowded.bac_ninh, Wanted())[9_980:10_000]
        assert "person_by_province" in indexes(plan(thousandth))
    with scoped(minh):
        first = members_of(minh, crowded.tan_yen, Wanted())[:20]
        assert indexes(plan(first)) & {"person_by_commune", "person_by_scope"}
        one = members_of(minh, branch, Wanted())[:20]
        assert indexes(plan(one)) & {"person_by_unit", "person_by_scope"}
        counted = counting_plan(minh, crowded.tan_yen)
        assert "membership_by_scope" in indexes(counted)


def counting_plan(actor: Actor, unit: Unit) -> str:
    known = clock.now() + timedelta(seconds=1)
    with CaptureQueriesContext(connection) as queries:
        figures = count_members(actor, unit, as_of=actor.today, as_known=known)
    assert sum(sum(one.values()) for one in figures.values()) > 0
    with connection.cursor() as cursor:
        cursor.execute("explain (format json) " + queries[-1]["sql"])
        row = cursor.fetchone()
    assert row is not None
    return json.dumps(row[0])
