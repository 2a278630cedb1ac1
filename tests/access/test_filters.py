"""Every filter alone, without the second wall: who sees a thing and who does not."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest

import bongca
from bongca.core.scope import whole_tree
from tests.access.filters import FILTERS, Filter
from tests.access.rows import WHO
from tests.access.world import World, today_actor


def policy_of(name: str) -> Callable[..., Any]:
    """Return the function a row names: "org.visible_units"."""
    app, _, function = name.partition(".")
    found: Callable[..., Any] = getattr(importlib.import_module(f"bongca.{app}.policies"), function)
    return found


def all_filters() -> set[str]:
    """Return every `visible_…` that some app defines."""
    found = set()
    for app in pkgutil.iter_modules(bongca.__path__):
        try:
            policies = importlib.import_module(f"bongca.{app.name}.policies")
        except ModuleNotFoundError:
            continue
        for name, function in inspect.getmembers(policies, inspect.isfunction):
            if name.startswith("visible_") and function.__module__ == policies.__name__:
                found.add(f"{app.name}.{name}")
    return found


def who_sees(row: Filter, world: World) -> set[str]:
    """Ask the filter as everyone."""
    policy = policy_of(row.policy)
    given = [world.objects[row.given]] if row.given else []
    with whole_tree():
        return {
            who
            for who in WHO[:-1]
            if policy(today_actor(world.cast, who), *given)
            .filter(pk=world.find(row.thing))
            .exists()
        }


@pytest.mark.parametrize("row", FILTERS, ids=str)
def test_a_filter_shows_a_thing_to_those_named_only(row: Filter, world: World) -> None:
    assert who_sees(row, world) == row.seen_by


def test_every_filter_has_a_row() -> None:
    assert {row.policy for row in FILTERS} == all_filters()
