"""The second step: an app, a passkey, or codes printed on paper, any of them alone."""

import base64
import io
from typing import Any

import segno
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator

from bongca.accounts.models import User
from bongca.core import crypto

_CODE_ASKED = {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN}


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # the library has no types
    """The library's adapter with sealed secrets and printed codes that stand on their own."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "Mã chưa đúng. Xin xem lại mã trên ứng dụng, hoặc mã trên giấy.",
        "cannot_delete_authenticator": "Chưa tắt được bước thứ hai.",
        "cannot_generate_recovery_codes": "Chưa in được mã.",
    }

    def encrypt(self, text: str) -> str:
        return base64.b64encode(crypto.encrypt(text)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return crypto.decrypt(base64.b64decode(encrypted_text))

    def is_mfa_enabled(self, user: Any, types: Any = None) -> bool:
        """Ask for a code also of those who have nothing but printed codes.

        The library counts only app and passkey there; many officers have no smartphone.
        """
        if types is not None and set(types) == _CODE_ASKED:
            types = None
        return bool(super().is_mfa_enabled(user, types))

    def build_totp_svg(self, url: str) -> str:
        """Draw the QR code without any style attribute, which the content policy would refuse."""
        drawn = io.BytesIO()
        segno.make(url, error="m").save(drawn, kind="svg", scale=6, border=2, xmldecl=False)
        return drawn.getvalue().decode()

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        count: int = Authenticator.objects.filter(user=user, type=type).count()
        return "Khóa chính" if count == 0 else f"Khóa thứ {count + 1}"
