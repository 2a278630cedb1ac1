"""Sign-in by user name, with the telephone number as another name for it, in our words."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from bongca.accounts import queries, rules
from bongca.accounts.actions.passwords import choose_password
from bongca.accounts.models import User
from bongca.core import clock
from bongca.core.actor import Actor
from bongca.org.queries.users import officer_above

ANYONE_ABOVE = "người phụ trách của Hội ở cấp trên"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # the library has no types
    """The library's adapter with our lock, our telephone numbers and our sentences."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "Tài khoản này đã được đóng.",
        "enter_current_password": "Mật khẩu đang dùng chưa đúng.",
        "incorrect_code": "Mã chưa đúng. Xin xem lại mã trên ứng dụng, hoặc mã trên giấy.",
        "incorrect_password": "Mật khẩu chưa đúng.",
        "address_is_busy": "Từ mạng này vừa có nhiều người thử sai. Xin đợi một phút rồi làm lại.",
        "rate_limited": "Đã thử nhiều lần liền nhau. Xin đợi một phút rồi làm lại.",
        "too_many_login_attempts": "Đã thử nhiều lần liền nhau. Xin đợi một lát rồi làm lại.",
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu chưa đúng."
        " Xin xem phím Caps Lock và bộ gõ tiếng Việt đã tắt chưa.",
        "phone_is_shared": "Số điện thoại này nhiều người cùng dùng."
        " Xin ghi tên đăng nhập in trên phiếu.",
        "slip_expired": "Mật khẩu trên phiếu đã hết hạn.",
        "same_as_current": "Xin chọn mật khẩu khác mật khẩu đang dùng.",
    }

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Return the user, known by name or by a telephone number that only one of them gave."""
        credentials["username"] = self._username_of(credentials.get("username", ""))
        user: User | None = super().authenticate(request, **credentials)
        if user is not None and user.has_expired_slip(clock.now()):
            raise ValidationError(
                f"{self.error_messages['slip_expired']} Xin gọi {whom_to_call(user)}"
                " để được cấp phiếu mới.",
                code="slip_expired",
            )
        return user

    def _username_of(self, typed: str) -> str:
        phone = rules.plain_phone(typed)
        if not phone:
            return typed.strip().lower()
        named = list(queries.users_with_phone(phone).values_list("username", flat=True)[:2])
        if len(named) > 1:
            raise self.validation_error("phone_is_shared")
        return named[0] if named else typed.strip().lower()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Lock after too many wrong tries, and say whom to call.

        Where only the address has tried too often, one's own password is not at fault.
        """
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError as error:
            if self._has_tries_left(request, **credentials):
                raise self.validation_error("address_is_busy") from error
            user = queries.user_named(credentials.get("username", ""))
            raise ValidationError(
                f"Đã thử sai nhiều lần. Xin đợi {settings.LOCK_MINUTES} phút rồi thử lại,"
                f" hoặc gọi {whom_to_call(user)} để được cấp mật khẩu mới.",
                code="too_many_login_attempts",
            ) from error

    def _has_tries_left(self, request: HttpRequest, **credentials: Any) -> bool:
        usage = ratelimit.consume(
            request,
            app="allauth.account",
            action="login_failed",
            config={"login_failed": settings.LOCK_RATE},
            key=self._get_login_attempts_cache_key(request, **credentials),
            dry_run=True,
        )
        return usage is not None

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        # By name alone: another host name of ours must not give another eight tries.
        return f"door:{credentials.get('username', '').lower()}"

    def set_password(self, user: User, password: str) -> None:
        actor = Actor(user_id=user.pk, label=user.display_name, today=clock.today())
        choose_password(actor=actor, user=user, password=password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return settings.LOGIN_REDIRECT_URL

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, Any]]:
        """Ask for the password first; the second factor's own pages say it in our words."""
        words = {
            "reauthenticate": "Dùng mật khẩu",
            "mfa_reauthenticate": "Dùng mã trên ứng dụng hoặc mã in giấy",
            "mfa_reauthenticate:webauthn": "Dùng khóa đăng nhập",
        }
        methods: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return [m | {"description": words.get(m["id"], m["description"])} for m in methods]


def whom_to_call(user: User | None) -> str:
    """Say which office to call: by title, unit and number, not by a person's name.

    This stands on a page anybody can open, so it names no one.
    """
    above = officer_above(user, clock.today()) if user else None
    if above is None:
        return ANYONE_ABOVE
    number = f", số {above.phone}," if above.phone else ""
    return f"{above.office} ({above.unit_name}){number}"
