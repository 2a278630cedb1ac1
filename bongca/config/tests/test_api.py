"""Keys for programs: what they open, what they never open, and how a refusal reads."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.decorators import login_not_required
from django.test import Client, override_settings
from django.urls import include, path
from ninja import NinjaAPI

from bongca.accounts.actions.passwords import issue_slip
from bongca.accounts.actions.tokens import make_token, revoke_token
from bongca.accounts.models import ApiToken
from bongca.config.api import TokenAuth
from bongca.config.management.commands.openapi import SNAPSHOT, described
from bongca.core import clock
from bongca.core.errors import DomainError
from bongca.core.scope import whole_tree
from bongca.org.actions.grants import end_grant
from bongca.people.models import Person
from tests.cast import Cast

# An API of the test alone: it counts a person-bearing table through no filter at all.
probe = NinjaAPI(auth=TokenAuth(), urls_namespace="probe", docs_url=None, openapi_url=None)


@probe.get("/persons")
def count_persons(request: Any) -> int:
    return Person.objects.count()


PROBE_URLS = probe.urls
for pattern in PROBE_URLS[0]:
    login_not_required(pattern.callback)  # type: ignore[type-var]  # operations, no includes
urlpatterns = [path("probe/", PROBE_URLS), path("", include("bongca.config.urls"))]


def key_of(cast: Cast, name: str, *words: str) -> str:
    actor = cast.actor(name, clock.today())
    made = make_token(
        actor=actor, user=cast.users[name], name="Bảng điện tử", words=words or ["units.view"],
        expires_on=actor.today + timedelta(days=30),
    )  # fmt: skip
    return made.key


def ask(url: str, key: str = "") -> Any:
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return Client().get(url, headers=headers)


def person_in(unit: Any) -> None:
    with whole_tree():
        Person.objects.create(
            full_name="Lê Thị Sen", sort_key="s", given_ascii="sen", search_name="le thi sen",
            match_key="lê thị sen", status="member", unit=unit, unit_pos=unit.lft,
        )  # fmt: skip


def test_a_key_reads_the_units_in_reach_and_no_other(cast: Cast) -> None:
    key = key_of(cast, "minh")

    names = [unit["name"] for unit in ask("/api/v1/units", key).json()["items"]]

    assert "Chi hội thôn Yên Lý" in names
    assert "Chi hội thôn Cầu Xi" not in names
    assert ask(f"/api/v1/units/{cast.nha_nam.pk}", key).status_code == 404
    assert ask(f"/api/v1/units?parent={cast.bac_ninh.pk}", key).status_code == 404


def test_units_are_searched_with_or_without_marks(cast: Cast) -> None:
    key = key_of(cast, "hoa")

    for typed in ("đồng tâm", "thon dong tam", "DONG%20TAM"):
        names = [unit["name"] for unit in ask(f"/api/v1/units?q={typed}", key).json()["items"]]
        assert names[0] == "Chi hội thôn Đồng Tâm", typed
    assert ask("/api/v1/units?q=nam+sach", key).json()["items"] == []


def test_the_database_keeps_a_key_inside_its_scope(cast: Cast) -> None:
    person_in(cast.dong_tam)
    person_in(cast.yen_ly)
    person_in(cast.cau_xi)

    with override_settings(ROOT_URLCONF=__name__):
        assert ask("/probe/persons", key_of(cast, "lan")).json() == 1
        assert ask("/probe/persons", key_of(cast, "minh")).json() == 2
        assert ask("/probe/persons", key_of(cast, "hoa")).json() == 3
        assert ask("/probe/persons", key_of(cast, "hoa2")).json() == 0


def test_no_key_and_a_sign_in_do_not_open_the_api(cast: Cast) -> None:
    answer = ask("/api/v1/units")

    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert cast.client("hoa").get("/api/v1/units").status_code == 401


def test_a_key_carries_only_its_words(cast: Cast) -> None:
    key = key_of(cast, "minh", "figures.view")

    answer = ask("/api/v1/units", key)

    assert answer.status_code == 403
    assert answer.json()["code"] == "not_allowed"


def test_a_key_is_no_more_than_its_maker(cast: Cast) -> None:
    with pytest.raises(DomainError, match="words_not_held"):
        key_of(cast, "lan", "audit.view")


def test_revoking_ends_a_key_at_once(cast: Cast) -> None:
    key = key_of(cast, "minh")

    revoke_token(actor=cast.actor("minh"), token=ApiToken.objects.get(user=cast.minh))

    assert ask("/api/v1/units", key).status_code == 401


def test_a_key_ends_with_the_right_it_was_made_through(cast: Cast) -> None:
    key = key_of(cast, "minh")

    end_grant(actor=cast.actor("hoa", clock.today()), grant=cast.grants["minh"])

    assert ask("/api/v1/units", key).status_code == 401


def test_a_key_rests_while_its_owner_holds_a_slip(cast: Cast) -> None:
    key = key_of(cast, "minh")

    issue_slip(actor=cast.actor("hoa", clock.today()), user=cast.minh)

    assert ask("/api/v1/units", key).status_code == 401


def test_a_key_ends_on_its_day(cast: Cast) -> None:
    key = key_of(cast, "minh")
    ApiToken.objects.update(expires_on=clock.today() - timedelta(days=1))

    assert ask("/api/v1/units", key).status_code == 401


def test_only_the_hash_is_kept(cast: Cast) -> None:
    key = key_of(cast, "minh")

    kept = ApiToken.objects.get()

    assert key not in json.dumps([kept.starts_with, bytes(kept.key_hash).hex(), kept.name])


def test_a_fault_is_said_in_vietnamese_at_its_place(cast: Cast) -> None:
    answer = ask("/api/v1/units?parent=xa", key_of(cast, "minh"))

    assert answer.status_code == 422
    assert answer.json()["errors"] == [{"field": "parent", "message": "Phải là số nguyên."}]


@pytest.mark.parametrize(
    ("url", "status", "code"),
    [
        ("/api/v1/units?q=tan%00", 400, "unreadable"),
        ("/api/v1/khong-co", 404, "not_found"),
        ("/api/v1/units/1/figures", 404, "not_found"),
    ],
)
def test_a_program_is_never_answered_with_a_page(
    cast: Cast, url: str, status: int, code: str
) -> None:
    answer = ask(url, key_of(cast, "minh"))

    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == code


def test_the_api_only_reads(cast: Cast) -> None:
    headers = {"Authorization": f"Bearer {key_of(cast, 'minh')}"}
    for method in ("post", "put", "patch", "delete"):
        answer = getattr(Client(), method)("/api/v1/units", headers=headers)

        assert answer.status_code == 405
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Allow"] == "GET"


def test_a_long_list_goes_on_where_it_stopped(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bongca.org.api.PAGE", 3)
    key = key_of(cast, "hoa")

    seen: list[int] = []
    after: int | None = -1
    while after is not None:
        page = ask(f"/api/v1/units?after={after}", key).json()
        seen += [unit["id"] for unit in page["items"]]
        after = page["next_after"]

    assert len(seen) == len(set(seen)) == 9


def test_the_description_takes_a_sign_in(cast: Cast) -> None:
    assert Client().get("/api/v1/openapi.json").status_code == 302
    assert cast.client("lan").get("/api/v1/openapi.json").status_code == 200


def test_the_api_is_as_described() -> None:
    assert Path(SNAPSHOT).read_text(encoding="utf-8") == described(), "run make openapi"
