"""The database, the files and the programs that a backup is made of and restored into."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bongca.core.backup.errors import BackupError
from bongca.core.postgres import ensure_running
from bongca.core.postgres.roles import DATABASE

LIBPQ_NAMES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
}


@dataclass(frozen=True)
class Place:
    """One installation as backups see it. `creator_url` may create databases."""

    backup_url: str
    migrator_url: str
    creator_url: str
    programs: Path | None
    files: Path

    def program(self, name: str) -> str:
        """Return the path of pg_dump or pg_restore, of the server's own build where we have it."""
        found = str(self.programs / name) if self.programs else shutil.which(name)
        if not found:
            raise BackupError(f"{name} is not on this machine: install PostgreSQL's client.")
        return found

    def run(self, name: str, *arguments: str, url: str) -> None:
        """Run a PostgreSQL program; the password goes by the environment, never by arguments."""
        finished = subprocess.run(
            [self.program(name), *arguments],
            env=_libpq_environment(url),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if finished.returncode != 0:
            lines = [line for line in finished.stderr.splitlines() if "error" in line.lower()]
            raise BackupError(f"{name} failed: {(lines or ['no reason given'])[0]}")


def connect(url: str, *, autocommit: bool = False) -> psycopg.Connection[Any]:
    return psycopg.connect(url, autocommit=autocommit)


def place_of(state: Path, env: Mapping[str, str] = os.environ) -> Place:
    """Return this installation's place, starting its embedded server if it has one."""
    files = Path(env.get("BONGCA_FILES_DIR", state / "files"))
    if env.get("DATABASE_URL"):
        migrator = env.get("DATABASE_MIGRATOR_URL")
        if not migrator:
            raise BackupError("DATABASE_MIGRATOR_URL is not set, and DATABASE_URL is.")
        backup = env.get("DATABASE_BACKUP_URL", migrator)
        programs = Path(env["POSTGRES_BIN"]) if env.get("POSTGRES_BIN") else None
        return Place(backup, migrator, migrator, programs, files)
    server = ensure_running(state)
    return Place(
        server.url("backup"),
        server.url("migrator"),
        server.url("superuser", "postgres"),
        server.programs,
        files,
    )


def main_database(place: Place) -> str:
    """Return the name of the database the product works on."""
    return str(conninfo_to_dict(place.migrator_url).get("dbname") or DATABASE)


def url_for(url: str, database: str) -> str:
    """Return the same address with another database."""
    return make_conninfo(url, dbname=database)


def _libpq_environment(url: str) -> dict[str, str]:
    words = {
        LIBPQ_NAMES[word]: str(value)
        for word, value in conninfo_to_dict(url).items()
        if word in LIBPQ_NAMES and value is not None
    }
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", **words}
