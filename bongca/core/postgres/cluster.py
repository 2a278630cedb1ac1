"""Create the data folder once and write the settings the server runs with."""

import os
import shutil
import subprocess
from pathlib import Path

from bongca.core.postgres.account import Account, give_to
from bongca.core.postgres.binaries import major_version
from bongca.core.postgres.errors import PostgresError
from bongca.core.postgres.placement import Placement

SUPERUSER = "postgres"
SMALL_SHARED_MEMORY = 512 * 1024 * 1024

# Names of people stand in statements and in error details, so neither reaches the log.
SETTINGS = """\
listen_addresses = ''
port = 5432
unix_socket_permissions = 0700
password_encryption = 'scram-sha-256'
max_connections = 100
shared_buffers = '128MB'
work_mem = '16MB'
maintenance_work_mem = '128MB'
effective_cache_size = '1GB'
random_page_cost = 1.1
max_wal_size = '2GB'
fsync = on
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_error_verbosity = 'terse'
log_min_error_statement = 'panic'
"""


def create_cluster(place: Placement, programs: Path, password: str) -> None:
    """Make the data folder if there is none; a half-made one of an earlier try is thrown away."""
    if (place.data / "PG_VERSION").exists():
        _refuse_other_major(place, programs)
        return
    fresh = place.home / "data.new"
    shutil.rmtree(fresh, ignore_errors=True)
    password_file = place.home / "password.new"
    _write_owned(password_file, password + "\n", place.account)
    try:
        _initdb(place, programs, fresh, password_file)
    finally:
        password_file.unlink(missing_ok=True)
    with (fresh / "postgresql.conf").open("a", encoding="utf-8") as stream:
        stream.write("\ninclude_if_exists = 'bongca.conf'\n")
    fresh.rename(place.data)


def write_settings(place: Placement) -> None:
    """Write our settings anew, so that a change of ours reaches existing data."""
    lines = SETTINGS + f"unix_socket_directories = '{place.socket_folder}'\n"
    if _shared_memory_is_small():
        lines += "dynamic_shared_memory_type = 'mmap'\n"
    _write_owned(place.data / "bongca.conf", lines, place.account)


def _initdb(place: Placement, programs: Path, target: Path, password_file: Path) -> None:
    command: list[str | Path] = [
        programs / "initdb",
        f"--pgdata={target}",
        f"--username={SUPERUSER}",
        f"--pwfile={password_file}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--data-checksums",
    ]
    options = place.account.popen_options if place.account else {}
    finished = subprocess.run(
        command,
        cwd=place.home,
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
        **options,
    )
    if finished.returncode != 0:
        reason = (finished.stderr or finished.stdout).strip().splitlines()[-1:]
        raise PostgresError(f"The database could not be created: {' '.join(reason)}")


def _refuse_other_major(place: Placement, programs: Path) -> None:
    kept = (place.data / "PG_VERSION").read_text(encoding="ascii").strip()
    offered = major_version(programs)
    if kept != offered:
        raise PostgresError(
            f"The data in {place.data} is of PostgreSQL {kept}, the programs are {offered}: "
            "point POSTGRES_BIN to the old build, `make backup`, and restore with the new one."
        )


def _shared_memory_is_small() -> bool:
    """Containers often give 64 MB of /dev/shm, too little for a parallel query."""
    try:
        volume = os.statvfs("/dev/shm")  # noqa: S108 - asked for its size only
    except OSError:
        return False
    return volume.f_frsize * volume.f_blocks < SMALL_SHARED_MEMORY


def _write_owned(path: Path, text: str, account: Account | None) -> None:
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
    give_to(account, path)
