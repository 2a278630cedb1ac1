"""Make a country of any size in an empty, migrated database: units, persons, memberships.

    python -m bench.country --url postgresql://superuser@/bench --persons 10000000

Needs a superuser: foreign keys are switched off and indexes dropped while loading. Every person
is drawn from the weighted lists of names by one seed, so that two runs give the same country.
"""

import argparse
import random
import time
from collections.abc import Iterator

import psycopg

from bongca.core.text import name_keys
from bongca.org.rules import WIDTH

FAMILY = [
    ("Nguyễn", 38), ("Trần", 11), ("Lê", 9), ("Phạm", 7), ("Hoàng", 5), ("Vũ", 4), ("Phan", 4),
    ("Võ", 3), ("Đặng", 3), ("Bùi", 3), ("Đỗ", 2), ("Hồ", 2), ("Ngô", 2), ("Dương", 2), ("Lý", 1),
    ("Lò", 1), ("Giàng", 1), ("Thào", 1), ("Nông", 1), ("Hà", 1), ("Đinh", 1), ("Mai", 1),
]  # fmt: skip
MIDDLE = {
    "m": ["Văn", "Đình", "Xuân", "Quang", "Đức", "Hữu", "Công", "Bá", "Duy", "Ngọc", "Trọng"],
    "f": ["Thị", "Thị", "Thị", "Thị Ngọc", "Thị Kim", "Thị Thanh", "Ngọc"],
}
GIVEN = {
    "m": """An Bình Bảo Chiến Chính Cường Dũng Đạt Đông Đức Hải Hậu Hiền Hòa Hùng Hưng Khánh Khôi
        Kiên Lâm Lộc Long Lợi Mạnh Minh Nam Nghĩa Nhân Phong Phú Phúc Quân Quang Quý Sáng Sơn Tâm
        Tân Thành Thắng Thìn Thọ Tiến Toàn Trung Tuấn Tùng Tý Vinh Vượng""",
    "f": """Anh Ánh Bích Bưởi Cúc Chín Dung Đào Điệp Gái Giang Hà Hằng Hạnh Hiền Hoa Hồng Huệ Hương
        Lan Liên Loan Lụa Mai Mận Mùi Năm Nga Ngân Nhàn Nhung Nụ Oanh Phương Phượng Sen Sửu Tám
        Thảo Thoa Thu Thủy Tuyết Tư Út Vân Xuân Yến Ý""",
}
DISTINCT_NAMES = 200_000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--url", required=True)
    arguments.add_argument("--persons", type=int, default=10_000_000)
    arguments.add_argument("--provinces", type=int, default=34)
    arguments.add_argument("--communes", type=int, default=3_321)
    arguments.add_argument("--branches", type=int, default=100_000)
    arguments.add_argument("--groups", type=int, default=340_000)
    chosen = arguments.parse_args()
    with psycopg.connect(chosen.url, autocommit=True) as connection:
        make_country(connection, chosen)


def make_country(connection: psycopg.Connection, size: argparse.Namespace) -> None:
    """Load units, then persons and memberships province by province, then build the indexes."""
    connection.execute("set session_replication_role = replica")
    connection.execute("set synchronous_commit = off; set maintenance_work_mem = '1GB'")
    _step("units", lambda: _units(connection, size))
    _step("names", lambda: _names(connection))
    dropped = _drop_indexes(connection, ("people_person", "members_membership"))
    per_group = size.persons / size.groups
    for province in range(1, size.provinces + 1):
        _step(f"province {province}", lambda p=province: _persons(connection, p, per_group))
    for definition in dropped:
        _step(definition[:90], lambda d=definition: connection.execute(d))
    _step("vacuum analyze", lambda: connection.execute("vacuum analyze"))


def _step(name: str, act) -> None:  # type: ignore[no-untyped-def]  # a bench, not the product
    start = time.perf_counter()
    act()
    print(f"{time.perf_counter() - start:8.1f} s  {name}", flush=True)


