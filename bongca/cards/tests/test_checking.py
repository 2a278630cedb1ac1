"""What a stranger learns by scanning a card: number, initials, validity, and nothing else."""

import pytest
from django.db import connection, transaction
from django.test import Client

from bongca.cards.enums import Standing
from bongca.cards.models import Card
from bongca.cards.queries.checking import Checked, check_card, token_of
from bongca.cards.tests.factories import hand_all, printed
from bongca.core.scope import scoped
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import end
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def first_card(cast: Cast) -> Card:
    with scoped(cast.actor("minh")):
        return Card.objects.select_related("person").order_by("number")[0]


def checked(token: str) -> Checked:
    with transaction.atomic():
        return check_card(token)


def test_a_card_in_hand_is_valid_until_its_member_dies(cast: Cast) -> None:
    batch = printed(cast)
    lan = cast.actor("lan")
    card = first_card(cast)
    token = token_of(card.number, card.edition)
    assert checked(token).standing == Standing.NOT_HANDED
    with scoped(lan):
        hand_all(lan, batch, cast.today)
    assert checked(token) == Checked(Standing.VALID, card.number, "Đ.T.B.")

    with scoped(lan):
        end(lan, card.person, HowEnded.DECEASED, cast.today)

    assert checked(token).standing == Standing.ENDED


@pytest.mark.parametrize("broken", ["", "x", "1.2.3", "{}.1.000000000000", "{}.x.y"])
def test_a_guessed_address_knows_nobody(cast: Cast, broken: str) -> None:
    printed(cast)

    assert checked(broken.format(first_card(cast).number)) == Checked(Standing.UNKNOWN)


def test_the_page_is_open_to_all_and_names_nobody(cast: Cast, client: Client) -> None:
    printed(cast)
    card = first_card(cast)

    answer = client.get(f"/kiem-tra-the/{token_of(card.number, card.edition)}/")

    said = answer.content.decode()
    assert answer.status_code == 200
    assert card.number in said and "Đ.T.B." in said
    assert card.person.full_name not in said and "Đồng Tâm" not in said


def test_the_function_wants_a_scope_and_gives_no_row_for_another_printing(cast: Cast) -> None:
    printed(cast)
    card = first_card(cast)
    with connection.cursor() as cursor:
        with pytest.raises(Exception, match="no scope is set"), transaction.atomic():
            cursor.execute("set local app.lft = ''")
            cursor.execute("select * from card_standing(%s, 1)", [card.number])
        with transaction.atomic():
            cursor.execute("set local app.lft = '0'; set local app.rgt = '0'")
            cursor.execute("select * from card_standing(%s, 2)", [card.number])
            assert cursor.fetchone() is None
