"""Who holds which office is recorded by date and paper; the right ends with the office."""

from datetime import date
from typing import Any

import pytest
from django.http import Http404

from bongca.core.actor import Actor
from bongca.core.errors import Changed, DomainError, NotAllowed
from bongca.core.models import AuditEntry
from bongca.core.scope import scoped, whole_tree
from bongca.offices.actions.appointments import (
    Citation,
    OfficeTaken,
    appoint,
    end_appointment,
    void_appointment,
)
from bongca.offices.actions.bodies import body_for, form_body, open_term
from bongca.offices.actions.seeds import seed_positions
from bongca.offices.models import Appointment, Position
from bongca.offices.queries.officers import appointments_of, officers_of
from bongca.offices.rules import TITLES
from bongca.org.actions.units import CannotClose, close_unit
from bongca.org.models import Grant
from bongca.org.policies import Frozen
from bongca.org.rules import ROLES
from bongca.people.actions.persons import PersonFields
from bongca.people.models import Person, UserPerson
from tests.cast import TODAY, Cast

MAY = date(2026, 5, 1)
PAPER = Citation("12/QĐ-HNCT", date(2026, 4, 28), "Hội NCT xã Tân Yên")


@pytest.fixture(autouse=True)
def positions(db: None) -> None:
    seed_positions(actor=Actor.system(TODAY))


def head_of(cast: Cast, unit: str = "yen_ly", who: str = "minh", **words: Any) -> Appointment:
    """Make Giáp Thị Nụ chi hội trưởng of a branch."""
    actor = cast.actor(who)
    with scoped(actor):
        wanted: dict[str, Any] = {
            "on": MAY,
            "new_person": PersonFields("Giáp Thị Nụ", "f"),
            "citation": PAPER,
        }
        position = Position.objects.get(pk=words.pop("position", "branch.head"))
        body = body_for(actor, cast.units[unit], position.body_kind, MAY)
        return appoint(actor=actor, body=body, position=position, **(wanted | words))


def end(cast: Cast, held: Appointment, on: date = TODAY, version: int = 1) -> Appointment:
    actor = cast.actor("minh")
    with scoped(actor):
        return end_appointment(
            actor=actor, appointment=held, on=on, how="resigned", citation="Đơn", version=version
        )


def with_account(cast: Cast, user: str, unit: str) -> Person:
    """Give a user of the cast a person in the register of a unit."""
    with whole_tree():
        held = head_of(cast, unit, "minh", position="branch.deputy")
        UserPerson.objects.create(user=cast.users[user], person=held.person)
        return held.person


def test_new_officer_is_put_into_the_register_of_the_unit(cast: Cast) -> None:
    held = head_of(cast)

    with whole_tree():
        assert held.person.full_name == "Giáp Thị Nụ"
        assert held.person.unit == cast.yen_ly
        assert held.person.unit_pos == cast.yen_ly.lft
        assert held.person.status == "not_member"
    assert (held.citation_symbol, held.citation_on) == ("12/QĐ-HNCT", date(2026, 4, 28))


def test_appointing_leaves_one_entry_without_the_name_in_clear(cast: Cast) -> None:
    held = head_of(cast)

    entry = AuditEntry.objects.get(object_id=str(held.pk))
    assert entry.act == "offices.appoint"
    assert entry.changes["citation"] == "12/QĐ-HNCT"
    assert "Nụ" not in str(entry.changes)


def test_single_office_refuses_a_second_holder_by_name(cast: Cast) -> None:
    head_of(cast)

    with pytest.raises(OfficeTaken) as caught:
        head_of(cast, new_person=PersonFields("Ngô Văn Tám"))
    assert caught.value.message.startswith("Giáp Thị Nụ đang giữ chức Chi hội trưởng.")


def test_office_is_free_again_from_the_day_it_ended(cast: Cast) -> None:
    end(cast, head_of(cast), date(2026, 8, 1))

    after = head_of(cast, new_person=PersonFields("Ngô Văn Tám"), on=date(2026, 8, 1))

    assert after.pk
    with pytest.raises(OfficeTaken):
        head_of(cast, new_person=PersonFields("Lê Thị Ba"), on=date(2026, 7, 31))


