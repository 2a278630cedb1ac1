"""The paper a task cites: opened from the actor's own registers, by its symbol, however typed."""

from datetime import date
from typing import Any

from django.urls import reverse

from bongca.documents.actions.attaching import Brought
from bongca.documents.actions.incoming import Arrival, register_incoming
from bongca.documents.actions.outgoing import (
    Draft,
    draft_outgoing,
    initial_draft,
    number_document,
    sign_document,
)
from bongca.documents.actions.recipients import To
from bongca.documents.actions.sending import send_document
from bongca.documents.models import IncomingDocument, OutgoingDocument
from bongca.programmes.actions.cascading import give_down
from bongca.programmes.queries.cited import paper_url
from bongca.programmes.tests.factories import copy_of, make_task
from tests.cast import Cast


def enter(cast: Cast) -> IncomingDocument:
    arrival = Arrival(
        issuer="Ủy ban nhân dân xã Tân Yên", abstract="Mừng thọ", arrived_on=cast.today,
        symbol="23/KH-UBND", written_on=date(2026, 11, 18),
    )  # fmt: skip
    return register_incoming(
        actor=cast.actor("minh"), unit=cast.tan_yen, arrival=arrival, kind="general"
    )


def sent(cast: Cast) -> OutgoingDocument:
    """A plan of the province that has gone out to the commune."""
    hoa = cast.actor("hoa")
    plan = Draft(
        abstract="Tháng hành động vì người cao tuổi", type_sign="KH", body="Thực hiện.",
        recipients=(To(unit=cast.tan_yen),),
    )  # fmt: skip
    made = draft_outgoing(actor=hoa, unit=cast.bac_ninh, draft=plan)
    initial_draft(actor=hoa, document_id=made.pk)
    scan = Brought("ban-ky.pdf", b"%PDF-1.7\n1 0 obj\n")
    sign_document(
        actor=hoa,
        document_id=made.pk,
        scan=scan,
        signed_on=cast.today,
        signer_name="Nguyễn Quang Bảo",
    )
    number_document(actor=hoa, document_id=made.pk)
    return send_document(actor=hoa, document_id=made.pk)


def test_a_task_opens_the_paper_it_came_from(cast: Cast) -> None:
    paper = sent(cast)
    task = make_task(
        cast, "hoa", "bac_ninh", citation_symbol=paper.symbol, citation_on=paper.issued_on,
        source_kind="document",
    )  # fmt: skip
    give_down(actor=cast.actor("hoa"), task=task)
    url = reverse("documents:outgoing_detail", args=[paper.pk])

    of_giver = cast.client("hoa").get(reverse("programmes:task_detail", args=[task.pk]))
    copy = copy_of(task, cast.tan_yen)
    of_commune = cast.client("minh").get(reverse("programmes:copy_detail", args=[copy.pk]))

    assert url in of_giver.content.decode()
    # The paper was sent to the commune; it opens there too.
    assert url in of_commune.content.decode()
    assert cast.client("minh").get(url).status_code == 200


def test_a_paper_out_of_sight_is_words_only(cast: Cast) -> None:
    paper = sent(cast)

    assert paper_url(cast.actor("hoa"), paper.symbol, None)
    assert paper_url(cast.actor("minh3"), paper.symbol, None) == ""
    assert paper_url(cast.actor("tu"), paper.symbol, None) == ""


def test_what_came_in_is_found_however_typed(cast: Cast) -> None:
    paper = enter(cast)

    found = paper_url(cast.actor("minh"), "23/kh-ubnd", date(2026, 11, 18))

    assert found == reverse("documents:incoming_detail", args=[paper.pk])


def test_another_year_is_another_paper(cast: Cast, django_assert_num_queries: Any) -> None:
    enter(cast)
    minh = cast.actor("minh")

    with django_assert_num_queries(2):
        assert paper_url(minh, "23/KH-UBND", date(2025, 11, 18)) == ""
    with django_assert_num_queries(0):
        assert paper_url(minh, "", None) == ""
