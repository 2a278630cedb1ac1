"""The country as it is, loaded once for a module of tests and undone after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from bongca.core.actor import Actor
from bongca.org.actions.territory import load_territory
from bongca.org.ingest import read_territory
from tests.cast import TODAY

SYSTEM = Actor.system(TODAY)


@pytest.fixture(scope="module")
def country(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[int]:
    """Load the State's map; the value is how many rows came in."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_territory(actor=SYSTEM, files=read_territory())
        transaction.set_rollback(True)
