"""From a list to a card in hand, and what comes after."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from bongca.cards.actions.blanks import record_blanks
from bongca.cards.actions.ending import end_card, undo_ending
from bongca.cards.actions.handing import hand_over, receive_batch, send_batch, undo_hand_over
from bongca.cards.actions.listing import drop_card, list_cards
from bongca.cards.actions.printing import order_campaign_printing, order_printing
from bongca.cards.actions.refusals import BlanksShort, NobodyWaits, NotNow
from bongca.cards.actions.settings import DesignFields, open_campaign, set_design
from bongca.cards.enums import BatchState, CardState, Reason, Wanted
from bongca.cards.models import BlankStock, Card, CardBatch, CardNumber
from bongca.cards.queries.batches import run_of
from bongca.cards.queries.positions import stray_cards
from bongca.cards.tests.factories import (
    ADDRESS,
    add_batch,
    add_members,
    hand_all,
    print_batch,
    printed,
)
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.jobs import work_off
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped, whole_tree
from bongca.members.actions.moving import move_group
from bongca.members.enums import HowEnded
from bongca.members.tests.factories import admit_several, end
from bongca.people.actions.merging import merge_persons, undo_merge
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_a_list_numbers_everybody_who_lacks_a_card(cast: Cast) -> None:
    add_members(cast)

    batch = add_batch(cast)

    with scoped(cast.actor("minh")):
        numbers = sorted(Card.objects.filter(batch=batch).values_list("number", flat=True))
    assert batch.card_count == 3
    assert [number[-6:] for number in numbers] == ["000001", "000002", "000003"]
    assert len({number[:-6] for number in numbers}) == 1


def test_who_has_a_card_or_waits_for_one_is_not_listed_again(cast: Cast) -> None:
    add_members(cast)
    add_batch(cast)

    with pytest.raises(NobodyWaits):
        add_batch(cast)


def test_a_list_needs_the_right_in_the_commune(cast: Cast) -> None:
    add_members(cast)
    with scoped(cast.actor("lan")), pytest.raises(Http404):
        list_cards(actor=cast.actor("lan"), commune=cast.tan_yen, wanted="lacking")
    with scoped(cast.actor("binh")), pytest.raises(NotAllowed):
        list_cards(actor=cast.actor("binh"), commune=cast.tan_yen, wanted="lacking")


def test_printing_leaves_out_whoever_died_since(cast: Cast) -> None:
    persons = add_members(cast)
    batch = add_batch(cast)
    with scoped(cast.actor("lan")):
        end(cast.actor("lan"), persons[0], HowEnded.DECEASED, cast.today)

    print_batch(cast, batch)

    with scoped(cast.actor("minh")):
        states = dict(Card.objects.filter(batch=batch).values_list("person_id", "state"))
    assert states[persons[0].pk] == CardState.DROPPED
    assert states[persons[1].pk] == CardState.PRINTED
    assert (batch.state, batch.card_count) == (BatchState.PRINTED, 2)


def test_printing_twice_makes_one_file_and_a_second_wish_is_refused(cast: Cast) -> None:
    batch = printed(cast)
    kept = batch.attachment_id
    run = run_of(batch)
    assert run is not None
    JobRun.objects.filter(pk=run.pk).update(state="queued", finished_at=None)

    work_off()

    batch.refresh_from_db()
    assert batch.attachment_id == kept
    with scoped(cast.actor("minh")), pytest.raises(NotNow):
        order_printing(actor=cast.actor("minh"), batch_id=batch.pk, address=ADDRESS)


def test_a_card_dropped_from_the_list_keeps_its_reason_and_number(cast: Cast) -> None:
    person = add_members(cast)[0]
    batch = add_batch(cast)
    actor = cast.actor("minh")
    with scoped(actor):
        card = Card.objects.get(person=person)
        drop_card(actor=actor, card_id=card.pk, why="Xin không làm thẻ")
    batch.refresh_from_db()
    assert batch.card_count == 2

    again = add_batch(cast)

    with scoped(actor):
        second = Card.objects.get(batch=again)
    assert (second.number, second.edition) == (card.number, 2)


def test_handing_over_replaces_the_card_in_hand_in_one_moment(cast: Cast) -> None:
    first = printed(cast)
    lan, minh = cast.actor("lan"), cast.actor("minh")
    with scoped(lan):
        assert hand_all(lan, first, cast.today) == 3
    second = print_batch(cast, add_batch(cast, Wanted.EVERYBODY))
    with scoped(minh):
        assert set(Card.objects.filter(batch=first).values_list("state", flat=True)) == {"handed"}

    with scoped(lan):
        hand_all(lan, second, cast.today)
        before = set(Card.objects.filter(batch=first).values_list("state", flat=True))
        card = Card.objects.filter(batch=second).first()
        assert card is not None
        undo_hand_over(actor=lan, card_id=card.pk)
        back = Card.objects.get(batch=first, person=card.person_id)
    second.refresh_from_db()
    assert before == {CardState.REPLACED}
    assert back.state == CardState.HANDED
    assert second.handed_count == 2


def test_handing_over_twice_counts_once_and_never_in_the_future(cast: Cast) -> None:
    batch = printed(cast)
    lan = cast.actor("lan")
    with scoped(lan):
        keys = list(Card.objects.values_list("pk", flat=True))
        with pytest.raises(DomainError):
            hand_over(actor=lan, card_ids=keys, on=cast.today + timedelta(days=1))
        assert hand_over(actor=lan, card_ids=keys, on=cast.today) == 3
        assert hand_over(actor=lan, card_ids=keys, on=cast.today) == 0
    batch.refresh_from_db()
    assert batch.handed_count == 3


def test_cards_of_another_chi_hoi_are_out_of_reach(cast: Cast) -> None:
    printed(cast)
    with scoped(cast.actor("minh")):
        keys = list(Card.objects.values_list("pk", flat=True))

    with scoped(cast.actor("lan2")), pytest.raises(NotNow):
        hand_over(actor=cast.actor("lan2"), card_ids=keys, on=cast.today)


def test_a_lost_card_puts_its_member_into_the_next_list(cast: Cast) -> None:
    batch = printed(cast)
    lan = cast.actor("lan")
    with scoped(lan):
        hand_all(lan, batch, cast.today)
        card = Card.objects.all()[0]
        end_card(actor=lan, card_id=card.pk, how="lost")

    again = add_batch(cast)

    with scoped(lan):
        new = Card.objects.get(batch=again)
        assert (new.person_id, new.number, new.edition) == (card.person_id, card.number, 2)
        assert new.reason == Reason.LOST
        with pytest.raises(NotNow):
            undo_ending(actor=lan, card_id=card.pk)


def test_saying_lost_can_be_taken_back(cast: Cast) -> None:
    batch = printed(cast)
    lan = cast.actor("lan")
    with scoped(lan):
        hand_all(lan, batch, cast.today)
        card = Card.objects.all()[0]
        end_card(actor=lan, card_id=card.pk, how="lost")
        assert undo_ending(actor=lan, card_id=card.pk).state == CardState.HANDED


def test_a_batch_of_the_province_is_sent_and_received_before_it_is_handed_out(cast: Cast) -> None:
    add_members(cast)
    hoa, lan, minh = cast.actor("hoa"), cast.actor("lan"), cast.actor("minh")
    with scoped(hoa):
        batch = list_cards(actor=hoa, commune=cast.tan_yen, wanted="lacking")
        order_printing(actor=hoa, batch_id=batch.pk, address=ADDRESS)
    work_off()
    with scoped(hoa):
        send_batch(actor=hoa, batch_id=batch.pk)
    with scoped(lan), pytest.raises(NotNow):
        hand_all(lan, batch, cast.today)

    with scoped(minh):
        receive_batch(actor=minh, batch_id=batch.pk)
    with scoped(lan):
        assert hand_all(lan, batch, cast.today) == 3


def test_a_campaign_prints_every_commune_of_a_province_and_goes_on_when_begun_again(
    cast: Cast,
) -> None:
    add_members(cast)
    with scoped(cast.actor("lan3")):
        admit_several(cast.actor("lan3"), cast.cau_xi, ("Lò Thị Diễm",))
    mai, hoa = cast.actor("mai"), cast.actor("hoa")
    with scoped(mai):
        campaign = open_campaign(actor=mai, unit=cast.central, name="Đổi thẻ năm 2027")
    for _ in range(2):
        with scoped(hoa):
            order_campaign_printing(
                actor=hoa, campaign=campaign, unit=cast.bac_ninh, address=ADDRESS
            )
        work_off()

    batches = list(CardBatch.objects.filter(campaign=campaign).order_by("card_count"))
    assert [batch.card_count for batch in batches] == [1, 3]
    assert all(batch.attachment_id for batch in batches)


def test_blanks_are_counted_down_the_tree_and_printing_needs_enough(cast: Cast) -> None:
    add_members(cast)
    hoa, minh = cast.actor("hoa"), cast.actor("minh")
    with scoped(hoa):
        record_blanks(actor=hoa, unit=cast.bac_ninh, move="received", count=10)
        record_blanks(actor=hoa, unit=cast.bac_ninh, move="given", count=2, to_unit=cast.tan_yen)
        with pytest.raises(BlanksShort):
            record_blanks(actor=hoa, unit=cast.bac_ninh, move="spoilt", count=9)
    batch = print_batch(cast, add_batch(cast))
    assert batch.state == BatchState.LISTED
    run = run_of(batch)
    assert run is not None and "Kho còn 2 phôi" in run.error

    with scoped(minh):
        record_blanks(actor=minh, unit=cast.tan_yen, move="received", count=1)
    assert print_batch(cast, batch).state == BatchState.PRINTED
    assert BlankStock.objects.get(pk=cast.tan_yen.pk).count == 0


def test_a_design_counts_from_its_day_and_not_from_yesterday(cast: Cast) -> None:
    mai = cast.actor("mai")
    fields = DesignFields(since=cast.today, issuer="HỘI", title="THẺ", prefix="none", digits=4)
    with scoped(mai):
        set_design(actor=mai, unit=cast.central, fields=fields)
        with pytest.raises(DomainError, match="since_past"):
            set_design(
                actor=mai,
                unit=cast.central,
                fields=DesignFields(cast.today - timedelta(days=1), "HỘI", "THẺ"),
            )
    add_members(cast)
    add_batch(cast)
    assert set(CardNumber.objects.values_list("number", flat=True)) == {"0001", "0002", "0003"}


def test_a_card_goes_where_its_member_goes(cast: Cast) -> None:
    person = add_members(cast)[0]
    add_batch(cast)
    lan = cast.actor("lan")

    with scoped(lan):
        move_group(actor=lan, person_id=person.pk, to_unit=cast.units["to_1"], on=cast.today)
        card = Card.objects.get(person=person)
    assert card.unit_pos == cast.units["to_1"].lft
    with whole_tree():
        assert stray_cards() == []


def test_a_merge_joins_the_cards_and_undoing_parts_them(cast: Cast) -> None:
    kept, gone, _ = add_members(cast)
    add_batch(cast)
    minh = cast.actor("minh")
    with scoped(minh):
        merge = merge_persons(actor=minh, keep_id=kept.pk, gone_id=gone.pk, choices={})
        joined = sorted(Card.objects.filter(person=kept).values_list("state", flat=True))
        undo_merge(actor=minh, merge_id=merge.pk)
        parted = list(Card.objects.filter(person=gone).values_list("state", flat=True))
    assert joined == [CardState.LISTED, CardState.RECALLED]
    assert parted == [CardState.LISTED]


def test_the_database_holds_one_card_on_its_way_for_a_person(cast: Cast) -> None:
    add_members(cast)
    batch = add_batch(cast)
    with scoped(cast.actor("minh")):
        card = Card.objects.filter(batch=batch)[0]
        with pytest.raises(IntegrityError, match="card_one_on_its_way"), transaction.atomic():
            Card.objects.create(
                person=card.person,
                unit_pos=card.unit_pos,
                batch=batch,
                number=card.number,
                edition=9,
                reason=Reason.WRONG,
            )
