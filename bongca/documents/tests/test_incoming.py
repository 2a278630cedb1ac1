"""Papers that come in: found however typed, instructed, dealt with, taken in from others."""

import io
import zipfile
from datetime import time, timedelta

import pytest
from django.http import Http404

from bongca.core.errors import DomainError, NotAllowed
from bongca.core.models import AuditEntry
from bongca.documents import policies
from bongca.documents.actions.attaching import NotAScan
from bongca.documents.actions.incoming import finish_incoming, instruct, present_incoming, take_in
from bongca.documents.actions.refusals import DayToCome, ReasonMissing, WrongState
from bongca.documents.actions.sending import recall_document
from bongca.documents.enums import IncomingState, OutgoingState, StepKind, Urgency
from bongca.documents.models import IncomingDocument, Recipient
from bongca.documents.queries.finding import Wanted, found_incoming
from bongca.documents.rules.numbers import symbol_key
from bongca.documents.tests.register import draft, enter, scan, sent
from tests.cast import TODAY, Cast

# Every form of domain.md 6.4, and one way a tired hand types it.
WRITTEN = (
    ("85/QĐ-HNCT", "85 / qd - hnct"),
    ("52/KH-HNCT", "số 52/KH–HNCT"),
    ("166/TTr-HNCT", "166/ttr-hnct"),
    ("206/CV-HNCT", "206/CV HNCT"),
    ("215/HNCT-CS", "215/hnct-cs"),
    ("196/2012/HD-NCT", "196/2012/HD - NCT"),
    ("333/2013/CV-NCT", "333/2013/cv-nct"),
    ("187/BTV-NCT", "187/BTV-NCT"),
    ("318/KH-HNCTVN-BCA", "318/kh-hnctvn-bca"),
    ("58-KL/TW", "58 - KL / TW"),
    ("118-QĐ/TW", "118-qd/tw"),
    ("230-KL/TW", "230 KL TW"),
    ("1027-TB/TU", "1027-tb/tu"),
    ("28-CT/TU", "số: 28-CT/TU ngày 12/3/2026"),
    ("196/2013/QĐ-NCT", "196/2013/qd-nct"),
    ("184/2014/BC-NCT", "184/2014/BC–NCT"),
    ("1018/CV-MTTW-BTT", "1018/CV - MTTW - BTT"),
    ("4117/VPCP-KGVX", "4117/vpcp kgvx"),
    ("23/KH-UBND", "023/kh-ubnd"),
    ("288/QĐ-BNV", "288/QĐ-BNV của Bộ Nội vụ"),
    ("05/HD-MTTW-BTT", "5/HD-MTTW-BTT"),
    ("6463/BNV-TCPCP", "6463/bnv-tcpcp"),
    ("1648/QĐ-TTg", "1648/QD-TTg"),
    ("96/2018/TT-BTC", "96/2018/TT-BTC"),
)


@pytest.mark.parametrize(("written", "typed"), WRITTEN)
def test_a_symbol_has_one_key_however_typed(written: str, typed: str) -> None:
    assert symbol_key(written) == symbol_key(typed) != ""


def test_every_form_of_symbol_is_kept_raw_and_found_however_typed(cast: Cast) -> None:
    entered = {enter(cast, symbol=written).pk: written for written, _ in WRITTEN}
    minh = cast.actor("minh")

    for pk, written in entered.items():
        assert IncomingDocument.objects.get(pk=pk).symbol == written
    for written, typed in WRITTEN:
        for words in (written, typed, written.lower(), f" {written} "):
            hits = {one.symbol for one in found_incoming(minh, Wanted(words=words))}
            assert written in hits, words


def test_a_paper_is_found_by_symbol_words_and_without_marks(cast: Cast) -> None:
    minh = cast.actor("minh")
    plan = enter(cast)
    other = enter(cast, symbol="58-KL/TW", issuer="Ban Bí thư", abstract="Về hội quần chúng")

    def found(words: str) -> set[str]:
        return {one.symbol for one in found_incoming(minh, Wanted(words=words))}

    for words in ("23/kh-ubnd", "23 / KH - UBND", "mung tho", "Mừng thọ", "ủy ban xã"):
        assert found(words) == {plan.symbol}, words
    assert found("hoi quan chung") == {other.symbol}
    assert found("không có") == set()


@pytest.mark.parametrize("content", [b"MZ\x90\x00", b"<html>", b"", b"PK\x03\x04 broken"])
def test_a_file_is_told_by_its_content(cast: Cast, content: bytes) -> None:
    with pytest.raises(NotAScan):
        enter(cast, scan=scan(content, "that-ra-khong-phai.pdf"))


