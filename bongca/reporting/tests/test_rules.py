"""What may follow what in the life of a report."""

from datetime import date

import pytest

from bongca.reporting.rules.tiers import words_between
from bongca.reporting.rules.transitions import counted_until, is_late, may_follow


def test_late_begins_the_day_after_the_due_day() -> None:
    due = date(2026, 12, 5)

    assert not is_late("drafting", due, due)
    assert is_late("drafting", due, date(2026, 12, 6))
    assert not is_late("submitted", due, date(2026, 12, 31))


def test_stocks_are_counted_to_the_end_of_the_period_or_today_before_it() -> None:
    end = date(2026, 11, 30)

    assert counted_until(end, date(2026, 11, 22)) == date(2026, 11, 22)
    assert counted_until(end, date(2026, 12, 3)) == end


@pytest.mark.parametrize(
    ("act", "states"),
    [
        ("fill", {"not_submitted", "drafting", "returned"}),
        ("submit", {"not_submitted", "drafting", "returned"}),
        ("return", {"submitted"}),
        ("accept", {"submitted"}),
        ("amend", {"accepted", "closed"}),
        ("close", {"accepted"}),
    ],
)
def test_each_act_has_its_place_in_the_life_of_a_report(act: str, states: set[str]) -> None:
    every = {"not_submitted", "drafting", "submitted", "returned", "accepted", "closed"}

    assert {state for state in every if may_follow(act, state)} == states


@pytest.mark.parametrize(
    ("tier", "own", "above", "submit"),
    [
        ("branch", "Chi hội khu phố 3", "Hội NCT phường Chũ", "Nộp lên phường"),
        ("commune", "Hội NCT xã Tân Yên", "Hội NCT thành phố Bắc Ninh", "Nộp lên thành phố"),
        ("commune", "Hội NCT xã Quy Mông", "Hội NCT tỉnh Lào Cai", "Nộp lên tỉnh"),
        ("province", "Hội NCT tỉnh Lào Cai", "Hội Người cao tuổi Việt Nam", "Nộp lên Trung ương"),
    ],
)
def test_the_place_above_is_called_what_it_is(tier: str, own: str, above: str, submit: str) -> None:
    assert words_between(tier, own, above).submit == submit
