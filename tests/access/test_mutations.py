"""Take away every filter and every policy once: something here must notice each time.

A filter that returns everything has to change an answer of the filters' own table, and where a
page stands on it alone, an answer of the pages' table too. A policy dropped, widened or switched
off has to let some raw SQL through, or hide a row from its own unit.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import connection, connections

from bongca.config import request as config_request
from bongca.config.database import database_url
from bongca.core.actor import WHOLE_TREE_RGT, Actor
from bongca.core.scope import set_scope
from tests.access.asking import address, ask, undone
from tests.access.filters import FILTERS, Filter
from tests.access.rows import Row, expected
from tests.access.table import ROWS
from tests.access.test_filters import policy_of, who_sees
from tests.access.wall import Walled, faults
from tests.access.walled_rows import build_walled
from tests.access.world import World
from tests.cast import TODAY, build_cast

# Filter → a page that stands on it alone, and somebody whom that page must not let in.
STANDS_ON = {
    "org.visible_units": ("GET", "org:unit_detail unit:dong_tam", "lan2"),
    "org.visible_users": ("GET", "org:user_detail user:lan", "minh2"),
    "org.visible_grants": ("GET", "org:grant_end grant:lan", "minh2"),
    "reporting.visible_reports": ("GET", "reporting:report_history report:dong_tam", "lan2"),
    "people.visible_persons": ("GET", "members:member_detail person", "lan2"),
    "rolls.visible_rolls": ("GET", "rolls:roll_detail roll", "lan2"),
    "documents.visible_incoming": ("GET", "documents:incoming_detail paper:in", "lan2"),
    "documents.visible_outgoing": ("GET", "documents:outgoing_detail paper:sent", "minh2"),
    "documents.visible_books": ("GET", "documents:book_detail book", "lan2"),
    "documents.visible_regulations": ("GET", "documents:regulation_detail regulation", "mai"),
    "accounts.visible_tokens": ("GET", "org:token_revoke token:minh", "lan"),
}


@contextmanager
def everything_returned(policy: str) -> Iterator[None]:
    """Make one filter return every row, wherever it has been imported."""
    original = policy_of(policy)
    model = original(Actor.system(TODAY), *([None] * (original.__code__.co_argcount - 1))).model

    def loose(*args: Any) -> Any:
        return model._default_manager.all()

    with pytest.MonkeyPatch.context() as patch:
        _replace(patch, original, loose)
        yield


def _replace(patch: pytest.MonkeyPatch, original: Callable[..., Any], loose: Any) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("bongca."):
            for key, value in list(vars(module).items()):
                if value is original:
                    patch.setattr(module, key, loose)


@contextmanager
def second_wall_open() -> Iterator[None]:
    """Let requests see every row of every table, so that filters stand alone."""
    with pytest.MonkeyPatch.context() as patch:
        whole = (0, WHOLE_TREE_RGT)
        patch.setattr(config_request, "set_scope", lambda lft, rgt: set_scope(*whole))
        yield


def written_code(method: str, name: str, who: str) -> tuple[Row, int]:
    row = next(row for row in ROWS if str(row) == name)
    return row, expected(row.get if method == "GET" else row.post)[who]


@pytest.mark.parametrize("row", FILTERS, ids=str)
def test_a_filter_taken_away_is_noticed_by_its_row(row: Filter, world: World) -> None:
    with everything_returned(row.policy):
        assert who_sees(row, world) != row.seen_by


@pytest.mark.parametrize("policy", STANDS_ON)
def test_a_filter_taken_away_is_noticed_by_a_page(policy: str, world: World) -> None:
    method, name, who = STANDS_ON[policy]
    row, code = written_code(method, name, who)
    url = address(row, world)

    with second_wall_open():
        with undone():
            assert ask(world, who, method, url) == code, "the filter alone must already refuse"
        with everything_returned(policy), undone():
            assert ask(world, who, method, url) != code


def widened(table: str) -> dict[str, tuple[str, str]]:
    """Return each way to lose a wall, with what puts it back."""
    policy = f"{table}_scope"
    inside = (
        "unit_pos between nullif(current_setting('app.lft', true), '')::bigint"
        " and nullif(current_setting('app.rgt', true), '')::bigint"
    )
    return {
        "dropped": (
            f"drop policy {policy} on {table}",
            f"create policy {policy} on {table} using ({inside}) with check ({inside})",
        ),
        "switched off": (
            f"alter table {table} disable row level security",
            f"alter table {table} enable row level security",
        ),
        "reading everything": (
            f"alter policy {policy} on {table} using (true)",
            f"alter policy {policy} on {table} using ({inside})",
        ),
        "writing everywhere": (
            f"alter policy {policy} on {table} with check (true)",
            f"alter policy {policy} on {table} with check ({inside})",
        ),
    }


def test_a_wall_taken_away_is_noticed(transactional_db: None) -> None:
    walled = build_walled(build_cast())
    unnoticed: list[str] = []

    with _migrator() as session:
        for each in walled:
            unnoticed += _unnoticed(session, each)

    assert unnoticed == []
    assert [fault for each in walled for fault in faults(each)] == []


def _unnoticed(session: "psycopg.Connection[Any]", walled: Walled) -> list[str]:
    found = []
    for way, (take_away, put_back) in widened(walled.table).items():
        session.execute(take_away.encode())
        try:
            if not faults(walled):
                found.append(f"{walled.table} {way}")
        finally:
            session.execute(put_back.encode())
    return found


@contextmanager
def _migrator() -> Iterator["psycopg.Connection[Any]"]:
    """Give a session that may change tables of the database the test works on."""
    connection.close()
    name = connections["default"].settings_dict["NAME"]
    url = database_url(os.environ, "migrator")
    with psycopg.connect(url, dbname=name, autocommit=True) as session:
        yield session
