"""Restore a backup into a database of its own, and put that in the place of the old one."""

import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from psycopg import sql

from bongca.core.backup.archive import extract_dump, extract_files, read_manifest
from bongca.core.backup.errors import BackupError
from bongca.core.backup.making import count_rows
from bongca.core.backup.place import Place, connect, main_database, url_for
from bongca.core.postgres.roles import NO_DEFAULT_PRIVILEGES
from bongca.core.state import CODE

OWNER = "bongca_owner"


def restore(place: Place, archive: Path, database: str, files: Path) -> dict[str, int]:
    """Restore into a new database and a folder of files; return the rows of each table.

    Raises BackupError where the database exists, the archive is damaged, or the rows that came
    out are not those that went in; the new database is then dropped again.
    """
    manifest = read_manifest(archive)
    _create(place, database)
    try:
        with tempfile.TemporaryDirectory() as draft:
            dump = Path(draft) / "database.dump"
            extract_dump(archive, manifest, dump)
            _load(place, dump, database)
        extract_files(archive, manifest, files)
        with connect(url_for(place.migrator_url, database)) as connection:
            rows = count_rows(connection)
        if rows != manifest.rows:
            raise BackupError(f"The restored rows differ: {_differences(manifest.rows, rows)}")
    except BackupError:
        _drop(place, database)
        raise
    return rows


def begin_audit_epoch(place: Place) -> None:
    """Tell the audit that another server counts the transactions from now on."""
    url = place.migrator_url
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DATABASE_MIGRATOR_URL": url,
        "BONGCA_DB_ROLE": "migrator",
    }
    command = [sys.executable, str(CODE / "manage.py"), "begin_audit_epoch"]
    if subprocess.run(command, cwd=CODE, env=environment, check=False).returncode != 0:
        raise BackupError("Restored, but the audit did not begin anew; the reason stands above.")


def put_in_place(place: Place, database: str, now: datetime) -> str:
    """Give the restored database the name the product works on; the old one is kept aside.

    Raises BackupError while the product is running. Returns the name of the one kept aside.
    """
    current = main_database(place)
    aside = f"{current}_before_{now:%Y%m%d_%H%M%S}"
    with connect(url_for(place.creator_url, "postgres"), autocommit=True) as connection:
        row = connection.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s", (current,)
        ).fetchone()
        if row and row[0]:
            raise BackupError("The product is running: stop it first, then restore.")
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        connection.execute(rename.format(sql.Identifier(current), sql.Identifier(aside)))
        connection.execute(rename.format(sql.Identifier(database), sql.Identifier(current)))
    return aside


def _load(place: Place, dump: Path, database: str) -> None:
    place.run(
        "pg_restore",
        f"--dbname={database}",
        "--no-owner",
        "--no-comments",
        "--exit-on-error",
        "--single-transaction",
        str(dump),
        url=url_for(place.migrator_url, database),
    )


def _create(place: Place, database: str) -> None:
    with connect(url_for(place.creator_url, "postgres"), autocommit=True) as connection:
        taken = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", (database,)
        ).fetchone()
        if taken:
            raise BackupError(f"There is already a database '{database}': name another with INTO=.")
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(
                sql.Identifier(database), sql.Identifier(OWNER)
            )
        )
    with connect(url_for(place.migrator_url, database)) as connection:
        for statement in NO_DEFAULT_PRIVILEGES:
            connection.execute(statement.encode())


def _drop(place: Place, database: str) -> None:
    with connect(url_for(place.creator_url, "postgres"), autocommit=True) as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        )


def _differences(before: dict[str, int], after: dict[str, int]) -> str:
    differing = sorted(
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    )
    return ", ".join(
        f"{name} {before.get(name, 0)} → {after.get(name, 0)}" for name in differing[:5]
    )
