"""The days the law gives, and the clock of an incident."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from bongca.privacy.enums import RequestKind
from bongca.privacy.rules.acts import WATCHED
from bongca.privacy.rules.deadlines import (
    TERMS,
    answer_by,
    clock_words,
    finish_by,
    longest_extension,
    report_by,
)
from tests.architecture.codebase import python_files

KNOWN = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("received", "answer"),
    [
        (date(2026, 11, 23), date(2026, 11, 25)),  # Monday
        (date(2026, 11, 26), date(2026, 11, 30)),  # Thursday: the week-end does not count
        (date(2026, 11, 27), date(2026, 12, 1)),  # Friday
        (date(2026, 11, 28), date(2026, 12, 1)),  # Saturday
        (date(2026, 11, 29), date(2026, 12, 1)),  # Sunday
    ],
)
def test_an_answer_is_due_in_two_working_days(received: date, answer: date) -> None:
    assert answer_by(received) == answer


@pytest.mark.parametrize("kind", ["withdraw", "restrict", "object"])
def test_stopping_takes_fifteen_days_or_twenty_with_others(kind: str) -> None:
    assert finish_by(kind, date(2026, 11, 1)) == date(2026, 11, 16)
    assert finish_by(kind, date(2026, 11, 1), with_others=True) == date(2026, 11, 21)


def test_every_kind_has_a_term() -> None:
    for terms in TERMS:
        assert set(terms.days) == set(terms.days_with_others) == set(RequestKind.values)


def test_an_extension_is_fifteen_days_at_most() -> None:
    assert longest_extension(date(2026, 11, 16)) == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (timedelta(hours=1), "Còn 71 giờ"),
        (timedelta(hours=71, minutes=30), "Còn chưa đến một giờ"),
        (timedelta(hours=72, minutes=1), "Vừa quá hạn"),
        (timedelta(hours=75), "Quá hạn 3 giờ"),
    ],
)
def test_the_clock_runs_for_72_hours(after: timedelta, words: str) -> None:
    assert clock_words(report_by(KNOWN), KNOWN + after) == words


def test_the_log_knows_every_act_that_looks_or_exports() -> None:
    """An act of any app whose name says that data is shown, exported or printed by person."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in python_files())
    recorded = set(re.findall(r'audit\.record\(\s*\w+,\s*"([a-z]+\.[a-z_]+)"', source))
    looking = {act for act in recorded if re.search(r"\.(show|export)_", act)}

    assert looking and looking <= set(WATCHED)
    assert set(WATCHED) <= recorded
