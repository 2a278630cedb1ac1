"""What a person is told when something goes wrong."""

import re

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory

from bongca.core.errors import Changed, DomainError
from bongca.core.ui import failures
from bongca.core.ui.failures import refused_context
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def request_of_nobody() -> HttpRequest:
    return RequestFactory().get("/")


def test_page_not_found_says_that_nothing_is_lost(cast: Cast) -> None:
    page = cast.client("minh").get("/khong-co-trang-nay/")

    assert page.status_code == 404
    words = page.content.decode()
    assert "Không có gì bị mất" in words and "404" not in words


def test_each_failure_has_a_code_to_read_out() -> None:
    page = failures.not_found(request_of_nobody()).content.decode()

    assert re.search(r"[A-Z]\d – \d{4}", page)


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (failures.bad_request, 400),
        (failures.not_allowed, 403),
        (failures.form_too_old, 403),
        (failures.not_found, 404),
        (failures.server_error, 500),
        (failures.unavailable, 503),
    ],
)
def test_failure_is_told_without_codes_and_english(view: object, status: int) -> None:
    response = view(request_of_nobody())  # type: ignore[operator]  # six views of one shape

    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    assert response.status_code == status
    assert str(status) not in re.sub(r"[A-Z]\d – \d{4}", "", words)
    assert "!" not in words.replace("<!doctype", "") and "Error" not in words


def test_server_error_asks_nothing_of_the_database(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]  # a fixture's context manager
        failures.server_error(request_of_nobody())
        failures.unavailable(request_of_nobody())


def test_old_form_is_refused_in_words(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.minh)

    page = client.post("/co-chu/", {"co": "lon"})

    assert page.status_code == 403
    assert "Trang mở lâu quá" in page.content.decode()


@pytest.mark.parametrize(
    ("error", "heading"),
    [
        (DomainError("x", "Chưa được."), "Chưa làm được"),
        (DomainError("x", "Tệp hơn 10 MB.", status=413), "Tệp lớn quá, máy chưa nhận"),
        (Changed({}, {}), "Có người vừa sửa mục này"),
    ],
)
def test_refusal_has_a_heading_of_its_own(error: DomainError, heading: str) -> None:
    assert refused_context(error)["heading"] == heading
