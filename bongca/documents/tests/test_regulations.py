"""The rules in force: their days, their heirs, their reviews, their readers."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from bongca.core.errors import DomainError, NotAllowed
from bongca.documents import policies
from bongca.documents.actions.regulations import (
    Ruling,
    confirm_reading,
    end_regulation,
    put_in_force,
    review_regulation,
)
from bongca.documents.models import Regulation
from tests.cast import TODAY, Cast

BEFORE = TODAY - timedelta(days=400)


def rule(cast: Cast, who: str = "hoa", unit: str = "bac_ninh", **changes: object) -> Regulation:
    given: dict[str, object] = {"title": "Quy chế làm việc", "since": BEFORE}
    ruling = Ruling(**{**given, **changes})  # type: ignore[arg-type]  # a test's short hand
    return put_in_force(actor=cast.actor(who), unit=cast.units[unit], ruling=ruling)


def test_a_rule_that_replaces_another_ends_it_that_day(cast: Cast) -> None:
    old = rule(cast)
    new = rule(cast, title="Quy chế làm việc năm 2026", since=TODAY, replaces=old)

    old.refresh_from_db()
    assert old.until == TODAY == new.since
    with pytest.raises(DomainError) as refused:
        rule(cast, since=TODAY - timedelta(days=1), replaces=new)
    assert refused.value.code == "regulation_ends_after_it_begins"


def test_a_rule_binds_the_units_below_and_is_kept_by_its_own(cast: Cast) -> None:
    made = rule(cast)

    seen = [who for who in ("lan", "minh", "hoa", "minh3", "mai") if made in
            policies.visible_regulations(cast.actor(who))]  # fmt: skip

    assert seen == ["lan", "minh", "hoa"]
    with pytest.raises(Http404):
        end_regulation(actor=cast.actor("minh"), regulation=made, on=TODAY)
    with pytest.raises(NotAllowed):
        rule(cast, "binh", "central")


def test_a_review_says_when_the_next_is_due(cast: Cast) -> None:
    made = rule(cast, review_due_on=TODAY)
    with pytest.raises(DomainError):
        review_regulation(actor=cast.actor("hoa"), regulation=made, next_due_on=TODAY)

    after = review_regulation(
        actor=cast.actor("hoa"), regulation=made, next_due_on=TODAY + timedelta(days=365)
    )

    assert after.reviewed_on == TODAY


def test_a_reader_confirms_once(cast: Cast) -> None:
    made = rule(cast)
    confirm_reading(actor=cast.actor("minh"), regulation=made)
    confirm_reading(actor=cast.actor("minh"), regulation=made)

    assert made.readings.count() == 1
    with pytest.raises(Http404):
        confirm_reading(actor=cast.actor("minh3"), regulation=made)


def test_the_page_of_a_rule_names_what_came_after_it(cast: Cast) -> None:
    old = rule(cast)
    rule(cast, title="Quy chế làm việc năm 2026", since=TODAY, replaces=old)
    other = rule(cast, title="Quy định họp")
    rule(cast, title="Sửa đổi Quy định họp", since=TODAY, amends=other)

    def page(made: Regulation) -> str:
        url = reverse("documents:regulation_detail", args=[made.pk])
        return cast.client("hoa").get(url).content.decode()

    assert "Được thay thế bằng" in page(old) and "Quy chế làm việc năm 2026" in page(old)
    assert "Được sửa đổi bằng" in page(other) and "Sửa đổi Quy định họp" in page(other)
