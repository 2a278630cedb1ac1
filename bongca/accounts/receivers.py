"""What the sign-in library announces: kept in the log by number, and told to whom it concerns."""

import logging
from typing import Any

from allauth.account.signals import user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_used
from django.contrib.auth.signals import user_login_failed
from django.dispatch import receiver
from django.urls import reverse

from bongca.accounts.actions.notices import notify
from bongca.accounts.models import User
from bongca.core import clock
from bongca.core.actor import Actor

log = logging.getLogger("bongca.accounts")
FEW_CODES = 3


@receiver(user_logged_in)
def note_sign_in(sender: type[User], user: User, **more: Any) -> None:
    log.info("signed in", extra={"user_id": user.pk})


@receiver(user_login_failed)
def note_refusal(sender: str, **more: Any) -> None:
    # Without the name that was typed: it may be a person's, or a password in the wrong field.
    log.warning("sign-in refused")


@receiver(authentication_failed)
def note_wrong_code(sender: type[Authenticator], user: User, **more: Any) -> None:
    log.warning("second step refused", extra={"user_id": user.pk})


@receiver(authenticator_used)
def tell_few_codes_left(
    sender: type[Authenticator], user: User, authenticator: Authenticator, **more: Any
) -> None:
    """Tell whoever comes in with printed codes while there is still one to come in with."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        return
    left = len(authenticator.wrap().get_unused_codes())
    if left <= FEW_CODES:
        notify(
            actor=Actor.system(clock.today()),
            user_ids=[user.pk],
            text=f"Tờ mã in giấy còn {left} mã. Xin làm tờ mới trước khi hết.",
            url=reverse("mfa_generate_recovery_codes"),
            about=f"accounts.few_codes:{authenticator.pk}",
        )
