"""The door and the pages of accounts for everybody: full, empty, in error, with long names."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from bongca.accounts.actions.notices import notify
from bongca.accounts.models import User
from bongca.core import clock
from bongca.org.actions.grants import give_grant
from tests.browsing import Visit
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.browser
LONGEST = "Công Tằng Tôn Nữ Thị Nguyệt Minh Phương"


@pytest.fixture(autouse=True)
def account_things(cast: Cast) -> None:
    """Give somebody a long name and a second right, and Minh a notice."""
    cache.clear()
    User.objects.filter(pk=cast.lan2.pk).update(display_name=LONGEST)
    actor = cast.actor("hoa", clock.today())
    notify(
        actor=actor, user_ids=[cast.minh.pk], about="thu", url="/bao-cao/",
        text="Hội NCT thành phố Bắc Ninh trả lại báo cáo 6 tháng cuối năm 2026 của xã Tân Yên.",
    )  # fmt: skip
    give_grant(actor=actor, user=cast.lan2, role="inspector", unit=cast.nha_nam)


def faults_of(visit: Visit, path: str) -> list[str]:
    visit.open(path)
    return [f"{path} {fault}" for fault in visit.faults_at_every_width()]


def confirmed(visit: Visit, name: str) -> Visit:
    """Come in by the door and confirm with the password, as changing the second step asks."""
    visit.sign_in_at_the_door(name, PASSWORD)
    visit.open(reverse("mfa_activate_totp"))
    visit.page.locator("input[type=password]").fill(PASSWORD)
    with visit.page.expect_navigation():
        visit.page.keyboard.press("Enter")
    return visit


def test_the_door_is_for_everybody(visit: Visit) -> None:
    faults = faults_of(visit, reverse("account_login"))
    faults += faults_of(visit, reverse("accounts:forgotten"))
    visit.sign_in_at_the_door("lan", "sai-mat-khau-roi")
    faults += [f"wrong password {fault}" for fault in visit.faults_at_every_width()]

    assert "\n".join(faults) == ""


def test_pages_of_ones_own_account_are_for_everybody(visit: Visit) -> None:
    visit.sign_in("minh")
    names = (
        "accounts:account", "accounts:account_edit", "accounts:notice_list", "org:acting",
        "org:token_list", "mfa_index", "usersessions_list", "account_change_password",
        "account_logout", "mfa_list_webauthn", "account_reauthenticate",
        "accounts:second_factor_drop",
    )  # fmt: skip
    faults = [fault for name in names for fault in faults_of(visit, reverse(name))]

    assert "\n".join(faults) == ""


def test_pages_of_the_second_step_are_for_everybody(visit: Visit) -> None:
    confirmed(visit, "minh")
    names = ("mfa_activate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes")
    faults = [fault for name in names for fault in faults_of(visit, reverse(name))]
    with visit.page.expect_navigation():
        visit.page.get_by_role("button", name="Làm tờ mã mới").click()
    faults += visit.faults_at_every_width()

    assert "\n".join(faults) == ""


def test_pages_of_others_accounts_are_for_everybody(visit: Visit) -> None:
    visit.sign_in("hoa")
    pk = visit.cast.lan2.pk
    paths = [
        reverse("org:user_list"),
        reverse("org:user_list") + "?q=khong+co",
        reverse("org:user_add"),
        *(reverse(f"org:{name}", args=[pk]) for name in (
            "user_detail", "user_edit", "user_slip", "user_close", "user_reopen", "grant_give",
        )),
        reverse("org:grant_end", args=[visit.cast.grants["lan"].pk]),
        reverse("offices:provision", args=[visit.cast.tan_yen.pk]),
        reverse("offices:provision", args=[visit.cast.phuc_hoa.pk]),
    ]  # fmt: skip
    faults = [fault for path in paths for fault in faults_of(visit, path)]
    visit.open(reverse("org:user_slip", args=[pk]))
    with visit.page.expect_navigation():
        visit.page.get_by_role("button", name="Cấp phiếu mới").click()
    faults += visit.faults_at_every_width()

    assert "\n".join(faults) == ""
