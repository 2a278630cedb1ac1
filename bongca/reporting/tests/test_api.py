"""What programs read of rounds and figures."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from bongca.accounts.actions.tokens import make_token
from bongca.core import clock
from bongca.core.scope import scoped
from bongca.reporting.tests.factories import Setting, add_members

WORDS = ("units.view", "reports.view", "figures.view")


def ask(setting: Setting, who: str, path: str, words: tuple[str, ...] = WORDS) -> Any:
    cast = setting.cast
    actor = cast.actor(who, clock.today())
    made = make_token(
        actor=actor, user=cast.users[who], name="Bảng số liệu", words=list(words),
        expires_on=actor.today + timedelta(days=30),
    )  # fmt: skip
    return Client().get(f"/api/v1{path}", headers={"Authorization": f"Bearer {made.key}"})


def figures_path(setting: Setting, unit: str) -> str:
    return f"/rounds/{setting.round.pk}/units/{setting.cast.units[unit].pk}/figures"


def test_rounds_are_listed(setting: Setting) -> None:
    answer = ask(setting, "tu", "/rounds").json()

    assert [(one["name"], one["state"]) for one in answer] == [(setting.round.name, "open")]
    assert (answer[0]["first_day"], answer[0]["last_day"]) == ("2026-06-01", "2026-11-30")


def test_figures_of_a_commune_and_of_the_sum_above(setting: Setting) -> None:
    add_members(setting.cast.dong_tam, 30)
    with scoped(setting.cast.actor("minh")):
        setting.fill_commune("minh", "tan_yen", A1=40)
        setting.submit("minh", "tan_yen", "Chi hội chưa gửi")
    setting.accept("hoa", "tan_yen")

    commune = ask(setting, "hoa", figures_path(setting, "tan_yen")).json()
    province = ask(setting, "tu", figures_path(setting, "bac_ninh")).json()

    by_code = {figure["code"]: figure for figure in commune["figures"]}
    assert commune["state"] == "accepted"
    assert by_code["A5"]["value"] == 30
    assert (by_code["A8"]["value"], by_code["A8"]["per_thousand"]) == (None, 750)
    assert (province["included"], province["owing"]) == (1, 3)
    assert {figure["code"]: figure["value"] for figure in province["figures"]}["A5"] == 30


@pytest.mark.parametrize(
    ("who", "unit", "words", "expected"),
    [
        ("minh", "nha_nam", WORDS, 404),
        ("lan", "tan_yen", WORDS, 404),
        ("hoa", "nam_sach", WORDS, 404),
        ("minh", "tan_yen", ("units.view",), 403),
        ("minh", "tan_yen", ("units.view", "reports.view"), 403),
        ("minh", "tan_yen", WORDS, 200),
        ("lan", "dong_tam", WORDS, 200),
    ],
)
def test_figures_are_read_within_reach_only(
    setting: Setting, who: str, unit: str, words: tuple[str, ...], expected: int
) -> None:
    assert ask(setting, who, figures_path(setting, unit), words).status_code == expected
