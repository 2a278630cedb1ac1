"""The library's forms with our labels, and no placeholder text."""

import struct
from collections.abc import Callable
from typing import Any, TypeVar

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature
from django import forms

Read = TypeVar("Read")
# What the library lets through from the parsers below it when no browser wrote the answer.
_NO_BROWSER = (
    AttributeError, IndexError, InvalidSignature, KeyError, OverflowError, TypeError, ValueError,
    struct.error,
)  # fmt: skip


def _word(form: forms.Form, name: str, label: str, hint: str = "") -> None:
    """Label a field in our words; also clears what the library suggests inside it."""
    field = form.fields[name]
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)
    field.error_messages["required"] = f"Xin ghi {label[0].lower()}{label[1:]}."


class SignInForm(LoginForm):  # type: ignore[misc]  # the library has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(
            self, "login", "Tên đăng nhập", "Tên in trên phiếu, hoặc số điện thoại đã báo với Hội."
        )
        _word(self, "password", "Mật khẩu")
        _word(self, "remember", "Giữ đăng nhập trên máy này", "Chỉ chọn khi máy là của riêng mình.")
        self.fields["login"].widget.attrs["autocapitalize"] = "none"
        self.fields["login"].widget.attrs["spellcheck"] = "false"


class ChoosePasswordForm(ChangePasswordForm):  # type: ignore[misc]  # the library has no types
    """Asks for the present password, except of those who have just typed it off a slip."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "oldpassword", "Mật khẩu đang dùng")
        _word(
            self, "password1", "Mật khẩu mới", "Ít nhất 10 ký tự. Ba, bốn từ ghép lại thì dễ nhớ."
        )
        _word(self, "password2", "Ghi lại mật khẩu mới")
        if self.user.must_change_password:
            del self.fields["oldpassword"]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = forms.Form.clean(self) or {}
        first, again = cleaned.get("password1"), cleaned.get("password2")
        if first and again and first != again:
            self.add_error("password2", "Hai lần ghi chưa giống nhau.")
        if first and self.user.check_password(first):
            self.add_error("password1", "Xin chọn mật khẩu khác mật khẩu đang dùng.")
        return cleaned


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]  # the library has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "password", "Mật khẩu")


CODE_HINT = "Sáu chữ số trên ứng dụng, hoặc một mã trong tờ mã in giấy."


class _Code(forms.Form):
    """Cleans the spaces with which a code is printed and read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "code", "Mã", CODE_HINT)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "data-width": "10"}

    def clean_code(self) -> str:
        self.cleaned_data["code"] = "".join(self.cleaned_data["code"].split())
        return str(super().clean_code())  # type: ignore[misc]  # the library has no types


class CodeForm(_Code, AuthenticateForm):  # type: ignore[misc]  # the library has no types
    pass


class CodeAgainForm(_Code, CodeReauthenticateForm):  # type: ignore[misc]  # the library has no types
    pass


class FirstCodeForm(_Code, ActivateTOTPForm):  # type: ignore[misc]  # the library has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "code", "Mã", "Sáu chữ số ứng dụng đang hiện.")


class PrintedCodesForm(GenerateRecoveryCodesForm):  # type: ignore[misc]  # the library has no types
    """Printed codes need nothing beside them: the library asks for an app first, we do not."""

    def clean(self) -> dict[str, Any]:
        return forms.Form.clean(self) or {}


def _understood(read: Callable[[], Read]) -> Read:
    """Read a passkey's answer. Raises ValidationError where it is no such answer."""
    try:
        return read()
    except _NO_BROWSER as error:
        raise forms.ValidationError("Khóa này chưa dùng được. Xin làm lại.") from error


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]  # the library has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "name", "Tên của khóa", "Để phân biệt khi có nhiều khóa, ví dụ: Máy văn phòng.")
        _word(
            self,
            "passwordless",
            "Vào bằng khóa này, không cần mật khẩu",
            "Máy sẽ hỏi vân tay, khuôn mặt hoặc mã mở máy.",
        )
        self.fields["passwordless"].initial = True

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = _understood(super().clean)
        return cleaned


class _Shown(forms.Form):
    """A passkey shown at the door."""

    def clean_credential(self) -> Any:
        return _understood(super().clean_credential)  # type: ignore[misc]  # the library has no types


class PasskeyForm(_Shown, AuthenticateWebAuthnForm):  # type: ignore[misc]  # the library has no types
    pass


class PasskeyAloneForm(_Shown, LoginWebAuthnForm):  # type: ignore[misc]  # the library has no types
    pass


class PasskeyAgainForm(_Shown, ReauthenticateWebAuthnForm):  # type: ignore[misc]  # the library has no types
    pass


class RenamePasskeyForm(EditWebAuthnForm):  # type: ignore[misc]  # the library has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _word(self, "name", "Tên của khóa")