def test_several_may_be_deputies(cast: Cast) -> None:
    head_of(cast, position="branch.deputy")
    head_of(cast, position="branch.deputy", new_person=PersonFields("Ngô Văn Tám"))

    assert officers_of(cast.actor("minh"), cast.yen_ly, TODAY).count() == 2


def test_same_person_is_not_twice_in_one_office(cast: Cast) -> None:
    held = head_of(cast, position="branch.deputy")

    with pytest.raises(DomainError) as caught:
        head_of(cast, position="branch.deputy", person=held.person)
    assert caught.value.message == "Người này đang giữ chức ấy rồi."


def test_officers_of_each_day(cast: Cast) -> None:
    end(cast, head_of(cast), date(2026, 8, 1))

    actor = cast.actor("minh")
    assert not officers_of(actor, cast.yen_ly, date(2026, 4, 30)).exists()
    assert officers_of(actor, cast.yen_ly, date(2026, 7, 31)).count() == 1
    assert not officers_of(actor, cast.yen_ly, date(2026, 8, 1)).exists()
    assert appointments_of(actor, cast.yen_ly).count() == 1


REFUSED: list[tuple[str, str, type[Exception]]] = [
    ("minh", "cau_xi", Http404),
    ("minh2", "yen_ly", Http404),
    ("hoa2", "yen_ly", Http404),
    ("lan2", "yen_ly", NotAllowed),
    ("quan", "yen_ly", NotAllowed),
    ("tu", "yen_ly", NotAllowed),
    ("quantri", "yen_ly", NotAllowed),
    ("liaison", "yen_ly", Http404),
]


def test_others_appoint_nobody(cast: Cast) -> None:
    for who, unit, refusal in REFUSED:
        with pytest.raises(refusal):
            head_of(cast, unit, who)
    assert not Appointment.objects.exists()


def test_province_and_central_office_may_appoint_below(cast: Cast) -> None:
    assert head_of(cast, "yen_ly", "hoa").pk
    assert head_of(cast, "cau_xi", "mai").pk


IMPOSSIBLE: list[tuple[dict[str, Any], str]] = [
    ({"on": date(2026, 11, 23)}, "day_to_come"),
    ({"on": date(2026, 4, 1)}, "before_body"),
    ({"until": MAY}, "days"),
    ({"new_person": PersonFields("  ")}, "name_missing"),
    ({"new_person": None}, "name_missing"),
]


def test_what_cannot_be_is_said_in_a_sentence(cast: Cast) -> None:
    actor = cast.actor("minh")
    with scoped(actor):
        form_body(actor=actor, unit=cast.yen_ly, kind="branch_leadership", on=MAY)
    for changed, code in IMPOSSIBLE:
        with pytest.raises(DomainError) as caught:
            head_of(cast, **changed)
        assert caught.value.code == code
        assert caught.value.message.endswith(".")


def test_position_of_another_tier_is_refused(cast: Cast) -> None:
    actor = cast.actor("minh")
    with scoped(actor), pytest.raises(DomainError, match="wrong_position"):
        body = body_for(actor, cast.yen_ly, "branch_leadership", MAY)
        appoint(
            actor=actor, body=body, position=Position.objects.get(pk="commune.chair"), on=MAY,
            new_person=PersonFields("Ngô Văn Tám"),
        )  # fmt: skip


def test_person_out_of_sight_is_not_appointed(cast: Cast) -> None:
    stranger = head_of(cast, "cau_xi", "minh2").person

    with pytest.raises(Http404):
        head_of(cast, person=stranger)


def test_frozen_unit_takes_no_appointment(cast: Cast) -> None:
    cast.tan_yen.freezes.create(reason="Sắp xếp lại", since="2026-11-01T00:00Z")

    with pytest.raises(Frozen):
        head_of(cast)


def test_office_gives_the_right_and_takes_it_along(cast: Cast) -> None:
    person = with_account(cast, "lan3", "yen_ly")

    held = head_of(cast, person=person)

    grant = Grant.objects.get(user=cast.lan3, unit=cast.yen_ly)
    assert held.grant == grant
    assert (grant.role, grant.title) == ("branch_head", "Chi hội trưởng")
    end(cast, held)
    grant.refresh_from_db()
    assert not Grant.objects.filter(pk=grant.pk, during__contains=TODAY).exists()


