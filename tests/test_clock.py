"""What the clock asks for, over all apps."""

import importlib

import pytest

from bongca.core.jobs import registry, upkeep
from bongca.members import jobs as members
from bongca.people import jobs as people
from bongca.programmes import jobs as programmes
from bongca.rolls import jobs as rolls


def test_the_clock_asks_for_daily_work_at_night_in_vietnam(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_jobs", {})
    for module in (upkeep, people, members, programmes, rolls):
        importlib.reload(module)

    hours = {one.name: one.cron.split()[1] for one in registry._jobs.values() if one.cron}
    daily = {name: (int(hour) + 7) % 24 for name, hour in hours.items() if hour.isdigit()}
    assert "members.recount" in daily
    assert {name: hour for name, hour in daily.items() if hour >= 5} == {}
