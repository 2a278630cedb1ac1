"""The second step of signing in, as far as it is taken away."""

from allauth.mfa.models import Authenticator
from django.db import transaction

from bongca.accounts import policies
from bongca.accounts.models import User
from bongca.core import audit
from bongca.core.actor import Actor


@transaction.atomic
def drop_second_factor(*, actor: Actor, user: User) -> None:
    """Take away app, passkeys and printed codes, one's own or, with `accounts.reset`, another's.

    Raises NotAllowed.
    """
    if actor.user_id != user.pk:
        policies.require_word(actor, "accounts.reset")
    dropped, _ = Authenticator.objects.filter(user=user).delete()
    if dropped:
        audit.record(actor, "accounts.drop_second_factor", user)
