"""Papers that go out, from the first draft to the last receipt."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from psycopg.types.range import DateRange

from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.documents.actions.outgoing import (
    Draft,
    comment_on_draft,
    edit_draft,
    initial_draft,
    number_document,
    sign_document,
)
from bongca.documents.actions.recipients import To
from bongca.documents.actions.refusals import DayToCome, ReasonMissing, WrongState
from bongca.documents.actions.sending import recall_document, replace_document, send_document
from bongca.documents.enums import BookKind, OutgoingState, StepKind
from bongca.documents.models import OutgoingDocument, SigningRule
from bongca.documents.queries.composing import composed
from bongca.documents.queries.finding import Wanted, found_outgoing
from bongca.documents.queries.signing import signature_for
from bongca.documents.rules.stored import kept_blocks, read_blocks
from bongca.documents.tests.register import draft, numbered, scan, sent, signed
from bongca.papers.rules.paper import Authority, Column, Heading, Paragraph, Row, Table
from tests.cast import TODAY, Cast


def test_a_paper_goes_its_whole_way_with_who_and_when(cast: Cast) -> None:
    paper = sent(cast)

    assert (paper.symbol, paper.issued_on, paper.sent_on) == ("01/KH-HNCT", TODAY, TODAY)
    assert [(step.kind, step.by_label) for step in paper.steps.all()] == [
        (kind, cast.actor("hoa").label)
        for kind in (
            StepKind.DRAFTED, StepKind.INITIALLED, StepKind.SIGNED, StepKind.NUMBERED,
            StepKind.SENT,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("type_sign", "joint", "symbol"),
    [
        ("KH", ("", ""), "01/KH-HNCT"),
        ("", ("", ""), "01/HNCT"),
        ("KH", ("Bộ Công an", "BCA"), "01/KH-HNCT-BCA"),
    ],
)
def test_the_symbol_is_made_of_type_and_signs(
    cast: Cast, type_sign: str, joint: tuple[str, str], symbol: str
) -> None:
    paper = numbered(cast, type_sign=type_sign, joint_name=joint[0], joint_sign=joint[1])

    assert paper.symbol == symbol


def test_a_joint_paper_bears_both_issuers(cast: Cast) -> None:
    paper = composed(draft(cast, joint_name="Công an thành phố", joint_sign="CA"))

    assert paper.joint_issuer_names == ("Công an thành phố",)
    with pytest.raises(ReasonMissing):
        draft(cast, joint_name="Công an thành phố")


def test_invitations_and_commendations_have_books_of_their_own(cast: Cast) -> None:
    invitation = numbered(cast, type_sign="GM")
    decision = signed(cast, type_sign="QĐ")
    decision = number_document(
        actor=cast.actor("hoa"), document_id=decision.pk, is_commendation=True
    )

    assert invitation.book_kind == BookKind.INVITATION
    assert (decision.book_kind, decision.number) == (BookKind.COMMENDATION, 1)


def test_signed_means_that_the_signed_scan_is_there(cast: Cast) -> None:
    paper = draft(cast)
    initial_draft(actor=cast.actor("hoa"), document_id=paper.pk)
    with pytest.raises(DayToCome):
        sign_document(
            actor=cast.actor("hoa"), document_id=paper.pk, scan=scan(),
            signed_on=TODAY + timedelta(days=1),
        )  # fmt: skip
    with pytest.raises(IntegrityError, match="outgoing_signed_has_its_scan"), transaction.atomic():
        OutgoingDocument.objects.filter(pk=paper.pk).update(signed_on=TODAY)


def test_a_late_paper_goes_out_behind_its_number(cast: Cast) -> None:
    numbered(cast)
    numbered(cast)
    late = number_document(
        actor=cast.actor("hoa"), document_id=signed(cast).pk, issued_on=TODAY, after_number=1
    )

    assert (late.symbol, late.suffix) == ("01a/KH-HNCT", "a")
    assert composed(late).number_suffix == "a"
    assert numbered(cast).symbol == "03/KH-HNCT"


def test_the_register_records_a_signature_and_names_who_signed(cast: Cast) -> None:
    paper = draft(cast)
    initial_draft(actor=cast.actor("hoa"), document_id=paper.pk)
    given: dict[str, Any] = {"document_id": paper.pk, "scan": scan(), "signed_on": TODAY}
    with pytest.raises(ReasonMissing) as refused:
        sign_document(actor=cast.actor("hoa"), **given)
    assert refused.value.field == "signer_name"

    made = sign_document(actor=cast.actor("hoa"), signer_name="Nguyễn Quang Bảo", **given)

    step = made.steps.get(kind=StepKind.SIGNED)
    assert (step.note, step.by_label) == ("Người ký: Nguyễn Quang Bảo", cast.actor("hoa").label)
    assert composed(made).signatures[-1].name == "Nguyễn Quang Bảo"
    of_central = draft(cast, "tu", "central", recipients=())
    initial_draft(actor=cast.actor("tu"), document_id=of_central.pk)
    own = sign_document(actor=cast.actor("binh"), **given | {"document_id": of_central.pk})
    assert composed(own).signatures[-1].name == "Phạm Thanh Bình", "a leader signs for himself"


def test_a_number_comes_from_a_book_after_the_signature(cast: Cast) -> None:
    paper = draft(cast)
    with pytest.raises(WrongState):
        number_document(actor=cast.actor("hoa"), document_id=paper.pk)
    with pytest.raises(IntegrityError, match="outgoing_number_from_a_book"), transaction.atomic():
        OutgoingDocument.objects.filter(pk=paper.pk).update(number=7)
    made = signed(cast)
    with pytest.raises(DomainError) as refused:
        number_document(
            actor=cast.actor("hoa"), document_id=made.pk, issued_on=TODAY - timedelta(days=1)
        )
    assert refused.value.code == "before_signing"


def test_a_changed_draft_is_initialled_again_and_nothing_is_lost_silently(cast: Cast) -> None:
    paper = draft(cast)
    initial_draft(actor=cast.actor("hoa"), document_id=paper.pk)
    paper.refresh_from_db()
    words = Draft(abstract="Tổ chức mừng thọ", type_sign="KH", body="Nội dung mới")

    edited = edit_draft(
        actor=cast.actor("hoa"), document_id=paper.pk, draft=words, version=paper.version
    )

    assert edited.state == OutgoingState.DRAFT
    with pytest.raises(Changed):
        edit_draft(
            actor=cast.actor("hoa"), document_id=paper.pk, draft=words, version=paper.version
        )


def test_who_may_do_what(cast: Cast) -> None:
    paper = draft(cast, "tu", "central", recipients=())
    comment_on_draft(actor=cast.actor("binh"), document_id=paper.pk, words="Thêm số liệu")
    initial_draft(actor=cast.actor("tu"), document_id=paper.pk)

    with pytest.raises(NotAllowed):
        sign_document(actor=cast.actor("tu"), document_id=paper.pk, scan=scan(), signed_on=TODAY)
    sign_document(actor=cast.actor("binh"), document_id=paper.pk, scan=scan(), signed_on=TODAY)
    with pytest.raises(NotAllowed):
        number_document(actor=cast.actor("binh"), document_id=paper.pk)
    number_document(actor=cast.actor("mai"), document_id=paper.pk)
    with pytest.raises(ReasonMissing):
        send_document(actor=cast.actor("mai"), document_id=paper.pk)


def test_a_recalled_number_stays_used_and_a_replaced_paper_names_its_heir(cast: Cast) -> None:
    first = sent(cast)
    recall_document(actor=cast.actor("hoa"), document_id=first.pk, reason="Ghi sai địa điểm")
    second, third = sent(cast), sent(cast)

    old = replace_document(
        actor=cast.actor("hoa"), document_id=second.pk, by_id=third.pk, reason="Đổi ngày họp"
    )

    assert (second.number, third.number) == (2, 3)
    assert (old.state, old.replaced_by) == (OutgoingState.REPLACED, third)
    with pytest.raises(ReasonMissing):
        recall_document(actor=cast.actor("hoa"), document_id=third.pk, reason="  ")


def test_a_unit_is_named_once_among_the_recipients(cast: Cast) -> None:
    with pytest.raises(DomainError) as refused:
        draft(cast, recipients=(To(unit=cast.tan_yen), To(unit=cast.tan_yen)))
    assert refused.value.code == "recipient_unit_once"


def test_the_authority_of_a_signature_follows_the_rule_of_the_day(cast: Cast) -> None:
    unit = cast.bac_ninh
    usual = signature_for(unit, "TB", TODAY)
    assert (usual.authority, usual.lines) == (Authority.ORDER, ("Chủ tịch", "Chánh Văn phòng"))
    SigningRule.objects.create(
        unit=unit, type_sign="TB", authority="TUQ.", lines="Ban Thường vụ\nPhó Chủ tịch",
        signer_name="Hoàng Thị Hoa", during=DateRange(TODAY, None),
    )  # fmt: skip

    ruled = signature_for(unit, "TB", TODAY)

    assert (ruled.authority, ruled.name) == (Authority.AUTHORISED, "Hoàng Thị Hoa")
    assert signature_for(unit, "TB", TODAY - timedelta(days=1)) == usual


def test_blocks_are_read_back_as_they_were_kept() -> None:
    blocks = (
        Heading("Kết luận", 2),
        Paragraph("Văn phòng chuẩn bị"),
        Table((Column("TT"), Column("Việc", 3)), (Row(("1", "Họp")),), "Bảng"),
    )

    assert read_blocks(kept_blocks(blocks)) == blocks


def test_a_table_copied_from_a_spreadsheet_and_an_annex_are_kept_and_composed(cast: Cast) -> None:
    typed = "Thực hiện.\r\nTT\tViệc\r\n1\tHọp\r\nPhụ lục: Danh sách\r\n- Cụ Mận"
    paper = composed(draft(cast, body=typed))

    table = paper.blocks[1]
    assert isinstance(table, Table) and table.rows == (Row(("1", "Họp")),)
    assert [annex.title for annex in paper.annexes] == ["Danh sách"]
    found = found_outgoing(cast.actor("hoa"), Wanted(words="cu man"))
    assert found.exists(), "annexes are searched too"


def test_the_paper_bears_its_number_day_and_recipients(cast: Cast) -> None:
    paper = composed(numbered(cast))

    assert (paper.number, paper.symbol, paper.type_name) == (1, "KH-HNCT", "KẾ HOẠCH")
    assert paper.issuer_name == "Hội Người cao tuổi thành phố Bắc Ninh"
    assert paper.superior_name == "Hội Người cao tuổi Việt Nam"
    assert paper.recipients[-1] == "Tỉnh ủy (để báo cáo)"
    assert (paper.place, paper.on) == ("Bắc Ninh", TODAY)
