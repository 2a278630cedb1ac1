"""The papers of a closed unit are its successor's to read, and nobody's to change."""

import pytest
from django.db import connection
from django.urls import reverse

from bongca.core.errors import NotAllowed
from bongca.documents import policies
from bongca.documents.actions.incoming import finish_incoming
from bongca.documents.actions.sending import recall_document
from bongca.documents.queries.desk import desk_of
from bongca.documents.queries.finding import Wanted, found_incoming, found_outgoing
from bongca.documents.tests.register import enter, numbered
from bongca.org.actions.units import close_unit
from tests.cast import TODAY, Cast


def test_the_successor_reads_the_papers_of_a_closed_unit_and_changes_none(cast: Cast) -> None:
    came = enter(cast, "minh2", "nha_nam")
    went = numbered(cast, "minh2", "nha_nam", recipients=())
    minh = cast.actor("minh")
    assert not found_incoming(minh, Wanted()).exists()

    close_unit(
        actor=cast.actor("hoa"), unit=cast.cau_xi, on=TODAY, successor=cast.dong_tam,
        citation="12/QĐ-HNCT",
    )  # fmt: skip
    close_unit(
        actor=cast.actor("hoa"), unit=cast.nha_nam, on=TODAY, successor=cast.tan_yen,
        citation="12/QĐ-HNCT",
    )  # fmt: skip

    assert list(found_incoming(minh, Wanted(words="mung tho"))) == [came]
    assert list(found_outgoing(minh, Wanted())) == [went]
    assert policies.visible_books(minh).count() == 2
    assert not found_incoming(cast.actor("hoa"), Wanted()).exists(), "the tier above does not"
    client = cast.client("minh")
    listed = client.get(reverse("documents:incoming_list")).content.decode()
    assert "Của Hội NCT xã Nhã Nam, đã kết thúc" in listed
    for name in ("outgoing_detail", "outgoing_pdf"):
        assert client.get(reverse(f"documents:{name}", args=[went.pk])).status_code == 200
    page = client.get(reverse("documents:incoming_detail", args=[came.pk])).content.decode()
    assert "Ghi xử lý xong" not in page and "Sửa chỗ ghi sai" not in page
    assert desk_of(minh).late == desk_of(minh).drafts == 0
    with pytest.raises(NotAllowed):
        finish_incoming(actor=minh, document_id=came.pk, note="Xong")
    with pytest.raises(NotAllowed):
        recall_document(actor=minh, document_id=went.pk, reason="Sai")


def test_a_unit_that_is_open_keeps_its_papers_to_itself(cast: Cast) -> None:
    enter(cast, "lan", "dong_tam")

    assert not found_incoming(cast.actor("minh"), Wanted()).exists()


def test_what_one_may_see_is_found_by_index_whatever_the_nation_has_written(cast: Cast) -> None:
    enter(cast)
    minh = cast.actor("minh")
    with connection.cursor() as cursor:
        cursor.execute("set local enable_seqscan = off")  # three rows would be read through

    for rows in (policies.visible_incoming(minh), policies.visible_outgoing(minh)):
        assert "Seq Scan" not in rows.explain()
