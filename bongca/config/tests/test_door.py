"""Signing in: by name, by telephone, with a slip, with a second step; and being kept out."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from bongca.accounts.actions.passwords import Slip
from bongca.core import clock
from bongca.org.actions.accounts import issue_slip
from tests.cast import PASSWORD, Cast

LOGIN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    cache.clear()


def sign_in(
    name: str, password: str = PASSWORD, client: Client | None = None
) -> tuple[Client, str]:
    client = client or Client()
    response = client.post(LOGIN, {"login": name, "password": password})
    return client, response.content.decode()


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def slip_for(cast: Cast, name: str, by: str) -> Slip:
    return issue_slip(actor=cast.actor(by, clock.today()), user=getattr(cast, name))


@pytest.mark.parametrize("typed", ["lan", " LAN ", "0912000000", "0912 000 000", "+84 912.000.000"])
def test_a_name_or_a_telephone_number_opens_the_door(cast: Cast, typed: str) -> None:
    client, _ = sign_in(typed)

    assert is_in(client)


def test_a_shared_number_asks_for_the_name_and_lists_nobody(cast: Cast) -> None:
    cast.lan2.phone = cast.lan.phone
    cast.lan2.save()

    client, page = sign_in("0912000000")

    assert not is_in(client)
    assert "nhiều người cùng dùng" in page
    assert cast.lan2.display_name not in page and "lan2" not in page


def test_a_closed_account_does_not_hold_its_number(cast: Cast) -> None:
    cast.lan2.phone, cast.lan2.is_active = cast.lan.phone, False
    cast.lan2.save()

    client, _ = sign_in("0912000000")

    assert is_in(client)


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(cast: Cast) -> None:
    _, wrong = sign_in("lan", "khong-phai-mat-khau")
    _, unknown = sign_in("khong-co-ai", "khong-phai-mat-khau")

    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in wrong
    assert "Tên đăng nhập hoặc mật khẩu chưa đúng" in unknown


def test_eight_wrong_tries_lock_and_say_whom_to_call(cast: Cast) -> None:
    for _ in range(8):
        sign_in("lan", "sai-mat-khau-roi")

    client, page = sign_in("lan")

    assert not is_in(client)
    assert "Chủ tịch Hội NCT xã (Hội NCT xã Tân Yên), số 0204 3878 000" in page
    assert cast.minh.display_name not in page


def test_the_lock_counts_name_and_number_together(cast: Cast) -> None:
    for typed in ["lan", "0912000000"] * 4:
        sign_in(typed, "sai-mat-khau-roi")

    client, _ = sign_in("LAN")

    assert not is_in(client)


def test_many_names_from_one_address_close_the_address_for_a_minute(cast: Cast) -> None:
    for number in range(60):
        sign_in(f"ten{number}", "sai-mat-khau-roi")

    client, page = sign_in("lan")

    assert not is_in(client)
    assert "Từ mạng này vừa có nhiều người thử sai. Xin đợi một phút" in page
    assert "Tân Yên" not in page


def test_a_lock_on_one_leaves_the_others(cast: Cast) -> None:
    for _ in range(9):
        sign_in("lan", "sai-mat-khau-roi")

    client, _ = sign_in("minh")

    assert is_in(client)


def test_a_slip_leads_to_choosing_a_password_and_nowhere_else(cast: Cast) -> None:
    slip = slip_for(cast, "lan", by="minh")
    client, _ = sign_in("lan", slip.password)

    response = client.get("/tai-khoan/loi-nhan/")

    assert is_in(client)
    assert response.headers["Location"] == reverse("account_change_password")


def test_after_choosing_the_slip_is_worth_nothing(cast: Cast) -> None:
    slip = slip_for(cast, "lan", by="minh")
    client, _ = sign_in("lan", slip.password)
    chosen = "ruong lua vang bong"

    client.post(reverse("account_change_password"), {"password1": chosen, "password2": chosen})

    assert client.get("/tai-khoan/loi-nhan/").status_code == 200
    assert not is_in(sign_in("lan", slip.password)[0])
    assert is_in(sign_in("lan", chosen)[0])


@pytest.mark.parametrize(
    ("chosen", "because"),
    [
        ("ngan", "ít nhất 10 ký tự"),
        ("aaaaaaaaaaaa", "dễ bị đoán ra"),
        ("1234567890", "dễ bị đoán ra"),
        ("vuthilan66", "gần giống tên"),
        ("0912000000!", "gần giống tên hoặc số điện thoại"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(cast: Cast, chosen: str, because: str) -> None:
    client = cast.client("lan")

    response = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": chosen, "password2": chosen},
    )

    assert because in response.content.decode()
    assert is_in(sign_in("lan")[0])


@pytest.mark.parametrize("chosen", ["lanvt123456", "vu-thi-lan-2026", "0912000000abc"])
def test_oneself_with_a_tail_that_all_know_is_refused(cast: Cast, chosen: str) -> None:
    cast.lan.username = "lanvt"

    with pytest.raises(ValidationError, match="dễ đoán ra"):
        validate_password(chosen, cast.lan)


def test_a_slip_out_of_date_is_refused_and_says_whom_to_call(cast: Cast) -> None:
    slip = slip_for(cast, "lan", by="minh")
    slip.user.slip_expires_at = clock.now()
    slip.user.save()

    client, page = sign_in("lan", slip.password)

    assert not is_in(client)
    assert "đã hết hạn" in page and "Hội NCT xã Tân Yên" in page


def test_a_new_slip_ends_the_sessions_of_before(cast: Cast) -> None:
    client, _ = sign_in("lan")

    slip_for(cast, "lan", by="minh")

    assert client.get("/tai-khoan/loi-nhan/").status_code == 302


def test_nobody_signs_up_or_resets_by_mail(cast: Cast) -> None:
    client = Client()

    for path in ("signup/", "password/reset/", "email/", "dang-ky/"):
        assert client.get("/tai-khoan/" + path).status_code == 404


def test_signing_out_takes_a_post(cast: Cast) -> None:
    client = cast.client("lan")

    client.get("/tai-khoan/dang-xuat/")
    assert is_in(client)
    client.post("/tai-khoan/dang-xuat/")
    assert not is_in(client)
