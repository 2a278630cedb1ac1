"""A page or its part, a redirect, a toast with the way back."""

import re

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.cache import SessionStore
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from bongca.core.ui import redirect, render, render_question, toast
from bongca.core.ui.samples import sample_parts

pytestmark = pytest.mark.django_db


def asked(path: str = "/", *, by_htmx: bool = False, **headers: str) -> HttpRequest:
    if by_htmx:
        headers["HTTP_HX_REQUEST"] = "true"
    request = RequestFactory().get(path, **headers)  # type: ignore[arg-type]  # header names
    request.session = SessionStore()
    request._messages = FallbackStorage(request)  # type: ignore[attr-defined]  # by a middleware
    request.htmx = HtmxDetails(request)  # type: ignore[attr-defined]  # by a middleware
    return request


def test_browser_gets_the_page_and_htmx_its_part() -> None:
    page = render(asked(), "parts.html", "parts/_left.html", sample_parts()).content.decode()
    part = render(
        asked(by_htmx=True), "parts.html", "parts/_left.html", sample_parts()
    ).content.decode()

    assert "<html" in page
    assert "<html" not in part and "Chưa nộp" in part


def test_boosted_link_gets_the_page() -> None:
    request = asked(by_htmx=True, HTTP_HX_BOOSTED="true")

    assert b"<html" in render(request, "parts.html", "parts/_left.html", sample_parts()).content


def test_toast_travels_with_a_part_and_can_be_undone() -> None:
    request = asked(by_htmx=True)
    toast(request, "Đã xóa tên 1 người.", undo_url="/hoi-vien/1/hoan-tac/")

    part = render(request, "parts.html", "parts/_left.html", sample_parts()).content.decode()

    assert 'hx-swap-oob="true"' in part
    assert "Đã xóa tên 1 người." in part
    assert 'action="/hoi-vien/1/hoan-tac/"' in part and 'name="_key"' in part


def test_toast_text_is_escaped() -> None:
    request = asked()
    toast(request, "<b>Lan</b>")

    assert b"&lt;b&gt;Lan" in render(request, "parts.html", context=sample_parts()).content


def test_redirect_after_a_post_is_303_and_htmx_leaves_the_page() -> None:
    plain = redirect(asked(), "core:parts")
    htmx = redirect(asked(by_htmx=True), "core:parts")

    assert (plain.status_code, plain["Location"]) == (303, "/bo-phan/")
    assert (htmx.status_code, htmx["HX-Redirect"]) == (204, "/bo-phan/")


def test_question_is_a_dialog_or_a_page() -> None:
    page = render_question(asked(), "parts/_question.html", title="Hỏi").content.decode()
    dialog = render_question(asked(by_htmx=True), "parts/_question.html", title="Hỏi")

    assert "<h1" in page and "<html" in page
    assert "<h2" in dialog.content.decode() and "<html" not in dialog.content.decode()


def test_no_part_has_an_inline_style_or_handler() -> None:
    page = render(asked(), "parts.html", context=sample_parts()).content.decode()

    assert not re.search(r"\sstyle=", page)
    assert not re.search(r"\son[a-z]+=", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)


def test_each_form_gets_a_key_of_its_own() -> None:
    template = Template("{% load ui %}{% idempotency %}{% idempotency %}")

    keys = re.findall(r'value="([0-9a-f-]{36})"', template.render(Context()))

    assert len(set(keys)) == 2
