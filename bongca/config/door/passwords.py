"""What a password must be, said so that an officer of 68 knows what to do."""

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from bongca.accounts.models import User
from bongca.core.text import fold

SHORTEST = 10


class LongEnough:
    """Ten characters, of any kind: length is worth more than signs."""

    def validate(self, password: str, user: User | None = None) -> None:
        if len(password) < SHORTEST:
            raise ValidationError(
                f"Mật khẩu cần ít nhất {SHORTEST} ký tự. Có thể ghép ba, bốn từ cho dễ nhớ.",
                code="password_too_short",
            )

    def get_help_text(self) -> str:
        return f"Ít nhất {SHORTEST} ký tự. Ba, bốn từ ghép lại thì dễ nhớ."


class NotOneself:
    """Not the name to sign in with, not one's own name, not the telephone number."""

    def validate(self, password: str, user: User | None = None) -> None:
        if user is None:
            return
        plain = _plain(password)
        for known in (user.username, user.display_name, user.phone):
            core = _plain(known)
            rest = plain.replace(core, "", 1) if len(core) > 2 and core in plain else None
            if rest is not None and (len(rest) < 4 or _is_easy(rest)):
                raise ValidationError(
                    "Mật khẩu này gần giống tên hoặc số điện thoại, người quen dễ đoán ra.",
                    code="password_is_oneself",
                )

    def get_help_text(self) -> str:
        return "Không dùng tên mình hay số điện thoại."


class NotCommon(CommonPasswordValidator):
    """Not one of the twenty thousand that are tried first."""

    def validate(self, password: str, user: User | None = None) -> None:
        repeated = len(set(password)) < 4
        if repeated or password.lower().strip() in self.passwords:
            raise ValidationError(
                "Mật khẩu này nhiều người dùng, dễ bị đoán ra. Xin chọn mật khẩu khác.",
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        return "Không dùng mật khẩu nhiều người hay dùng."


def _is_easy(rest: str) -> bool:
    """Tell whether what is added is a year or a date, a row of digits, or what many use."""
    return rest.isdigit() or rest in CommonPasswordValidator().passwords


def _plain(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
