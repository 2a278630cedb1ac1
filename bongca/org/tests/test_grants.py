"""Who may give which right to whom, and what makes it count."""

from datetime import timedelta

import pytest
from django.http import Http404

from bongca.accounts.models import Notice
from bongca.core import clock
from bongca.core.errors import DomainError, NotAllowed
from bongca.core.models import AuditEntry
from bongca.org.actions.accounts import issue_slip
from bongca.org.actions.grants import GrantRefused, confirm_grant, end_grant, give_grant
from bongca.org.models import Grant
from bongca.org.policies import actor_for, grants_of
from tests.cast import Cast


def counts(cast: Cast, grant: Grant) -> bool:
    return grants_of(grant.user, cast.today).filter(pk=grant.pk).exists()


def test_a_chair_gives_a_right_at_a_branch_of_the_commune(cast: Cast) -> None:
    grant = give_grant(
        actor=cast.actor("minh"), user=cast.lan2, role="branch_head", unit=cast.dong_tam
    )

    assert counts(cast, grant)
    assert AuditEntry.objects.filter(act="org.give_grant", object_id=str(grant.pk)).count() == 1


@pytest.mark.parametrize("unit", ["nha_nam", "cau_xi", "bac_ninh", "hai_phong", "central"])
def test_nobody_gives_a_right_outside_their_reach(cast: Cast, unit: str) -> None:
    with pytest.raises(Http404):
        give_grant(
            actor=cast.actor("minh"), user=cast.lan2, role="leader", unit=getattr(cast, unit)
        )


@pytest.mark.parametrize("giver", ["lan", "tu", "binh", "quan", "liaison"])
def test_those_without_the_word_give_nothing(cast: Cast, giver: str) -> None:
    with pytest.raises((Http404, NotAllowed)):
        give_grant(actor=cast.actor(giver), user=cast.lan2, role="branch_head", unit=cast.dong_tam)


def test_nobody_grants_himself(cast: Cast) -> None:
    with pytest.raises(GrantRefused, match="self"):
        give_grant(actor=cast.actor("minh"), user=cast.minh, role="branch_head", unit=cast.dong_tam)


@pytest.mark.parametrize(
    ("role", "unit"),
    [
        ("commune_chair", "dong_tam"),
        ("branch_head", "tan_yen"),
        ("liaison", "tan_yen"),
        ("x", "to_1"),
    ],
)
def test_a_role_has_to_fit_the_tier(cast: Cast, role: str, unit: str) -> None:
    with pytest.raises(GrantRefused, match="role"):
        give_grant(actor=cast.actor("minh"), user=cast.lan2, role=role, unit=getattr(cast, unit))


def test_the_same_right_is_not_given_twice(cast: Cast) -> None:
    with pytest.raises(GrantRefused, match="twice"):
        give_grant(actor=cast.actor("minh"), user=cast.lan, role="branch_head", unit=cast.dong_tam)


def test_a_right_ends_on_its_day(cast: Cast) -> None:
    until = cast.today + timedelta(days=10)
    grant = give_grant(
        actor=cast.actor("minh"),
        user=cast.lan2,
        role="branch_head",
        unit=cast.dong_tam,
        until=until,
    )

    assert grants_of(cast.lan2, until - timedelta(days=1)).filter(pk=grant.pk).exists()
    assert not grants_of(cast.lan2, until).filter(pk=grant.pk).exists()


def test_at_central_a_right_counts_after_a_second_person(cast: Cast) -> None:
    grant = give_grant(
        actor=cast.actor("quantri"), user=cast.hoa, role="central_office", unit=cast.central
    )
    assert not counts(cast, grant)

    confirm_grant(actor=cast.actor("mai"), grant=grant)

    assert counts(cast, grant)


@pytest.mark.parametrize("second", ["quantri", "hoa"])
def test_giver_and_receiver_are_no_second_person(cast: Cast, second: str) -> None:
    grant = give_grant(
        actor=cast.actor("quantri"), user=cast.hoa, role="administrator", unit=cast.central
    )
    actor = actor_for(cast.hoa, cast.today, grant=cast.grants["mai"])

    with pytest.raises(GrantRefused, match="second_person"):
        confirm_grant(actor=actor if second == "hoa" else cast.actor("quantri"), grant=grant)


def test_whoever_got_a_password_from_the_giver_is_no_second_person(cast: Cast) -> None:
    issue_slip(actor=cast.actor("quantri", clock.today()), user=cast.mai)
    grant = give_grant(
        actor=cast.actor("quantri"), user=cast.hoa, role="central_office", unit=cast.central
    )

    with pytest.raises(GrantRefused, match="second_person"):
        confirm_grant(actor=cast.actor("mai"), grant=grant)


def test_a_confirmed_right_below_central_needs_no_second_person(cast: Cast) -> None:
    grant = give_grant(
        actor=cast.actor("quantri"), user=cast.lan2, role="province_office", unit=cast.hai_phong
    )

    assert counts(cast, grant)


def test_those_between_giver_and_unit_are_told(cast: Cast) -> None:
    grant = give_grant(
        actor=cast.actor("quantri"), user=cast.lan3, role="branch_head", unit=cast.dong_tam
    )

    told = set(
        Notice.objects.filter(about=f"org.grant:{grant.pk}").values_list("user_id", flat=True)
    )
    assert {cast.minh.pk, cast.hoa.pk, cast.mai.pk} == told


def test_an_ended_right_is_worth_nothing_from_that_day(cast: Cast) -> None:
    end_grant(actor=cast.actor("minh"), grant=cast.grants["lan"])

    assert actor_for(cast.lan, cast.today).words == {}


def test_the_neighbour_cannot_end_it(cast: Cast) -> None:
    with pytest.raises(Http404):
        end_grant(actor=cast.actor("minh2"), grant=cast.grants["lan"])


def test_the_last_who_can_give_at_central_stays(cast: Cast) -> None:
    end_grant(actor=cast.actor("quantri"), grant=cast.grants["mai"])

    with pytest.raises(GrantRefused, match="last_giver"):
        end_grant(actor=cast.actor("quantri"), grant=cast.grants["quantri"])


def test_a_liaison_is_granted_at_central_only(cast: Cast) -> None:
    with pytest.raises(DomainError, match="partner"):
        give_grant(actor=cast.actor("hoa"), user=cast.lan3, role="liaison", partner=cast.partner)
    grant = give_grant(
        actor=cast.actor("mai"), user=cast.lan3, role="liaison", partner=cast.partner
    )
    assert counts(cast, grant)
