"""Where rights and closings meet their edges."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from bongca.accounts.actions.passwords import choose_password
from bongca.accounts.models import User
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.scope import scoped
from bongca.org.actions.accounts import issue_slip
from bongca.org.actions.grants import GrantRefused, confirm_grant, give_grant
from bongca.org.actions.units import close_unit
from bongca.org.models import Grant
from bongca.org.policies import actor_for
from tests.cast import PASSWORD, TODAY, Cast


def taken_over(cast: Cast, by: User, whom: User) -> Actor:
    """Let one reset another's password and choose the next, as only the other should."""
    issue_slip(actor=actor_for(by, cast.today), user=whom)
    whom.refresh_from_db()
    choose_password(actor=actor_for(whom, cast.today), user=whom, password=PASSWORD + "x")
    return actor_for(whom, cast.today)


def second_office(cast: Cast, name: str) -> User:
    user = User.objects.create(username=name, display_name="Vũ Minh Châu", salutation="chi")
    Grant.objects.create(
        user=user, role="central_office", unit=cast.central, during=(date(2025, 7, 1), None),
        confirmed_at="2025-07-01T00:00:00Z",
    )  # fmt: skip
    return user


def test_who_took_over_the_givers_account_confirms_nothing(cast: Cast) -> None:
    as_quantri = taken_over(cast, by=cast.mai, whom=cast.quantri)
    grant = give_grant(actor=as_quantri, user=cast.lan2, role="central_office", unit=cast.central)

    with pytest.raises(GrantRefused, match="second_person"):
        confirm_grant(actor=cast.actor("mai"), grant=grant)


def test_nor_through_a_third_account_taken_over_on_the_way(cast: Cast) -> None:
    third = second_office(cast, "chauvm")
    taken_over(cast, by=cast.mai, whom=cast.quantri)
    as_third = taken_over(cast, by=cast.quantri, whom=third)
    grant = give_grant(
        actor=cast.actor("mai"), user=cast.lan2, role="central_office", unit=cast.central
    )

    with pytest.raises(GrantRefused, match="second_person"):
        confirm_grant(actor=as_third, grant=grant)


def test_a_stranger_to_the_takings_over_still_confirms(cast: Cast) -> None:
    stranger = second_office(cast, "chauvm")
    as_quantri = taken_over(cast, by=cast.mai, whom=cast.quantri)
    grant = give_grant(actor=as_quantri, user=cast.lan2, role="central_office", unit=cast.central)

    confirm_grant(actor=actor_for(stranger, cast.today), grant=grant)

    assert grant.confirmed_by_id == stranger.pk


@pytest.mark.parametrize("odd", ["²", "9" * 5000, "-1", "x"])
def test_an_odd_number_of_a_unit_is_no_error(cast: Cast, odd: str) -> None:
    client = cast.client("minh")

    assert client.get(reverse("org:user_add"), {"don-vi": odd}).status_code == 200
    assert client.post(reverse("org:acting"), {"grant": odd}).status_code == 404


def test_a_right_given_until_a_day_lasts_to_its_end(cast: Cast) -> None:
    url = reverse("org:grant_give", args=[cast.lan2.pk])
    day = clock.today()
    client = cast.client("minh")
    posted = {"unit": cast.dong_tam.pk, "role": "branch_head", "until": f"{day:%d/%m/%Y}"}

    assert client.post(url, posted).status_code == 303

    grant = Grant.objects.get(user=cast.lan2, unit=cast.dong_tam)
    assert grant.during.upper == day + timedelta(days=1)


def test_the_last_day_there_is_is_no_error(cast: Cast) -> None:
    url = reverse("org:grant_give", args=[cast.lan2.pk])
    posted = {"unit": cast.dong_tam.pk, "role": "branch_head", "until": "31/12/9999"}

    assert cast.client("minh").post(url, posted).status_code in (303, 422)


def test_a_group_is_closed_into_the_one_beside_it(cast: Cast) -> None:
    actor = cast.actor("lan")
    with scoped(actor):
        closed = close_unit(actor=actor, unit=cast.to_1, on=TODAY, successor=cast.to_2)

    assert closed.parent == cast.to_2
    cast.to_2.refresh_from_db()
    assert cast.to_2.lft < closed.lft < closed.rgt <= cast.to_2.rgt


@pytest.mark.parametrize(
    ("path", "words"),
    [("/tra-cuu/", {"q": "Lan\0"}), ("/don-vi/tim/", {"q\0": "x"}), ("/don-vi/\0/", {})],
)
def test_a_character_no_database_takes_is_told_not_thrown(
    cast: Cast, path: str, words: dict[str, str]
) -> None:
    assert cast.client("minh").get(path, words).status_code in (400, 404)


def test_nor_in_a_form(cast: Cast) -> None:
    url = reverse("org:unit_create", args=[cast.tan_yen.pk])

    assert cast.client("minh").post(url, {"name": "thôn\0 Ngò"}).status_code == 400
