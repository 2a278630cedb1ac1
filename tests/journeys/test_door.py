"""Coming in: with a slip for the first time, with a passkey, without a script."""

import re

import pytest
from django.core.cache import cache
from django.urls import reverse
from playwright.sync_api import CDPSession, expect

from bongca.core import clock
from bongca.org.actions.accounts import issue_slip
from tests.browsing import Visit
from tests.cast import PASSWORD, Cast

pytestmark = pytest.mark.browser
CHOSEN = "ruong lua vang bong"


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    cache.clear()


def slip_for_lan(cast: Cast) -> str:
    return issue_slip(actor=cast.actor("minh", clock.today()), user=cast.lan).password


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
def test_lan_comes_in_with_her_slip(visit: Visit, with_script: bool) -> None:
    password = slip_for_lan(visit.cast)
    if not with_script:
        visit.without_script()
    visit.at(390).sign_in_at_the_door("lan", password)
    page = visit.page
    expect(page.get_by_role("heading", level=1)).to_have_text("Chọn mật khẩu của mình")

    page.locator("[name=password1]").fill(CHOSEN)
    page.locator("[name=password2]").fill(CHOSEN)
    page.get_by_role("button", name="Dùng mật khẩu mới").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Việc cần làm")


def with_fingerprint_reader(visit: Visit) -> CDPSession:
    """Give the browser a built-in key that always recognises its owner."""
    session = visit.context.new_cdp_session(visit.page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def test_minh_adds_a_passkey_and_comes_in_with_it(visit: Visit) -> None:
    # A passkey belongs to a name; browsers take none for a bare number.
    visit.base = visit.base.replace("127.0.0.1", "localhost")
    visit.sign_in_at_the_door("minh", PASSWORD)
    with_fingerprint_reader(visit)
    page = visit.open(reverse("mfa_add_webauthn"))
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thêm khóa đăng nhập")

    page.get_by_role("button", name="Thêm khóa").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Mã đăng nhập")
    page.goto(visit.base + reverse("account_logout"))
    page.locator("main").get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("button", name="Vào bằng khóa đăng nhập").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Việc cần làm")
    assert visit.problems == []


TWO_PRESSES = "one => { one.click(); setTimeout(() => one.click(), 30); }"


def test_a_slip_pressed_for_twice_is_issued_once_and_shown(visit: Visit) -> None:
    page = visit.sign_in("minh").open(reverse("org:user_slip", args=[visit.cast.lan.pk]))
    posted: list[str] = []
    page.on("request", lambda asked: posted.append(asked.method))

    page.get_by_role("button", name="Cấp phiếu mới").evaluate(TWO_PRESSES)

    expect(page.get_by_role("button", name="In phiếu")).to_be_visible()
    assert posted.count("POST") == 1


def test_slips_begin_on_the_first_sheet(visit: Visit) -> None:
    page = visit.sign_in("minh").open(reverse("org:user_slip", args=[visit.cast.lan.pk]))
    page.get_by_role("button", name="Cấp phiếu mới").click()
    expect(page.get_by_role("button", name="In phiếu")).to_be_visible()
    # As in a demonstration, where every page begins with the notice.
    page.locator("main").evaluate(
        "one => one.insertAdjacentHTML('beforebegin', '<aside class=bc-demo>Bản dùng thử</aside>')"
    )

    sheets = re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))

    assert len(sheets) == 1