def test_right_held_before_hangs_on_the_office(cast: Cast) -> None:
    person = with_account(cast, "lan2", "yen_ly")

    held = head_of(cast, person=person)

    assert held.grant == cast.grants["lan2"]
    end(cast, held)
    assert not Grant.objects.filter(user=cast.lan2, during__contains=TODAY).exists()


def test_office_that_is_over_gives_no_right(cast: Cast) -> None:
    person = with_account(cast, "lan3", "yen_ly")

    head_of(cast, person=person, until=date(2026, 6, 1))

    assert not Grant.objects.filter(user=cast.lan3, unit=cast.yen_ly).exists()


def test_nobody_gets_a_right_by_appointing_himself(cast: Cast) -> None:
    person = with_account(cast, "minh", "yen_ly")

    held = head_of(cast, person=person)

    assert held.grant is None
    assert not Grant.objects.filter(user=cast.minh, unit=cast.yen_ly).exists()


def test_mistake_is_taken_back_with_its_right(cast: Cast) -> None:
    person = with_account(cast, "lan3", "yen_ly")
    held = head_of(cast, person=person)

    actor = cast.actor("minh")
    with scoped(actor):
        void_appointment(actor=actor, appointment=held)

    assert [each.position_id for each in officers_of(actor, cast.yen_ly, TODAY)] == [
        "branch.deputy"
    ]
    assert not Grant.objects.filter(
        user=cast.lan3, unit=cast.yen_ly, during__contains=TODAY
    ).exists()
    assert head_of(cast, person=person).pk


def test_ending_twice_or_before_the_beginning_is_refused(cast: Cast) -> None:
    held = head_of(cast)

    with pytest.raises(DomainError, match="before_beginning"):
        end(cast, held, MAY)
    with pytest.raises(DomainError, match="day_to_come"):
        end(cast, held, date(2026, 11, 23))
    end(cast, held)
    with pytest.raises(DomainError, match="ended"):
        end(cast, held, version=2)
    with pytest.raises(Changed):
        end(cast, held, version=1)


def test_unit_with_officers_is_not_closed(cast: Cast) -> None:
    held = head_of(cast)

    with pytest.raises(CannotClose) as caught:
        close_unit(actor=cast.actor("minh"), unit=cast.yen_ly, on=TODAY)
    assert "1 người đang giữ chức" in caught.value.message
    end(cast, held)
    with whole_tree():
        assert not close_unit(actor=cast.actor("minh"), unit=cast.yen_ly, on=TODAY).is_open


def test_term_of_the_unit_is_the_term_of_its_new_bodies(cast: Cast) -> None:
    actor = cast.actor("minh")
    term = open_term(
        actor=actor, unit=cast.tan_yen, since=date(2026, 1, 15), until=date(2031, 1, 15)
    )

    body = body_for(actor, cast.tan_yen, "standing_committee", MAY)

    assert (term.name, body.term) == ("2026–2031", term)
    with pytest.raises(DomainError, match="term_overlaps"):
        open_term(actor=actor, unit=cast.tan_yen, since=MAY, until=date(2030, 1, 1))


def test_second_body_of_one_name_is_refused(cast: Cast) -> None:
    actor = cast.actor("minh")
    form_body(actor=actor, unit=cast.tan_yen, kind="department", name="Ban Chăm sóc", on=MAY)

    with pytest.raises(DomainError, match="body_there"):
        form_body(actor=actor, unit=cast.tan_yen, kind="department", name="BAN CHĂM SÓC", on=MAY)


def test_officers_come_highest_first_in_one_statement(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    for name in ("Ngô Văn Tám", "Lê Thị Ba", "Bùi Văn Tư"):
        head_of(cast, position="branch.deputy", new_person=PersonFields(name))
    head_of(cast)

    with django_assert_num_queries(1):
        held = list(officers_of(cast.actor("minh"), cast.yen_ly, TODAY))
        said = [(each.position.title, each.body.name, each.body.term) for each in held]

    assert held[0].display_name == "Giáp Thị Nụ"
    assert len(said) == 4


def test_catalogue_fits_the_roles_and_is_seeded_once(db: None) -> None:
    for title in TITLES:
        assert not title.role or title.tier in ROLES[title.role].tiers, title.code
    assert len({title.code for title in TITLES}) == len(TITLES) == Position.objects.count()
    assert seed_positions(actor=Actor.system(TODAY)) == 0
