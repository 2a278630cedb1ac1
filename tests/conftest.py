"""A real browser against a real server on the real database; see tests/browsing.py."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from tests.browsing import Visit
from tests.cast import Cast

# The browser's driver runs a loop in this thread; Django would take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture
def visit(browser: Browser, live_server: LiveServer, cast: Cast) -> Iterator[Visit]:
    """Somebody at a browser: `visit.sign_in("minh")`, `visit.open("/")`, `visit.page`."""
    visit = Visit(browser, live_server.url, cast)
    yield visit
    visit.close()