def _units(connection: psycopg.Connection, size: argparse.Namespace) -> None:
    insert = """
        insert into org_unit (id, name, tier, org_model, parent_id, province_id, commune_id, lft,
            rgt, during, is_open, place_name, sort_key, search_name, phone, seed_key, founded_by,
            closed_by, version)
        select {id}, {name}, '{tier}', 'association', {parent}, {province}, {commune}, {lft},
            {lft} + {width} - 1, '[2025-07-01,)', true, {name}, {name}, lower({name}), '', '', '',
            '', 1 from {source}"""
    width = WIDTH
    connection.execute(
        insert.format(id="1", name="'Hoi'", tier="central", parent="null", province="null",
                      commune="null", lft="0", width=width["central"], source="(values (1)) v")
    )  # fmt: skip
    tiers = [
        ("province", "central", size.provinces, 1, "null::bigint", "null::bigint", 1_000),
        ("commune", "province", size.communes, size.provinces, "p.id", "null::bigint", 10_000),
        ("branch", "commune", size.branches, size.communes, "p.province_id", "p.id", 100_000),
        ("group", "branch", size.groups, size.branches, "p.province_id", "p.commune_id", 1_000_000),
    ]
    for tier, parent_tier, count, parents, province, commune, base in tiers:
        source = (
            f"generate_series(0, {count - 1}) g join (select *, row_number() over (order by id) - 1"
            f" as k from org_unit where tier = '{parent_tier}') p on p.k = g %% {parents}"
        ).replace("%%", "%")
        connection.execute(
            insert.format(
                id=f"{base} + g",
                name=f"'{tier} ' || g",
                tier=tier,
                parent="p.id",
                province=province if tier != "province" else f"{base} + g",
                commune=commune if tier != "commune" else f"{base} + g",
                lft=f"(p.lft + (g / {parents} + 1)::bigint * {width[tier]})",
                width=width[tier],
                source=source,
            )
        )
    connection.execute("analyze org_unit")


def _names(connection: psycopg.Connection) -> None:
    connection.execute(
        "create unlogged table if not exists bench_name (k int primary key, sex text,"
        " full_name text, sort_key text, given_ascii text, search_name text, match_key text)"
    )
    connection.execute("truncate bench_name")
    with connection.cursor().copy("copy bench_name from stdin") as copy:
        for row in _drawn_names():
            copy.write_row(row)


def _drawn_names() -> Iterator[tuple[object, ...]]:
    draw = random.Random(1995)
    families, weights = zip(*FAMILY, strict=True)
    for number in range(DISTINCT_NAMES):
        sex = "m" if number % 20 < 9 else "f"
        family = draw.choices(families, weights)[0]
        name = f"{family} {draw.choice(MIDDLE[sex])} {draw.choice(GIVEN[sex].split())}"
        keys = name_keys(name)
        yield (number, sex, name, keys.sort_key, keys.given_ascii, keys.search_name, keys.match_key)


def _persons(connection: psycopg.Connection, province: int, per_group: float) -> None:
    new_id = "uuidv7()" if connection.info.server_version >= 180000 else "gen_random_uuid()"
    connection.execute(
        f"""
        with person as (
            insert into people_person (id, full_name, sort_key, given_ascii, search_name, match_key,
                sex, birth_year, phone, address, note, status, unit_id, unit_pos, commune_id,
                province_id, created_at, updated_at, version)
            select {new_id}, n.full_name, n.sort_key, n.given_ascii, n.search_name, n.match_key,
                n.sex, 1925 + (45 * sqrt(random()))::int, '', '', '',
                case when random() < 0.93 then 'member' when random() < 0.8 then 'deceased'
                     else 'left' end,
                u.id, u.lft, u.commune_id, u.province_id, now(), now(), 1
            from org_unit u
            cross join lateral generate_series(1, (%(each)s + (u.id %% 5) - 2)::int) i
            join bench_name n
              on n.k = abs(hashint8(u.id * 1000 + i)::bigint) %% {DISTINCT_NAMES}
            where u.tier = 'group' and u.province_id = %(province)s
            order by u.lft
            returning id, unit_id, unit_pos, status, full_name, sex, birth_year)
        insert into members_membership (id, person_id, unit_id, unit_pos, full_name, sex,
            birth_year, kind, during, began_how, ended_how, citation, note, recorded_at,
            void_reason)
        select {new_id}, id, unit_id, unit_pos, full_name, sex, birth_year, 'regular',
            case when status = 'member' then daterange('2010-01-01', null)
                 else daterange('2010-01-01', '2026-03-01') end,
            'roll', case when status = 'member' then '' else status end, '', '', now(), ''
        from person""",
        {"each": per_group, "province": 1_000 + province - 1},
    )


def _drop_indexes(connection: psycopg.Connection, tables: tuple[str, ...]) -> list[str]:
    rows = connection.execute(
        """select i.indexname, i.indexdef, c.conname, pg_get_constraintdef(c.oid), i.tablename
           from pg_indexes i left join pg_constraint c on c.conname = i.indexname
           where i.tablename = any(%s) and i.indexname not like '%%pkey'""",
        [list(tables)],
    ).fetchall()
    definitions = []
    for name, definition, constraint, constraint_text, table in rows:
        if constraint:
            connection.execute(f"alter table {table} drop constraint {constraint}")
            definitions.append(f"alter table {table} add constraint {constraint} {constraint_text}")
        else:
            connection.execute(f"drop index {name}")
            definitions.append(definition)
    return definitions


if __name__ == "__main__":
    main()
