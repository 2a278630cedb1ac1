"""200 kills under load: what was answered with success is there once, nothing is half there."""

import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bongca.core.postgres import Server, server_of, status
from bongca.core.run.assets import prepare_assets
from bongca.core.state import CODE, state_folder
from bongca.core.tests.running import RunningProduct, wait_until
from tests.drills.browsing import number_in
from tests.drills.killing import Killer
from tests.drills.people_at_work import ROLL_LENGTH, Founder, Person, RollBringer

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("DRILL_KILLS", "200"))
SEED = int(os.environ.get("DRILL_SEED", "1945"))
CAST = "from tests.cast import build_cast; from django.db import transaction\n"
CAST += "with transaction.atomic(): build_cast()"


@pytest.fixture
def product(tmp_path: Path) -> Iterator[RunningProduct]:
    """The product with the cast in it, on a state folder of its own."""
    state = tmp_path / "state"
    state.mkdir()
    prepare_assets(CODE, state_folder())
    shutil.copytree(state_folder() / "static", state / "static")
    product = RunningProduct(state, BONGCA_PORT="8700", WEB_THREADS="4")
    for words in (["migrate", "-v0"], ["shell", "-v0", "-c", CAST]):
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, cwd=CODE, env=product.environment, check=True)
    yield product
    if not product.supervisor_ended():
        product.stop()
    wait_until(lambda: status(state) == "stopped", "PostgreSQL still runs")
    shutil.rmtree(server_of(state).place.home, ignore_errors=True)


def rows(server: Server, query: str, *values: object) -> list[tuple[Any, ...]]:
    with psycopg.connect(server.url("migrator")) as connection:
        return connection.execute(query.encode(), values).fetchall()


def unit_id(server: Server, name: str) -> int:
    return int(rows(server, "select id from org_unit where name = %s", name)[0][0])


def test_what_was_answered_with_success_is_there_once(product: RunningProduct) -> None:
    product.start()
    server = server_of(product.state)
    stop = threading.Event()
    places = {
        Founder: {"lan": "Chi hội thôn Đồng Tâm"},
        RollBringer: {"lan2": "Chi hội thôn Yên Lý", "lan3": "Chi hội thôn Cầu Xi"},
    }
    people = [
        kind(product.address, user, unit_id(server, name), stop)
        for kind, posts in places.items()
        for user, name in posts.items()
    ]
    for person in people:
        person.start()
    wait_until(lambda: all(person.told.done for person in people), "nobody got to work")
    killer = Killer(product, SEED, lambda: sum(len(person.told.done) for person in people))

    killer.kill(KILLS // 2)
    product.kill_supervisor()
    wait_until(lambda: not product.pids("gunicorn"), "the web server outlived its parent")
    product.start()
    killer.kill(KILLS)

    stop.set()
    for person in people:
        person.join(120)
        assert not person.is_alive()
    wait_until(lambda: product.get("/health") == 200, "it did not recover by itself")
    logging.info("kills: %s", dict(killer.killed))
    for person in people:
        told = person.told
        logging.info("%s: %d done, %d unknown", person.name, len(told.done), len(told.unknown))
    wait_until(lambda: not rows(server, UNFINISHED), "work in the background is left over")
    for person in people:
        CHECKS[type(person)](server, person)
    check_nothing_is_half_there(server)
    assert product.stop() == 0


def check_founder(server: Server, person: Person) -> None:
    """Every group that was answered with success is there once, the others at most once."""
    found = rows(
        server, "select name, count(*) from org_unit where parent_id = %s group by 1", person.unit
    )
    counts = {name: count for name, count in found if name.endswith(f"của {person.user_name}")}

    assert len(person.told.done) >= KILLS // 10, "too little was done to prove anything"
    assert {name: counts.get(name) for name in person.told.done} == dict.fromkeys(
        person.told.done, 1
    )
    assert all(count == 1 for count in counts.values())
    assert set(counts) <= {*person.told.done, *person.told.unknown}


def check_bringer(server: Server, person: Person) -> None:
    """Every list that was told written is in the register once, whole; the others not at all."""
    found = rows(
        server,
        "select b.id::text, b.state, b.written_count, "
        "(select count(*) from rolls_rollline l join people_person p on p.id = l.person_id "
        " join members_membership m on m.person_id = p.id where l.batch_id = b.id) "
        "from rolls_rollbatch b where b.unit_id = %s",
        person.unit,
    )
    states = {number: (state, count, written) for number, state, count, written in found}
    told = [number_in(path) for path in person.told.done]

    assert len(told) >= KILLS // 40, "too little was done to prove anything"
    assert all(states[number][0] in ("written", "refused") for number in told)
    for state, count, written in states.values():
        assert (count, written) == ((ROLL_LENGTH,) * 2 if state == "written" else (0, 0))
    assert len([1 for state, *_ in states.values() if state == "written"]) >= 1
    twice = "select full_name, birth_year from people_person where unit_id = %s group by 1, 2"
    assert rows(server, f"{twice} having count(*) > 1", person.unit) == []


CHECKS: dict[type[Person], Callable[[Server, Person], None]] = {
    Founder: check_founder,
    RollBringer: check_bringer,
}
UNFINISHED = "select name from core_jobrun where state in ('queued', 'running')"


def check_nothing_is_half_there(server: Server) -> None:
    """Each unit has its name, its ancestors and its audit entry; each entry has its unit."""
    founded = "from org_unit u where u.tier = 'group' and u.name like 'Tổ hội số %%'"
    without = (
        f"select u.name {founded} and not exists "
        "(select 1 from org_unitname n where n.unit_id = u.id)",
        f"select u.name {founded} and 4 <> "
        "(select count(*) from org_unitancestry a where a.unit_id = u.id)",
        f"select u.name {founded} and 1 <> (select count(*) from core_auditentry e "
        "where e.object_type = 'org.unit' and e.object_id = u.id::text)",
        "select object_id from core_auditentry e where object_type = 'org.unit' and not exists "
        "(select 1 from org_unit u where u.id::text = e.object_id)",
    )
    for query in without:
        assert rows(server, query) == [], query


def test_seconds_pass(product: RunningProduct) -> None:
    """A start after a kill of everything at once takes seconds, not minutes."""
    product.start()
    for pid in [*product.pids("gunicorn"), *product.pids("manage.py work")]:
        os.kill(pid, 9)
    product.kill_supervisor()

    began = time.monotonic()
    product.start()

    assert product.get("/health") == 200
    assert time.monotonic() - began < 60
    assert product.stop() == 0
