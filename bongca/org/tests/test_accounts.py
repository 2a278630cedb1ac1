"""Accounts kept by the officer one tier up: opened, reset, closed, and whose are whose."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext

from bongca.accounts.actions.users import NewAccount, NoName
from bongca.accounts.models import User
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.core.errors import NotAllowed
from bongca.core.models import AuditEntry
from bongca.org.actions.accounts import (
    close_account,
    issue_slip,
    open_account,
    open_first_accounts,
    reopen_account,
)
from bongca.org.actions.grants import GrantRefused
from bongca.org.models import Grant
from bongca.org.policies import visible_users
from bongca.org.queries.users import officer_above, users_below
from tests.cast import PASSWORD, Cast


def acting(cast: Cast, name: str) -> Actor:
    return cast.actor(name, clock.today())


@pytest.mark.parametrize(
    ("name", "sees", "sees_not"),
    [
        ("minh", {"lan", "lan2", "minh"}, {"lan3", "minh2", "hoa"}),
        ("hoa", {"lan", "lan3", "minh2", "quan", "hoa"}, {"hoa2", "minh3", "tu"}),
        ("quantri", {"lan", "minh3", "hoa2", "liaison", "tu"}, set()),
        ("lan", set(), {"lan", "lan2", "minh"}),
        ("tu", set(), {"tu", "hoa"}),
    ],
)
def test_everyone_keeps_the_accounts_below_and_no_other(
    cast: Cast, name: str, sees: set[str], sees_not: set[str]
) -> None:
    seen = set(visible_users(cast.actor(name)).values_list("username", flat=True))

    assert sees <= seen
    assert not sees_not & seen


def test_a_slip_replaces_the_password_and_the_second_step(cast: Cast) -> None:
    RecoveryCodes.activate(cast.lan)

    slip = issue_slip(actor=acting(cast, "minh"), user=cast.lan)

    user = User.objects.get(pk=cast.lan.pk)
    assert user.check_password(slip.password) and not user.check_password(PASSWORD)
    assert user.must_change_password and user.slip_issued_by_id == cast.minh.pk
    assert not user.authenticator_set.exists()  # type: ignore[attr-defined]  # library's relation


def test_the_slip_stands_nowhere_but_on_paper(cast: Cast) -> None:
    slip = issue_slip(actor=acting(cast, "minh"), user=cast.lan)

    kept = str(list(AuditEntry.objects.values_list("changes", "act", "object_id")))
    assert slip.password not in kept
    assert slip.password not in User.objects.get(pk=cast.lan.pk).password


@pytest.mark.parametrize(
    ("by", "whose"),
    [("minh2", "lan"), ("hoa2", "minh"), ("minh", "hoa"), ("minh", "minh2"), ("lan", "lan2"),
     ("tu", "lan"), ("binh", "lan"), ("quan", "lan")],
)  # fmt: skip
def test_nobody_resets_upwards_or_aside(cast: Cast, by: str, whose: str) -> None:
    with pytest.raises((Http404, NotAllowed)):
        issue_slip(actor=acting(cast, by), user=getattr(cast, whose))


@pytest.mark.parametrize(
    ("by", "whose"), [("hoa", "lan"), ("mai", "minh"), ("quantri", "lan"), ("hoa", "quan")]
)
def test_nobody_resets_over_the_head_of_the_tier_between(cast: Cast, by: str, whose: str) -> None:
    for act in (issue_slip, reopen_account):
        with pytest.raises(NotAllowed):
            act(actor=acting(cast, by), user=getattr(cast, whose))


def test_where_nobody_can_the_next_tier_resets(cast: Cast) -> None:
    issue_slip(actor=acting(cast, "hoa"), user=cast.minh)
    issue_slip(actor=acting(cast, "hoa"), user=cast.lan)  # minh has yet to come in himself

    close_account(actor=acting(cast, "mai"), user=cast.hoa)
    issue_slip(actor=acting(cast, "mai"), user=cast.minh)


def test_two_of_one_commune_are_reset_by_the_province(cast: Cast) -> None:
    Grant.objects.create(
        user=cast.lan2, role="leader", unit=cast.tan_yen, during=(cast.today, None)
    )

    with pytest.raises(NotAllowed):
        issue_slip(actor=acting(cast, "minh"), user=cast.lan2)
    issue_slip(actor=acting(cast, "hoa"), user=cast.lan2)


def test_nobody_resets_himself(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        issue_slip(actor=acting(cast, "minh"), user=cast.minh)


def test_whoever_also_works_elsewhere_is_reset_higher_up(cast: Cast) -> None:
    Grant.objects.create(
        user=cast.lan, role="leader", unit=cast.bac_ninh, during=(cast.today, None)
    )

    for by in ("minh", "hoa"):
        with pytest.raises(NotAllowed):
            issue_slip(actor=acting(cast, by), user=cast.lan)
    issue_slip(actor=acting(cast, "mai"), user=cast.lan)


def test_whoever_also_works_for_a_partner_is_reset_at_central(cast: Cast) -> None:
    Grant.objects.create(
        user=cast.lan, role="liaison", partner=cast.partner, during=(cast.today, None)
    )

    with pytest.raises(NotAllowed):
        issue_slip(actor=acting(cast, "minh"), user=cast.lan)
    issue_slip(actor=acting(cast, "quantri"), user=cast.lan)


def test_a_new_account_works_for_its_unit_at_once(cast: Cast) -> None:
    account = NewAccount("Nguyễn Thị Hoà", "ba", "0912 345 678")

    slip = open_account(
        actor=acting(cast, "minh"), account=account, unit=cast.yen_ly, role="branch_head"
    )

    assert slip.user.username == "hoant"
    assert slip.user.phone == "0912345678"
    assert slip.user.grants.filter(unit=cast.yen_ly, role="branch_head").exists()


def test_two_of_one_name_get_two_user_names(cast: Cast) -> None:
    for expected in ("hoant", "hoant2", "hoant3"):
        slip = open_account(
            actor=acting(cast, "minh"), account=NewAccount("Nguyễn Thị Hòa", "ba"),
            unit=cast.yen_ly, role="branch_head",
        )  # fmt: skip
        assert slip.user.username == expected


def test_names_are_given_out_one_at_a_time(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as ran:
        open_account(
            actor=acting(cast, "minh"), account=NewAccount("Nguyễn Thị Hòa", "ba"),
            unit=cast.yen_ly, role="branch_head",
        )  # fmt: skip

    asked = [query["sql"] for query in ran]
    waits = next(n for n, sql in enumerate(asked) if "pg_advisory_xact_lock" in sql)
    looks = next(n for n, sql in enumerate(asked) if "^(hoant)[0-9]*$" in sql)
    assert waits < looks  # else two communes at once would both take hoant


def test_a_role_that_does_not_fit_opens_nothing(cast: Cast) -> None:
    with pytest.raises(GrantRefused):
        open_account(
            actor=acting(cast, "minh"), account=NewAccount("Nguyễn Thị Hòa", "ba"),
            unit=cast.yen_ly, role="commune_chair",
        )  # fmt: skip

    assert not User.objects.filter(username__startswith="hoant").exists()


def test_an_account_needs_a_name(cast: Cast) -> None:
    with pytest.raises(NoName):
        open_account(
            actor=acting(cast, "minh"), account=NewAccount("  ", "ba"),
            unit=cast.yen_ly, role="branch_head",
        )  # fmt: skip


def test_closing_signs_out_and_reopening_takes_a_slip(cast: Cast) -> None:
    client = cast.client("lan")

    close_account(actor=acting(cast, "minh"), user=cast.lan)
    assert client.get("/tai-khoan/loi-nhan/").status_code == 302
    slip = reopen_account(actor=acting(cast, "minh"), user=cast.lan)

    user = User.objects.get(pk=cast.lan.pk)
    assert user.is_active and user.check_password(slip.password)


@pytest.mark.parametrize(
    ("name", "office"),
    [("lan", "Chủ tịch Hội NCT xã"), ("minh", "Văn phòng Hội NCT thành phố"),
     ("hoa", "Văn phòng Trung ương Hội"), ("quan", "Văn phòng Trung ương Hội"),
     ("liaison", "Văn phòng Trung ương Hội"), ("mai", "Quản trị hệ thống")],
)  # fmt: skip
def test_the_one_to_call_is_the_nearest_above(cast: Cast, name: str, office: str) -> None:
    above = officer_above(getattr(cast, name), cast.today)

    assert above is not None and above.office == office


@pytest.mark.parametrize("words", ["mận", "Ngô Thị Mận", "ngo thi man", "lan2"])
def test_a_user_is_found_with_or_without_marks(cast: Cast, words: str) -> None:
    User.objects.filter(pk=cast.lan2.pk).update(username="mannt")

    found = users_below(cast.actor("minh"), "mannt" if words == "lan2" else words)

    assert [user.pk for user in found] == [cast.lan2.pk]


def test_the_list_of_users_takes_as_many_queries_for_two_as_for_twenty(cast: Cast) -> None:
    client = cast.client("minh")

    def queries_taken() -> int:
        with CaptureQueriesContext(connection) as caught:
            client.get("/tai-khoan/nguoi-dung/")
        return len(caught)

    queries_taken()
    few = queries_taken()
    accounts = [NewAccount(f"Nguyễn Thị Số {n}", "ba") for n in range(17)]
    for account in accounts:
        open_account(
            actor=acting(cast, "minh"), account=account, unit=cast.yen_ly, role="branch_head"
        )

    assert queries_taken() == few


def test_the_first_two_are_opened_once(cast: Cast) -> None:
    accounts = [NewAccount("Lê Thị Một", "ba"), NewAccount("Lê Thị Hai", "ba")]
    system = Actor.system(clock.today())
    with pytest.raises(GrantRefused, match="has_giver"):
        open_first_accounts(actor=system, central=cast.central, accounts=accounts)
    Grant.objects.filter(unit=cast.central).delete()

    slips = open_first_accounts(actor=system, central=cast.central, accounts=accounts)

    assert [s.user.grants.get().confirmed_at is not None for s in slips] == [True, True]


def test_nobody_but_the_installation_opens_the_first_two(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        open_first_accounts(actor=acting(cast, "quantri"), central=cast.central, accounts=[])


def test_switching_ones_unit_changes_what_one_sees_and_signs_as(cast: Cast) -> None:
    second = Grant.objects.create(
        user=cast.minh, role="commune_chair", unit=cast.nha_nam, during=(cast.today, None)
    )
    client = cast.client("minh")
    assert client.get(f"/don-vi/{cast.cau_xi.pk}/").status_code == 404

    client.post("/tai-khoan/dang-lam-viec-cho/", {"grant": second.pk})

    assert client.get(f"/don-vi/{cast.cau_xi.pk}/").status_code == 200
    assert client.get(f"/don-vi/{cast.dong_tam.pk}/").status_code == 404


def test_nobody_works_through_the_right_of_another(cast: Cast) -> None:
    client = cast.client("lan")

    answer = client.post("/tai-khoan/dang-lam-viec-cho/", {"grant": cast.grants["minh"].pk})

    assert answer.status_code == 404
