"""What hangs on a person goes with them into another commune, out of the sender's sight."""

import pytest

from bongca.admissions.actions.answering import accept_transfer, take_answer_back
from bongca.admissions.tests.factories import other_side, send
from bongca.cards.actions.listing import list_cards
from bongca.cards.models import Card
from bongca.cards.queries.positions import stray_cards
from bongca.care.actions.requests import Answers, record_answers
from bongca.care.models import CareAnswers
from bongca.core.scope import scoped, whole_tree
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_card_and_answers_cross_with_their_member_and_come_back(cast: Cast) -> None:
    minh, minh2 = cast.actor("minh"), cast.actor("minh2")
    sent = send(cast, cast.nha_nam)
    who = {"person": sent.person_id}
    with scoped(minh):
        list_cards(actor=minh, commune=cast.tan_yen, wanted="lacking")
        record_answers(actor=minh, person_id=sent.person_id, answers=Answers(pension="no"))
    received = other_side(sent)

    with scoped(minh2):
        accept_transfer(actor=minh2, transfer_id=received.pk, place=cast.cau_xi, on=cast.today)
        assert Card.objects.get(**who).unit_pos == cast.cau_xi.lft
        assert CareAnswers.objects.get(**who).unit_pos == cast.cau_xi.lft
    with scoped(minh):
        assert not Card.objects.filter(**who).exists()

    with scoped(minh2):
        take_answer_back(actor=minh2, transfer_id=received.pk)
    with scoped(minh):
        assert Card.objects.get(**who).unit_pos == CareAnswers.objects.get(**who).unit_pos
    with whole_tree():
        assert stray_cards() == []
