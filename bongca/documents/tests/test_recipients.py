"""Nơi nhận: found by name, a whole tier in one act, a receipt for each."""

import pytest
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bongca.core.errors import NotAllowed
from bongca.core.text import fold
from bongca.documents.actions.incoming import take_in
from bongca.documents.actions.outgoing import initial_draft, number_document, sign_document
from bongca.documents.actions.recipients import Group, To, add_recipients, drop_recipients
from bongca.documents.actions.refusals import WrongState
from bongca.documents.actions.sending import send_document
from bongca.documents.enums import OutgoingState
from bongca.documents.models import OutgoingDocument, Recipient
from bongca.documents.queries.addressing import listed_lines, places_found, receipts_of
from bongca.documents.queries.composing import composed
from bongca.documents.tests.register import SIGNER, draft, numbered, scan
from bongca.offices.enums import BodyKind
from bongca.offices.models import Body
from bongca.org.models import Unit
from tests.cast import SINCE, TODAY, Cast


def names(cast: Cast, unit: Unit, words: str) -> list[str]:
    return [place.name for place in places_found(unit, words, TODAY)]


def more_communes(cast: Cast, count: int) -> None:
    """Open communes beside the three, in the free places of the province."""
    last = cast.bac_ninh.lft + (cast.bac_ninh.rgt - cast.bac_ninh.lft) // 2
    Unit.objects.bulk_create(
        Unit(
            name=f"Hội NCT xã Mới {place}", tier="commune", parent=cast.bac_ninh,
            province=cast.bac_ninh, lft=last + 2 * place, rgt=last + 2 * place + 1, during=SINCE,
            place_name=f"xã Mới {place}", sort_key=f"moi {place:05}",
            search_name=fold(f"Hội NCT xã Mới {place} @ xã Mới {place}"),
        )
        for place in range(count)
    )  # fmt: skip


def test_what_is_usual_is_offered_and_the_rest_is_found_by_name(cast: Cast) -> None:
    Body.objects.create(
        unit=cast.bac_ninh, kind=BodyKind.values[0], name="Ban Kiểm tra", during=SINCE
    )
    usual = names(cast, cast.bac_ninh, "")

    assert usual == [
        "Hội Người cao tuổi Việt Nam",
        "Tất cả Hội xã, phường, đặc khu thuộc Hội NCT thành phố Bắc Ninh",
        "Tất cả chi hội thuộc Hội NCT thành phố Bắc Ninh",
        "Ban Kiểm tra",
    ]
    assert "Hội NCT xã Nhã Nam" in names(cast, cast.bac_ninh, "nha nam")
    assert "Hội NCT thành phố Hải Phòng" in names(cast, cast.bac_ninh, "hải phòng")
    assert names(cast, cast.bac_ninh, "ban kiem tra") == ["Ban Kiểm tra"]
    assert "Bộ Y tế" in names(cast, cast.bac_ninh, "bo y te")
    assert names(cast, cast.bac_ninh, "nam sach") == [], "a commune of another province"
    of_central = names(cast, cast.central, "bac ninh")
    assert "Tất cả Hội xã, phường, đặc khu thuộc Hội NCT thành phố Bắc Ninh" in of_central


def test_a_tier_is_one_line_on_the_paper_and_a_receipt_for_each(cast: Cast) -> None:
    paper = draft(cast, "mai", "central", recipients=(To("Ban Tổ chức Trung ương"),))
    mai = cast.actor("mai")
    add_recipients(
        actor=mai, document_id=paper.pk,
        places=(Group(cast.central, "province"), Group(cast.bac_ninh, "commune")),
    )  # fmt: skip
    initial_draft(actor=mai, document_id=paper.pk)
    sign_document(actor=mai, document_id=paper.pk, scan=scan(), signed_on=TODAY, signer_name=SIGNER)
    number_document(actor=mai, document_id=paper.pk)

    send_document(actor=mai, document_id=paper.pk)

    assert composed(paper).recipients == (
        "Ban Tổ chức Trung ương",
        "Hội Người cao tuổi các tỉnh, thành phố",
        "Hội Người cao tuổi các xã, phường, đặc khu thuộc thành phố Bắc Ninh",
    )
    assert [(row["shown"][:3], row["count"]) for row in listed_lines(paper)] == [
        ("Ban", 1), ("Hội", 2), ("Hội", 3),
    ]  # fmt: skip
    offered = Recipient.objects.get(document=paper, unit=cast.tan_yen)
    take_in(actor=cast.actor("minh"), delivery_id=offered.pk)
    offered.refresh_from_db()
    assert offered.received_by_label == cast.actor("minh").label
    assert offered.received_at is not None and offered.received_at <= timezone.now()
    counted = receipts_of(paper)
    assert (counted.received, counted.units) == (1, 5)


