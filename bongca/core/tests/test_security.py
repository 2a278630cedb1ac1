"""The content policy: nothing inline, nothing from elsewhere."""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from bongca.core.security import POLICY, security_headers


def headers_of(response: HttpResponse) -> HttpResponse:
    return security_headers(lambda request: response)(RequestFactory().get("/"))


def test_policy_refuses_inline_code_and_other_places() -> None:
    allowed = " ".join(POLICY.values())

    assert "unsafe" not in allowed and "*" not in allowed and "http" not in allowed
    assert POLICY["default-src"] == "'none'"
    assert POLICY["script-src"] == POLICY["style-src"] == "'self'"


@pytest.mark.parametrize(
    "name",
    [
        "Content-Security-Policy",
        "Referrer-Policy",
        "Permissions-Policy",
        "X-Content-Type-Options",
        "Cross-Origin-Opener-Policy",
    ],
)
def test_every_answer_carries_the_header(name: str) -> None:
    assert name in headers_of(HttpResponse())


def test_stricter_policy_of_a_view_stays() -> None:
    own = HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    assert headers_of(own)["Content-Security-Policy"] == "default-src 'none'"


def test_pages_are_not_kept_by_browsers_in_between() -> None:
    assert headers_of(HttpResponse())["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_page_not_found_carries_the_policy() -> None:
    response = Client().get("/khong-co-trang-nay/")

    assert "Content-Security-Policy" in response.headers


@pytest.mark.django_db
@pytest.mark.parametrize(("asked", "kept"), [("lon", "lon"), ("rat-lon", "rat-lon"), ("x", "vua")])
def test_size_of_letters_is_kept_and_leads_back(asked: str, kept: str) -> None:
    response = Client().post("/co-chu/", {"co": asked, "ve": "/bo-phan/?a=1"})

    assert (response.status_code, response["Location"]) == (303, "/bo-phan/?a=1")
    assert response.cookies["co_chu"].value == kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    "back", ["https://example.org/", "//example.org", "javascript:alert(1)", "{", "x" * 9]
)
def test_size_of_letters_never_leads_elsewhere(back: str) -> None:
    assert Client().post("/co-chu/", {"co": "lon", "ve": back})["Location"] == "/"


@pytest.mark.django_db
def test_page_of_parts_is_hidden_in_earnest(rf: RequestFactory) -> None:
    request: HttpRequest = rf.get("/bo-phan/")

    assert Client().get(request.path).status_code == 404
