"""Attachments: kept by content, opened by policy only."""

import os
from datetime import date
from typing import cast

import pytest
from django.http import Http404
from django.test import RequestFactory

from bongca.core.actor import Actor
from bongca.core.files import may_open, open_attachment, register_purpose, store_attachment
from bongca.core.files.store import attachment_path, delete_expired
from bongca.core.files.views import attachment as attachment_view
from bongca.core.http import Request
from bongca.core.models import Attachment

LAN = Actor(user_id=7, label="Vũ Thị Lan", today=date(2026, 11, 22), unit_id=3)
BINH = Actor(user_id=8, label="Trần Văn Bình", today=date(2026, 11, 22), unit_id=4)


@pytest.fixture
def roll(db: None) -> Attachment:
    register_purpose("test.roll", lambda actor, file: actor.unit_id == file.unit_id)
    return store_attachment(
        LAN, [b"ho ten;", b"nam sinh"], name="../../DS hội viên.csv", content_type="text/csv",
        purpose="test.roll",
    )  # fmt: skip


def open_as(actor: Actor, file: Attachment) -> bytes:
    request = cast(Request, RequestFactory().get("/"))
    request.actor = actor
    response = attachment_view(request, pk=file.pk)
    return b"".join(response.streaming_content)  # type: ignore[arg-type]  # sync response


def test_bytes_come_back_unchanged(roll: Attachment) -> None:
    with open_attachment(roll) as file:
        assert file.read() == b"ho ten;nam sinh"


def test_same_bytes_lie_once_on_disk(roll: Attachment) -> None:
    again = store_attachment(
        BINH, [b"ho ten;nam sinh"], name="b.csv", content_type="text/csv", purpose="test.roll"
    )

    assert attachment_path(again) == attachment_path(roll)
    assert again.pk != roll.pk


def test_name_from_outside_is_never_a_path(roll: Attachment) -> None:
    assert roll.name == "DS hội viên.csv"


def test_owner_gets_the_file(roll: Attachment) -> None:
    assert open_as(LAN, roll) == b"ho ten;nam sinh"


def test_officer_of_another_unit_finds_nothing(roll: Attachment) -> None:
    with pytest.raises(Http404):
        open_as(BINH, roll)


@pytest.mark.django_db
def test_unregistered_purpose_is_closed_to_all() -> None:
    file = store_attachment(LAN, [b"x"], name="x", content_type="x", purpose="nobody.knows")

    assert not may_open(LAN, file)


def test_expired_bytes_go_unless_another_file_still_keeps_them(roll: Attachment) -> None:
    def stored(content: bytes, until: date | None) -> Attachment:
        return store_attachment(
            LAN, [content], name="x", content_type="x", purpose="test.roll", keep_until=until
        )

    gone, shared = stored(b"het han", date(2026, 11, 21)), stored(b"ho ten;nam sinh", LAN.today)
    last_day = stored(b"con han", LAN.today)
    for file in (gone, shared, last_day):
        os.utime(attachment_path(file), (0, 0))

    assert delete_expired(date(2026, 11, 22)) == 1
    assert delete_expired(date(2026, 11, 23)) == 2

    assert not attachment_path(gone).exists() and not attachment_path(last_day).exists()
    assert list(Attachment.objects.values_list("pk", flat=True)) == [roll.pk]
    assert attachment_path(roll).exists()
