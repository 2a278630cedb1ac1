"""`make bench`: a country in a scratch database of the embedded server, then every comparison.

python -m bench                      200,000 persons, some minutes
python -m bench --persons 20000      whether all of it runs: one minute, small ratios say little
python -m bench --only tasks papers  these again, on the country of the last run
python -m bench --tree 10000000      the units of the real size, but 200,000 persons
python -m bench --persons 10000000   the real size, about 9 minutes and 12 GB of disk
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import psycopg

from bench import country, rls
from bongca.core.postgres import Server, ensure_running
from bongca.core.run.assets import prepare_assets
from bongca.core.state import state_folder

ROOT = Path(__file__).resolve().parents[1]
DATABASE = "bongca_bench"
SHARE = 10_000_000
PARTS = ("rls", "pages", "tasks", "papers")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--persons", type=int, default=200_000)
    arguments.add_argument("--only", nargs="+", choices=PARTS, help="on the country that stands")
    arguments.add_argument("--tree", type=int, help="units as for so many persons")
    chosen = arguments.parse_args()
    server = ensure_running(state_folder())
    if not chosen.only:
        prepare_assets(ROOT, state_folder())  # whole pages are measured with what they link to
        _make(server, size_of(chosen.persons, chosen.tree))
    wanted = chosen.only or PARTS
    if "rls" in wanted:
        with (
            psycopg.connect(server.url("app", DATABASE)) as app,
            psycopg.connect(server.url("backup", DATABASE)) as bare,
        ):
            rls.report(app, bare)
    for part, role in (("pages", "app"), ("tasks", "superuser"), ("papers", "superuser")):
        if part in wanted:
            _run("-m", f"bench.{part}", url=server.url(role, DATABASE))


def _make(server: Server, size: argparse.Namespace) -> None:
    with psycopg.connect(server.url("superuser", "postgres"), autocommit=True) as connection:
        connection.execute(f"drop database if exists {DATABASE} with (force)")
        connection.execute(f"create database {DATABASE} owner bongca_owner")
    _migrate(server.url("app", DATABASE), server.url("migrator", DATABASE))
    with psycopg.connect(server.url("superuser", DATABASE), autocommit=True) as connection:
        country.make_country(connection, size)


def size_of(persons: int, tree: int | None = None) -> argparse.Namespace:
    """Return a country in proportion: the real one at ten million persons."""
    share = (tree or persons) / SHARE
    communes = max(340, round(3_321 * share))
    branches = max(1_000, round(100_000 * share))
    return argparse.Namespace(
        persons=persons,
        provinces=34,
        communes=communes,
        branches=branches,
        groups=max(3_400, round(340_000 * share)),
    )


def _run(*command: str, url: str) -> None:
    """Run what needs the product itself in a process of its own."""
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "bongca.config.settings",
    }
    subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)


def _migrate(app: str, migrator: str) -> None:
    environment = os.environ | {
        "DATABASE_URL": app,
        "DATABASE_MIGRATOR_URL": migrator,
        "BONGCA_DB_ROLE": "migrator",
        "DJANGO_SETTINGS_MODULE": "bongca.config.settings",
    }
    command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
