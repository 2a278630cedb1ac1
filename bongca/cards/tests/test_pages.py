"""The pages of cards, as the people of the cast open them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bongca.cards.models import Card, CardBatch
from bongca.cards.tests.factories import add_batch, add_members, printed
from bongca.core.jobs import work_off
from bongca.core.scope import scoped
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_minh_lists_prints_and_lan_hands_over(cast: Cast) -> None:
    add_members(cast)
    minh, lan = cast.client("minh"), cast.client("lan")

    made = minh.post(reverse("cards:batch_add", args=[cast.tan_yen.pk]), {"wanted": "lacking"})
    batch = CardBatch.objects.get()
    minh.post(reverse("cards:batch_print", args=[batch.pk]))
    work_off()
    batch.refresh_from_db()
    file = minh.get(reverse("core:attachment", args=[batch.attachment_id]))
    page = lan.get(reverse("cards:batch_detail", args=[batch.pk])).content.decode()
    lan.post(
        reverse("cards:batch_hand", args=[batch.pk]),
        {"tat_ca": "1", "on": "22/11/2026", "taken_by": "self"},
    )

    batch.refresh_from_db()
    assert made.status_code == 303
    assert b"".join(file.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]  # a file answers in pieces
    assert "Đặng Thị Bích" in page and "Ghi trao thẻ" in page
    assert batch.handed_count == 3


def test_the_file_of_sheets_is_for_who_prints_it(cast: Cast) -> None:
    batch = printed(cast)
    url = reverse("core:attachment", args=[batch.attachment_id])

    assert cast.client("minh").get(url).status_code == 200
    assert cast.client("hoa").get(url).status_code == 200
    assert cast.client("lan2").get(url).status_code == 404
    assert cast.client("minh2").get(url).status_code == 404


def test_another_chi_hoi_sees_the_batch_and_nobody_of_it(cast: Cast) -> None:
    batch = printed(cast)

    page = cast.client("lan2").get(reverse("cards:batch_detail", args=[batch.pk]))

    assert page.status_code == 200
    assert "Đặng Thị Bích" not in page.content.decode()


def test_nothing_ticked_is_said_and_nothing_written(cast: Cast) -> None:
    batch = printed(cast)
    url = reverse("cards:batch_hand", args=[batch.pk])

    answer = cast.client("lan").post(url, {"on": "22/11/2026", "taken_by": "self"}, follow=True)

    batch.refresh_from_db()
    assert "Xin đánh dấu những thẻ đã trao" in answer.content.decode()
    assert batch.handed_count == 0


def test_a_lost_card_is_recorded_and_taken_back_from_the_page(cast: Cast) -> None:
    printed(cast)
    lan = cast.client("lan")
    with scoped(cast.actor("lan")):
        card = Card.objects.all()[0]
    words = [card.person_id, card.pk]

    lan.post(reverse("cards:card_end", args=words), {"how": "lost", "note": ""})
    page = lan.get(reverse("cards:person_cards", args=[card.person_id])).content.decode()
    lan.post(reverse("cards:card_undo", args=words))

    with scoped(cast.actor("lan")):
        card.refresh_from_db()
    assert "Đã báo mất" in page
    assert card.state == "printed"


def test_a_page_of_cards_costs_the_same_for_three_and_for_thirty(cast: Cast) -> None:
    lan = cast.client("lan")
    lan.get(reverse("cards:card_home"))  # the first request of a session writes it
    counts = []
    for size in (3, 30):
        add_members(
            cast, tuple(f"Nguyễn Thị {'Bích' if size == 3 else 'Hoa'} {n}" for n in range(size))
        )
        batch = add_batch(cast)
        with CaptureQueriesContext(connection) as asked:
            lan.get(reverse("cards:batch_detail", args=[batch.pk]))
        counts.append(len(asked))
    assert counts[0] == counts[1]
