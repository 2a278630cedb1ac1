"""Databases for tests: migrated once as the migrator, copied for each run, used as the app.

A template database carries the fingerprint of the migrations in its name, so that it is made
anew only when they change. Each test process works on a copy of it, connected as `bongca_app`:
row-level security is as real in a test as in production.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from bongca.config.database import database_url, is_embedded, settings_from_url
from bongca.core.lifeline import exclusive
from bongca.core.postgres import ensure_running
from bongca.core.state import CODE, state_folder

TEMPLATE_PREFIX = "bongca_template_"
COPY_PREFIX = "bongca_test_"
TEMPLATES_KEPT = 3


class TestDatabases:
    """The databases of one test process."""

    __test__ = False

    def __init__(self, worker: str) -> None:
        self.worker = worker
        self.template = TEMPLATE_PREFIX + fingerprint(CODE)
        self.copies: list[str] = []
        if is_embedded(os.environ):
            ensure_running(state_folder())

    def prepare(self, *, anew: bool = False) -> None:
        """Make the template if it is not there, and move onto a fresh copy of it."""
        with exclusive(state_folder() / "tests.lock"):
            if anew:
                self._drop(self.template)
            if not self._exists(self.template):
                self._make_template()
            self._sweep()
        self.renew()

    def renew(self) -> None:
        """Leave the present copy, if any, for a fresh one.

        Dropping waits for all that is dirty to reach the disk: that is left for the end.
        """
        connections.close_all()
        copy = f"{COPY_PREFIX}{self.worker}_{os.getpid()}_{len(self.copies) + 1}"
        self._execute("CREATE DATABASE {} TEMPLATE {}", copy, self.template)
        self._execute("ALTER DATABASE {} SET synchronous_commit = off", copy)
        self.copies.append(copy)
        self._point_django_at("app", copy)

    def clear(self) -> None:
        """Drop the copies; the template stays for the next run."""
        connections.close_all()
        while self.copies:
            self._drop(self.copies.pop())

    def _make_template(self) -> None:
        fresh = self.template + "_new"
        self._drop(fresh)
        self._execute("CREATE DATABASE {}", fresh)
        self._point_django_at("migrator", fresh)
        call_command("migrate", verbosity=0, interactive=False)
        connections.close_all()
        self._execute("ALTER DATABASE {} RENAME TO {}", fresh, self.template)

    def _sweep(self) -> None:
        """Drop what killed runs left behind and all but the latest templates."""
        for name in self._names(COPY_PREFIX):
            if not _is_alive(int(name.split("_")[-2])):
                self._drop(name)
        for name in self._names(TEMPLATE_PREFIX)[:-TEMPLATES_KEPT]:
            if name != self.template:
                self._drop(name)

    def _point_django_at(self, role: str, name: str) -> None:
        wanted = settings_from_url(database_url(os.environ, role))
        settings = connections.settings["default"]
        connections.close_all()
        for word in ("USER", "PASSWORD", "HOST", "PORT"):
            settings[word] = wanted[word]
        settings["NAME"] = name

    def _drop(self, name: str) -> None:
        self._execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _exists(self, name: str) -> bool:
        return name in self._names(name)

    def _names(self, prefix: str) -> list[str]:
        query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid"
        with self._session() as session:
            return [row[0] for row in session.execute(query, (prefix,)).fetchall()]

    def _execute(self, statement: str, *names: str) -> None:
        identifiers = [sql.Identifier(name) for name in names]
        with self._session() as session:
            session.execute(sql.SQL(statement).format(*identifiers))

    @contextmanager
    def _session(self) -> Iterator[psycopg.Connection[Any]]:
        with psycopg.connect(database_url(os.environ, "migrator"), autocommit=True) as session:
            yield session


def fingerprint(root: Path) -> str:
    """Return a digest of all that decides what a migrated database holds."""
    files = [root / "requirements.lock", Path(__file__)]
    files += [path for path in (root / "bongca").rglob("*.sql")]
    files += [path for path in (root / "bongca").glob("**/migrations/**/*.py")]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
