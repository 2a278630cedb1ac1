"""One command starts everything, keeps it up, and takes everything down with it."""

import os
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bongca.core.postgres import server_of, status
from bongca.core.run import bootstrap
from bongca.core.run.errors import CannotStart
from bongca.core.run.ports import listen
from bongca.core.run.screen import table
from bongca.core.state import state_folder
from bongca.core.tests.running import RunningProduct, wait_until


@pytest.fixture
def product(tmp_path: Path) -> Iterator[RunningProduct]:
    state = tmp_path / "state"
    state.mkdir()
    shutil.copytree(
        state_folder() / "static", state / "static"
    )  # collected once, not for each test
    product = RunningProduct(state)
    yield product
    if not product.supervisor_ended():
        product.stop()
    wait_until(lambda: status(state) == "stopped", "PostgreSQL still runs")
    shutil.rmtree(server_of(state).place.home, ignore_errors=True)


@pytest.mark.slow
def test_everything_starts_comes_back_after_a_kill_and_stops(product: RunningProduct) -> None:
    product.start()
    assert product.get("/health") == 200
    web, worker = product.pids("gunicorn"), product.pids("manage.py work")

    os.kill(min(web), signal.SIGKILL)
    os.kill(worker[0], signal.SIGKILL)

    wait_until(lambda: bool(set(product.pids("manage.py work")) - set(worker)), "no new worker")
    assert product.get("/health", timeout=60) == 200  # waited for, never refused
    assert product.stop() == 0
    assert product.pids("gunicorn") == []
    assert product.pids("manage.py work") == []
    assert status(product.state) == "stopped"
    assert product.get("/health") == 0


@pytest.mark.slow
def test_children_end_with_a_killed_parent_and_the_next_start_recovers(
    product: RunningProduct,
) -> None:
    product.start()

    product.kill_supervisor()

    wait_until(lambda: not product.pids("gunicorn"), "the web server outlived its parent")
    wait_until(lambda: not product.pids("manage.py work"), "the worker outlived its parent")
    wait_until(lambda: status(product.state) == "stopped", "PostgreSQL outlived its users")
    assert product.start() < 60
    assert product.get("/health") == 200
    assert product.stop() == 0


@pytest.mark.slow
def test_a_second_run_from_the_same_folder_says_where_the_first_is(
    product: RunningProduct,
) -> None:
    product.start()
    second = RunningProduct(product.state)
    second.log = product.state / "second.log"

    with pytest.raises(
        AssertionError, match=f"already running from this folder: {product.address}"
    ):
        second.start()

    assert product.get("/health") == 200


def test_a_taken_port_leads_to_the_next_one() -> None:
    with listen("127.0.0.1", 8700) as first, listen("127.0.0.1", 8700) as second:
        assert second.getsockname()[1] > first.getsockname()[1]
        with socket.create_connection(second.getsockname()):
            pass


def test_an_address_that_is_not_ours_is_named() -> None:
    with pytest.raises(CannotStart, match=r"203\.0\.113\.9"):
        listen("203.0.113.9")


def test_the_table_of_people_is_aligned_under_vietnamese_letters() -> None:
    lines = table(("user", "who"), [("lan", "cô Lan"), ("quan", "anh Quân")])

    assert lines[2] == "lan   cô Lan"
    assert lines[3] == "quan  anh Quân"


@pytest.mark.parametrize(
    ("errors", "sentence"),
    [
        ("ERROR: Could not install packages: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying ... NewConnectionError('x')\nERROR: No matching", "cannot be reached"),
        ("ERROR: No matching distribution found for lunar-vn==1", "no ready-made build"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE", "not the one that was locked"),
    ],
)
def test_a_failed_installation_is_told_in_one_sentence(errors: str, sentence: str) -> None:
    said = bootstrap.explain(errors)

    assert sentence in said
    assert "\n" not in said


def test_an_old_python_and_a_full_disk_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "NEEDED_BYTES", 1 << 62)
    with pytest.raises(bootstrap.CannotSetUp, match="2 GB of free disk"):
        bootstrap.refuse_full_disk(Path())

    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(bootstrap.CannotSetUp, match=r"3\.11 or later is needed, this one is 3\.10"):
        bootstrap.main("run")
