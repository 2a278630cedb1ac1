"""Sign-in, second step and sessions under Vietnamese addresses.

The library's views, chosen one by one: no sign-up, no e-mail, no reset by mail. They run without
the transaction of a scope (see request.py): a wrong try must count even when nothing else is
written, and two people signing in must not wait for each other's hashing.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as printed
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from allauth.usersessions import views as sessions
from django.http import HttpResponse
from django.urls import URLPattern, path

View = Callable[..., HttpResponse]


def _door(route: str, view: View, name: str) -> URLPattern:
    view.without_scope = True  # type: ignore[attr-defined]  # read by ActorMiddleware
    return path(route, view, name=name)


def _listed(*entries: tuple[str, Any, str]) -> list[URLPattern]:
    return [_door(*entry) for entry in entries]


urlpatterns = _listed(
    ("dang-nhap/", account.login, "account_login"),
    ("dang-xuat/", account.logout, "account_logout"),
    ("da-dong/", account.account_inactive, "account_inactive"),
    ("xac-nhan/", account.reauthenticate, "account_reauthenticate"),
    ("mat-khau/", account.password_change, "account_change_password"),
    ("buoc-hai/", factor.index, "mfa_index"),
    ("buoc-hai/nhap-ma/", factor.authenticate, "mfa_authenticate"),
    ("buoc-hai/xac-nhan/", factor.reauthenticate, "mfa_reauthenticate"),
    ("buoc-hai/ung-dung/", app.activate_totp, "mfa_activate_totp"),
    ("buoc-hai/ung-dung/tat/", app.deactivate_totp, "mfa_deactivate_totp"),
    ("buoc-hai/ma-giay/", printed.view_recovery_codes, "mfa_view_recovery_codes"),
    ("buoc-hai/ma-giay/lam-moi/", printed.generate_recovery_codes, "mfa_generate_recovery_codes"),
    ("buoc-hai/khoa/", passkey.list_webauthn, "mfa_list_webauthn"),
    ("buoc-hai/khoa/them/", passkey.add_webauthn, "mfa_add_webauthn"),
    ("buoc-hai/khoa/xac-nhan/", passkey.reauthenticate_webauthn, "mfa_reauthenticate_webauthn"),
    ("buoc-hai/khoa/dang-nhap/", passkey.login_webauthn, "mfa_login_webauthn"),
    ("buoc-hai/khoa/<int:pk>/bo/", passkey.remove_webauthn, "mfa_remove_webauthn"),
    ("buoc-hai/khoa/<int:pk>/ten/", passkey.edit_webauthn, "mfa_edit_webauthn"),
    ("phien/", sessions.list_usersessions, "usersessions_list"),
)
