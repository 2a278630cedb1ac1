"""Row security on ten million persons: each query under the policy, as a ratio to the same query
by a role that bypasses it (the bare baseline), in one run.

    python -m bench.rls --app postgresql://app@/bench --bare postgresql://backup@/bench
"""

import argparse
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

import psycopg

REPEAT = 7


@dataclass(frozen=True)
class Place:
    """A unit of the country in whose scope the queries run."""

    name: str
    unit: int
    lft: int
    rgt: int
    column: str  # the copied column that finds its persons fastest
    value: int


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--app", required=True)
    arguments.add_argument("--bare", required=True)
    chosen = arguments.parse_args()
    with psycopg.connect(chosen.app) as app, psycopg.connect(chosen.bare) as bare:
        report(app, bare)


def report(app: psycopg.Connection, bare: psycopg.Connection) -> None:
    """Print one row a query: milliseconds under the policy, bare, and the ratio."""
    print("| query | under row security, ms | bare, ms | ratio | plan |\n|---|---|---|---|---|")
    for place in places(bare):
        for name, query in queries(place):
            walled = timed(app, place, query)
            free = timed(bare, place, query)
            print(
                f"| {name}, {place.name} | {walled:.2f} | {free:.2f} | {walled / free:.2f}"
                f" | {plan(app, place, query)} |",
                flush=True,
            )


def places(bare: psycopg.Connection) -> list[Place]:
    """Return one unit of each tier: a group, a branch, a commune, a province, the country."""
    chosen = []
    for tier, column in [
        ("group", "unit_id"),
        ("branch", ""),
        ("commune", "commune_id"),
        ("province", "province_id"),
        ("central", ""),
    ]:
        row = bare.execute(
            "select id, lft, rgt from org_unit where tier = %s order by id offset %s limit 1",
            (tier, {"group": 777, "branch": 555, "commune": 99, "province": 12}.get(tier, 0)),
        ).fetchone()
        assert row is not None
        chosen.append(Place(tier, row[0], row[1], row[2], column, row[0]))
    return chosen


def queries(place: Place) -> list[tuple[str, str]]:
    """Return the hot queries of lists, counts and search, with the application's own filter."""
    scope = f"p.unit_pos between {place.lft} and {place.rgt}"
    narrow = f"p.{place.column} = {place.value} and {scope}" if place.column else scope
    hot = [
        (
            "count by sex and age band",
            "select sex, birth_year / 10, count(*) from people_person p"
            f" where {scope} and status = 'member' group by 1, 2",
        ),
    ]
    if place.name != "central":
        hot += [
            (
                "first page of 50 by name",
                "select id, full_name, birth_year, sex, phone from people_person p"
                f" where {narrow} and status = 'member' order by sort_key, id limit 50",
            ),
            (
                "search by given name",
                "select id, full_name from people_person p"
                f" where {narrow} and given_ascii = 'lan' order by sort_key, id limit 50",
            ),
            (
                "search by beginning of the given name",
                "select id, full_name from people_person p"
                f" where {narrow} and given_ascii >= 'ha' and given_ascii < 'hb'"
                " order by given_ascii, sort_key, id limit 50",
            ),
        ]
    if place.name in ("group", "branch", "commune"):
        hot.append(
            (
                "members as of a day, as known at a moment",
                "select p.sex, count(*) from members_membership m join people_person p"
                f" on p.id = m.person_id where m.unit_pos between {place.lft} and {place.rgt}"
                " and m.during @> date '2026-01-01' and m.recorded_at <= now()"
                " and (m.voided_at is null or m.voided_at > now()) group by 1",
            )
        )
    return hot


def timed(connection: psycopg.Connection, place: Place, query: str) -> float:
    """Return the median milliseconds of a warm run in the place's scope."""
    run = _runner(connection, place, query)
    run()
    repeat = 2 if place.name == "central" else REPEAT
    return statistics.median(run() for _ in range(repeat))


def _runner(connection: psycopg.Connection, place: Place, query: str) -> Callable[[], float]:
    def run() -> float:
        with connection.transaction():
            connection.execute(
                f"set local app.lft = '{place.lft}'; set local app.rgt = '{place.rgt}'"
            )
            start = time.perf_counter()
            connection.execute(query.encode(), prepare=False).fetchall()
            return (time.perf_counter() - start) * 1000

    return run


def plan(connection: psycopg.Connection, place: Place, query: str) -> str:
    """Return the names of the indexes the planner chose under the policy."""
    with connection.transaction():
        connection.execute(f"set local app.lft = '{place.lft}'; set local app.rgt = '{place.rgt}'")
        lines = connection.execute(f"explain {query}".encode()).fetchall()
    words = [line[0].strip() for line in lines if "Scan" in line[0]]
    names = [word.split(" using ")[1].split()[0] for word in words if " using " in word]
    names += [word.split(" on ")[1].split()[0] for word in words if "Bitmap Index" in word]
    return ", ".join(dict.fromkeys(names)) or "sequential"


if __name__ == "__main__":
    main()
