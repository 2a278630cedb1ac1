"""The page beside the form: as it will print, before anything is kept."""

import pytest
from django.urls import reverse

from bongca.documents.forms import drafting
from bongca.documents.models import OutgoingDocument
from bongca.documents.queries.composing import composed
from bongca.documents.tests.register import draft
from tests.cast import Cast

TYPED = {
    "type_sign": "KH", "abstract": "Mừng thọ", "body": "Nội dung.", "urgency": "urgent",
    "copy_count": "1", "names": "Tỉnh ủy", "to_below": "on",
}  # fmt: skip


@pytest.mark.parametrize("typed", [TYPED, {}, {**TYPED, "abstract": "", "copy_count": "x"}])
def test_what_is_typed_is_shown_as_pages_and_nothing_is_kept(
    cast: Cast, typed: dict[str, str]
) -> None:
    answer = cast.client("hoa").post(reverse("documents:outgoing_try"), typed)

    assert answer.status_code == 200
    assert "data:image/png;base64," in answer.content.decode()
    assert not OutgoingDocument.objects.exists()


def test_the_words_typed_and_the_places_are_those_on_the_page(cast: Cast) -> None:
    blank = OutgoingDocument(unit=cast.bac_ninh, drafted_on=cast.today)
    shown, places = drafting.tried(TYPED, blank, is_new=True)
    paper = composed(shown, places)

    assert (paper.type_name, paper.abstract, paper.urgency) == ("KẾ HOẠCH", "Mừng thọ", "Khẩn")
    assert paper.recipients == ("Hội Người cao tuổi các xã, phường, đặc khu", "Tỉnh ủy")


def test_a_draft_that_is_edited_is_shown_with_its_own_places(cast: Cast) -> None:
    paper = draft(cast)
    url = reverse("documents:outgoing_try_again", args=[paper.pk])

    assert cast.client("hoa").post(url, {**TYPED, "abstract": "Đổi tên"}).status_code == 200

    paper.refresh_from_db()
    assert paper.abstract == "Tổ chức Tháng hành động vì người cao tuổi"
    shown, places = drafting.tried({**TYPED, "abstract": "Đổi tên"}, paper, is_new=False)
    assert places is None and shown.abstract == "Đổi tên"
    assert composed(shown).recipients[-1] == "Tỉnh ủy (để báo cáo)"
