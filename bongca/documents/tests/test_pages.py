"""The pages of papers, by the people who use them."""

import io
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bongca.documents.actions.incoming import instruct
from bongca.documents.enums import IncomingState, OutgoingState, Secrecy
from bongca.documents.models import (
    IncomingDocument,
    NumberBook,
    OutgoingDocument,
    Recipient,
    Regulation,
    SecretEntry,
)
from bongca.documents.queries.composing import composed
from bongca.documents.tests.register import PDF, draft, enter, numbered, sent, signed
from tests.cast import TODAY, Cast

DAY = f"{TODAY:%d/%m/%Y}"
ARRIVAL = {
    "kind": "general", "arrived_on": DAY, "issuer": "UBND xã Tân Yên", "symbol": "23/KH-UBND",
    "abstract": "Tổ chức mừng thọ", "urgency": "normal",
}  # fmt: skip
DRAFT = {
    "type_sign": "KH", "abstract": "Tổ chức Tháng hành động", "body": "Thực hiện chương trình.",
    "urgency": "normal", "copy_count": "3", "names": "Bộ Y tế\nTỉnh ủy (để báo cáo)",
}  # fmt: skip


def words(response: Any) -> str:
    return str(response.content.decode())


def scanned(name: str = "ban-chup.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, "application/pdf")


def test_minh_enters_a_paper_and_it_stands_in_the_list(cast: Cast) -> None:
    client = cast.client("minh")
    posted = client.post(
        reverse("documents:incoming_add"),
        {**ARRIVAL, "scan": scanned(), "presented_to": cast.minh.pk},
    )

    entered = IncomingDocument.objects.get()
    assert posted.status_code == 303
    assert entered.state == IncomingState.PRESENTED and entered.scan is not None
    assert "Tổ chức mừng thọ" in words(client.get(reverse("documents:incoming_list") + "?q=mung"))
    shown = words(client.get(reverse("documents:incoming_detail", args=[entered.pk])))
    assert "Chờ bút phê" in shown and "ban-chup.pdf" in shown
    assert client.get(f"/tep/{entered.scan_id}/").status_code == 200
    assert cast.client("minh2").get(f"/tep/{entered.scan_id}/").status_code == 404


def test_what_was_typed_stays_when_something_is_missing(cast: Cast) -> None:
    answer = cast.client("minh").post(
        reverse("documents:incoming_add"), {**ARRIVAL, "urgency": "immediate"}
    )

    assert answer.status_code == 422
    assert "cần ghi giờ đến" in words(answer) and "23/KH-UBND" in words(answer)


def test_the_leader_instructs_and_closes_from_the_page(cast: Cast) -> None:
    entered = enter(cast, presented_to=cast.minh)
    client = cast.client("minh")
    assert "Cho ý kiến: Phối hợp" in words(client.get("/"))

    client.post(
        reverse("documents:incoming_instruct", args=[entered.pk]),
        {"words": "Giao Văn phòng", "handler": cast.minh.pk, "due_on": "20/11/2026"},
    )
    assert "Quá hạn 2 ngày" in words(client.get("/"))
    client.post(reverse("documents:incoming_finish", args=[entered.pk]), {"note": "Đã làm"})

    entered.refresh_from_db()
    assert entered.state == IncomingState.DONE
    assert "Đã xử lý xong" in words(client.get(reverse("documents:incoming_list")))


def test_hoa_takes_a_paper_all_the_way_and_minh_takes_it_in(cast: Cast) -> None:
    hoa = cast.client("hoa")
    chosen = {"to_below": "on", "to_above": "on"}
    hoa.post(reverse("documents:outgoing_draft"), {**DRAFT, **chosen})
    paper = OutgoingDocument.objects.get()
    at = {name: reverse(f"documents:{name}", args=[paper.pk]) for name in (
        "outgoing_edit", "outgoing_ask", "outgoing_comment", "outgoing_initial", "outgoing_sign",
        "outgoing_number", "outgoing_send", "outgoing_detail",
    )}  # fmt: skip
    rows = paper.recipients.order_by("ordinal")
    assert composed(paper).recipients == (
        "Hội Người cao tuổi Việt Nam", "Hội Người cao tuổi các xã, phường, đặc khu", "Bộ Y tế",
        "Tỉnh ủy (để báo cáo)",
    )  # fmt: skip
    assert rows.get(name="Bộ Y tế").partner == cast.partner

    edited = words(hoa.get(at["outgoing_edit"]))
    assert "Nơi khác trong Hội" not in edited, "the list has a page of its own"
    hoa.post(at["outgoing_edit"], {**DRAFT, **chosen, "body": "Sửa lại.", "version": "1"})
    hoa.post(at["outgoing_ask"])
    hoa.post(at["outgoing_comment"], {"words": "Thêm kinh phí"})
    hoa.post(at["outgoing_initial"])
    assert "Văn bản" in words(hoa.get(at["outgoing_sign"]))
    hoa.post(
        at["outgoing_sign"],
        {"scan": scanned(), "signed_on": DAY, "signer_name": "Nguyễn Quang Bảo"},
    )
    hoa.post(at["outgoing_number"], {"issued_on": DAY})
    hoa.post(at["outgoing_send"])

    paper.refresh_from_db()
    assert (paper.state, paper.symbol, paper.body) == (OutgoingState.SENT, "01/KH-HNCT", "Sửa lại.")
    assert "Thêm kinh phí" in words(hoa.get(at["outgoing_detail"]))

    minh = cast.client("minh")
    assert "Nhận 1 văn bản gửi đến" in words(minh.get("/"))
    offered = Recipient.objects.get(document=paper, unit=cast.tan_yen)
    taken = minh.post(reverse("documents:delivery_take", args=[offered.pk]), {"presented_to": ""})
    assert taken.status_code == 303
    assert "Mở bản đã ký" in words(minh.get(taken["Location"]))
    assert minh.get(f"/tep/{paper.signed_scan_id}/").status_code == 200
    assert "Đã nhận 22/11/2026" in words(hoa.get(at["outgoing_detail"]))


def test_the_day_of_a_step_is_that_of_vietnam(cast: Cast) -> None:
    paper = draft(cast)
    early = datetime(2026, 11, 21, 20, 48, tzinfo=UTC)  # 3 giờ 48 on the 22nd
    paper.steps.update(at=early)
    entered = enter(cast)
    IncomingDocument.objects.filter(pk=entered.pk).update(instructed_at=early)

    page = words(cast.client("hoa").get(reverse("documents:outgoing_detail", args=[paper.pk])))
    assert "22/11/2026" in page and "21/11/2026" not in page
    book = cast.client("minh").get(reverse("documents:book_print", args=[entered.book_id]))
    assert "21/11/2026" not in words(book)


def test_somebody_elses_change_is_shown_beside_ones_own(cast: Cast) -> None:
    paper = draft(cast)
    answer = cast.client("hoa").post(
        reverse("documents:outgoing_edit", args=[paper.pk]), {**DRAFT, "version": "7"}
    )

    assert answer.status_code == 409


@pytest.mark.parametrize("name", ["outgoing_pdf", "outgoing_word", "outgoing_preview"])
def test_the_paper_is_given_as_it_prints(cast: Cast, name: str) -> None:
    paper = numbered(cast)
    answer = cast.client("hoa").get(reverse(f"documents:{name}", args=[paper.pk]))

    assert answer.status_code == 200
    starts = {"outgoing_pdf": b"%PDF", "outgoing_word": b"PK", "outgoing_preview": b"<!doctype"}
    assert answer.content[:20].strip().lower().startswith(starts[name].lower())


def test_a_page_is_a_picture_and_there_is_no_page_after_the_last(cast: Cast) -> None:
    paper = signed(cast)
    client = cast.client("hoa")
    first = client.get(reverse("documents:outgoing_page", args=[paper.pk, 1]))

    assert first.content.startswith(b"\x89PNG")
    after = client.get(reverse("documents:outgoing_page", args=[paper.pk, 2]))
    assert after.status_code == 404


def test_a_recipient_sees_the_paper_but_not_how_it_came_about(cast: Cast) -> None:
    paper = sent(cast)
    minh = cast.client("minh")
    shown = words(minh.get(reverse("documents:outgoing_detail", args=[paper.pk])))

    assert paper.symbol in shown and "Những việc đã làm" not in shown
    for name in ("outgoing_pdf", "outgoing_recall", "outgoing_edit"):
        assert minh.get(reverse(f"documents:{name}", args=[paper.pk])).status_code == 404


def test_a_book_is_read_printed_and_exported(cast: Cast) -> None:
    enter(cast)
    enter(cast, abstract="=1+1", after_number=1)
    client = cast.client("minh")
    client.post(
        reverse("documents:gap_add"),
        {"direction": "in", "kind": "general", "reason": "Ghi nhầm sổ giấy"},
    )
    book = NumberBook.objects.get()

    for name in ("book_detail", "book_print"):
        shown = words(client.get(reverse(f"documents:{name}", args=[book.pk])))
        assert "01a" in shown and "Bỏ trống: Ghi nhầm sổ giấy" in shown
    answer = client.get(reverse("documents:book_export", args=[book.pk]))
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    heads = [cell.value for cell in sheet[3]]
    assert heads[:3] == ["Ngày đến", "Số đến", "Tác giả"] and len(heads) == 10
    assert [row[1].value for row in sheet.iter_rows(min_row=4)] == ["01", "01a", "02"]
    assert sheet["F5"].value == "Kế hoạch: =1+1" and sheet["F5"].data_type == "s"


def test_the_book_of_outgoing_papers_has_its_ten_columns(cast: Cast) -> None:
    sent(cast)
    book = NumberBook.objects.get()
    answer = cast.client("hoa").get(reverse("documents:book_export", args=[book.pk]))

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["A4"].value == "01/KH-HNCT" and len(list(sheet[3])) == 10


def test_secret_papers_are_entered_and_shown_to_the_register_alone(cast: Cast) -> None:
    mai = cast.client("mai")
    given = {
        "direction": "in", "secrecy": Secrecy.SECRET, "on": DAY, "place": "Ban Bí thư",
        "kept_by": "Đặng Quỳnh Mai", "abstract": "không được ghi", "scan": scanned(),
    }  # fmt: skip
    answer = mai.post(reverse("documents:secret_add"), given)

    assert answer.status_code == 303 and SecretEntry.objects.get().number == 1
    assert "Tối mật" in words(mai.get(reverse("documents:secret_list")))
    assert cast.client("binh").get(reverse("documents:secret_list")).status_code == 403
    book = NumberBook.objects.get()
    tu = cast.client("tu")
    detail = reverse("documents:book_detail", args=[book.pk])
    assert (mai.get(detail).status_code, tu.get(detail).status_code) == (200, 403)
    assert "văn bản mật" not in words(tu.get(reverse("documents:book_list"))).lower()


def test_a_rule_is_put_in_force_read_reviewed_and_ended(cast: Cast) -> None:
    hoa = cast.client("hoa")
    hoa.post(
        reverse("documents:regulation_add"),
        {"title": "Quy chế làm việc", "since": "01/03/2026", "review_due_on": "01/12/2026"},
    )
    rule = Regulation.objects.get()
    assert "Rà soát: Quy chế làm việc" in words(hoa.get("/"))

    minh = cast.client("minh")
    minh.post(reverse("documents:regulation_read", args=[rule.pk]))
    detail = reverse("documents:regulation_detail", args=[rule.pk])
    assert "Nguyễn Văn Minh" in words(hoa.get(detail))
    assert "Ghi hết hiệu lực" not in words(minh.get(detail))
    review = reverse("documents:regulation_review", args=[rule.pk])
    hoa.post(review, {"next_due_on": "01/12/2027"})
    hoa.post(reverse("documents:regulation_end", args=[rule.pk]), {"on": DAY})

    rule.refresh_from_db()
    assert (rule.reviewed_on, rule.until) == (TODAY, TODAY)
    assert "Hết hiệu lực" in words(minh.get(reverse("documents:regulation_list")))


def test_the_sign_and_the_authority_of_a_unit_are_set_from_the_books(cast: Cast) -> None:
    hoa = cast.client("hoa")
    hoa.post(reverse("documents:issuer_sign_set"), {"sign": "BĐD", "since": DAY})
    hoa.post(
        reverse("documents:signing_rule_set"),
        {"type_sign": "TB", "authority": "TL.", "lines": "Chủ tịch\nChánh Văn phòng",
         "since": DAY},
    )  # fmt: skip

    shown = words(hoa.get(reverse("documents:book_list")))
    assert "BĐD" in shown and "TL. Chủ tịch, Chánh Văn phòng" in shown


def test_the_desk_counts_what_waits(cast: Cast) -> None:
    entered = enter(cast, presented_to=cast.minh)
    instruct(
        actor=cast.actor("minh"), document_id=entered.pk, words="Làm",
        due_on=TODAY.replace(day=1),
    )  # fmt: skip
    sent(cast)

    shown = words(cast.client("minh").get(reverse("documents:desk")))

    assert "gửi đến, chưa nhận" in shown and "quá hạn xử lý" in shown


def test_the_first_page_asks_as_often_for_one_paper_as_for_many(cast: Cast) -> None:
    client = cast.client("minh")
    enter(cast, presented_to=cast.minh)
    sent(cast)
    client.get("/")
    counted = _count(client, "/")
    for _ in range(5):
        enter(cast, presented_to=cast.minh)
        sent(cast)

    assert _count(client, "/") == counted


@pytest.mark.parametrize("name", ["incoming_list", "outgoing_list", "delivery_list", "desk"])
def test_lists_ask_as_often_for_one_paper_as_for_many(
    cast: Cast, name: str, django_assert_max_num_queries: Any
) -> None:
    client: Client = cast.client("hoa")
    enter(cast, "hoa", "bac_ninh")
    sent(cast)
    url = reverse(f"documents:{name}")
    client.get(url)
    counted = _count(client, url)
    for _ in range(4):
        enter(cast, "hoa", "bac_ninh")
        sent(cast)

    assert _count(client, url) == counted


def _count(client: Client, url: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return len(queries)


def test_a_slip_of_the_pen_is_mended_and_the_number_stays(cast: Cast) -> None:
    entered = enter(cast)
    client = cast.client("minh")
    url = reverse("documents:incoming_correct", args=[entered.pk])
    given = {**ARRIVAL, "symbol": "24/KH-UBND", "version": "1"}
    assert "23/KH-UBND" in words(client.get(url))

    assert client.post(url, {**given, "arrived_on": "31/12/2025"}).status_code == 422
    assert client.post(url, given).status_code == 303
    assert client.post(url, given).status_code == 409

    entered.refresh_from_db()
    assert (entered.symbol, entered.numbered, entered.version) == ("24/KH-UBND", "01", 2)
    shown = words(client.get(reverse("documents:incoming_list") + "?q=24%2Fkh-ubnd"))
    assert "Tổ chức mừng thọ" in shown


def test_a_book_goes_on_from_paper_on_its_page(cast: Cast) -> None:
    client = cast.client("hoa")
    given = {"year": "2026", "direction": "in", "kind": "general", "paper_number": "41"}
    client.post(reverse("documents:paper_book"), given)

    assert enter(cast, "hoa", "bac_ninh").numbered == "42"
    assert client.post(reverse("documents:paper_book"), given).status_code == 422


def test_a_scan_is_added_once(cast: Cast) -> None:
    entered = enter(cast)
    client = cast.client("minh")
    url = reverse("documents:incoming_attach", args=[entered.pk])
    client.post(url, {"scan": scanned("bo-sung.pdf")})

    detail = reverse("documents:incoming_detail", args=[entered.pk])
    assert "bo-sung.pdf" in words(client.get(detail))
    assert client.post(url, {"scan": scanned()}).status_code == 422
