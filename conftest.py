"""Every test connects as the app, under row-level security; see databases_for_tests."""

import os
from collections.abc import Iterator

import pytest
from django.test import TransactionTestCase
from pytest_django.plugin import DjangoDbBlocker

from bongca.config.databases_for_tests import TestDatabases
from tests.cast import Cast, build_cast


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