def test_a_place_is_listed_once_and_joins_its_group(cast: Cast) -> None:
    hoa = cast.actor("hoa")
    paper = draft(cast)

    count = add_recipients(
        actor=hoa, document_id=paper.pk,
        places=(Group(cast.bac_ninh, "commune"), To("Tỉnh ủy (để báo cáo)")),
    )  # fmt: skip

    assert count == 1, "two communes and the name were there"
    assert composed(paper).recipients == (
        "Hội Người cao tuổi các xã, phường, đặc khu", "Tỉnh ủy (để báo cáo)",
    )  # fmt: skip
    line = "Hội Người cao tuổi các xã, phường, đặc khu"
    assert drop_recipients(actor=hoa, document_id=paper.pk, shown=[line]) == 3
    assert [row["shown"] for row in listed_lines(paper)] == ["Tỉnh ủy (để báo cáo)"]


def test_only_who_drafts_changes_the_list_and_only_of_a_draft(cast: Cast) -> None:
    hoa = cast.actor("hoa")
    paper = draft(cast)
    initial_draft(actor=hoa, document_id=paper.pk)
    add_recipients(actor=hoa, document_id=paper.pk, places=(To(unit=cast.phuc_hoa),))
    paper.refresh_from_db()
    assert paper.state == OutgoingState.DRAFT, "the printed list changed: initialled again"

    with pytest.raises(Http404):
        add_recipients(actor=hoa, document_id=paper.pk, places=(To(unit=cast.nam_sach),))
    with pytest.raises(Http404):
        places = (Group(cast.hai_phong, "commune"),)
        add_recipients(actor=hoa, document_id=paper.pk, places=places)
    with pytest.raises(Http404):
        add_recipients(actor=cast.actor("minh"), document_id=paper.pk, places=(To("Ai đó"),))
    of_central = draft(cast, "tu", "central", recipients=())
    with pytest.raises(NotAllowed):
        add_recipients(actor=cast.actor("binh"), document_id=of_central.pk, places=(To("Ai đó"),))
    gone = numbered(cast)
    with pytest.raises(WrongState):
        add_recipients(actor=hoa, document_id=gone.pk, places=(To("Ai đó"),))


def _queries(cast: Cast, communes: int) -> int:
    more_communes(cast, communes)
    hoa = cast.actor("hoa")
    with CaptureQueriesContext(connection) as asked:
        paper = draft(cast, recipients=())
        add_recipients(actor=hoa, document_id=paper.pk, places=(Group(cast.bac_ninh, "commune"),))
        initial_draft(actor=hoa, document_id=paper.pk)
        sign_document(
            actor=hoa, document_id=paper.pk, scan=scan(), signed_on=TODAY, signer_name=SIGNER
        )
        number_document(actor=hoa, document_id=paper.pk)
        send_document(actor=hoa, document_id=paper.pk)
        composed(paper)
    sent = Recipient.objects.filter(document=paper, sent_at__isnull=False).count()
    assert sent == communes + 3
    return len(asked)


def test_three_thousand_units_are_written_to_in_as_many_statements_as_three(cast: Cast) -> None:
    few = _queries(cast, 0)

    many = _queries(cast, 3318)

    assert many <= few + 1, "one more batch of rows at most"


def test_the_page_finds_adds_and_takes_off(cast: Cast) -> None:
    paper = draft(cast, recipients=())
    hoa = cast.client("hoa")
    at = {name: reverse(f"documents:recipient_{name}", args=[paper.pk]) for name in (
        "list", "add", "drop", "names",
    )}  # fmt: skip

    found = hoa.get(at["list"], {"q": "tân yên"}).content.decode()
    assert f'value="u:{cast.tan_yen.pk}"' in found
    assert cast.partner is not None
    key = f"g:{cast.bac_ninh.pk}:commune"
    hoa.post(at["add"], {"chon": [key, f"p:{cast.partner.pk}", "u:999999999", "x", "g:1", "u:²"]})
    hoa.post(at["names"], {"names": "Tỉnh ủy (để báo cáo)\n\nUBND thành phố"})

    shown = [row["shown"] for row in listed_lines(OutgoingDocument.objects.get())]
    assert shown == [
        "Hội Người cao tuổi các xã, phường, đặc khu", "Bộ Y tế", "Tỉnh ủy (để báo cáo)",
        "UBND thành phố",
    ]  # fmt: skip
    hoa.post(at["drop"], {"chon": ["Bộ Y tế"]})
    assert "Bộ Y tế" not in [row["shown"] for row in listed_lines(paper)]
    assert hoa.post(at["names"], {"names": " "}).status_code == 422
    assert "Không tìm thấy nơi nào" in hoa.get(at["list"], {"q": "zzz"}).content.decode()
