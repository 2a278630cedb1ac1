"""The second step: app, printed codes on their own, and getting rid of them."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from bongca.accounts.actions.second_factor import drop_second_factor
from bongca.core.errors import NotAllowed
from tests.cast import PASSWORD, Cast

LOGIN = "/tai-khoan/dang-nhap/"


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    cache.clear()


def entered(name: str) -> Client:
    """Sign in as people do."""
    client = Client()
    client.post(LOGIN, {"login": name, "password": PASSWORD})
    return client


def trusted(name: str) -> Client:
    """Sign in and confirm with the password once more, as the library asks before a change."""
    client = entered(name)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def is_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def current_code(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time())))))


def print_codes(client: Client) -> list[str]:
    page = client.post(reverse("mfa_generate_recovery_codes"), follow=True).content.decode()
    return [code.replace(" ", "") for code in re.findall(r"<li>(\d{4} \d{4})</li>", page)]


def use_app(client: Client) -> str:
    url = reverse("mfa_activate_totp")
    client.get(url)
    secret: str = client.session["mfa.totp.secret"]
    client.post(url, {"code": current_code(secret)})
    return secret


def test_printed_codes_alone_are_a_second_step(cast: Cast) -> None:
    codes = print_codes(trusted("lan"))
    assert len(codes) == 10

    client = entered("lan")
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": f"{codes[0][:4]} {codes[0][4:]}"})

    assert is_in(client)


def test_a_printed_code_is_used_once(cast: Cast) -> None:
    codes = print_codes(trusted("lan"))
    entered("lan").post(reverse("mfa_authenticate"), {"code": codes[0]})

    client = entered("lan")
    response = client.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert not is_in(client)
    assert "Mã chưa đúng" in response.content.decode()


def test_an_app_is_a_second_step(cast: Cast) -> None:
    secret = use_app(trusted("lan"))
    cache.clear()

    client = entered("lan")
    assert not is_in(client)
    client.post(reverse("mfa_authenticate"), {"code": current_code(secret)})

    assert is_in(client)


def test_secrets_are_sealed_in_the_database(cast: Cast) -> None:
    secret = use_app(trusted("lan"))

    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept


def test_the_square_to_scan_needs_no_inline_style(cast: Cast) -> None:
    page = trusted("lan").get(reverse("mfa_activate_totp")).content.decode()

    assert 'src="data:image/svg+xml;base64,' in page
    assert " style=" not in page


def test_wrong_codes_lock(cast: Cast) -> None:
    codes = print_codes(trusted("lan"))
    client = entered("lan")
    for _ in range(8):
        client.post(reverse("mfa_authenticate"), {"code": "00000000"})

    client.post(reverse("mfa_authenticate"), {"code": codes[0]})

    assert not is_in(client)


def test_changing_the_second_step_asks_for_the_password_again(cast: Cast) -> None:
    client = cast.client("lan")

    response = client.get(reverse("mfa_activate_totp"))

    assert response.headers["Location"].startswith(reverse("account_reauthenticate"))


def test_dropping_the_second_step_leaves_the_password(cast: Cast) -> None:
    client = trusted("lan")
    print_codes(client)

    client.post("/tai-khoan/buoc-hai/bo/")

    assert is_in(entered("lan"))


def test_dropping_the_second_step_asks_for_the_password_again(cast: Cast) -> None:
    print_codes(trusted("lan"))
    left_open = cast.client("lan")

    answer = left_open.post("/tai-khoan/buoc-hai/bo/")

    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))
    assert not is_in(entered("lan"))


def test_nobody_drops_the_second_step_of_another(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        drop_second_factor(actor=cast.actor("lan"), user=cast.lan2)


def test_sessions_are_listed_and_ended_one_by_one(cast: Cast) -> None:
    here, there = entered("lan"), entered("lan")
    page = here.get("/tai-khoan/phien/").content.decode()
    assert page.count("Cho máy này đăng xuất") == 1

    other = UserSession.objects.get(session_key=there.session.session_key)
    here.post(f"/tai-khoan/phien/{other.pk}/ket-thuc/")

    assert here.get("/tai-khoan/").status_code == 200
    assert there.get("/tai-khoan/").status_code == 302


def test_the_session_of_another_is_not_found(cast: Cast) -> None:
    entered("lan2")
    hers = UserSession.objects.get(user=cast.lan2)

    assert entered("lan").post(f"/tai-khoan/phien/{hers.pk}/ket-thuc/").status_code == 404


def test_a_passkey_is_offered_by_script_and_asked_for_as_json(cast: Cast) -> None:
    client = Client()

    page = client.get(LOGIN).content.decode()
    options = client.get(reverse("mfa_login_webauthn"), headers={"Accept": "application/json"})

    assert "data-passkey hidden" in page
    assert options.json()["request_options"]["publicKey"]["userVerification"] == "required"


CLIENT = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoieCIsIm9yaWdpbiI6Imh0dHA6Ly9hIn0"
MADE_UP = (
    '{"id":1}',
    '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"a"}}',
    '{"id":"YQ","rawId":"YQ","type":"public-key","response":{"clientDataJSON":"%s",'
    '"authenticatorData":"YQ","signature":"YQ","userHandle":"%s"}}',
    '{"id":"YQ","rawId":"YQ","type":"public-key","response":{"clientDataJSON":"%s",'
    '"authenticatorData":"' + "A" * 50 + '","signature":"YQ","userHandle":"%s"}}',
    '{"id":"YQ","rawId":"YQ","type":"public-key","response":{"clientDataJSON":"%s",'
    '"attestationObject":"%s"}}',
)
HANDLES = ("", "a", "AA", "MQ", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "_w")


@pytest.mark.parametrize("name", ["mfa_login_webauthn", "mfa_add_webauthn"])
@pytest.mark.parametrize("made_up", MADE_UP)
def test_what_no_passkey_said_opens_nothing_and_breaks_nothing(
    cast: Cast, name: str, made_up: str
) -> None:
    client = trusted("lan") if name == "mfa_add_webauthn" else Client()
    client.get(reverse(name), headers={"Accept": "application/json"})
    for handle in HANDLES:
        said = made_up % (CLIENT, handle) if "%s" in made_up else made_up
        answer = client.post(reverse(name), {"name": "Máy", "credential": said})

        assert answer.status_code in (200, 302, 429)
    assert is_in(client) == (name == "mfa_add_webauthn")
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "name",
    ["mfa_index", "mfa_list_webauthn", "mfa_add_webauthn", "mfa_activate_totp", "usersessions_list",
     "mfa_generate_recovery_codes", "account_change_password", "account_reauthenticate",
     "account_logout"],
)  # fmt: skip
def test_the_librarys_pages_speak_vietnamese_in_our_frame(cast: Cast, name: str) -> None:
    page = trusted("lan").get(reverse(name), follow=True).content.decode()

    assert 'lang="vi"' in page and "bc-header" in page
    for word in ("Sign In", "Password", "Code", "Authenticator", "Security", "Confirm"):
        assert f">{word}" not in page, word
