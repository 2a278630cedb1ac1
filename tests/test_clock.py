"""What the clock asks for, over all apps."""

from bongca.core.jobs import known_jobs


def test_the_clock_asks_for_daily_work_at_night_in_vietnam() -> None:
    hours = {one.name: one.cron.split()[1] for one in known_jobs().values() if one.cron}
    daily = {name: (int(hour) + 7) % 24 for name, hour in hours.items() if hour.isdigit()}

    assert "members.recount" in daily
    assert {name: hour for name, hour in daily.items() if hour >= 5} == {}
