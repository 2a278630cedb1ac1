"""Make a backup: one snapshot of the database, then the files it names."""

import tempfile
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from bongca.core.backup.archive import Manifest, sha256_of, write_archive
from bongca.core.backup.errors import BackupError
from bongca.core.backup.place import Place, connect


def make_backup(place: Place, folder: Path, now: datetime) -> Path:
    """Write `bongca-<time>.tar` into the folder and return its path.

    The files are taken after the database: they are only ever added under their digest, so
    each one that a row of the snapshot names is there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"bongca-{now:%Y%m%d-%H%M%S}.tar"
    if target.exists():
        raise BackupError(f"{target} is already there.")
    with tempfile.TemporaryDirectory(dir=folder) as draft:
        dump = Path(draft) / "database.dump"
        rows, version = _dump(place, dump)
        files = stored_files(place.files)
        manifest = Manifest(now.isoformat(), version, rows, sha256_of(dump), len(files))
        write_archive(target, manifest, dump, files)
    return target


def stored_files(folder: Path) -> list[Path]:
    """Return the attachments of an installation; drafts of a running upload are left out."""
    return sorted(path for path in folder.glob("*/*/*") if path.is_file() and "." not in path.name)


def count_rows(connection: psycopg.Connection[Any]) -> dict[str, int]:
    """Return how many rows each table of ours has, as this transaction sees it."""
    names = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
    ).fetchall()
    counts = {}
    for (name,) in names:
        query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("public", name))
        row = connection.execute(query).fetchone()
        counts[name] = int(row[0]) if row else 0
    return counts


def _dump(place: Place, target: Path) -> tuple[dict[str, int], str]:
    with connect(place.backup_url) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        place.run(
            "pg_dump",
            "--format=custom",
            f"--file={target}",
            f"--snapshot={row[0]}",
            url=place.backup_url,
        )
        version = str(connection.info.parameter_status("server_version"))
        return count_rows(connection), version
