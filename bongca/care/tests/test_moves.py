"""What care does when the tree is changed, and how a row out of place is named."""

from datetime import date

import pytest

from bongca.care.actions.requests import Answers, RequestStep, record_answers, record_request
from bongca.care.actions.rounds import Ceremony, add_round, close_round, freeze_round
from bongca.care.models import CareAnswers, Recipient, RightRequest
from bongca.care.queries.positions import stray_rows_of_care
from bongca.care.queries.rounds import changes_since
from bongca.care.tests.factories import add_elders, make_round
from bongca.core.errors import DomainError
from bongca.core.jobs import enqueue, work_off
from bongca.core.jobs.models import JobRun
from bongca.core.scope import scoped, whole_tree
from bongca.members.tests.factories import admit
from bongca.org.actions.moves import move_unit
from bongca.org.queries.changes import affected_by
from bongca.people.models import Person
from tests.cast import Cast


@pytest.fixture
def person(cast: Cast) -> Person:
    """One elder with a request, answers and a place on a frozen list."""
    elder = add_elders(cast)["Lò Thị Diễm"]
    minh, step = cast.actor("minh"), RequestStep("handed_in", date(2026, 11, 1))
    with scoped(minh):
        record_request(actor=minh, person_id=elder.pk, code="social_pension", step=step)
        record_answers(actor=minh, person_id=elder.pk, answers=Answers(pension="no"))
    make_round(cast, is_frozen=True)
    return elder


def test_rows_go_with_a_branch_into_another_commune(cast: Cast, person: Person) -> None:
    hoa, minh2 = cast.actor("hoa"), cast.actor("minh2")
    with scoped(hoa):
        move_unit(
            actor=hoa, unit=cast.dong_tam, parent=cast.nha_nam, on=cast.today,
            version=cast.dong_tam.version,
        )  # fmt: skip
    with whole_tree():
        assert stray_rows_of_care() == []
    with scoped(minh2):
        assert Recipient.objects.filter(person=person).count() == 1
        assert RightRequest.objects.filter(person=person).count() == 1
        assert CareAnswers.objects.filter(person=person).count() == 1


def test_a_change_of_the_tree_hears_of_open_rounds(cast: Cast, person: Person) -> None:
    noun, minh = "đợt mừng thọ chưa xong", cast.actor("minh")
    found = {one.noun: one.count for one in affected_by(cast.tan_yen, cast.today)}
    assert found[noun] == 1
    with scoped(minh):
        close_round(actor=minh, round_id=Recipient.objects.all()[0].round_id)
    assert noun not in {one.noun for one in affected_by(cast.tan_yen, cast.today) if one.count}


def test_a_row_out_of_place_is_named_at_night(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        RightRequest.objects.filter(person=person).update(unit_pos=cast.to_2.lft)
    enqueue("care.check_positions")
    work_off()

    assert "sai vị trí" in JobRun.objects.get(name="care.check_positions").error


def test_nobody_is_on_two_lists_of_a_year(cast: Cast, person: Person) -> None:
    minh = cast.actor("minh")
    with scoped(minh):
        admit(minh, cast.to_2, "Vũ Đình Khuyến", birth="1941")
        second = add_round(
            actor=minh, unit=cast.tan_yen, ceremony=Ceremony(2026, "tet", date(2026, 2, 17))
        )
        freeze_round(actor=minh, round_id=second.pk)
        rows = Recipient.objects.filter(round=second)
        assert list(rows.values_list("full_name", flat=True)) == ["Vũ Đình Khuyến"]
        first = Recipient.objects.exclude(round=second)[0].round
        assert not changes_since(minh, first)
        with pytest.raises(DomainError):
            again = Ceremony(2026, "tet", date(2026, 2, 17))
            add_round(actor=minh, unit=cast.tan_yen, ceremony=again)
