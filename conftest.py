"""Every test connects as the app, under row-level security; see databases_for_tests."""

import gc
import os
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any

import pytest
import time_machine
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

from bongca.config.databases_for_tests import TestDatabases
from bongca.core.clock import VIETNAM
from bongca.core.run.browser import OPTIONS, get_browser
from tests.cast import TODAY, Cast, build_cast

MORNING = datetime.combine(TODAY, time(9, 30), VIETNAM)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test in a browser uses the database from inside the browser driver's event loop."""
    if any(item.get_closest_marker("browser") for item in items):
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_finish(session: pytest.Session) -> None:
    """What was imported stays until the end: looking through it for garbage costs a tenth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.fixture(autouse=True)
def _the_day_of_the_cast(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test lives on the day of the cast, whatever the calendar says; drills keep theirs.

    The clock goes on from there: what is written later is later.
    """
    if request.node.get_closest_marker("slow"):
        yield
        return
    with time_machine.travel(MORNING, tick=True):
        yield


@pytest.fixture
def cast(db: None) -> Cast:
    """Give a test the people of design.md 2, their units and their neighbours."""
    return build_cast()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[None]:
    databases = TestDatabases(os.environ.get("PYTEST_XDIST_WORKER", "main"))
    with django_db_blocker.unblock():
        databases.prepare(anew=request.config.getoption("create_db"))
    with pytest.MonkeyPatch.context() as patch:
        # A flush would need the right to truncate and lose the rows that migrations brought.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: databases.renew())
        yield
    with django_db_blocker.unblock():
        databases.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    program = str(get_browser())
    return {**browser_type_launch_args, "executable_path": program, "args": list(OPTIONS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
