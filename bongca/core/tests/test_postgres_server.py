"""The embedded server: started once, stopped with its last user, back after every kind of kill."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from bongca.core.postgres import Server, ensure_running, release, status, stop
from bongca.core.postgres.outside import prepare_outside
from bongca.core.postgres.placement import SOCKET_FILE, placement_for
from bongca.core.postgres.postmaster import recorded_pid
from bongca.core.postgres.roles import prepare_roles
from bongca.core.state import CODE

pytestmark = pytest.mark.slow
HOLD = """
import sys, time
from pathlib import Path
from bongca.core.postgres import ensure_running
ensure_running(Path(sys.argv[1]))
print("ready", flush=True)
time.sleep(600)
"""


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("checkout")
    os.environ["BONGCA_POSTGRES_IDLE_SECONDS"] = "1"
    server = ensure_running(folder)
    yield folder
    release(folder)
    stop(folder)
    shutil.rmtree(server.place.home)
    del os.environ["BONGCA_POSTGRES_IDLE_SECONDS"]


@pytest.fixture
def server(state: Path) -> Server:
    return ensure_running(state)


def read_one(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
        return row[0] if row else None


def wait_until(holds: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def guard_pid(server: Server) -> int:
    return int((server.place.control / "guard").read_text())


def answers(server: Server) -> bool:
    try:
        return read_one(server.url(), "select 1") == 1
    except psycopg.OperationalError:
        return False


def test_listens_on_a_socket_only_and_keeps_names_out_of_the_log(server: Server) -> None:
    url = server.url("superuser")

    assert read_one(url, "show listen_addresses") == ""
    assert read_one(url, "show log_error_verbosity") == "terse"
    assert read_one(url, "show log_min_error_statement") == "panic"
    assert read_one(url, "show jit") == "off"
    assert read_one(url, "show fsync") == "on"
    assert read_one(url, "show server_encoding") == "UTF8"
    assert read_one(url, "select datcollate from pg_database where datname = 'bongca'") == "C"


def test_refuses_a_wrong_password(server: Server) -> None:
    url = server.url().replace(server.passwords["app"], "wrong")

    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(url)


def test_secrets_are_readable_by_their_owner_alone(server: Server) -> None:
    assert (server.place.state / "secrets.json").stat().st_mode & 0o777 == 0o600
    assert server.place.data.stat().st_mode & 0o777 == 0o700


def test_server_never_runs_as_root(server: Server) -> None:
    pid = recorded_pid(server.place.data)

    assert Path(f"/proc/{pid}").stat().st_uid != 0


def test_app_may_use_what_the_migrator_makes_and_nothing_more(server: Server) -> None:
    with psycopg.connect(server.url("migrator")) as connection:
        connection.execute("create table if not exists made (name text)")
        connection.execute("alter table made enable row level security")
        connection.execute("drop policy if exists all_of_it on made")
        connection.execute("create policy all_of_it on made to bongca_reader using (true)")
        connection.execute("insert into made values ('Đỗ Thị Lan')")

    assert read_one(server.url("migrator"), "select count(*) from made") == 1
    assert read_one(server.url("backup"), "select count(*) from made") == 1
    assert read_one(server.url("app"), "select count(*) from made") == 0
    with psycopg.connect(server.url("app")) as connection:
        connection.execute("set local role bongca_reader")
        assert connection.execute("select count(*) from made").fetchone() == (1,)
    for forbidden in ("create table other (id int)", "drop table made", "truncate made"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            read_one(server.url("app"), forbidden)


def test_a_maintained_server_is_prepared_once_and_again(server: Server) -> None:
    """The embedded server plays the outside one; its passwords are put back at the end."""
    outside = server.url("superuser", "postgres")

    printed = dict(line.split("=", 1) for line in prepare_outside(outside).splitlines())
    again = dict(line.split("=", 1) for line in prepare_outside(outside).splitlines())

    assert read_one(again["DATABASE_URL"], "select current_user") == "bongca_app"
    assert read_one(again["DATABASE_MIGRATOR_URL"], "select current_user") == "bongca_migrator"
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(printed["DATABASE_URL"])
    with psycopg.connect(outside, autocommit=True) as connection:
        prepare_roles(connection, server.passwords)


def test_new_databases_have_the_extensions(server: Server) -> None:
    with psycopg.connect(server.url("migrator"), autocommit=True) as connection:
        connection.execute("drop database if exists made_by_migrator")
        connection.execute("create database made_by_migrator")

    found = read_one(
        server.url("app", "made_by_migrator"),
        "select count(*) from pg_extension where extname in "
        "('ltree', 'pg_trgm', 'unaccent', 'btree_gist', 'btree_gin')",
    )
    assert found == 5


def test_killed_server_comes_back_with_what_was_committed(server: Server) -> None:
    with psycopg.connect(server.url("migrator"), autocommit=True) as connection:
        connection.execute("create table if not exists kept (id int)")
        connection.execute("insert into kept select generate_series(1, 1500)")
        before = connection.execute("select count(*) from kept").fetchone()
    first = recorded_pid(server.place.data)
    assert first is not None

    os.kill(first, signal.SIGKILL)

    wait_until(lambda: answers(server) and recorded_pid(server.place.data) != first)
    assert (read_one(server.url("migrator"), "select count(*) from kept"),) == before


def test_killed_guard_takes_the_server_with_it_and_the_next_start_recovers(
    state: Path, server: Server
) -> None:
    first = recorded_pid(server.place.data)

    os.kill(guard_pid(server), signal.SIGKILL)
    wait_until(lambda: not answers(server))

    assert answers(ensure_running(state))
    assert recorded_pid(server.place.data) != first


def test_a_pid_file_that_names_another_program_is_no_obstacle(state: Path, server: Server) -> None:
    stop(state)
    (server.place.data / "postmaster.pid").write_text(f"{os.getpid()}\n{server.place.data}\n")

    assert answers(ensure_running(state))


def test_stops_some_seconds_after_its_last_user_was_killed(state: Path) -> None:
    release(state)
    wait_until(lambda: status(state) == "stopped")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(CODE), *sys.path])}
    users = [
        subprocess.Popen(
            [sys.executable, "-c", HOLD, str(state)], env=environment, stdout=subprocess.PIPE
        )
        for _ in range(3)
    ]
    for user in users:
        assert user.stdout is not None
        assert user.stdout.readline() == b"ready\n"  # three at once: one server, no clash

    for user in users[1:]:
        user.kill()
        user.communicate()
    time.sleep(2)
    assert status(state) == "running"
    users[0].kill()
    users[0].communicate()

    wait_until(lambda: status(state) == "stopped")
    assert recorded_pid(ensure_running(state).place.data) is not None


def test_placement_has_a_short_socket_path(tmp_path: Path) -> None:
    deep = tmp_path / ("thu-muc-rat-dai-" * 8)
    deep.mkdir()

    place = placement_for(deep)

    assert len(str(place.socket_folder / SOCKET_FILE)) <= 100


def test_private_home_is_left_as_it_is(state: Path, server: Server) -> None:
    """Started by root under a folder of mode 0700, the data lies where the account gets to."""
    assert state.parent.stat().st_mode & 0o777 == 0o700
    if os.geteuid() == 0:
        assert server.place.home.is_relative_to("/var")
        assert not server.place.home.is_relative_to(state)
