"""A form pressed twice: taken in once, and both presses lead to the same place."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bongca.core.actor import Actor
from bongca.core.posting import stop_if_posted
from bongca.org.models import Unit
from tests.cast import Cast

STOP = "bongca.config.request.stop_if_posted"


def press(cast: Cast, key: str) -> tuple[int, str]:
    words = {"name": "thôn Cầu Đá", "on": "01/11/2026", "citation": "", "_key": key}
    address = reverse("org:unit_create", args=[cast.tan_yen.pk])
    response = cast.client("minh").post(address, words)
    return response.status_code, response.headers.get("Location", "")


def test_the_second_press_leads_where_the_first_did(cast: Cast) -> None:
    key = str(uuid4())

    assert press(cast, key) == press(cast, key)
    assert Unit.objects.filter(name="Chi hội thôn Cầu Đá").count() == 1


def test_so_does_one_that_began_before_the_first_was_written(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = str(uuid4())
    first = press(cast, key)
    asked: list[str] = []

    def not_yet(actor: Actor, posted: str) -> None:
        asked.append(posted)
        if len(asked) > 1:
            stop_if_posted(actor, posted)

    monkeypatch.setattr(STOP, not_yet)

    assert press(cast, key) == first
    assert len(asked) == 2


def test_another_form_with_the_same_words_is_refused(cast: Cast) -> None:
    press(cast, str(uuid4()))

    assert press(cast, str(uuid4()))[0] == 422
