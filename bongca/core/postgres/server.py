"""Start, reach and stop the embedded server, from any number of programs at once."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from bongca.core.lifeline import exclusive, open_lock, try_exclusive
from bongca.core.postgres import roles
from bongca.core.postgres.account import give_to
from bongca.core.postgres.binaries import reachable_programs
from bongca.core.postgres.cluster import SUPERUSER, create_cluster, write_settings
from bongca.core.postgres.errors import PostgresError
from bongca.core.postgres.placement import Placement, placement_for
from bongca.core.secret_store import ensure_secrets
from bongca.core.state import CODE

RECOVERY_SECONDS = 600.0  # after a crash with much to replay
PREPARED = "2"  # raise it when roles.py changes
SECRET_NAMES = {
    "superuser": "postgres_superuser",
    "migrator": "postgres_migrator",
    "backup": "postgres_backup",
    "app": "postgres_app",
}
_leases: dict[Path, int] = {}


@dataclass(frozen=True)
class Server:
    """Where the server listens and the passwords of its roles."""

    place: Placement
    passwords: dict[str, str]

    def url(self, role: str = "app", database: str = roles.DATABASE) -> str:
        """Return a libpq URL for a role (superuser, migrator, backup, app) and a database."""
        user = SUPERUSER if role == "superuser" else roles.LOGIN_ROLES[role]
        password = quote(self.passwords[role], safe="")
        folder = quote(str(self.place.socket_folder), safe="")
        return f"postgresql://{user}:{password}@/{database}?host={folder}&port=5432"

    @property
    def programs(self) -> Path:
        """The folder of the server's own build: its pg_dump, its psql."""
        return reachable_programs(self.place.account, self.place.home)


def server_of(state: Path) -> Server:
    """Return address and passwords of an installation's server without starting it."""
    place = placement_for(state)
    kept = ensure_secrets(place.state, *SECRET_NAMES.values())
    return Server(place, {role: kept[name] for role, name in SECRET_NAMES.items()})


def ensure_running(state: Path) -> Server:
    """Return the running server, starting it first if need be; it stays while we live."""
    server = server_of(state)
    place = server.place
    place.create()
    _hold_lease(place)
    if _is_prepared(place) and _answers(server) is None:
        return server
    with exclusive(place.control / "start"):
        create_cluster(place, server.programs, server.passwords["superuser"])
        if _answers(server) is not None:
            write_settings(place)
            _start_guard(server)
        if not _is_prepared(place):
            _prepare(server)
    return server


def release(state: Path) -> None:
    """Give up our hold on the server, and stop it now if it was the last one."""
    place = placement_for(state)
    lease = _leases.pop(place.state, None)
    if lease is None:
        return
    fcntl.flock(lease, fcntl.LOCK_UN)
    last = try_exclusive(lease)
    os.close(lease)
    if last and not (place.control / "keep").exists():
        stop(state)


def stop(state: Path) -> bool:
    """Stop the server and wait until it has ended; say whether one was running."""
    place = placement_for(state)
    (place.control / "keep").unlink(missing_ok=True)
    pid = _guard_pid(place)
    if pid is None:
        return False
    os.kill(pid, signal.SIGTERM)
    with exclusive(place.control / "guard"):
        return True


def status(state: Path) -> str:
    """Return `running`, `starting` or `stopped`."""
    server = server_of(state)
    if _guard_pid(server.place) is None:
        return "stopped"
    return "running" if _answers(server) is None else "starting"


def _hold_lease(place: Placement) -> None:
    if place.state not in _leases:
        lease = open_lock(place.control / "lease")
        fcntl.flock(lease, fcntl.LOCK_SH)
        _leases[place.state] = lease


def _connect(server: Server, database: str) -> psycopg.Connection[Any]:
    return psycopg.connect(server.url("superuser", database), connect_timeout=5, autocommit=True)


def _answers(server: Server) -> str | None:
    """Return None when the server lets us in, else what it said: the only proof of life."""
    try:
        with _connect(server, "postgres"):
            return None
    except psycopg.OperationalError as error:
        return str(error).strip().splitlines()[-1]


def _start_guard(server: Server) -> None:
    place = server.place
    if not place.log.exists():
        place.log.touch(mode=0o600)
        give_to(place.account, place.log)
    with (place.control / "guard.log").open("wb") as log:
        guard = subprocess.Popen(
            [sys.executable, "-m", "bongca.core.postgres.guard", str(place.state)],
            cwd=CODE,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    deadline = time.monotonic() + RECOVERY_SECONDS
    while (said := _answers(server)) is not None:
        if "password authentication failed" in said:
            raise PostgresError(
                f"{place.data} does not accept the passwords of var/secrets.json: "
                f"put the old file back, or `make stop` and delete {place.home} to begin anew."
            )
        if guard.poll() not in (None, 0) or time.monotonic() > deadline:
            raise PostgresError(f"PostgreSQL did not start: {_last_words(place)}")
        time.sleep(0.05)


def _last_words(place: Placement) -> str:
    for path in (place.control / "guard.log", place.log):
        lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        if lines:
            return f"{lines[-1]} (see {path})"
    return f"see {place.log}"


def _guard_pid(place: Placement) -> int | None:
    """Return the pid of the living guard: the one that holds its lock."""
    path = place.control / "guard"
    if not path.exists():
        return None
    descriptor = open_lock(path)
    try:
        if try_exclusive(descriptor):
            return None
        return int(path.read_text(encoding="ascii") or 0) or None
    finally:
        os.close(descriptor)


def _is_prepared(place: Placement) -> bool:
    path = place.control / "prepared"
    return path.exists() and path.read_text(encoding="ascii") == PREPARED


def _prepare(server: Server) -> None:
    with _connect(server, "postgres") as connection:
        roles.prepare_roles(connection, server.passwords)
    with _connect(server, "template1") as connection:
        roles.prepare_template(connection)
    with _connect(server, "postgres") as connection:
        roles.create_database(connection)
    with _connect(server, roles.DATABASE) as connection:
        roles.prepare_template(connection)
    (server.place.control / "prepared").write_text(PREPARED, encoding="ascii")