def test_a_small_file_that_unpacks_without_end_is_not_taken(cast: Cast) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (50 * 1024 * 1024))
    assert len(buffer.getvalue()) < 100_000

    with pytest.raises(NotAScan):
        enter(cast, scan=scan(buffer.getvalue(), "bom.docx"))


def test_a_paper_to_come_and_an_urgent_one_without_its_hour_are_refused(cast: Cast) -> None:
    with pytest.raises(DayToCome):
        enter(cast, arrived_on=TODAY + timedelta(days=1))
    with pytest.raises(ReasonMissing) as refused:
        enter(cast, urgency=Urgency.IMMEDIATE)
    assert refused.value.field == "arrived_at"

    assert enter(cast, urgency=Urgency.IMMEDIATE, arrived_at=time(7, 30)).numbered == "01"


def test_a_leader_instructs_and_the_handler_answers(cast: Cast) -> None:
    entered = enter(cast, presented_to=cast.minh)
    assert entered.state == IncomingState.PRESENTED

    due = TODAY + timedelta(days=5)
    instruct(
        actor=cast.actor("minh"), document_id=entered.pk, words="Soạn văn bản trả lời",
        handler=cast.minh, due_on=due,
    )  # fmt: skip
    answer = draft(cast, "minh", "tan_yen", recipients=())
    done = finish_incoming(
        actor=cast.actor("minh"), document_id=entered.pk, note="", answered_by=answer.pk
    )

    assert (done.state, done.due_on, done.done_on) == (IncomingState.DONE, due, TODAY)
    assert list(done.answered_by.all()) == [answer]
    kinds = [step.kind for step in entered.steps.all()]
    assert kinds == [
        StepKind.REGISTERED, StepKind.PRESENTED, StepKind.INSTRUCTED, StepKind.DONE,
    ]  # fmt: skip
    with pytest.raises(WrongState):
        instruct(actor=cast.actor("minh"), document_id=entered.pk, words="Làm lại")


def test_each_act_leaves_one_entry_in_the_audit(cast: Cast) -> None:
    before = AuditEntry.objects.count()
    enter(cast, presented_to=cast.minh)

    assert AuditEntry.objects.count() == before + 1


def test_only_a_leader_of_the_unit_instructs(cast: Cast) -> None:
    entered = enter(cast, "lan", "dong_tam")
    with pytest.raises(NotAllowed):
        instruct(actor=cast.actor("lan"), document_id=entered.pk, words="Làm")
    with pytest.raises(Http404):
        instruct(actor=cast.actor("minh"), document_id=entered.pk, words="Làm")


def test_a_paper_is_shown_to_who_may_instruct_at_that_unit(cast: Cast) -> None:
    entered = enter(cast)
    with pytest.raises(DomainError) as refused:
        present_incoming(actor=cast.actor("minh"), document_id=entered.pk, to=cast.binh)
    assert refused.value.code == "not_of_this_unit"


def test_a_paper_from_another_unit_is_taken_in_and_the_sender_sees_it(cast: Cast) -> None:
    paper = sent(cast)
    offered = Recipient.objects.get(document=paper, unit=cast.tan_yen)

    taken = take_in(actor=cast.actor("minh"), delivery_id=offered.pk)

    offered.refresh_from_db()
    paper.refresh_from_db()
    assert (taken.symbol, taken.numbered, taken.issuer) == (
        "01/KH-HNCT", "01", "Hội NCT thành phố Bắc Ninh",
    )  # fmt: skip
    assert offered.incoming == taken and offered.received_at is not None
    assert paper.state == OutgoingState.SENT
    with pytest.raises(WrongState):
        take_in(actor=cast.actor("minh"), delivery_id=offered.pk)

    other = Recipient.objects.get(document=paper, unit=cast.nha_nam)
    with pytest.raises(Http404):
        take_in(actor=cast.actor("minh"), delivery_id=other.pk)
    take_in(actor=cast.actor("minh2"), delivery_id=other.pk)
    paper.refresh_from_db()
    assert paper.state == OutgoingState.RECEIVED


def test_a_recalled_paper_is_offered_no_longer(cast: Cast) -> None:
    paper = sent(cast)
    assert policies.visible_deliveries(cast.actor("minh")).count() == 1

    recall_document(actor=cast.actor("hoa"), document_id=paper.pk, reason="Sai ngày")

    assert not policies.visible_deliveries(cast.actor("minh")).exists()
    assert not policies.visible_outgoing(cast.actor("minh")).exists()
